import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../graph/stores/read-only.js";

describe("what a user's query may do", () => {
  it.each([
    "MATCH (n) RETURN n",
    "  // LOAD CSV is only spoken of\n MATCH (n) /* CREATE */ RETURN n;\n",
    "MATCH (n) WHERE n.name CONTAINS 'CREATE (x) SET' RETURN n.name",
    "RETURN \"it's \\\" MERGE\" AS x, 'DELETE \\' DROP' AS y",
    "MATCH (s:Sentence) RETURN s.start, s.end, s.set, {load: 1, create: 2} AS map",
    "MATCH (n:Set)-[r:CREATE|MERGE*1..3]->(m) RETURN n.id, $load, $set",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t",
    "MATCH (n) CALL (n) { MATCH (n)-[r]->() RETURN count(r) AS c } RETURN n.id, c",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "WITH date.truncate('month', date('2024-01-02')) AS d RETURN d",
    "UNWIND [1, 2] AS x WITH x ORDER BY x RETURN [1, 2, 3][0..1], 1.5, x",
    "OPTIONAL MATCH (n) RETURN count(*) AS `how many, in all?`",
    "MATCH (n) WHERE EXISTS { MATCH (n)-[:SPONSORS]->() } RETURN n UNION MATCH (n) RETURN n",
  ])("allows %s", (query) => {
    expect(refusalOf(query)).toBeNull();
  });

  it.each([
    ["", /empty/],
    ["// nothing but a comment", /empty/],
    ["CREATE (n)", /reading/],
    ["MATCH (n) SET n.x = 1", /SET/],
    ["MATCH (n) sEt n.x = 1", /SET/],
    ["MATCH (n) DETACH DELETE n", /DETACH/],
    ["MATCH (n) REMOVE n.x", /REMOVE/],
    ["MATCH (n) FOREACH (x IN [1] | CREATE (:X))", /FOREACH/],
    ["MATCH (n) RETURN n; MATCH (m) DELETE m", /One statement|DELETE/],
    ["LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", /reading/],
    ["MATCH (n) LOAD/**/CSV FROM '/etc/passwd' AS row RETURN row", /LOAD/],
    ["WITH 1. LOAD CSV FROM '/etc/passwd' AS row RETURN row", /LOAD/],
    ["WITH 1.LOAD CSV FROM '/etc/passwd' AS row RETURN row", /LOAD/],
    ["WITH 1 AS x CALL { LOAD CSV FROM '/etc/passwd' AS row RETURN row } RETURN row", /LOAD/],
    ["RETURN '\\u0027 AS x LOAD CSV FROM \\u0027/etc/passwd\\u0027 AS row RETURN row //'", /Unicode/],
    ["MATCH (n) \\u0053ET n.x = 1", /Unicode/],
    ["RETURN 1 // \r LOAD CSV FROM '/etc/passwd' AS row RETURN row", /Control/],
    ["RETURN 1 // \u2028 LOAD CSV FROM '/etc/passwd' AS row RETURN row", /Control/],
    ["RETURN 1 /*/ LOAD CSV FROM '/etc/passwd' AS row /*/", /comment/],
    ["RETURN 1 /* LOAD CSV", /comment/],
    ["RETURN 'open", /not closed/],
    ["RETURN `a' LOAD CSV`, '`'", /backticks/],
    ["CALL apoc.load.json('http://host/') YIELD value RETURN value", /Procedures/],
    ["CALL `apoc`.`load`.`json`('http://host/') YIELD value RETURN value", /Procedures/],
    ["CALL db.labels.evil() YIELD x RETURN x", /Procedures/],
    ["CALL dbms.listConfig() YIELD name RETURN name", /Procedures/],
    ["RETURN apoc.cypher.runFirstColumnMany('LOAD CSV …', {})", /Functions/],
    ["RETURN apoc . cypher /* . */ . `run`('x')", /backticks/],
    ["RETURN date.apoc.run('x')", /Functions/],
    ["EXPLAIN MATCH (n) RETURN n", /reading/],
    ["CYPHER 25 MATCH (n) RETURN n", /reading/],
    ["SHOW USERS", /reading/],
    ["USE other MATCH (n) RETURN n", /reading/],
    [`RETURN ${"1 + ".repeat(20_000)}1`, /longer/],
  ])("refuses %s", (query, why) => {
    expect(refusalOf(query)).toMatch(why);
  });

  it("sees a forbidden word behind any comments and spaces, and never in a string", () => {
    const space = fc.constantFrom(" ", "\n", "\t", "/* x */", "// y\n", " /**/ ");
    const gap = fc.array(space, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(gap, gap, fc.string(), (one, other, text) => {
        expect(refusalOf(`MATCH (n)${one}SET${other}n.x = 1`)).not.toBeNull();
        const literal = `'${text.replace(/[\\']/g, "\\$&").replace(/[^\x20-\x7e]|\\u|\/\*\//gi, "_")} SET LOAD CSV'`;
        expect(refusalOf(`RETURN${one}${literal}`)).toBeNull();
      }),
    );
  });

  it("takes time in proportion to the query", () => {
    const started = performance.now();
    for (const part of ["'\\", "`", "/*", "a.", "1.", "((", "{a:"]) refusalOf(`MATCH (n) ${part.repeat(9_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

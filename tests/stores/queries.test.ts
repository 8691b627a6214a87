/** The example questions as text; their rows are compared on both stores in neo4j.test.ts. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listQueries } from "../../graph/queries/list-queries.js";
import { openEmbedded, writeEmbedded } from "../../graph/stores/embedded.js";
import { ENTITY_LABELS, KEYED_LABELS, RELATIONSHIP_TYPES } from "../../graph/stores/labels.js";
import { refusalOf } from "../../graph/stores/read-only.js";
import { statementsOf } from "../../graph/stores/statements.js";
import { SAMPLE_GRAPH, SAMPLE_PARAMETERS } from "./sample-graph.js";

const queries = listQueries();

describe("example questions", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-queries-"));
  const store = openEmbedded(folder);
  beforeAll(() => writeEmbedded(SAMPLE_GRAPH, folder));
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("are at least eighteen, each a question in English and in French", () => {
    expect(queries.length).toBeGreaterThanOrEqual(18);
    for (const query of queries) {
      expect(query.question, query.name).toMatch(/\?/);
      expect(query.questionFr, query.name).toMatch(/ \?/);
    }
  });

  it("know Neo4j's grammar and only what the graph holds, in Cypher 5 and 25", { timeout: 120_000 }, () => {
    const schema = {
      labels: [...KEYED_LABELS, ...ENTITY_LABELS],
      relationshipTypes: [...RELATIONSHIP_TYPES],
      propertyKeys: [...propertyKeys()],
    };
    for (const { name, text, parameters } of queries) {
      for (const language of ["CYPHER 5", "CYPHER 25"]) {
        const found = lintCypherQuery(`${language}\n${text}`, {
          ...schema,
          parameters: Object.fromEntries(parameters),
        });
        expect(
          found.diagnostics.map(({ message }) => message),
          `${name}, ${language}`,
        ).toEqual([]);
      }
    }
  });

  for (const query of queries) {
    it(`${query.name} reads, returns named scalars or lists of them, and has an order and a limit`, async () => {
      expect(refusalOf(query.text)).toBeNull();
      expect(query.text).toMatch(/\nORDER BY [\s\S]+\nLIMIT \d+\n$/);
      const own = Object.entries(SAMPLE_PARAMETERS).filter(([name]) => query.parameters.has(name));
      const { columns, rows } = await store.query(query.text, Object.fromEntries(own));
      expect(columns.join(" ")).toMatch(/^[a-zA-Z ]+$/);
      for (const value of rows.flat(2))
        expect(["string", "number", "boolean", "null"]).toContain(value === null ? "null" : typeof value);
    });
  }

  const rowsOf = async (name: string, parameters = {}) => {
    const query = queries.find((one) => one.name === name);
    return (await store.query(query?.text ?? "", parameters)).rows;
  };

  it("find who sponsors a group that attacked an embassy", async () => {
    expect(await rowsOf("sponsors-of-embassy-attackers")).toEqual([
      ["Sud", "alleged", ["Nord"], "Front", "ATTACKED", "ambassade du Nord", true, "2026-03-02"],
    ]);
  });

  it("keep what is alleged, denied and announced out of the facts", async () => {
    const facts = await rowsOf("violence-that-is-fact");
    expect(facts.map(([, agent, act, target]) => [agent, act, target])).toEqual([
      ["Front", "ATTACKED", "ambassade du Nord"],
      ["Front", "KILLED", "douze soldats"],
      ["Front", "STRUCK", "base"],
      ["?", "WOUNDED", "douze soldats"],
    ]);
    expect(await rowsOf("allegations-with-accuser")).toEqual([["Sud", "SPONSORS", "Front", "Nord", null]]);
    expect(await rowsOf("denials")).toEqual([["Sud", "SPONSORS", "Front", "Sud"]]);
    expect(await rowsOf("announced-and-not-done")).toEqual([["Sud", "STRUCK", "Nord", "planned", ["Sud"], null]]);
    expect(await rowsOf("contested")).toEqual([["Sud", "SPONSORS", "Front", "alleged", ["Nord"], ["Sud"]]]);
  });

  it("count an event's dead once and find a threat come true", async () => {
    expect(await rowsOf("deaths-by-agent")).toEqual([["Front", "armed_group", 1, 12, 12]]);
    expect(await rowsOf("threats-carried-out")).toEqual([
      ["Front", "THREATENED", "2026-03-01", "STRUCK", "2026-03-03", "base", true],
    ]);
  });
});

function propertyKeys(): Set<string> {
  const rows = statementsOf(SAMPLE_GRAPH).flatMap((statement) => statement.rows);
  return new Set(rows.flatMap((row) => Object.keys(row.properties)));
}

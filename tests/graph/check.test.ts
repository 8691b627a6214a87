import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGraph } from "../../graph/check.js";
import type { Claim, Graph } from "../../graph/model.js";
import { graphFromGold } from "../../src/evaluate/graph-from-gold.js";
import { EXAMPLES, goldArticlesOf } from "../evaluate/gold-articles.js";

const examples = goldArticlesOf(EXAMPLES);
const graph = graphFromGold(examples.slice(0, 6));

// Faults are made by writing what the types forbid.
type Json = any;
/** A copy of the graph with one change. */
function changed(change: (copy: Json) => void): unknown {
  const copy: Json = JSON.parse(JSON.stringify(graph));
  change(copy);
  return copy;
}
const pathsOf = (value: unknown): string[] => checkGraph(value).map((f) => f.path);

describe("checkGraph", () => {
  it("finds nothing in graphs that were built", () => {
    expect(checkGraph(graph)).toEqual([]);
    expect(checkGraph(graphFromGold(examples))).toEqual([]);
  });

  it("names shape faults by their path, all of them", () => {
    const paths = pathsOf(
      changed((g) => {
        g.format = "wiregraph/2";
        g.more = 1;
        delete g.claims[3].evidence[0]?.quote;
        g.claims[4].status = "sure";
        g.nodes[0].colour = "red";
        g.articles[0].sentences[1].pop();
      }),
    );
    for (const path of [
      "format",
      "",
      "claims[3].evidence[0].quote",
      "claims[4].status",
      "nodes[0]",
      "articles[0].sentences[1]",
    ])
      expect(paths).toContain(path);
  });

  const first = <T extends keyof Claim>(key: T, is: (value: Claim[T]) => boolean): number =>
    graph.claims.findIndex((c) => is(c[key]));
  const denied = first("contested", (c) => c.includes("denied"));
  const strike = first("event", (e) => e !== null);

  it.each<[string, string, (g: Json) => void]>([
    [
      "a mention in an article that is not there",
      "nodes[0].mentions[0].article",
      (g) => (g.nodes[0].mentions[0].article = "article:x"),
    ],
    ["an end that is not there", "claims[2].target", (g) => (g.claims[2].target = "actor:x")],
    ["a speaker that is not there", "claims[2].evidence[0].by[0]", (g) => (g.claims[2].evidence[0].by = ["actor:x"])],
    ["an unsorted list", "nodes[2].id", (g) => g.nodes.splice(1, 2, g.nodes[2], g.nodes[1])],
    ["a repeated id", "edges[1].id", (g) => (g.edges[1].id = g.edges[0].id)],
    ["an unsorted list of strings", "nodes[0].sameAs[1]", (g) => (g.nodes[0].sameAs = ["b:1", "a:1"])],
    ["repeated evidence", "claims[0].evidence[1]", (g) => g.claims[0].evidence.push(g.claims[0].evidence[0])],
    ["an offset outside the text", "nodes[0].mentions[0]", (g) => (g.nodes[0].mentions[0].end = 1e6)],
    ["a quote that is not there", "claims[0].evidence[0].quote", (g) => (g.claims[0].evidence[0].quote += "!")],
    ["a sentence that is not there", "claims[0].evidence[0].sentence", (g) => (g.claims[0].evidence[0].sentence = 999)],
    ["evidence outside its sentence", "claims[0].evidence[0]", (g) => (g.claims[0].evidence[0].end += 2)],
    [
      "a trigger outside the evidence",
      "claims[0].evidence[0].trigger",
      (g) => (g.claims[0].evidence[0].trigger = [0, 1e6]),
    ],
    ["a text that the id does not follow from", "articles[0].id", (g) => (g.articles[0].text += "x")],
    ["a claim id that does not follow", "claims[0].id", (g) => (g.claims[0].id = "claim:0000000000000000")],
    ["an edge id that does not follow", "edges[0].id", (g) => (g.edges[0].id = "edge:0000000000000000")],
    [
      "an event id that does not follow",
      `claims[${strike}].event`,
      (g) => {
        const { event } = g.claims[strike];
        for (const c of g.claims) if (c.event === event) c.event = "event:0000000000000000";
      },
    ],
    ["a name that the id does not follow from", "nodes[0].id", (g) => (g.nodes[0].name = "Nobody")],
    ["a kind that is not the type's", "nodes[0].kind", (g) => (g.nodes[0].kind = "Place")],
    ["a status of another class", "claims[0].evidence[0].status", (g) => (g.claims[0].evidence[0].status = "possible")],
    ["a missing edge", `claims[${first("id", (id) => id === graph.edges[0]?.claims[0])}]`, (g) => g.edges.shift()],
    ["a status that does not follow", "edges[0].status", (g) => (g.edges[0].status = "alleged")],
    ["a number of articles that does not follow", "edges[0].articles", (g) => (g.edges[0].articles = 7)],
    ["a contest left out", `claims[${denied}].contested`, (g) => (g.claims[denied].contested = [])],
    ["a day that does not follow", "edges[0].firstDay", (g) => (g.edges[0].firstDay = "1999-01-01")],
  ])("finds %s", (_, path, change) => {
    expect(pathsOf(changed(change))).toContain(path);
  });

  it("finds an edge without a claim that happened or is alleged", () => {
    const edge = graph.edges[0];
    const value = changed((g) => {
      g.claims = g.claims.filter((c: Claim) => !edge?.claims.includes(c.id));
    });
    expect(pathsOf(value)).toEqual(expect.arrayContaining(["edges[0]", "edges[0].claims[0]"]));
  });

  it("says what it leaves out without texts", () => {
    const silent: Graph = { ...graph, articles: graph.articles.map((a) => ({ ...a, text: null })) };
    const faults = checkGraph(silent);
    expect(faults.map((f) => f.severity)).toEqual(["notice"]);
    expect(faults[0]?.message).toContain("6 of 6 articles");
  });

  it("says that it did not derive where a shape is wrong", () => {
    const faults = checkGraph(changed((g) => (g.nodes[0].named = 1)));
    expect(faults.filter((f) => f.severity === "notice")).toHaveLength(1);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => checkGraph(value).length > 0));
    const keys = ["format", "generators", "articles", "nodes", "claims", "edges", "__proto__", "constructor"];
    const hostile = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(fc.property(hostile, (value) => checkGraph(value).length > 0));
  });

  it("never throws on a record put anywhere in place of a value", () => {
    const places = ["articles", "nodes", "claims", "edges"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat(3),
        fc.nat(20),
        fc.jsonValue({ maxDepth: 3 }),
        (list, k, key, value) => {
          checkGraph(
            changed((g) => {
              const record = g[list][k];
              const keys = Object.keys(record);
              record[keys[key % keys.length] ?? ""] = value;
            }),
          );
          return true;
        },
      ),
      { numRuns: 60 },
    );
  });

  it("bears deep nesting, keys of prototypes and long lists", () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    expect(pathsOf({ ...graph, nodes: deep })).toContain("nodes[0]");
    expect(pathsOf(changed((g) => (g.nodes[0].names = JSON.parse('{"__proto__": ["x"]}'))))).toContain(
      "nodes[0].names",
    );
    expect(pathsOf(JSON.parse('{"__proto__": {"format": "wiregraph/1"}}'))).toContain("format");
    expect(pathsOf({ ...graph, edges: Array(100_000).fill(graph.edges[0]) }).length).toBeGreaterThan(99_998);
  });
});

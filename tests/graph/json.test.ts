import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readGraph, readGraphFile, writeGraph, writeGraphFile } from "../../graph/json.js";
import { graphLines, readGraphLines, readGraphLinesFile, writeGraphLines } from "../../graph/jsonl.js";
import type { Graph } from "../../graph/model.js";
import { jsonSchema } from "../../graph/schema.js";
import { graphFromGold } from "../../src/evaluate/graph-from-gold.js";
import { EXAMPLES, goldArticlesOf } from "../evaluate/gold-articles.js";

const graph = graphFromGold(goldArticlesOf(EXAMPLES).slice(0, 4));
const EMPTY: Graph = { format: "wiregraph/1", generators: [], articles: [], nodes: [], claims: [], edges: [] };
const text = [...writeGraph(graph)].join("");
const lines = [...graphLines(graph)].join("");

/** The same value with the keys of every object in reverse. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "graph-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("JSON", () => {
  it("comes back as it went", () => {
    expect(readGraph(text)).toEqual(graph);
    expect([...writeGraph(readGraph(text))].join("")).toBe(text);
    expect(readGraph([...writeGraph(EMPTY)].join(""))).toEqual(EMPTY);
  });

  it("has one form, whatever the order of keys", () => {
    expect([...writeGraph(turned(graph) as Graph)].join("")).toBe(text);
  });

  it("comes in pieces of one record", () => {
    const longest = Math.max(...[...writeGraph(graph)].map((piece) => piece.length));
    expect(longest).toBeLessThan(text.length / 5);
  });

  it("writes and reads files", async () => {
    const file = path.join(folder, "graph.json");
    await writeFile(file, "x".repeat(text.length * 2));
    await writeGraphFile(graph, file);
    expect(await readFile(file, "utf8")).toBe(text);
    expect(await readGraphFile(file)).toEqual(graph);
  });

  it("names file and place of what is wrong", async () => {
    await expect(readGraphFile(path.join(folder, "none.json"))).rejects.toThrow(/There is no file .*none\.json/u);
    expect(() => readGraph(text.slice(0, 900), "g.json")).toThrow(/^g\.json is not JSON: /u);
    const wrong = text.replace('"class":"happened"', '"class":"occurred"');
    expect(() => readGraph(wrong, "g.json")).toThrow(/^g\.json is not a wiregraph\/1 graph\. claims\[\d+\]\.class: /u);
    expect(() => readGraph("[]", "g.json")).toThrow("the whole: ");
    expect(() => readGraph('{"__proto__": {}}', "g.json")).toThrow("g.json is not a wiregraph/1 graph");
  });
});

describe("JSON Lines", () => {
  it("begins with a header, then has one record a line", () => {
    const [header, ...records] = lines
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(header).toEqual({ format: "wiregraph/1", generators: graph.generators });
    const order = ["article", "node", "claim", "edge"];
    const kinds = records.map((r) => order.indexOf(r.record));
    expect(kinds).toEqual([...kinds].sort());
    expect(kinds).toHaveLength(graph.articles.length + graph.nodes.length + graph.claims.length + graph.edges.length);
  });

  it("comes back as it went, however it is cut", async () => {
    const bytes = new TextEncoder().encode(lines);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 40 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const back = await readGraphLines(at.slice(1).map((end, k) => bytes.slice(at[k], end)));
        expect([...graphLines(back)].join("")).toBe(lines);
      }),
      { numRuns: 20 },
    );
  });

  it("writes and reads files", async () => {
    const file = path.join(folder, "graph.jsonl");
    await writeGraphLines(graph, file);
    expect(await readFile(file, "utf8")).toBe(lines);
    expect(await readGraphLinesFile(file)).toEqual(graph);
    await expect(readGraphLinesFile(`${file}x`)).rejects.toThrow("There is no file");
  });

  it("reads a last line without an end", async () => {
    expect(await readGraphLines([lines.trimEnd()])).toEqual(graph);
  });

  const header = '{"format":"wiregraph/1","generators":[]}';
  it.each([
    ["an empty file", "", /g\.jsonl is empty/u],
    ["another header", '{"format":"other/1","generators":[]}\n', /line 1, the header,.*format: /u],
    ["a line that is not JSON", `${header}\n{"record":`, /line 2 is not JSON/u],
    ["an empty line", `${header}\n\n`, /line 2 is not JSON/u],
    ["an unknown record", `${header}\n{"record":"thing"}\n`, /line 2 .*record: expected one of article, node/u],
    ["no record", `${header}\n7\n`, /line 2 .*expected an object/u],
    ["a wrong record", `${header}\n{"record":"edge","id":"edge:1"}\n`, /line 2 .*relation: /u],
    [
      "a key of prototypes",
      `${header}\n${JSON.stringify({ record: "edge", ...graph.edges[0] }).replace("{", '{"__proto__":{"a":1},')}\n`,
      /line 2 .*__proto__/u,
    ],
  ])("names the line of %s", async (_, content, message) => {
    await expect(readGraphLines([content], "g.jsonl")).rejects.toThrow(message);
  });

  it("names the line of bytes that are not UTF-8", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${header}\n`), 0x22, 0xff, 0x22]);
    await expect(readGraphLines([bytes], "g.jsonl")).rejects.toThrow(/line \d .*not UTF-8/u);
  });
});

describe("jsonSchema", () => {
  it("closes every record and lists its keys as required", () => {
    const schema = jsonSchema() as Record<string, any>;
    const claim = schema.properties.claims.items;
    expect(claim.additionalProperties).toBe(false);
    expect(claim.required).toEqual(Object.keys(graph.claims[0] ?? {}));
    expect(claim.properties.relation.enum).toContain("STRUCK");
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMBEDDED_FILE } from "../../graph/stores/embedded.js";
import { formatRows } from "../../src/cli/format-rows.js";
import { queryCommand } from "../../src/cli/query.js";
import { runCommand } from "./run-command.js";
import { SAMPLE_GRAPH, SMALLER_GRAPH } from "./sample-graph.js";

describe("wiregraph query", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-query-"));
  const query = (...args: string[]) => runCommand(queryCommand(), args);
  const lay = (graph: typeof SAMPLE_GRAPH) => writeFileSync(path.join(folder, "graph.json"), JSON.stringify(graph));
  beforeAll(() => lay(SAMPLE_GRAPH));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("makes the database from graph.json when there is none, says so, and answers", async () => {
    const first = await query(folder, "MATCH (n:Claim) RETURN count(n) AS claims");
    expect(first).toMatchObject({
      exitCode: 0,
      output: `claims\n------\n${String(SAMPLE_GRAPH.claims.length).padStart(6)}\n`,
    });
    expect(first.errors).toContain("graph.json");
    expect(existsSync(path.join(folder, EMBEDDED_FILE))).toBe(true);
    const second = await query(folder, "MATCH (n:Claim) RETURN count(n) AS claims");
    expect(second.errors).toBe("");
  });

  it("answers from the newest graph.json", async () => {
    lay(SMALLER_GRAPH);
    const { output } = await query(folder, "MATCH (n:Entity) RETURN count(n) AS n", "--format", "json");
    expect(JSON.parse(output)).toEqual([{ n: SMALLER_GRAPH.nodes.length }]);
    lay(SAMPLE_GRAPH);
  });

  it("takes parameters as JSON or text", async () => {
    const cypher = "RETURN $n + 1 AS next, $name AS name, $list[1] AS second";
    const { output } = await query(
      folder,
      cypher,
      "--param",
      "n=41",
      "--param",
      "name=a=b",
      "--param",
      'list=["x","y"]',
      "--format",
      "json",
    );
    expect(JSON.parse(output)).toEqual([{ next: 42, name: "a=b", second: "y" }]);
  });

  it("answers a question that comes with wiregraph", async () => {
    const { output, exitCode } = await query(
      folder,
      "--question",
      "place-timeline",
      "--param",
      "place=Portville",
      "--format",
      "csv",
    );
    expect(exitCode).toBe(0);
    expect(output.split("\r\n").slice(0, 2)).toEqual([
      "day,agent,act,target,status,saidBy,dead",
      "2026-03-02,Front,ATTACKED,ambassade du Nord,asserted,,",
    ]);
    const list = await query("--list");
    expect(list.output).toContain("sponsors-of-embassy-attackers\n    Who sponsors somebody who attacked an embassy?");
  });

  it("prints at most --limit rows and says that there are more", async () => {
    const result = await query(folder, "MATCH (n:Entity) RETURN n.id AS id ORDER BY id", "--limit", "2");
    expect(result.output.trimEnd().split("\n")).toHaveLength(4);
    expect(result.errors).toContain("first 2 rows");
  });

  it.each([
    [["MATCH (n) RETRUN n"], /line 1/],
    [["MATCH (n) DELETE n"], /DELETE/],
    [["LOAD CSV FROM '/etc/passwd' AS r RETURN r"], /reading queries/],
    [["--question", "nonsense"], /--list/],
    [[], /either a query or --question/],
    [["RETURN 1", "--format", "xml"], /table, json, csv/],
    [["RETURN 1", "--limit", "none"], /whole number/],
    [["RETURN 1", "--param", "novalue"], /name=value/],
  ])("says what is wrong with %j", async (args, message) => {
    const result = await query(folder, ...args);
    expect(result.exitCode).toBeGreaterThan(0);
    expect(result.errors).toMatch(message);
    expect(result.output).toBe("");
  });

  it("ends with 2 on a folder without a graph", async () => {
    const result = await query(path.join(folder, "nowhere"), "RETURN 1");
    expect([result.exitCode, result.output]).toEqual([2, ""]);
    expect(result.errors).toContain("graph.json");
  });
});

describe("rows as text", () => {
  const rows = {
    columns: ["name", "n", "list"],
    rows: [
      ["=1+2", -3.5, ["a", "b"]],
      ['quo"te, comma\nline', null, []],
      ["@cmd", 7, ["-x"]],
    ],
    truncated: false,
  };

  it("is CSV of RFC 4180, with an apostrophe before what a spreadsheet would compute", () => {
    expect(formatRows(rows, "csv")).toBe(
      'name,n,list\r\n\'=1+2,-3.5,a; b\r\n"quo""te, comma\nline",,\r\n\'@cmd,7,\'-x\r\n',
    );
  });

  it("is a table whose cells cannot steer the terminal", () => {
    const hostile = {
      columns: ["a", "b"],
      rows: [
        ["\u001b[31mred\u0007\nnext\u202e", 1],
        ["é e\u0301", 10],
      ],
      truncated: false,
    };
    const shown = "\\u001b[31mred\\u0007\\u000anext\\u202e";
    expect(formatRows(hostile, "table").split("\n")).toEqual([
      `${"a".padEnd(shown.length)}   b`,
      `${"-".repeat(shown.length)}  --`,
      `${shown}   1`,
      // The accent of the second é is a character of its own and takes no column.
      `${"é e\u0301".padEnd(shown.length + 1)}  10`,
      "",
    ]);
  });

  it("is JSON with every column, whatever its name", () => {
    const odd = { columns: ["__proto__", "x"], rows: [["v", { y: [1] }]], truncated: false };
    expect(formatRows(odd, "json")).toBe(
      '[\n  {\n    "__proto__": "v",\n    "x": {\n      "y": [\n        1\n      ]\n    }\n  }\n]\n',
    );
  });
});

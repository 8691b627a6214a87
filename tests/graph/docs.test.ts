import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { checkGraph } from "../../graph/check.js";
import { readGraph, writeGraph } from "../../graph/json.js";

it("the example of docs/graph-json.md keeps the contract, in the form that is written", () => {
  const doc = readFileSync(path.resolve(import.meta.dirname, "../../docs/graph-json.md"), "utf8");
  const example = /```json\n([\s\S]*?)```/u.exec(doc)?.[1] ?? "";
  expect(checkGraph(JSON.parse(example))).toEqual([]);
  expect([...writeGraph(readGraph(example))].join("")).toBe(example);
});

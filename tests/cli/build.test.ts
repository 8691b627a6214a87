/** `build` and what follows it, on the forty examples: figures, bytes, formats. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { readGoldFile } from "../../src/evaluate/gold.js";
import { evaluate, type Figures } from "../../src/evaluate/score.js";
import { ROOT, type Run, wiregraph } from "./run-wiregraph.js";

const EXAMPLES = path.join(ROOT, "examples", "articles");
const GOLD = path.join(ROOT, "examples", "gold");
const BUILD_LIMIT = 240_000;

describe("the examples", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-build-"));
  const out = path.join(folder, "one");
  let run: Run;
  let graph: Graph;
  let figures: Figures;
  const bytes = (name: string) => readFileSync(path.join(folder, name, "graph.json"));

  beforeAll(async () => {
    run = await wiregraph("build", EXAMPLES, "--out", out, "--jobs", "1");
    graph = JSON.parse(readFileSync(path.join(out, "graph.json"), "utf8")) as Graph;
    const golds = await Promise.all(
      readdirSync(GOLD)
        .sort()
        .map((f) => readGoldFile(path.join(GOLD, f))),
    );
    figures = evaluate(graph, golds).pooled;
  }, BUILD_LIMIT);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are all read, and the summary says what was found", () => {
    expect(run).toMatchObject({ code: 0 });
    expect(graph.articles).toHaveLength(40);
    expect(run.out).toMatch(/Articles +40\n/u);
    expect(run.out).toMatch(new RegExp(`Claims +${graph.claims.length} \\(.*asserted`, "u"));
    expect(run.out).toMatch(/Seconds +\d/u);
  });

  it("reach their floors", () => {
    expect(figures.node.f1).toBeGreaterThanOrEqual(0.915);
    expect(figures.claim.f1).toBeGreaterThanOrEqual(0.71);
    expect(figures.claimStatus.f1).toBeGreaterThanOrEqual(0.7);
    expect(figures.falseFactRate).toBeLessThanOrEqual(0.006);
    expect(figures.sprungRate).toBeLessThanOrEqual(0.02);
    expect(figures.speaker).toBeGreaterThanOrEqual(0.8);
    expect(figures.day).toBeGreaterThanOrEqual(0.87);
    expect(figures.toll).toBeGreaterThanOrEqual(0.95);
    expect(figures.chains.f1).toBeGreaterThanOrEqual(0.95);
  });

  it(
    "give the same bytes with four workers, from another folder, in another order",
    async () => {
      const other = path.join(folder, "elsewhere");
      mkdirSync(other);
      const names = readdirSync(EXAMPLES).reverse();
      for (const name of names) copyFileSync(path.join(EXAMPLES, name), path.join(other, name));
      const second = await wiregraph(
        "build",
        ...names.map((n) => path.join(other, n)),
        "--out",
        path.join(folder, "four"),
        "--jobs",
        "4",
      );
      expect(second.code).toBe(0);
      expect(bytes("four").equals(bytes("one"))).toBe(true);
    },
    BUILD_LIMIT,
  );

  it("keep the contract, in every format", async () => {
    expect(await wiregraph("check", path.join(out, "graph.json"))).toMatchObject({ code: 0, out: "No faults.\n" });
    for (const format of ["json", "jsonl"]) {
      const file = path.join(folder, `graph.${format}`);
      expect(await wiregraph("export", out, "--to", format, "--out", file)).toMatchObject({ code: 0 });
      expect(await wiregraph("check", file)).toMatchObject({ code: 0, out: "No faults.\n" });
    }
    expect(readFileSync(path.join(folder, "graph.json")).equals(bytes("one"))).toBe(true);
    const page = path.join(folder, "graph.html");
    expect(await wiregraph("export", out, "--to", "html", "--out", page)).toMatchObject({ code: 0 });
    expect(readFileSync(page, "utf8")).toMatch(/id="graph-data">[A-Za-z0-9+/=]+<\/script>/u);
  });

  it("answer a query, and only reading ones", async () => {
    const counted = await wiregraph("query", out, "MATCH (n:Entity) RETURN count(n) AS nodes", "--format", "json");
    expect(counted.code).toBe(0);
    expect(JSON.stringify(JSON.parse(counted.out))).toContain(String(graph.nodes.length));
    expect(await wiregraph("query", out, "MATCH (n) DETACH DELETE n")).toMatchObject({ code: 2 });
  });

  it("are scored by the command as by the library, with errors by class", async () => {
    const scored = await wiregraph("evaluate", out, GOLD, "--errors");
    expect(scored.code).toBe(0);
    expect(scored.out).toContain(`"false_facts":${figures.falseFacts}`);
    expect(scored.out.split("\n").length).toBeGreaterThan(100);
  });
});

describe("usage", () => {
  const COMMANDS = ["build", "query", "serve", "export", "push", "check", "analyze", "evaluate", "doctor", "start"];
  it.each(COMMANDS)("%s --help has an example", async (command) => {
    const { code, out } = await wiregraph(command, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`Examples?:[^]*\\$ .*wiregraph ${command}\\b`, "u"));
  });
  it.each([
    [["build"]],
    [["build", "no-such-folder", "--out", "x"]],
    [["build", "examples", "--out", "x", "--jobs", "0"]],
    [["build", "examples", "--out", "x", "--published", "2020-02-31"]],
    [["query", "no-such-folder", "RETURN 1"]],
    [["check", "no-such-file.json"]],
    [["evaluate", "no-such-folder", "no-such-gold"]],
    [["no-such-command"]],
  ])("%j ends with 2 and says why", async (args) => {
    const { code, err } = await wiregraph(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/\S/u);
  });
  it("doctor finds all parts", async () => {
    const { code, out } = await wiregraph("doctor");
    expect(out).not.toContain("FAULT");
    expect(code).toBe(0);
  });
});

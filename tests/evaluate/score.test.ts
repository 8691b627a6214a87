import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readGraphLines } from "../../graph/jsonl.js";
import type { Graph } from "../../graph/model.js";
import { formatFigures, pooledRecord } from "../../src/evaluate/format-figures.js";
import type { Gold } from "../../src/evaluate/gold.js";
import { graphFromGold } from "../../src/evaluate/graph-from-gold.js";
import { evaluate, type Figures, type Score } from "../../src/evaluate/score.js";
import { EXAMPLES, goldArticlesOf, goldFilesOf } from "./gold-articles.js";
import { spoil } from "./spoil.js";

const REFERENCE = path.resolve(import.meta.dirname, "../../../shared/dev/score");
const SEEDS = [1, 2, 3, 4];

type Pooled = Readonly<Record<string, number | readonly number[]>>;
const listOf = ({ precision, recall, f1 }: Score) => [precision, recall, f1];

/** Figures under the names of the reference scorer, unrounded. */
const asReference = (figures: Figures): Pooled => ({
  node: listOf(figures.node),
  claim: listOf(figures.claim),
  claim_lenient: listOf(figures.claimLenient),
  claim_status: listOf(figures.claimStatus),
  false_facts: figures.falseFacts,
  false_fact_rate: figures.falseFactRate,
  traps: figures.traps,
  sprung_rate: figures.sprungRate,
  by: figures.speaker,
  when: figures.day,
});

/** Theirs are rounded to three digits. */
function expectSame(ours: Figures, theirs: Pooled): void {
  const own = asReference(ours);
  expect(Object.keys(theirs)).toEqual(Object.keys(own));
  for (const [key, value] of Object.entries(theirs)) {
    const figures = [own[key] ?? Number.NaN].flat();
    [value].flat().forEach((figure, k) => {
      const told = `${key}[${k}]: ours ${figures[k]}, theirs ${figure}`;
      expect(Math.abs((figures[k] ?? Number.NaN) - figure), told).toBeLessThanOrEqual(0.0005 + 1e-12);
    });
  }
}

function runReference(graph: Graph, golds: readonly string[]): Pooled {
  const folder = mkdtempSync(path.join(tmpdir(), "score-"));
  try {
    const file = path.join(folder, "graph.json");
    writeFileSync(file, JSON.stringify(graph));
    const printed = execFileSync("python3", [REFERENCE, file, ...golds], { encoding: "utf8", maxBuffer: 1 << 26 });
    return JSON.parse(/^pooled: (.*)$/mu.exec(printed)?.[1] ?? "null");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const examples = goldArticlesOf(EXAMPLES);
const golds = examples.map(({ gold }) => gold);
const perfect = graphFromGold(examples);

describe("evaluate", () => {
  it("gives full marks to a graph made from the gold", () => {
    const { pooled, articles } = evaluate(perfect, golds);
    for (const score of [pooled.node, pooled.claim, pooled.claimLenient, pooled.claimStatus])
      expect(score).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(pooled).toMatchObject({ falseFacts: 0, sprungRate: 0, speaker: 1, day: 1, toll: 1 });
    expect(pooled.chains).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(pooled.traps).toBeGreaterThan(0);
    expect(articles).toHaveLength(golds.length);
  });

  it("gives the reference scorer's figures for a spoilt graph", async () => {
    const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");
    const graph = await readGraphLines([read("spoilt-graph.jsonl")]);
    const files = new Set(graph.articles.map((a) => a.file));
    const theirs = JSON.parse(read("spoilt-figures.json")) as Pooled;
    expectSame(
      evaluate(
        graph,
        golds.filter((g) => files.has(g.article)),
      ).pooled,
      theirs,
    );
  });

  it("counts what an article that the graph does not hold should have given", () => {
    const [first] = golds as [Gold];
    const { articles, pooled } = evaluate({ ...perfect, articles: [], nodes: [], claims: [], edges: [] }, [first]);
    expect(articles[0]?.isMissing).toBe(true);
    expect(pooled.claim).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(pooled.counts.goldClaims).toBe(first.claims.filter((c) => c.optional !== true).length);
  });

  it("scores chains by B³ over mentions", () => {
    const [article] = examples.filter(({ gold }) => gold.article.startsWith("10-"));
    if (article === undefined) throw new Error("no example 10");
    const graph = graphFromGold([article]);
    const front = graph.nodes.find((n) => n.name === "Front de libération du Tamesna");
    const [first, ...rest] = front?.mentions ?? [];
    if (front === undefined || first === undefined) throw new Error("no front");
    const split = [
      { ...front, mentions: [first] },
      { ...front, id: "group:other", mentions: rest },
    ];
    const { chains, counts } = evaluate({ ...graph, nodes: graph.nodes.flatMap((n) => (n === front ? split : n)) }, [
      article.gold,
    ]).pooled;
    // One mention of n stands alone: it has a recall of 1/n, the others (n - 1)/n.
    const n = front.mentions.length;
    expect(chains.precision).toBe(1);
    expect(counts.chainMentions - counts.chainRecall).toBeCloseTo(n - (1 / n + (n - 1) ** 2 / n));
  });

  it("prints a line for each article and the pooled figures as JSON", () => {
    const lines = formatFigures(evaluate(perfect, golds)).trimEnd().split("\n");
    expect(lines).toHaveLength(golds.length + 2);
    const printed = JSON.parse(lines.at(-1)?.slice("pooled: ".length) ?? "null");
    expect(printed).toEqual(pooledRecord(evaluate(perfect, golds).pooled));
  });
});

const isHere = existsSync(REFERENCE);
if (!isHere) console.log("The reference scorer is not here: the comparison with it is left out.");

describe.runIf(isHere)("evaluate beside the reference scorer", () => {
  for (const folder of isHere ? [EXAMPLES, path.dirname(REFERENCE)] : []) {
    const articles = goldArticlesOf(folder);
    const graph = graphFromGold(articles);
    const compare = (scored: Graph) =>
      expectSame(
        evaluate(
          scored,
          articles.map(({ gold }) => gold),
        ).pooled,
        runReference(scored, goldFilesOf(folder)),
      );
    const set = path.basename(folder);
    it(`${set}: the gold's own graph`, () => compare(graph));
    for (const seed of SEEDS) it(`${set}: spoilt with seed ${seed}`, () => compare(spoil(graph, seed)));
  }
});

import { describe, expect, it } from "vitest";
import { STATUSES } from "../../graph/model.js";
import { BREAKDOWNS, breakDown } from "../../src/evaluate/breakdown.js";
import { graphFromGold } from "../../src/evaluate/graph-from-gold.js";
import { intervalsOf, MEASURED } from "../../src/evaluate/intervals.js";
import { evaluate } from "../../src/evaluate/score.js";
import { EXAMPLES, goldArticlesOf } from "./gold-articles.js";
import { spoil } from "./spoil.js";

const articles = await goldArticlesOf(EXAMPLES);
const golds = articles.map((a) => a.gold);
const whole = graphFromGold(articles);

describe("breakdown", () => {
  it.each(BREAKDOWNS)("by %s has the claims of all, each once", (by) => {
    const graph = spoil(whole, 1);
    const parts = breakDown(graph, golds, by);
    const { pooled } = evaluate(graph, golds);
    const sum = (key: "told" | "gold") => parts.reduce((n, p) => n + p[key], 0);
    expect([sum("told"), sum("gold")]).toEqual([pooled.counts.claims, pooled.counts.goldClaims]);
    expect(parts.length).toBeGreaterThan(1);
  });

  it("by relation adds up to the right claims", () => {
    const graph = spoil(whole, 2);
    const right = breakDown(graph, golds, "relation").reduce((n, p) => n + p.score.precision * p.told, 0);
    expect(right).toBeCloseTo(evaluate(graph, golds).pooled.counts.claimsRight, 6);
  });

  it("by status is perfect where the graph is gold's own", () => {
    const parts = breakDown(whole, golds, "status");
    expect(parts.map((p) => p.part)).toEqual(STATUSES.filter((s) => parts.some((p) => p.part === s)));
    for (const { score } of parts) expect(score.f1).toBeGreaterThan(0.99);
  });
});

describe("intervals", () => {
  it("hold the pooled figures, are the same on every run, and close on what is certain", () => {
    const evaluation = evaluate(spoil(whole, 3), golds);
    const intervals = intervalsOf(evaluation);
    expect(intervalsOf(evaluation)).toEqual(intervals);
    for (const [key, measure] of Object.entries(MEASURED)) {
      const [low, high] = intervals[key as keyof typeof MEASURED];
      expect([key, low <= measure(evaluation.pooled), measure(evaluation.pooled) <= high]).toEqual([key, true, true]);
    }
    expect(intervals.claim[1] - intervals.claim[0]).toBeGreaterThan(0);
    expect(intervalsOf(evaluate(whole, golds)).claim).toEqual([1, 1]);
  });
});

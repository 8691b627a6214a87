import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGraph } from "../../graph/check.js";
import { mergeGraphs } from "../../graph/merge.js";
import type { Article, Graph } from "../../graph/model.js";
import { graphFromGold } from "../../src/evaluate/graph-from-gold.js";
import { buildGraph } from "../../src/pipeline/build-graph.js";
import { EXAMPLES, goldArticlesOf } from "../evaluate/gold-articles.js";
import { readingOf, resolveByKey, type Story } from "./readings.js";

const examples = goldArticlesOf(EXAMPLES).slice(0, 10);
/** Graphs of some of the examples, by different makers, some without texts. */
const graphs = fc.record({
  chosen: fc.subarray(examples, { minLength: 1, maxLength: 4 }),
  version: fc.constantFrom("1", "2"),
  isSilent: fc.boolean(),
  cut: fc.integer({ min: 0, max: 2 }),
});
type Choice = typeof graphs extends fc.Arbitrary<infer T> ? T : never;

/** Sentences as another splitter would give them: the first two of an article as one. */
const joined = (sentences: (typeof examples)[number]["sentences"]) => {
  const [a, b, ...rest] = sentences;
  return a === undefined || b === undefined ? sentences : [[a[0], b[1]] as const, ...rest];
};

function graphOf({ chosen, version, isSilent, cut }: Choice): Graph {
  const split = chosen.map((item) => (cut === 0 ? { ...item, sentences: joined(item.sentences) } : item));
  const graph = graphFromGold(split);
  const articles = graph.articles.map((a): Article => ({ ...a, text: isSilent ? null : a.text }));
  return { ...graph, articles, generators: [{ name: "gold", version, model: null, runtime: null }] };
}
const built = graphs.map(graphOf);
const faultsOf = (graph: Graph) => checkGraph(graph).filter((f) => f.severity === "error");

describe("mergeGraphs", () => {
  it("is commutative", () => {
    fc.assert(
      fc.property(built, built, (a, b) => {
        expect(JSON.stringify(mergeGraphs(a, b))).toBe(JSON.stringify(mergeGraphs(b, a)));
      }),
      { numRuns: 25 },
    );
  });

  it("is associative", () => {
    fc.assert(
      fc.property(built, built, built, (a, b, c) => {
        expect(mergeGraphs(mergeGraphs(a, b), c)).toEqual(mergeGraphs(a, mergeGraphs(b, c)));
      }),
      { numRuns: 25 },
    );
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(built, (a) => {
        expect(mergeGraphs(a, a)).toEqual(a);
      }),
      { numRuns: 15 },
    );
  });

  it("gives graphs that keep the contract", () => {
    fc.assert(
      fc.property(built, built, (a, b) => {
        expect(faultsOf(mergeGraphs(a, b))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  const story = (file: string, published: string, day: string): Story => ({
    file,
    published,
    sentences: [`Saudi jets struck Yemen on ${day}.`, "Two men died."],
    things: [
      ["Saudi", "state", "Q851"],
      ["Yemen", "country", "Q805"],
      ["men", "crowd"],
    ],
    says: [
      { source: "Saudi", relation: "STRUCK", target: "Yemen", trigger: "struck", day },
      { source: null, relation: "KILLED", target: "men", trigger: "died", dead: 2 },
      { source: "Saudi", relation: "LEADS", target: "Yemen", trigger: "jets" },
    ],
  });
  const generator = { name: "wiregraph", version: "0.1.0", model: null, runtime: null };
  const build = (...stories: readonly Story[]) => {
    const readings = stories.map(readingOf);
    return buildGraph(readings, resolveByKey(readings), generator);
  };

  it("gives of disjoint articles what building them together gives", () => {
    const [a, b, c] = [
      story("a.txt", "2026-03-02", "2026-03-01"),
      story("b.txt", "2026-03-03", "2026-03-02"),
      story("c.txt", "2026-03-04", "2026-03-03"),
    ] as const;
    const whole = build(a, b, c);
    expect(mergeGraphs(build(c), mergeGraphs(build(a), build(b)))).toEqual(whole);
    expect(mergeGraphs(build(a, c), build(b))).toEqual(whole);
    const leads = whole.claims.find((claim) => claim.relation === "LEADS");
    expect(leads?.evidence).toHaveLength(3);
  });

  it("keeps the smallest file, the text that is there, and the union of lists", () => {
    const one = build(story("b.txt", "2026-03-02", "2026-03-01"));
    const two: Graph = {
      ...build(story("a.txt", "2026-03-02", "2026-03-01")),
      articles: one.articles.map((a) => ({ ...a, file: "a.txt", text: null })),
    };
    const [article] = mergeGraphs(one, two).articles;
    expect(article).toEqual({ ...one.articles[0], file: "a.txt" });
  });
});

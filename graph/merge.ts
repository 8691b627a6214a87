/**
 * Two graphs made one: union by id, derived values computed again. Commutative, associative and idempotent over graphs
 * that keep the contract. It does not resolve: two names of one thing stay two nodes. Source: docs/graph-json.md, "Merge".
 */
import { canonicalEvidence, canonicalGenerator, canonicalNode } from "./canonical.js";
import { type ClaimCore, derive } from "./derive.js";
import { mergeNodes, mergeScalar } from "./merge-nodes.js";
import type { Article, Claim, Evidence, Generator, Graph } from "./model.js";
import { compareCodePoints, compareEvidence, compareIds, sortedUnique } from "./order.js";

type Sentences = Article["sentences"];

/** Equal as JSON is equal. */
const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

const mergeSentences = (a: Sentences, b: Sentences): Sentences =>
  distinct([...a, ...b]).sort((x, y) => x[0] - y[0] || x[1] - y[1] || compareCodePoints(x[2], y[2]));

const mergeArticles = (a: Article, b: Article): Article => ({
  id: a.id,
  file: mergeScalar(a.file, b.file),
  title: mergeScalar(a.title, b.title),
  language: mergeScalar(a.language, b.language),
  publisher: mergeScalar(a.publisher, b.publisher),
  published: mergeScalar(a.published, b.published),
  text: mergeScalar(a.text, b.text),
  sentences: mergeSentences(a.sentences, b.sentences),
  copyOf: mergeScalar(a.copyOf, b.copyOf),
  corrects: sortedUnique([...a.corrects, ...b.corrects]),
});

function union<T extends { readonly id: string }>(a: readonly T[], b: readonly T[], merge: (a: T, b: T) => T): T[] {
  const merged = new Map(a.map((record) => [record.id, record]));
  for (const record of b) {
    const twin = merged.get(record.id);
    merged.set(record.id, twin === undefined ? record : merge(twin, record));
  }
  return [...merged.values()].sort(compareIds);
}

/** Evidence names sentences by their place, which a union of sentences may move. */
function movedSentences(graph: Graph, merged: ReadonlyMap<string, Article>): (evidence: Evidence) => Evidence {
  const places = new Map<string, readonly number[]>();
  for (const { id, sentences } of graph.articles) {
    const placeOf = new Map((merged.get(id)?.sentences ?? []).map((s, place) => [JSON.stringify(s), place]));
    places.set(
      id,
      sentences.map((s, place) => placeOf.get(JSON.stringify(s)) ?? place),
    );
  }
  return (e) => ({ ...e, sentence: places.get(e.article)?.[e.sentence] ?? e.sentence });
}

function coresOf(graph: Graph, merged: ReadonlyMap<string, Article>): ClaimCore[] {
  const moved = movedSentences(graph, merged);
  return graph.claims.map((claim: Claim) => ({ ...claim, evidence: claim.evidence.map(moved).map(canonicalEvidence) }));
}

const mergeCores = (a: ClaimCore, b: ClaimCore): ClaimCore => ({
  ...a,
  evidence: distinct([...a.evidence, ...b.evidence]).sort(compareEvidence),
});

const mergeGenerators = (a: readonly Generator[], b: readonly Generator[]): Generator[] =>
  distinct([...a, ...b].map(canonicalGenerator)).sort((x, y) =>
    compareCodePoints(JSON.stringify(x), JSON.stringify(y)),
  );

/** @param a a graph that keeps the contract; @param b another */
export function mergeGraphs(a: Graph, b: Graph): Graph {
  const articles = union(a.articles, b.articles, mergeArticles);
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const nodes = union(a.nodes.map(canonicalNode), b.nodes.map(canonicalNode), mergeNodes);
  const cores = union(coresOf(a, articleOf), coresOf(b, articleOf), mergeCores);
  return {
    format: "wiregraph/1",
    generators: mergeGenerators(a.generators, b.generators),
    articles,
    nodes,
    ...derive(cores, articles, nodes),
  };
}

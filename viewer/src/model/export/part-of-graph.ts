/** The shown part of a graph as a graph of its own, by the same rules: edges with all their claims, claims with all their evidence. */
import type { Claim, Edge, Graph } from "../../../../graph/model.js";
import type { GraphIndex } from "../graph-index.js";

/**
 * @param nodes shown ones; the ends of edges and those that claims speak of are added
 * @param claims that pass the filters; the intended and denied ones among them stay claims
 */
export function partOfGraph(
  { graph, claims: known }: GraphIndex,
  nodes: ReadonlySet<string>,
  edges: readonly Edge[],
  claims: readonly Claim[],
): Graph {
  const kept = new Map<string, Claim>();
  for (const edge of edges)
    for (const id of edge.claims) {
      const claim = known.get(id);
      if (claim !== undefined) kept.set(id, claim);
    }
  for (const claim of claims)
    if ((claim.class === "intended" || claim.class === "denied") && nodes.has(claim.source) && nodes.has(claim.target))
      kept.set(claim.id, claim);
  const wantedNodes = new Set(nodes);
  const wantedArticles = new Set<string>();
  for (const claim of kept.values()) {
    for (const id of [claim.source, claim.target, claim.where, ...claim.by]) if (id !== null) wantedNodes.add(id);
    for (const e of claim.evidence) {
      wantedArticles.add(e.article);
      for (const id of [e.where, ...e.by]) if (id !== null) wantedNodes.add(id);
    }
  }
  const wantedEdges = new Set(edges.map((e) => e.id));
  return {
    ...graph,
    articles: graph.articles
      .filter((a) => wantedArticles.has(a.id))
      .map((a) => ({
        ...a,
        copyOf: a.copyOf !== null && wantedArticles.has(a.copyOf) ? a.copyOf : null,
        corrects: a.corrects.filter((id) => wantedArticles.has(id)),
      })),
    nodes: graph.nodes
      .filter((n) => wantedNodes.has(n.id))
      .map((n) => ({ ...n, mentions: n.mentions.filter((m) => wantedArticles.has(m.article)) })),
    claims: graph.claims
      .filter((c) => kept.has(c.id))
      .map((c) => ({ ...c, links: c.links.filter((l) => kept.has(l.claim)) })),
    edges: graph.edges.filter((e) => wantedEdges.has(e.id)),
  };
}

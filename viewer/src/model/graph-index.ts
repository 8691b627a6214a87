/** A graph with the ways through it that the screen needs. */
import type { Article, Claim, Edge, Graph, GraphNode } from "../../../graph/model.js";

export interface GraphIndex {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly articles: ReadonlyMap<string, Article>;
  /** Claims that a node is an end of. */
  readonly claimsOf: ReadonlyMap<string, readonly Claim[]>;
  /** Edges at each node. */
  readonly degree: ReadonlyMap<string, number>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((i) => [i.id, i]));

export function indexGraph(graph: Graph): GraphIndex {
  const claimsOf = new Map<string, Claim[]>();
  const degree = new Map<string, number>();
  for (const claim of graph.claims)
    for (const end of new Set([claim.source, claim.target])) {
      const list = claimsOf.get(end);
      if (list === undefined) claimsOf.set(end, [claim]);
      else list.push(claim);
    }
  for (const { source, target } of graph.edges)
    for (const end of [source, target]) degree.set(end, (degree.get(end) ?? 0) + 1);
  return {
    graph,
    nodes: byId(graph.nodes),
    claims: byId(graph.claims),
    edges: byId(graph.edges),
    articles: byId(graph.articles),
    claimsOf,
    degree,
  };
}

/** The claims of an edge: those it gathers, and those of the same ends and relation that are no edge. */
export function claimsOfEdge({ claims, claimsOf }: GraphIndex, edge: Edge): Claim[] {
  const own = edge.claims.flatMap((id) => claims.get(id) ?? []);
  const others = (claimsOf.get(edge.source) ?? []).filter(
    (c) =>
      c.source === edge.source &&
      c.target === edge.target &&
      c.relation === edge.relation &&
      !edge.claims.includes(c.id),
  );
  return [...own, ...others];
}

/** What may be shown as fact (docs/graph-json.md, "Edge"). */
export const isFact = (edge: Edge): boolean =>
  !edge.withdrawn && (edge.status === "asserted" || (edge.status === "reported" && !edge.contested));

/** Name in the wanted language where the graph has one. */
export function nameIn(node: GraphNode | undefined, language: string): string {
  if (node === undefined) return "?";
  if (node.type === "unknown") return "?";
  const names = Object.hasOwn(node.names, language) ? (node.names[language] ?? []) : [];
  return node.sameAs.length > 0 && names.length > 0 && !names.includes(node.name) ? (names[0] ?? node.name) : node.name;
}

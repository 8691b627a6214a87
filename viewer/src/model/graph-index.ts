/** A graph with the ways through it that the screen needs. */
import type { Article, Claim, Edge, Evidence, Graph, GraphNode } from "../../../graph/model.js";

export interface GraphIndex {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly articles: ReadonlyMap<string, Article>;
  /** Claims that a node is an end of. */
  readonly claimsOf: ReadonlyMap<string, readonly Claim[]>;
  /** Claims that a node is cited for. */
  readonly claimsBy: ReadonlyMap<string, readonly Claim[]>;
  /** Edges at each node. */
  readonly edgesOf: ReadonlyMap<string, readonly Edge[]>;
  /** The edge that gathers a claim; intended and denied claims have none. */
  readonly edgeOfClaim: ReadonlyMap<string, Edge>;
  /** Claims of each happening. */
  readonly claimsOfEvent: ReadonlyMap<string, readonly Claim[]>;
  /** What each article says, in the order of its text. */
  readonly saidIn: ReadonlyMap<string, readonly Said[]>;
  /** Whether both ends of every edge and claim are nodes of the graph. */
  readonly isClosed: boolean;
}

/** One piece of evidence with the claim that it stands for. */
export interface Said {
  readonly claim: Claim;
  readonly evidence: Evidence;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((i) => [i.id, i]));

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function indexGraph(graph: Graph): GraphIndex {
  const claimsOf = new Map<string, Claim[]>();
  const claimsBy = new Map<string, Claim[]>();
  const claimsOfEvent = new Map<string, Claim[]>();
  const saidIn = new Map<string, Said[]>();
  for (const claim of graph.claims) {
    put(claimsOf, claim.source, claim);
    if (claim.target !== claim.source) put(claimsOf, claim.target, claim);
    for (const speaker of claim.by) put(claimsBy, speaker, claim);
    if (claim.event !== null) put(claimsOfEvent, claim.event, claim);
    for (const evidence of claim.evidence) put(saidIn, evidence.article, { claim, evidence });
  }
  for (const said of saidIn.values())
    said.sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.trigger[0] - b.evidence.trigger[0]);
  const edgesOf = new Map<string, Edge[]>();
  const edgeOfClaim = new Map<string, Edge>();
  for (const edge of graph.edges) {
    put(edgesOf, edge.source, edge);
    if (edge.target !== edge.source) put(edgesOf, edge.target, edge);
    for (const id of edge.claims) edgeOfClaim.set(id, edge);
  }
  const nodes = byId(graph.nodes);
  const isClosed = [graph.edges, graph.claims].every((list: readonly (Edge | Claim)[]) =>
    list.every((l) => nodes.has(l.source) && nodes.has(l.target)),
  );
  return {
    graph,
    nodes,
    claims: byId(graph.claims),
    edges: byId(graph.edges),
    articles: byId(graph.articles),
    claimsOf,
    claimsBy,
    edgesOf,
    edgeOfClaim,
    claimsOfEvent,
    saidIn,
    isClosed,
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

/** Edges at a node. */
export const degreeOf = (index: GraphIndex, id: string): number => index.edgesOf.get(id)?.length ?? 0;

/** The other end of an edge. */
export const otherEnd = (edge: Edge, id: string): string => (edge.source === id ? edge.target : edge.source);

/** Whether the text has no words at all for a node: the open agent, a bare number of people. */
export const isNameless = ({ type, name }: GraphNode): boolean => type === "unknown" || !/[\p{L}\p{N}]/u.test(name);

/** Name in the wanted language where the graph has one. */
export function nameIn(node: GraphNode | undefined, language: string): string {
  if (node === undefined || isNameless(node)) return "?";
  const names = Object.hasOwn(node.names, language) ? (node.names[language] ?? []) : [];
  return node.sameAs.length > 0 && names.length > 0 && !names.includes(node.name) ? (names[0] ?? node.name) : node.name;
}

/** Every name of a node in every language, the shown one left out. */
export const otherNames = (node: GraphNode, shown: string): string[] =>
  [...new Set([node.name, ...Object.values(node.names).flat()])].filter((name) => name !== shown);

/** Which part of the graph is on the canvas: scope, expansion, collapse and hiding on top of the filters. */
import type { Edge } from "../../../graph/model.js";
import type { Sieve } from "./filters.js";
import { type GraphIndex, otherEnd } from "./graph-index.js";

/** A whole graph up to here; beyond, the strongest nodes, and others as they are asked for. */
export const MOST_DRAWN = 2_500;
/** How many of a larger graph are drawn at first. */
export const STRONGEST = 400;

export type Scope =
  | { readonly kind: "around"; readonly id: string; readonly depth: number }
  | { readonly kind: "only"; readonly ids: readonly string[] };

export interface Hand {
  readonly scope: Scope | null;
  readonly expanded: ReadonlySet<string>;
  readonly collapsed: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

export interface Drawn {
  readonly edges: readonly Edge[];
  readonly nodes: ReadonlySet<string>;
  /** Nodes with an edge that are not on the canvas, and edges that are not. */
  readonly hiddenNodes: number;
  readonly hiddenEdges: number;
  /** Whether only the strongest are drawn. */
  readonly isPart: boolean;
  /** Nodes folded into each collapsed one. */
  readonly folded: ReadonlyMap<string, number>;
}

/** Edges at each node, of those that pass. */
export type Neighbours = ReadonlyMap<string, readonly Edge[]>;

export function neighboursOf(edges: readonly Edge[]): Map<string, Edge[]> {
  const out = new Map<string, Edge[]>();
  const put = (id: string, edge: Edge) => {
    const list = out.get(id);
    if (list === undefined) out.set(id, [edge]);
    else list.push(edge);
  };
  for (const edge of edges) {
    put(edge.source, edge);
    if (edge.target !== edge.source) put(edge.target, edge);
  }
  return out;
}

/** All nodes within so many steps. */
export function within(neighbours: Neighbours, start: string, depth: number): Set<string> {
  const reached = new Set([start]);
  let front = [start];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    for (const id of front)
      for (const edge of neighbours.get(id) ?? []) {
        const other = otherEnd(edge, id);
        if (reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    front = next;
  }
  return reached;
}

/**
 * The core of a large graph: those with the most edges, then those with the most edges to them. Ties by id, so that the
 * same graph opens the same way.
 */
export function strongest(neighbours: Neighbours, most: number): Set<string> {
  const degree = (id: string) => neighbours.get(id)?.length ?? 0;
  const byDegree = [...neighbours.keys()].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
  const core = new Set(byDegree.slice(0, Math.ceil(most * 0.4)));
  const ties = new Map<string, number>();
  for (const id of core)
    for (const edge of neighbours.get(id) ?? []) {
      const other = otherEnd(edge, id);
      if (!core.has(other)) ties.set(other, (ties.get(other) ?? 0) + 1);
    }
  const rest = [...ties].sort(([a, x], [b, y]) => y - x || degree(b) - degree(a) || (a < b ? -1 : 1));
  return new Set([...core, ...rest.slice(0, most - core.size).map(([id]) => id)]);
}

function allEnds(edges: readonly Edge[]): Set<string> {
  const out = new Set<string>();
  for (const { source, target } of edges) {
    out.add(source);
    out.add(target);
  }
  return out;
}

/**
 * @param edges those that pass the filters
 * @param chosen node that must be seen, even where it has no edge that passes
 * @param neighbours the same edges at each node: asked for only where hands or size call for them
 */
export function drawnPart(
  index: GraphIndex,
  edges: readonly Edge[],
  sieve: Sieve,
  hand: Hand,
  chosen: string | null,
  neighbours: () => Neighbours = () => neighboursOf(edges),
): Drawn {
  const { scope } = hand;
  const ends = scope === null ? allEnds(edges) : null;
  const isPart = ends !== null && ends.size > MOST_DRAWN;
  const nodes =
    scope?.kind === "around"
      ? within(neighbours(), scope.id, scope.depth)
      : scope?.kind === "only"
        ? new Set(scope.ids.filter((id) => index.nodes.has(id)))
        : isPart || ends === null
          ? strongest(neighbours(), STRONGEST)
          : ends;
  for (const id of hand.expanded) {
    if (!index.nodes.has(id)) continue;
    nodes.add(id);
    for (const edge of neighbours().get(id) ?? []) nodes.add(otherEnd(edge, id));
  }
  if (chosen !== null && sieve.node(index.nodes.get(chosen))) nodes.add(chosen);
  for (const id of hand.hidden) nodes.delete(id);
  const folded =
    hand.collapsed.size === 0 ? new Map<string, number>() : foldLeaves(nodes, neighbours(), hand.collapsed, chosen);
  const isWhole = ends !== null && !isPart && hand.hidden.size === 0 && hand.collapsed.size === 0;
  const inside = isWhole ? edges : edges.filter((e) => nodes.has(e.source) && nodes.has(e.target));
  let linked = 0;
  for (const id of nodes) if (index.edgesOf.has(id)) linked++;
  return {
    edges: inside,
    nodes,
    hiddenNodes: Math.max(0, index.edgesOf.size - linked),
    hiddenEdges: index.graph.edges.length - inside.length,
    isPart,
    folded,
  };
}

/** A collapsed node takes in the neighbours that hang on it alone. */
function foldLeaves(
  nodes: Set<string>,
  neighbours: Neighbours,
  collapsed: ReadonlySet<string>,
  chosen: string | null,
): Map<string, number> {
  const folded = new Map<string, number>();
  for (const id of [...collapsed].sort()) {
    if (!nodes.has(id)) continue;
    let count = 0;
    for (const other of new Set((neighbours.get(id) ?? []).map((e) => otherEnd(e, id)))) {
      if (other === id || other === chosen || collapsed.has(other) || !nodes.has(other)) continue;
      const isLeaf = (neighbours.get(other) ?? []).every((e) => {
        const end = otherEnd(e, other);
        return end === id || end === other || !nodes.has(end);
      });
      if (isLeaf && nodes.delete(other)) count++;
    }
    folded.set(id, count);
  }
  return folded;
}

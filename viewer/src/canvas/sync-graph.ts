/** Keeps the canvas's graph in step with what is drawn: nodes and edges come and go, places are kept. */
import type Graph from "graphology";
import { SYMMETRIC } from "../../../graph/model.js";
import { placeByName } from "../layout/places.js";
import { degreeOf, type GraphIndex, otherEnd } from "../model/graph-index.js";
import { DASHES, lineOfEdge } from "../model/standing.js";

export type Places = Map<string, { x: number; y: number }>;

/** Pixels: longer than an edge on any screen; a gap of nothing is not drawn as a whole line, a dash longer than any is. */
const LONGEST = 20_000;
const WIDE = 1_000;

/** Radius in pixels: by the number of relations, smaller on narrow screens. */
export function sizeOf(index: GraphIndex, id: string, width: number): number {
  const scale = Math.min(1, Math.max(0.62, width / WIDE));
  const named = index.nodes.get(id)?.named === true;
  return Math.min(21, 4.4 + 2.1 * Math.sqrt(degreeOf(index, id))) * (named ? 1 : 0.72) * scale;
}

/** Beside a neighbour that has a place, else by name. */
function firstPlace(index: GraphIndex, places: Places, id: string): { x: number; y: number } {
  const seed = placeByName(id);
  for (const edge of index.edgesOf.get(id) ?? []) {
    const near = places.get(otherEnd(edge, id));
    if (near !== undefined) return { x: near.x + seed.x * 0.8, y: near.y + seed.y * 0.8 };
  }
  return seed;
}

export interface Wanted {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** @returns nodes that had no place yet */
export function syncGraph(graph: Graph, index: GraphIndex, wanted: Wanted, places: Places, width: number): string[] {
  graph.forEachEdge((id) => {
    if (!wanted.edges.has(id)) graph.dropEdge(id);
  });
  graph.forEachNode((id) => {
    if (!wanted.nodes.has(id)) graph.dropNode(id);
  });
  const fresh: string[] = [];
  for (const id of [...wanted.nodes].sort()) {
    const node = index.nodes.get(id);
    if (node === undefined || graph.hasNode(id)) continue;
    let place = places.get(id);
    if (place === undefined) {
      fresh.push(id);
      place = firstPlace(index, places, id);
    }
    graph.addNode(id, { ...place, size: sizeOf(index, id, width), kind: node.kind, named: node.named });
  }
  for (const id of wanted.edges) {
    const edge = index.edges.get(id);
    if (edge === undefined || graph.hasEdge(id) || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const line = lineOfEdge(edge);
    const [dash, gap] = DASHES[line];
    graph.addEdgeWithKey(id, edge.source, edge.target, {
      relation: edge.relation,
      line,
      head: SYMMETRIC.has(edge.relation) ? "none" : "arrow",
      dash: gap === 0 ? LONGEST : dash,
      gap: Math.max(gap, 1),
      // What is only alleged does not take the straight way between two nodes.
      path: line === "alleged" ? "curved" : "line",
      bow: 0.18,
      size: Math.min(4.5, 1.3 + 0.55 * (edge.independentSources - 1)),
    });
  }
  return fresh;
}

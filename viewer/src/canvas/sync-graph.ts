/** Keeps the canvas's graph in step with what is drawn: nodes and edges come and go, places are kept. */
import Graph from "graphology";
import { type Edge, SYMMETRIC } from "../../../graph/model.js";
import { placeByName } from "../layout/places.js";
import { type GraphIndex, otherEnd } from "../model/graph-index.js";
import { DASHES, lineOfEdge } from "../model/standing.js";
import { bowsIn } from "./bowed-lines.js";

export type Places = Map<string, { x: number; y: number }>;
/** Places that hands gave. */
export type Pins = ReadonlyMap<string, readonly [x: number, y: number]>;
export const NO_PINS: Pins = new Map();

/** Pixels: longer than an edge on any screen; a gap of nothing is not drawn as a whole line, a dash longer than any is. */
const LONGEST = 20_000;

/** Side of the square of screen that each node has, in pixels, where nodes are drawn in their own size. */
const ROOMY = 55;
/** Pixels of width under which a canvas is that of a phone. */
export const NARROW = 600;
/** Lines from which on each is thinner, and up to which each is stronger. */
const MANY_LINES = 1_000;
const FEW_LINES = 120;

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** Radius in pixels: by the number of lines at a node, and by the room that each of so many nodes has. */
export function sizeOf(lines: number, isNamed: boolean, { width, height }: CanvasSize, count: number): number {
  const room = Math.sqrt((width * height) / Math.max(1, count)) / ROOMY;
  // On a phone a finger must hit them, and names take more of the picture.
  const [least, most] = width < NARROW ? [0.52, 1] : [0.4, 1.25];
  const scale = Math.min(most, Math.max(least, room));
  return Math.min(20, 4.4 + 2.1 * Math.sqrt(lines)) * (isNamed ? 1 : 0.72) * scale;
}

function linesAt(index: GraphIndex, edges: ReadonlySet<string>): Map<string, number> {
  const lines = new Map<string, number>();
  for (const id of edges) {
    const edge = index.edges.get(id);
    if (edge === undefined) continue;
    for (const end of [edge.source, edge.target]) lines.set(end, (lines.get(end) ?? 0) + 1);
  }
  return lines;
}

/** Beside a neighbour that has a place, else beneath the picture, else by name. */
function firstPlace(index: GraphIndex, places: Places, id: string): { x: number; y: number } {
  const seed = placeByName(id);
  for (const edge of index.edgesOf.get(id) ?? []) {
    const near = places.get(otherEnd(edge, id));
    if (near !== undefined) return { x: near.x + seed.x * 0.8, y: near.y + seed.y * 0.8 };
  }
  if (places.size === 0) return seed;
  let [left, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { x, y } of places.values()) {
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
  }
  return { x: left, y: bottom - 80 };
}

export interface Wanted {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export interface Synced {
  /** The given graph, or one in its place: each single removal would be redrawn. What stays keeps its attributes. */
  readonly graph: Graph;
  /** Nodes that had no place yet. */
  readonly fresh: string[];
}

export const emptyGraph = (): Graph => new Graph({ type: "directed", multi: true, allowSelfLoops: true });

function isSame(graph: Graph, { nodes, edges }: Wanted): boolean {
  if (graph.order !== nodes.size || graph.size !== edges.size) return false;
  for (const id of nodes) if (!graph.hasNode(id)) return false;
  for (const id of edges) if (!graph.hasEdge(id)) return false;
  return true;
}

export function syncGraph(old: Graph, index: GraphIndex, wanted: Wanted, places: Places, canvas: CanvasSize): Synced {
  if (isSame(old, wanted)) return { graph: old, fresh: [] };
  const fresh: string[] = [];
  const graph = emptyGraph();
  const lines = linesAt(index, wanted.edges);
  for (const id of [...wanted.nodes].sort()) {
    const node = index.nodes.get(id);
    if (node === undefined) continue;
    const size = sizeOf(lines.get(id) ?? 0, node.named, canvas, wanted.nodes.size);
    const known = old.hasNode(id) ? old.getNodeAttributes(id) : null;
    if (known !== null) {
      known.size = size;
      graph.addNode(id, known);
      continue;
    }
    let place = places.get(id);
    if (place === undefined) {
      fresh.push(id);
      place = firstPlace(index, places, id);
    }
    graph.addNode(id, { ...place, size, kind: node.kind, named: node.named });
  }
  const count = wanted.edges.size;
  const strength = count > MANY_LINES ? 0.7 : count > FEW_LINES ? 1 : 1.25;
  for (const id of wanted.edges) {
    const edge = index.edges.get(id);
    if (edge === undefined || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const known = old.hasEdge(id) ? old.getEdgeAttributes(id) : lineLook(edge, strength);
    graph.addEdgeWithKey(id, edge.source, edge.target, known);
  }
  for (const [id, bow] of bowsIn(graph)) {
    const a = graph.getEdgeAttributes(id);
    a.curvature = bow;
    // What is only alleged does not take the straight way between two nodes, nor do several between the same two.
    a.path = bow === 0 ? "line" : "curved";
  }
  return { graph, fresh };
}

/** What does not change while a line is on the canvas. */
function lineLook(edge: Edge, strength: number) {
  const line = lineOfEdge(edge);
  const [dash, gap] = DASHES[line];
  return {
    relation: edge.relation,
    line,
    head: SYMMETRIC.has(edge.relation) ? "none" : "arrow",
    dash: gap === 0 ? LONGEST : dash,
    gap: Math.max(gap, 1),
    size: Math.min(4.5, 1.3 + 0.55 * (edge.independentSources - 1)) * strength,
  };
}

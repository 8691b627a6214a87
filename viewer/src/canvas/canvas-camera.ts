/** Where the camera looks: the frame that it counts in, nodes brought into view. */
import type Graph from "graphology";
import type Sigma from "sigma";
import { EDGE_LENGTH } from "../layout/edge-length.js";

/** The frame of a graph: it does not move when nodes are hidden or dragged. Null where there is no node. */
export function frameOf(graph: Graph): { x: [number, number]; y: [number, number] } | null {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  graph.forEachNode((_, a) => {
    left = Math.min(left, a.x);
    right = Math.max(right, a.x);
    low = Math.min(low, a.y);
    high = Math.max(high, a.y);
  });
  if (!Number.isFinite(left)) return null;
  // A lone node, or a row of them, still has room around it.
  const width = Math.max(0, 160 - (right - left)) / 2;
  const height = Math.max(0, 120 - (high - low)) / 2;
  return { x: [left - width, right + width], y: [low - height, high + height] };
}

/** Pixels of an edge of usual length beyond which nearer shows no more. */
const LONG_EDGE = 150;

/** The ratio at which an edge of usual length is so long: small where a large graph is pressed into a small screen. */
function nearest(sigma: Sigma): number {
  const [a, b] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: EDGE_LENGTH, y: 0 })];
  return (Math.hypot(b.x - a.x, b.y - a.y) * sigma.getCamera().ratio) / LONG_EDGE;
}

/** Moves the camera until all the nodes are in view. */
export function glideTo(sigma: Sigma, graph: Graph, ids: readonly string[], duration: number): void {
  const places = ids.flatMap((id) =>
    graph.hasNode(id) ? [sigma.graphToFramedGraph(graph.getNodeAttributes(id) as { x: number; y: number })] : [],
  );
  if (places.length === 0) return;
  const [xs, ys] = [places.map((p) => p.x), places.map((p) => p.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const { width, height } = sigma.getDimensions();
  // Framed coordinates are a square on the shorter side of the screen.
  const side = Math.min(width, height);
  const ratio = Math.max(((right - left) * side) / width, ((bottom - top) * side) / height) * 1.3;
  const least = ids.length > 1 ? Math.min(0.22, nearest(sigma)) : 0.45;
  const state = { x: (left + right) / 2, y: (top + bottom) / 2, ratio: Math.min(1.2, Math.max(least, ratio)) };
  void sigma.getCamera().animate(state, { duration });
}

/** Whether a node lies well inside the screen. */
export function isInView(sigma: Sigma, graph: Graph, id: string): boolean {
  if (!graph.hasNode(id)) return false;
  const { x, y } = graph.getNodeAttributes(id) as { x: number; y: number };
  const at = sigma.graphToViewport({ x, y });
  const { width, height } = sigma.getDimensions();
  return at.x > 40 && at.y > 40 && at.x < width - 40 && at.y < height - 40;
}

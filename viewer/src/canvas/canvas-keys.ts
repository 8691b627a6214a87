/** The canvas by keyboard: arrows go to the nearest node that way, letters act on the chosen one. */
import type Graph from "graphology";

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";
const ANGLES: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
export const isDirection = (key: string): key is Direction => Object.hasOwn(ANGLES, key);

/**
 * The visible node nearest in a direction: neighbours first, then any other; null where there is none that way.
 * Without a start, the largest node.
 */
export function nextNode(graph: Graph, from: string | null, direction: Direction): string | null {
  const visible = graph.filterNodes((_, a) => a.visibility !== "hidden");
  if (from === null || !graph.hasNode(from)) {
    const [first] = visible.sort(
      (a, b) => graph.getNodeAttribute(b, "size") - graph.getNodeAttribute(a, "size") || (a < b ? -1 : 1),
    );
    return first ?? null;
  }
  const [dx, dy] = ANGLES[direction];
  const { x, y } = graph.getNodeAttributes(from) as { x: number; y: number };
  const neighbours = new Set(graph.neighbors(from));
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of visible) {
    if (id === from) continue;
    const a = graph.getNodeAttributes(id) as { x: number; y: number };
    const along = (a.x - x) * dx + (a.y - y) * dy;
    const across = Math.abs((a.x - x) * dy - (a.y - y) * dx);
    if (along <= 0 || across > along) continue;
    const cost = (along + across * 1.5) * (neighbours.has(id) ? 0.35 : 1);
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}

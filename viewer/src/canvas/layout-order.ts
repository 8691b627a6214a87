/** What the layout's worker is given of a graph. */
import type Graph from "graphology";
import type { LayoutOrder } from "../layout/lay-out.js";
import { numberOf } from "../layout/places.js";

/**
 * @param isHeld nodes that keep their place
 * @returns the order, and the nodes in the order of its numbers
 */
export function layoutOrder(
  graph: Graph,
  isHeld: (id: string) => boolean,
  aspect: number,
): { readonly ids: readonly string[]; readonly order: LayoutOrder } {
  // In no order of their own: what comes first would pull the rest its way.
  const ids = graph.nodes().sort((a, b) => numberOf(a) - numberOf(b));
  const at = new Map(ids.map((id, k) => [id, k]));
  const places = new Float64Array(ids.length * 2);
  const sizes = new Float64Array(ids.length);
  const fixed = new Uint8Array(ids.length);
  for (const [k, id] of ids.entries()) {
    const a = graph.getNodeAttributes(id);
    places.set([a.x, a.y], 2 * k);
    sizes[k] = a.size;
    fixed[k] = isHeld(id) ? 1 : 0;
  }
  const ends = new Uint32Array(graph.size * 2);
  let e = 0;
  graph.forEachEdge((_, __, source, target) => {
    ends.set([at.get(source) ?? 0, at.get(target) ?? 0], e);
    e += 2;
  });
  return { ids, order: { places, sizes, fixed, ends, aspect } };
}

/** Gives the nodes the places [x, y, x, y, …] that the layout found, in the order in which they were asked for. */
export function takePlaces(graph: Graph, ids: readonly string[], places: ArrayLike<number>): void {
  for (const [k, id] of ids.entries())
    if (graph.hasNode(id))
      Object.assign(graph.getNodeAttributes(id), { x: places[2 * k] ?? 0, y: places[2 * k + 1] ?? 0 });
}

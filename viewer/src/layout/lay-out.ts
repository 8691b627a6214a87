/** The layout of a whole graph, part by part. Pure: the same order gives the same places, in a worker as in a test. */
import { packParts } from "./pack-parts.js";
import { partOverlaps } from "./part-overlaps.js";
import { type Part, shapePart } from "./shape-part.js";

export interface LayoutOrder {
  /** First places, x and y in turn. */
  readonly places: Float64Array;
  readonly sizes: Float64Array;
  /** 1 where a node is held. */
  readonly fixed: Uint8Array;
  readonly ends: Uint32Array;
  readonly aspect: number;
}

/** Sizes are of the screen; a whole graph is drawn smaller than its units, its nodes are not. */
const ROOM_FOR_SIZE = 2.6;
const OVERLAP_MARGIN = 24;
/** Room around a part, and beside it for the names of its outermost nodes. */
const ROOM = 22;
const NAME_ROOM = 110;
/** Parts of so few nodes stand upright. */
const SMALL = 7;

/** Connected parts as lists of node numbers, largest first, then by their first node. */
export function partsOf(count: number, ends: Uint32Array): number[][] {
  const root = Array.from({ length: count }, (_, n) => n);
  const find = (n: number): number => {
    let at = n;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  for (let e = 0; e < ends.length; e += 2) {
    const [a, b] = [find(ends[e] ?? 0), find(ends[e + 1] ?? 0)];
    if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let n = 0; n < count; n++) {
    const list = parts.get(find(n));
    if (list === undefined) parts.set(find(n), [n]);
    else list.push(n);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

function cut(order: LayoutOrder, nodes: readonly number[], partOfNode: Int32Array, part: number): Part {
  const at = new Map(nodes.map((n, k) => [n, k]));
  const ends: number[] = [];
  for (let e = 0; e < order.ends.length; e += 2) {
    const [a, b] = [order.ends[e] ?? 0, order.ends[e + 1] ?? 0];
    if (partOfNode[a] === part && a !== b) ends.push(at.get(a) ?? 0, at.get(b) ?? 0);
  }
  return {
    places: Float64Array.from(nodes.flatMap((n) => [order.places[2 * n] ?? 0, order.places[2 * n + 1] ?? 0])),
    sizes: Float64Array.from(nodes, (n) => (order.sizes[n] ?? 1) * ROOM_FOR_SIZE),
    fixed: Uint8Array.from(nodes, (n) => order.fixed[n] ?? 0),
    ends: Uint32Array.from(ends),
  };
}

/** Turns a part so that its longer side lies along the longer side of the screen. */
function turn(places: Float64Array, isWide: boolean): void {
  const count = places.length / 2;
  let [mx, my] = [0, 0];
  for (let n = 0; n < count; n++) {
    mx += (places[2 * n] ?? 0) / count;
    my += (places[2 * n + 1] ?? 0) / count;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    const [x, y] = [(places[2 * n] ?? 0) - mx, (places[2 * n + 1] ?? 0) - my];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy) + (isWide ? 0 : Math.PI / 2);
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  for (let n = 0; n < count; n++) {
    const [x, y] = [(places[2 * n] ?? 0) - mx, (places[2 * n + 1] ?? 0) - my];
    places[2 * n] = x * cos - y * sin;
    places[2 * n + 1] = x * sin + y * cos;
  }
}

function boxOf({ places, sizes }: Part): { left: number; top: number; width: number; height: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let n = 0; n < sizes.length; n++) {
    const [x, y, r] = [places[2 * n] ?? 0, places[2 * n + 1] ?? 0, (sizes[n] ?? 0) + ROOM];
    left = Math.min(left, x - r);
    right = Math.max(right, x + r);
    top = Math.min(top, y - r);
    bottom = Math.max(bottom, y + r);
  }
  return { left, top, width: right - left + NAME_ROOM, height: bottom - top };
}

/**
 * Writes places into `order.places`.
 * @param onProgress called while the largest part takes shape; false stops the work where it is
 */
export function layOut(order: LayoutOrder, onProgress: () => boolean = () => true): void {
  const count = order.sizes.length;
  const aspect = Math.min(2.2, Math.max(0.5, order.aspect));
  const lists = partsOf(count, order.ends);
  const partOfNode = new Int32Array(count);
  for (const [p, nodes] of lists.entries()) for (const n of nodes) partOfNode[n] = p;
  const isHeld = order.fixed.some((f) => f === 1);
  let isStopped = false;
  const parts = lists.map((nodes, p) => {
    const part = cut(order, nodes, partOfNode, p);
    const put = () => {
      for (const [k, n] of nodes.entries()) {
        order.places[2 * n] = part.places[2 * k] ?? 0;
        order.places[2 * n + 1] = part.places[2 * k + 1] ?? 0;
      }
    };
    if (!isStopped)
      shapePart(part, () => {
        if (p > 0) return true;
        put();
        isStopped = !onProgress();
        return !isStopped;
      });
    // A small part stands upright: its names lie beside it, not on it.
    if (!isHeld) turn(part.places, nodes.length > SMALL && aspect >= 1);
    partOverlaps(part.places, part.sizes, part.fixed, OVERLAP_MARGIN);
    put();
    return part;
  });
  // Places that were held stay, so the parts do too.
  if (isHeld) return;
  const boxes = parts.map(boxOf);
  const corners = packParts(boxes, aspect);
  for (const [p, nodes] of lists.entries()) {
    const [box, corner, part] = [boxes[p], corners[p], parts[p]];
    if (box === undefined || corner === undefined || part === undefined) continue;
    for (const [k, n] of nodes.entries()) {
      order.places[2 * n] = (part.places[2 * k] ?? 0) - box.left + corner.x;
      // The canvas counts y upwards.
      order.places[2 * n + 1] = -((part.places[2 * k + 1] ?? 0) - box.top + corner.y);
    }
  }
}

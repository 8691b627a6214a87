/** Which names stand on the canvas, and on which side of their node: the weightiest first, none over another. */

export interface LabelNode {
  readonly id: string;
  /** Pixels on the canvas. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Where it may stand; anywhere when left out. */
  readonly sides?: readonly Side[];
  /** Larger ones are placed first; what must be said has `Infinity`. */
  readonly weight: number;
}
const SIDES = ["right", "left", "below", "above"] as const;
export type Side = (typeof SIDES)[number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 5;
/** From this weight on a name may stand over nodes: what it names was asked for. */
export const FORWARD = 1_000;
/** Names stand on the right unless that hides something: one side is calmer than four. */
const SIDE_COST: Readonly<Record<Side, number>> = { right: 0, left: 25, below: 45, above: 50 };
const CELL = 80;

function boxAt({ x, y, radius, width, height }: LabelNode, side: Side): Box {
  const left = side === "right" ? x + radius + GAP : side === "left" ? x - radius - GAP - width : x - width / 2;
  const top = side === "below" ? y + radius + 2 : side === "above" ? y - radius - 2 - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

/** Cells of a row of the grid; more than any screen has. */
const ROW = 4_096;

/** Boxes by the cells of a grid, so that each is compared with its surroundings alone. */
class Grid {
  readonly #cells = new Map<number, Box[]>();

  put(box: Box): void {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        const list = this.#cells.get(y * ROW + x);
        if (list === undefined) this.#cells.set(y * ROW + x, [box]);
        else list.push(box);
      }
  }
  /** Area of overlap with what is there; a box over several cells counts in each, which only makes it dearer. */
  overlap(box: Box): number {
    let area = 0;
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        const list = this.#cells.get(y * ROW + x);
        if (list === undefined) continue;
        for (const other of list) {
          const w = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const h = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          if (w > 0 && h > 0) area += w * h;
        }
      }
    return area;
  }
}

/** @param nodes all visible ones: names keep clear of every node, not of the named ones alone */
export function placeLabels(
  nodes: readonly LabelNode[],
  screen: { readonly width: number; readonly height: number },
): Map<string, Side> {
  const labels = new Grid();
  const discs = new Grid();
  for (const { x, y, radius: r } of nodes) discs.put({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  const out = new Map<string, Side>();
  const sorted = nodes.filter((n) => n.width > 0).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  for (const node of sorted) {
    const own = (2 * node.radius) ** 2;
    let best: Side | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const side of node.sides ?? SIDES) {
      const box = boxAt(node, side);
      const over = labels.overlap(box);
      if (over > 0 && node.weight !== Number.POSITIVE_INFINITY) continue;
      const isOut = box.left < 2 || box.right > screen.width - 2 || box.top < 2 || box.bottom > screen.height - 2;
      if (isOut && node.weight !== Number.POSITIVE_INFINITY) continue;
      const cost = over * 4 + discs.overlap(box) + SIDE_COST[side] + (isOut ? 500 : 0);
      if (cost < least) [best, least] = [side, cost];
    }
    // A name over a few small nodes is still read; one over large ones hides them.
    const allowed = node.weight >= FORWARD ? Number.POSITIVE_INFINITY : 70 + own * 0.8;
    if (best === null || least > allowed) continue;
    out.set(node.id, best);
    labels.put(boxAt(node, best));
  }
  return out;
}

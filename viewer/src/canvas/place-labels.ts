/** Which names stand on the canvas, and on which side of their node: the weightiest first, none over another. */

interface Label {
  readonly id: string;
  /** Larger ones are placed first; what must be said has `Infinity`. */
  readonly weight: number;
}
export interface LabelNode extends Label {
  /** Pixels on the canvas. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}
/** A name that lies along its line. */
export interface LabelLine extends Label {
  /** What it covers, piece by piece: a slanted text is no upright box. */
  readonly boxes: readonly Box[];
}
const SIDES = ["right", "left", "below", "above"] as const;
export type Side = (typeof SIDES)[number];

export interface Box {
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
/** Square pixels of nodes under the name of a line from which on it cannot be read. */
const MOST_COVERED = 30;
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

/** The side that hides least, if any will do. */
function bestSide(node: LabelNode, labels: Grid, discs: Grid, screen: Screen): Side | null {
  let best: Side | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const side of SIDES) {
    const box = boxAt(node, side);
    const over = labels.overlap(box);
    if (over > 0 && node.weight !== Number.POSITIVE_INFINITY) continue;
    const isOut = box.left < 2 || box.right > screen.width - 2 || box.top < 2 || box.bottom > screen.height - 2;
    if (isOut && node.weight !== Number.POSITIVE_INFINITY) continue;
    const cost = over * 4 + discs.overlap(box) + SIDE_COST[side] + (isOut ? 500 : 0);
    if (cost < least) [best, least] = [side, cost];
  }
  // A name over a few small nodes is still read; one over large ones hides them.
  const allowed = node.weight >= FORWARD ? Number.POSITIVE_INFINITY : 70 + 0.8 * (2 * node.radius) ** 2;
  return least > allowed ? null : best;
}

/** Whether a line's name is read where it lies. Nodes are drawn over it, so it yields to those that come forward too. */
function isFree({ boxes }: LabelLine, labels: Grid, discs: Grid): boolean {
  let covered = 0;
  for (const box of boxes) {
    if (labels.overlap(box) > 0) return false;
    covered += discs.overlap(box);
    if (covered > MOST_COVERED) return false;
  }
  return true;
}

interface Screen {
  readonly width: number;
  readonly height: number;
}

/**
 * @param nodes all visible ones: names keep clear of every node, not of the named ones alone
 * @returns the side of each node that is named, and each line that is
 */
export function placeLabels(
  nodes: readonly LabelNode[],
  screen: Screen,
  lines: readonly LabelLine[] = [],
): { readonly sides: Map<string, Side>; readonly lines: Set<string> } {
  const labels = new Grid();
  const discs = new Grid();
  for (const { x, y, radius: r } of nodes) discs.put({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  const out = { sides: new Map<string, Side>(), lines: new Set<string>() };
  const items: readonly (LabelNode | LabelLine)[] = [...nodes.filter((n) => n.width > 0), ...lines];
  for (const item of [...items].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    if ("boxes" in item) {
      if (!isFree(item, labels, discs)) continue;
      out.lines.add(item.id);
      for (const box of item.boxes) labels.put(box);
    } else {
      const side = bestSide(item, labels, discs, screen);
      if (side === null) continue;
      out.sides.set(item.id, side);
      labels.put(boxAt(item, side));
    }
  }
  return out;
}

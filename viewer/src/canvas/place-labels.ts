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
  /** Steps back behind what was asked for: names may cover it, but would rather not. */
  readonly isFaint?: boolean;
  /** How many lines of its own leave it on each side. */
  readonly taken?: ReadonlyMap<Side, number>;
}
/** A name that lies along its line. */
export interface LabelLine extends Label {
  /** What each way to say it covers, the fullest first, piece by piece: a slanted text is no upright box. */
  readonly ways: readonly Iterable<Box>[];
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
/** Of the first line under a name, and of each further one. */
const TAKEN_COST = 40;
const CROWDED_COST = 20;
/** Square pixels of nodes under the name of a line from which on it cannot be read. */
const MOST_COVERED = 30;
/** Of nodes under the name of a node that comes forward; any other yields to what it would hide sooner. */
const MOST_UNDER_FORWARD = 260;
const FAINT_SHARE = 0.12;
/** The weightiest nodes of a picture, and how much each name of theirs may hide: without them nobody knows where to look. */
const LEADING = 12;
const MOST_UNDER_LEADING = 1_400;
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
  /**
   * Area of overlap with what is there; a box over several cells counts in each, which only makes it dearer.
   * @param enough from which on more does not matter
   */
  overlap(box: Box, enough: number): number {
    let area = 0;
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        const list = this.#cells.get(y * ROW + x);
        if (list === undefined) continue;
        for (const other of list) {
          if (other.left >= box.right || other.right <= box.left) continue;
          const h = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          if (h <= 0) continue;
          area += h * (Math.min(box.right, other.right) - Math.max(box.left, other.left));
          if (area >= enough) return area;
        }
      }
    return area;
  }
  touches(box: Box): boolean {
    return this.overlap(box, Number.MIN_VALUE) > 0;
  }
}

interface Drawn {
  readonly labels: Grid;
  readonly discs: Grid;
  readonly faint: Grid;
}

/** The side that hides least, if any will do. */
function bestSide(node: LabelNode, isLeading: boolean, { labels, discs, faint }: Drawn, screen: Screen): Side | null {
  const must = node.weight === Number.POSITIVE_INFINITY;
  // A name over a few small nodes is still read; one over large ones hides them.
  const allowed = must
    ? Number.POSITIVE_INFINITY
    : node.weight >= FORWARD
      ? MOST_UNDER_FORWARD
      : isLeading
        ? MOST_UNDER_LEADING
        : 30 + 0.35 * (2 * node.radius) ** 2;
  let best: Side | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const side of SIDES) {
    const lines = node.taken?.get(side) ?? 0;
    const base = SIDE_COST[side] + (lines === 0 ? 0 : TAKEN_COST + CROWDED_COST * (lines - 1));
    if (base >= least) continue;
    const box = boxAt(node, side);
    const isOut = box.left < 2 || box.right > screen.width - 2 || box.top < 2 || box.bottom > screen.height - 2;
    if (!must && (isOut || labels.touches(box))) continue;
    const under = discs.overlap(box, allowed);
    if (under >= allowed) continue;
    const over = must ? labels.overlap(box, Number.POSITIVE_INFINITY) : 0;
    const cost = base + over * 4 + under + faint.overlap(box, 500) * FAINT_SHARE + (isOut ? 500 : 0);
    if (cost < least) [best, least] = [side, cost];
  }
  return best;
}

/** Whether a line's name is read where it lies. Nodes are drawn over it, so it yields to those that come forward too. */
function isFree(boxes: Iterable<Box>, { labels, discs }: Drawn): boolean {
  let covered = 0;
  for (const box of boxes) {
    if (labels.touches(box)) return false;
    covered += discs.overlap(box, MOST_COVERED);
    if (covered > MOST_COVERED) return false;
  }
  return true;
}

interface Screen {
  readonly width: number;
  readonly height: number;
}

/** The weightiest first; of what must be said lines, since a node's name can stand on another side. */
const byWeight = (a: LabelNode | LabelLine, b: LabelNode | LabelLine): number =>
  a.weight === b.weight ? Number("ways" in b) - Number("ways" in a) || (a.id < b.id ? -1 : 1) : b.weight - a.weight;

/** The buttons in the corner of the canvas lie over it: a name beneath them is not read. */
const BUTTONS = { width: 50, height: 165 };

/**
 * @param nodes all visible ones: names keep clear of every node, not of the named ones alone
 * @returns the side of each node that is named, and for each line that is the number of the way in which it is said
 */
export function placeLabels(
  nodes: readonly LabelNode[],
  screen: Screen,
  lines: readonly LabelLine[] = [],
): { readonly sides: Map<string, Side>; readonly lines: Map<string, number> } {
  const grids: Drawn = { labels: new Grid(), discs: new Grid(), faint: new Grid() };
  const { width, height } = screen;
  grids.labels.put({ left: width - BUTTONS.width, top: height - BUTTONS.height, right: width, bottom: height });
  for (const { x, y, radius: r, isFaint } of nodes)
    (isFaint === true ? grids.faint : grids.discs).put({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  const out = { sides: new Map<string, Side>(), lines: new Map<string, number>() };
  const items: readonly (LabelNode | LabelLine)[] = [...nodes.filter((n) => n.width > 0), ...lines];
  let seen = 0;
  for (const item of [...items].sort(byWeight)) {
    if ("ways" in item) {
      const way = item.ways.findIndex((boxes) => isFree(boxes, grids));
      if (way < 0) continue;
      out.lines.set(item.id, way);
      for (const box of item.ways[way] ?? []) grids.labels.put(box);
    } else {
      const side = bestSide(item, seen++ < LEADING, grids, screen);
      if (side === null) continue;
      out.sides.set(item.id, side);
      grids.labels.put(boxAt(item, side));
    }
  }
  return out;
}

/** Where the connected parts of a graph stand: the largest first, the small ones in calm rows beneath and beside it. */

export interface Box {
  readonly width: number;
  readonly height: number;
}
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Room between two parts. */
const GAP = 18;

/**
 * Rows of boxes that together come near the wanted shape.
 * @param boxes the largest first
 * @param aspect width by height of the screen
 * @returns the upper left corner of each box (y grows downwards)
 */
export function packParts(boxes: readonly Box[], aspect: number): Corner[] {
  const area = boxes.reduce((sum, b) => sum + (b.width + GAP) * (b.height + GAP), 0);
  let best: Corner[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const factor of WIDTHS) {
    const corners = packInto(boxes, Math.max(boxes[0]?.width ?? 0, Math.sqrt(area * aspect) * factor));
    const width = Math.max(0, ...corners.map((c, k) => c.x + (boxes[k]?.width ?? 0)));
    const height = Math.max(0, ...corners.map((c, k) => c.y + (boxes[k]?.height ?? 0)));
    const side = Math.max(width / aspect, height);
    if (side < least) [best, least] = [corners, side];
  }
  return best;
}

/** Widths that are tried, as shares of that of a square without gaps. */
const WIDTHS = [0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.55, 1.7, 1.9, 2.2];

function packInto(boxes: readonly Box[], width: number): Corner[] {
  const [first] = boxes;
  if (first === undefined) return [];
  const corners: Corner[] = [{ x: 0, y: 0 }];
  // Rows beside the main part where the screen is wider than it, then rows beneath.
  let k = 1;
  const side = width - first.width - GAP;
  let y = 0;
  while (k < boxes.length && side > 0) {
    const row = fillRow(boxes, k, side);
    if (row.count === 0 || (k > 1 && y + row.height > first.height)) break;
    for (let n = 0; n < row.count; n++) corners.push({ x: first.width + GAP + (row.xs[n] ?? 0), y });
    k += row.count;
    y += row.height + GAP;
  }
  y = Math.max(first.height, y - GAP) + GAP;
  while (k < boxes.length) {
    const row = fillRow(boxes, k, width);
    const taken = Math.max(1, row.count);
    for (let n = 0; n < taken; n++) corners.push({ x: row.xs[n] ?? 0, y });
    k += taken;
    y += Math.max(row.height, boxes[k - 1]?.height ?? 0) + GAP;
  }
  return corners;
}

/** How many boxes from `from` on fit beside each other, and where each begins. */
function fillRow(boxes: readonly Box[], from: number, width: number): { count: number; height: number; xs: number[] } {
  const xs: number[] = [];
  let x = 0;
  let height = 0;
  for (let k = from; k < boxes.length; k++) {
    const box = boxes[k];
    if (box === undefined || x + box.width > width) break;
    xs.push(x);
    x += box.width + GAP;
    height = Math.max(height, box.height);
  }
  return { count: xs.length, height, xs };
}

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
const GAP = 34;

/**
 * Rows of boxes that together come near the wanted shape.
 * @param boxes the largest first
 * @param aspect width by height of the screen
 * @returns the upper left corner of each box (y grows downwards)
 */
export function packParts(boxes: readonly Box[], aspect: number): Corner[] {
  const [first] = boxes;
  if (first === undefined) return [];
  const area = boxes.reduce((sum, b) => sum + (b.width + GAP) * (b.height + GAP), 0);
  const wanted = Math.max(first.width, Math.sqrt(area * 1.15 * aspect));
  const corners: Corner[] = [{ x: 0, y: 0 }];
  // A column beside the main part where the screen is wider than it, then rows beneath.
  let k = 1;
  const side = wanted - first.width - GAP;
  let y = 0;
  while (k < boxes.length && side > 0) {
    const row = fillRow(boxes, k, side);
    if (row.count === 0 || y + row.height > first.height) break;
    for (let n = 0; n < row.count; n++) corners.push({ x: first.width + GAP + (row.xs[n] ?? 0), y });
    k += row.count;
    y += row.height + GAP;
  }
  y = Math.max(first.height, y - GAP) + GAP;
  const width = Math.max(wanted, first.width);
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

/** Pushes nodes apart that would be drawn over each other, by a grid, a bounded number of rounds. */

const ROUNDS = 40;

/**
 * @param places x and y in turn; written in place
 * @param sizes radius of each node
 * @param margin room between two nodes
 */
export function partOverlaps(places: Float64Array, sizes: Float64Array, fixed: Uint8Array, margin: number): void {
  const count = sizes.length;
  let largest = 0;
  for (const size of sizes) largest = Math.max(largest, size);
  const cell = Math.max(1, 2 * largest + margin);
  for (let round = 0; round < ROUNDS; round++) {
    const grid = new Map<string, number[]>();
    for (let n = 0; n < count; n++) {
      const key = `${Math.floor((places[2 * n] ?? 0) / cell)} ${Math.floor((places[2 * n + 1] ?? 0) / cell)}`;
      const list = grid.get(key);
      if (list === undefined) grid.set(key, [n]);
      else list.push(n);
    }
    let moved = false;
    for (let a = 0; a < count; a++) {
      const gx = Math.floor((places[2 * a] ?? 0) / cell);
      const gy = Math.floor((places[2 * a + 1] ?? 0) / cell);
      for (let x = gx - 1; x <= gx + 1; x++)
        for (let y = gy - 1; y <= gy + 1; y++)
          for (const b of grid.get(`${x} ${y}`) ?? [])
            if (b > a && push(places, sizes, fixed, margin, a, b)) moved = true;
    }
    if (!moved) return;
  }
}

function push(
  places: Float64Array,
  sizes: Float64Array,
  fixed: Uint8Array,
  margin: number,
  a: number,
  b: number,
): boolean {
  const wanted = (sizes[a] ?? 0) + (sizes[b] ?? 0) + margin;
  let dx = (places[2 * b] ?? 0) - (places[2 * a] ?? 0);
  let dy = (places[2 * b + 1] ?? 0) - (places[2 * a + 1] ?? 0);
  let distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  if (distance < 1e-6) {
    // Two at one place part along an angle that follows from their numbers.
    dx = Math.cos(a * 2.4 + b);
    dy = Math.sin(a * 2.4 + b);
    distance = 1;
  }
  const free = 2 - (fixed[a] ?? 0) - (fixed[b] ?? 0);
  if (free === 0) return false;
  const by = (wanted - Math.min(distance, wanted)) / free / distance + 1e-9;
  if (fixed[a] !== 1) {
    places[2 * a] = (places[2 * a] ?? 0) - dx * by;
    places[2 * a + 1] = (places[2 * a + 1] ?? 0) - dy * by;
  }
  if (fixed[b] !== 1) {
    places[2 * b] = (places[2 * b] ?? 0) + dx * by;
    places[2 * b + 1] = (places[2 * b + 1] ?? 0) + dy * by;
  }
  return true;
}

/** Maximum spanning tree with a single root (Chu-Liu/Edmonds) over arc scores. */

function argmaxHeads(score: (dependent: number, head: number) => number, n: number): Int32Array {
  const heads = new Int32Array(n + 1).fill(-1);
  for (let d = 1; d <= n; d++) {
    let best = -1;
    for (let h = 0; h <= n; h++) if (h !== d && (best < 0 || score(d, h) > score(d, best))) best = h;
    heads[d] = best;
  }
  return heads;
}

function findCycle(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let at = start;
    while (at > 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at] ?? 0;
    }
    if (at > 0 && seen[at] === start) {
      const cycle = [at];
      for (let next = heads[at] ?? 0; next !== at; next = heads[next] ?? 0) cycle.push(next);
      return cycle;
    }
  }
  return null;
}

/** Heads of nodes 1..n (0 the root) of the best tree; scores[d * (n + 1) + h]. */
function spanningTree(scores: Float64Array, n: number): Int32Array {
  const width = n + 1;
  const at = (d: number, h: number) => scores[d * width + h] ?? Number.NEGATIVE_INFINITY;
  const heads = argmaxHeads(at, n);
  const cycle = findCycle(heads);
  if (cycle === null) return heads;
  // The cycle becomes one node, the last one; the others keep their order.
  const inside = new Set(cycle);
  const outside = Array.from({ length: width }, (_, k) => k).filter((k) => !inside.has(k));
  const m = outside.length;
  const smaller = new Float64Array((m + 1) * (m + 1)).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(m + 1);
  const leaves = new Int32Array(m + 1);
  const total = cycle.reduce((sum, d) => sum + at(d, heads[d] ?? 0), 0);
  outside.forEach((d, x) => {
    if (x > 0)
      outside.forEach((h, y) => {
        smaller[x * (m + 1) + y] = d === h ? Number.NEGATIVE_INFINITY : at(d, h);
      });
    // From the outside node into the cycle: which node of the cycle it breaks at.
    let bestIn = cycle[0] ?? 0;
    let bestInScore = Number.NEGATIVE_INFINITY;
    let bestOut = cycle[0] ?? 0;
    for (const c of cycle) {
      const value = total + at(c, d) - at(c, heads[c] ?? 0);
      if (value > bestInScore) [bestIn, bestInScore] = [c, value];
      if (at(d, c) > at(d, bestOut)) bestOut = c;
    }
    enters[x] = bestIn;
    leaves[x] = bestOut;
    smaller[m * (m + 1) + x] = bestInScore;
    if (x > 0) smaller[x * (m + 1) + m] = at(d, bestOut);
  });
  const solved = spanningTree(smaller, m);
  const out = Int32Array.from(heads);
  for (let x = 1; x < m; x++) {
    const h = solved[x] ?? 0;
    out[outside[x] ?? 0] = h === m ? (leaves[x] ?? 0) : (outside[h] ?? 0);
  }
  const entry = solved[m] ?? 0;
  out[enters[entry] ?? 0] = outside[entry] ?? 0;
  return out;
}

/** Heads of tokens 1..n, 0 for the one root; arc[d * (n + 1) + h] scores token d under head h. */
export function bestTree(arc: Float32Array, n: number): Int32Array {
  const width = n + 1;
  const scores = Float64Array.from(arc.subarray(0, width * width));
  const rootsOf = (heads: Int32Array) => heads.reduce((sum, h, d) => sum + (d > 0 && h === 0 ? 1 : 0), 0);
  const free = spanningTree(scores, n);
  if (rootsOf(free) <= 1) return free;
  // Several roots: the best tree for each candidate root, others kept off the root.
  const candidates = Array.from({ length: n }, (_, k) => k + 1)
    .filter((d) => free[d] === 0)
    .slice(0, 8);
  let best = free;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of candidates) {
    const forced = Float64Array.from(scores);
    for (let d = 1; d <= n; d++) if (d !== root) forced[d * width] = -1e9;
    const tree = spanningTree(forced, n);
    let sum = 0;
    for (let d = 1; d <= n; d++) sum += forced[d * width + (tree[d] ?? 0)] ?? 0;
    if (sum > bestScore) [best, bestScore] = [tree, sum];
  }
  return best;
}

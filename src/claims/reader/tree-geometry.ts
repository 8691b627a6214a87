/**
 * Where two candidates stand in a sentence's tree: the numbers that the reader's heads take beside token vectors.
 * The same as training/reader/heads.py (`geometry`, `hanging`). Positions are 1-based tokens; 0 is the root, which as
 * a source stands for the open agent. Heads are 1-based with 0 for the root.
 */

/** How far apart two ends are, in tokens: borders of the distance buckets. */
const DISTANCES = [-20, -10, -5, -2, 0, 1, 3, 6, 11, 21];
/** Words on each side of the target that stand for the context where the agent is open. */
const CONTEXT_OF_OPEN_AGENT = 6;
const LONGEST_PATH = 60;

/** 1-based token and its ancestors, up to the root 0. */
export function ancestors(heads: readonly number[], token: number): number[] {
  const path = [token];
  let at = token;
  while (at > 0 && path.length < LONGEST_PATH) {
    at = heads[at - 1] ?? 0;
    path.push(at);
  }
  return path;
}

/** Lowest common ancestor, context begin and end, both parents, distance bucket of the pair (i, j). */
export function geometryOf(
  heads: readonly number[],
  i: number,
  j: number,
): readonly [number, number, number, number, number, number] {
  const upOfJ = ancestors(heads, j);
  const upOfI = i > 0 ? ancestors(heads, i) : [0];
  const lowest = i > 0 ? (upOfI.find((x) => upOfJ.includes(x)) ?? 0) : (heads[j - 1] ?? 0);
  const begin = i > 0 ? Math.min(i, j) : Math.max(1, j - CONTEXT_OF_OPEN_AGENT);
  const end = i > 0 ? Math.max(i, j) + 1 : Math.min(heads.length + 1, j + CONTEXT_OF_OPEN_AGENT + 1);
  const bucket = DISTANCES.filter((border) => j - i > border).length;
  return [lowest, begin, end, upOfI[1] ?? 0, upOfJ[1] ?? 0, bucket];
}

/** The same where one end stands in another sentence (a position beyond the tokens): what is around the other, as for the open agent. */
export function geometryElsewhere(
  heads: readonly number[],
  i: number,
  j: number,
): readonly [number, number, number, number, number, number] {
  const isOther = (position: number) => position > heads.length;
  const here = isOther(i) ? j : i;
  const parent = ancestors(heads, here)[1] ?? 0;
  return [
    heads[here - 1] ?? 0,
    Math.max(1, here - CONTEXT_OF_OPEN_AGENT),
    Math.min(heads.length + 1, here + CONTEXT_OF_OPEN_AGENT + 1),
    isOther(i) ? 0 : parent,
    isOther(j) ? 0 : parent,
    DISTANCES.length + 1,
  ];
}

/**
 * How each candidate hangs on each token, row 0 for the root: [(N + 1) × C] codes. `relationIndexes` are those of the
 * tokens' dependency relations among `relationCount` labels.
 */
export function hanging(
  heads: readonly number[],
  relationIndexes: readonly number[],
  relationCount: number,
  candidates: readonly number[],
): BigInt64Array {
  const k = relationCount;
  const [child, sibling, top, self, root, far] = [
    2 * k,
    2 * k + 1,
    2 * k + 2,
    2 * k + 3,
    2 * k + 4,
    2 * k + 5,
  ] as const;
  const n = heads.length;
  const width = candidates.length;
  const codes = new BigInt64Array((n + 1) * width).fill(BigInt(far));
  const put = (row: number, column: number, code: number) => {
    codes[row * width + column] = BigInt(code);
  };
  candidates.forEach((position, column) => {
    if (position === 0) {
      for (let row = 0; row <= n; row++) put(row, column, root);
      return;
    }
    const up = heads[position - 1] ?? 0;
    const relation = relationIndexes[position - 1] ?? 0;
    put(up, column, relation);
    put(position, column, self);
    if (up > 0) {
      const second = heads[up - 1] ?? 0;
      put(second, column, second > 0 ? k + (relationIndexes[up - 1] ?? 0) : top);
    }
    for (let token = 1; token <= n; token++) {
      if (heads[token - 1] === position) put(token, column, child);
      else if (up > 0 && heads[token - 1] === up && token !== position) put(token, column, sibling);
    }
  });
  return codes;
}

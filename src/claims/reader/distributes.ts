/**
 * Lists that go one by one: in "Antonio Tajani (PPE), Gianni Pittella (PSE)" each has the tie told beside it, and none
 * those of the others. Pairs of ends are positions.
 */
export type Pair = readonly [source: number, target: number];

/** Whether the sure pairs of two coordinations tell apart who has what: several of either side, and not each with each. */
export function distributes(pairs: readonly Pair[]): boolean {
  const sources = new Set(pairs.map(([source]) => source));
  const targets = new Set(pairs.map(([, target]) => target));
  return sources.size > 1 && targets.size > 1 && pairs.length < sources.size * targets.size;
}

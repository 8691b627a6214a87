/** How far lines bow from the straight way between their ends, as a share of its length. */

/** Between one line and the next of the same two ends. */
export const SPREAD = 0.22;
/** Of a single line that is only alleged. */
export const ALLEGED_BOW = 0.18;

/**
 * The bow of one of several lines between the same two. Of an odd number none lies in the middle, which would be straight:
 * that is the way of what is not only alleged.
 */
export const spreadOf = (at: number, count: number, spread: number = SPREAD): number =>
  (at - (count - 1) / 2 + (count % 2 === 1 ? 0.5 : 0)) * spread;

export interface Bowed {
  readonly source: string;
  readonly target: string;
  readonly isAlleged: boolean;
}

/**
 * The bow of each line, to the left of its way from source to target where y counts upwards. Between two, those that go one
 * way come before those that go the other, as the renderer orders them.
 */
export function bowsOf(lines: readonly Bowed[]): number[] {
  const isForward = ({ source, target }: Bowed) => source <= target;
  const groups = new Map<string, { forth: number; back: number; seenForth: number; seenBack: number }>();
  const groupOf = ({ source, target }: Bowed) => {
    const key = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    const known = groups.get(key) ?? { forth: 0, back: 0, seenForth: 0, seenBack: 0 };
    groups.set(key, known);
    return known;
  };
  for (const line of lines) groupOf(line)[isForward(line) ? "forth" : "back"]++;
  return lines.map((line) => {
    const group = groupOf(line);
    const count = group.forth + group.back;
    if (count === 1) return line.isAlleged ? ALLEGED_BOW : 0;
    return isForward(line) ? spreadOf(group.seenForth++, count) : -spreadOf(group.forth + group.seenBack++, count);
  });
}

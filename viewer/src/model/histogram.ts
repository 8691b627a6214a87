/** Days on a line: the bars of the time slider and the places of the timeline. */

const DAY = 86_400_000;
/** Bars at most. */
const MOST_BARS = 60;

const numbers = new Map<string, number>();

/** Days of a graph are few, and asked for with each filter. */
export function dayNumber(day: string): number {
  let n = numbers.get(day);
  if (n === undefined) {
    n = Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);
    if (numbers.size > 20_000) numbers.clear();
    numbers.set(day, n);
  }
  return n;
}
export const dayOfNumber = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar, as `2026-02-25`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/u.test(text) && Number.isFinite(dayNumber(text)) && dayOfNumber(dayNumber(text)) === text;

export interface Bar {
  /** Day numbers, both included. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}
export interface Histogram {
  readonly first: number;
  readonly last: number;
  readonly bars: readonly Bar[];
  readonly undated: number;
}

/** The day by which so great a share of all has begun. */
function dayAt(share: number, days: readonly number[], perDay: ReadonlyMap<number, number>, count: number): number {
  const wanted = Math.min(count - 1, Math.floor(share * count));
  let seen = 0;
  for (const day of days) {
    seen += perDay.get(day) ?? 0;
    if (seen > wanted) return day;
  }
  return days.at(-1) ?? 0;
}

/**
 * Days far from the rest (a past war told in one sentence) would press all else into one bar: the line spans the middle
 * 93 in 100 of the items, and the first and last bar take in what lies outside.
 * @param starts number of the first day of each item, NaN where it has none
 */
export function countDays(starts: Iterable<number>): Histogram | null {
  // Days are few beside items, and sorted in their place.
  const perDay = new Map<number, number>();
  let [count, undated] = [0, 0];
  for (const day of starts)
    if (Number.isNaN(day)) undated++;
    else {
      count++;
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
  if (count === 0) return null;
  const days = [...perDay.keys()].sort((a, b) => a - b);
  const at = (share: number) => dayAt(share, days, perDay, count);
  const first = count < 25 ? at(0) : at(0.06);
  const last = Math.max(first, count < 25 ? at(1) : at(0.99));
  const width = Math.max(1, Math.ceil((last - first + 1) / MOST_BARS));
  const counts = new Array<number>(Math.ceil((last - first + 1) / width)).fill(0);
  for (const [day, n] of perDay) {
    const k = Math.floor((Math.min(last, Math.max(first, day)) - first) / width);
    counts[k] = (counts[k] ?? 0) + n;
  }
  const bars = counts.map((n, k) => ({
    from: first + k * width,
    to: Math.min(last, first + (k + 1) * width - 1),
    count: n,
  }));
  return { first, last, bars, undated };
}

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

/**
 * Days far from the rest (a past war told in one sentence) would press all else into one bar: the line spans the middle
 * 93 in 100 of the spans, and the first and last bar take in what lies outside.
 * @param spans first and last day of each item, null where it has none
 */
export function countDays(spans: readonly (readonly [string, string] | null)[]): Histogram | null {
  const dated = spans.flatMap((s) => (s === null ? [] : [[dayNumber(s[0]), dayNumber(s[1])] as const]));
  const undated = spans.length - dated.length;
  const starts = Float64Array.from(dated, ([from]) => from)
    .filter(Number.isFinite)
    .sort();
  if (starts.length === 0) return null;
  const at = (share: number) => starts[Math.min(starts.length - 1, Math.floor(share * starts.length))] ?? 0;
  const first = starts.length < 25 ? at(0) : at(0.06);
  const last = Math.max(first, starts.length < 25 ? at(1) : at(0.99));
  const width = Math.max(1, Math.ceil((last - first + 1) / MOST_BARS));
  const counts = new Array<number>(Math.ceil((last - first + 1) / width)).fill(0);
  for (const [from] of dated) {
    const k = Math.floor((Math.min(last, Math.max(first, from)) - first) / width);
    counts[k] = (counts[k] ?? 0) + 1;
  }
  const bars = counts.map((count, k) => ({
    from: first + k * width,
    to: Math.min(last, first + (k + 1) * width - 1),
    count,
  }));
  return { first, last, bars, undated };
}

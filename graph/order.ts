/** Order by code point, which is not that of `<` on UTF-16 beyond the basic plane. */

export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) {
    const [x, y] = [a.charCodeAt(k), b.charCodeAt(k)];
    if (x === y) continue;
    // A surrogate stands for a code point above all that one unit can be.
    const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
    return isHigh(x) === isHigh(y) ? x - y : isHigh(x) ? 1 : -1;
  }
  return a.length - b.length;
}

/** The first comparison that tells the two apart. */
export function compareLists(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let k = 0; k < Math.min(a.length, b.length); k++) {
    const [x = "", y = ""] = [a[k], b[k]];
    const order = typeof x === "number" && typeof y === "number" ? x - y : compareText(String(x), String(y));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export const sortedTexts = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(compareText);

/** Evidence of one claim by (article, start, end), then by what tells equal places apart. */
export const evidenceOrder = (e: {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly trigger: readonly [number, number];
  readonly sourceSpan: readonly [number, number] | null;
  readonly targetSpan: readonly [number, number] | null;
}): (string | number)[] => [
  e.article,
  e.start,
  e.end,
  ...e.trigger,
  ...(e.sourceSpan ?? [-1, -1]),
  ...(e.targetSpan ?? [-1, -1]),
];

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);

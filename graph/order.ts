/** The order of lists in the graph: by code point, never by locale. */
import type { Article, Evidence, NodeMention, Span } from "./model.js";

/** UTF-16 order puts surrogates before U+E000…U+FFFF; this moves them behind. */
const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Compares two strings by Unicode code point. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

export const compareIds = (a: { readonly id: string }, b: { readonly id: string }): number =>
  compareCodePoints(a.id, b.id);

/** Strings sorted by code point, each once. */
export const sortedUnique = (values: Iterable<string>): string[] => [...new Set(values)].sort(compareCodePoints);

/** Null stands last. */
export function compareNullable<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

export const compareSpans = (a: Span, b: Span): number => a[0] - b[0] || a[1] - b[1];

export const compareMentions = (a: NodeMention, b: NodeMention): number =>
  compareCodePoints(a.article, b.article) || a.start - b.start || a.end - b.end || compareCodePoints(a.form, b.form);

/** By article, place, trigger and ends; the rest, as JSON, only makes the order total. */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    compareCodePoints(a.article, b.article) ||
    a.start - b.start ||
    a.end - b.end ||
    compareSpans(a.trigger, b.trigger) ||
    compareNullable(a.sourceSpan, b.sourceSpan, compareSpans) ||
    compareNullable(a.targetSpan, b.targetSpan, compareSpans) ||
    compareCodePoints(JSON.stringify(a), JSON.stringify(b))
  );
}

type Dated = Pick<Article, "id" | "published">;

/** Milliseconds of a day or instant; undated and unreadable stand last. */
const instant = (published: string | null): number => {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
};

/** What was published first stands first, what has no date last; then by id. */
export const comparePublication = (a: Dated, b: Dated): number =>
  instant(a.published) - instant(b.published) || compareCodePoints(a.id, b.id);

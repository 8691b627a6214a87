/** Articles in the order of their days, as lists on screen have them. */
import type { Article } from "../../../graph/model.js";

/** Rows of a list at most: a page of tens of thousands is slow and read by nobody. */
export const MOST_LISTED = 800;

export const byDay = (articles: readonly Article[]): Article[] =>
  [...articles].sort(
    (a, b) =>
      (a.published ?? "").localeCompare(b.published ?? "") || a.file.localeCompare(b.file) || (a.id < b.id ? -1 : 1),
  );

/** The part of a long list around the chosen article; all of a short one. */
export function listedArticles(sorted: readonly Article[], chosen: string | null): readonly Article[] {
  if (sorted.length <= MOST_LISTED) return sorted;
  const at = Math.max(
    0,
    sorted.findIndex((a) => a.id === chosen),
  );
  const start = Math.max(0, Math.min(sorted.length - MOST_LISTED, at - MOST_LISTED / 2));
  return sorted.slice(start, start + MOST_LISTED);
}

/** Day and title, for one line. */
export const articleLine = (a: Article): string =>
  [a.published?.slice(0, 10), a.title ?? a.file].filter(Boolean).join(" · ");

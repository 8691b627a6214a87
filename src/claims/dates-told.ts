/** The dates of an article, sentence by sentence, and the day that each sentence may go back to ("la veille", "the same day"). */
import type { Sentence } from "../model/text.js";
import { type DateMention, dayOf, findDates } from "./find-dates.js";

export interface DatesTold {
  /** Day of publication as UTC milliseconds; null where it is not known. */
  readonly anchor: number | null;
  /** By sentence, its dates as told of what has been; offsets into the sentence. */
  readonly dates: readonly (readonly DateMention[])[];
  /** By sentence, the day that the text before it named last. */
  readonly told: readonly (number | null)[];
}

/** @param published ISO day or null */
export function datesTold(sentences: readonly Sentence[], text: string, published: string | null): DatesTold {
  const parsed = published === null ? Number.NaN : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  const anchor = Number.isNaN(parsed) ? null : parsed;
  let last: number | null = null;
  const told: (number | null)[] = [];
  const dates = sentences.map(({ start, end, language }) => {
    told.push(last);
    const found = findDates(text.slice(start, end), language, anchor, false, last);
    for (const date of found) last = dayOf(date) ?? last;
    return found;
  });
  return { anchor, dates, told };
}

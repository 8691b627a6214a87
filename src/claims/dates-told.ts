/** The dates of an article, sentence by sentence, and the day that each sentence may go back to ("la veille", "the same day"). */
import type { Sentence } from "../model/text.js";
import { type DateMention, dayOf, findDates } from "./find-dates.js";
import { ancestorsOf, isVerbal, lemmaAt } from "./syntax.js";
import WORDS from "./time.json" with { type: "json" };

export interface DatesTold {
  /** Day of publication as UTC milliseconds; null where it is not known. */
  readonly anchor: number | null;
  /** By sentence, its dates as told of what has been; offsets into the sentence. */
  readonly dates: readonly (readonly DateMention[])[];
  /** By sentence, the day that the narration before it stands on. */
  readonly told: readonly (number | null)[];
  /** By sentence, the day that the text before it named last, be it of something beside. */
  readonly mentioned: readonly (number | null)[];
}

/** A day so long before publication is background, which the next paragraph leaves. */
const RECENT = 10 * 86_400_000;

/** The first token of a date of the sentence. */
const tokenOf = ({ tokens, start }: Sentence, date: DateMention): number =>
  tokens.findIndex((t) => t.start < date.end + start && date.start + start < t.end);

/** Whether the date stands in a clause beside what is told: "X, qui avait été élu le 2 mai, …", "depuis que". */
function isBeside(sentence: Sentence, date: DateMention): boolean {
  if (date.isOfWhatFollows === true) return true;
  const at = tokenOf(sentence, date);
  return [at, ...ancestorsOf(sentence, at)].some((k) => /^(?:acl|advcl)/u.test(sentence.tokens[k]?.relation ?? ""));
}

const CLAIMS: ReadonlySet<string> = new Set(WORDS.claims);

/** Whether the date is that of the telling: "a déclaré mercredi que", "a revendiqué samedi l'attaque". */
function isOfTelling(sentence: Sentence, date: DateMention): boolean {
  const verb = ancestorsOf(sentence, tokenOf(sentence, date)).find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  return CLAIMS.has(lemmaAt(sentence, verb)) || sentence.tokens.some((t) => t.head === verb && t.relation === "ccomp");
}

/** "TUNIS, 12 avril (Agence) -": when the article was written, not when something happened. */
const isDateline = (before: string, behind: string): boolean =>
  before.length < 60 && /[,(]\s*$/u.test(before) && /^\)?\s*(?:\([^)]*\)\s*)?[-–—]{1,2}\s/u.test(behind);

/** @param published ISO day or null */
export function datesTold(sentences: readonly Sentence[], text: string, published: string | null): DatesTold {
  const parsed = published === null ? Number.NaN : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  const anchor = Number.isNaN(parsed) ? null : parsed;
  let last: number | null = null;
  let lastNamed: number | null = null;
  let lastRecent: number | null = null;
  const told: (number | null)[] = [];
  const mentioned: (number | null)[] = [];
  const dates = sentences.map((sentence, k) => {
    const { start, end, language } = sentence;
    const isParagraph = k > 0 && text.slice(sentences[k - 1]?.end ?? start, start).includes("\n");
    const isRecent = (day: number | null) => day !== null && anchor !== null && day >= anchor - RECENT;
    if (isParagraph && !isRecent(last)) last = lastRecent;
    told.push(last);
    mentioned.push(lastNamed);
    const found = findDates(text.slice(start, end), language, anchor, false, last, lastNamed).filter(
      (date) => !isDateline(text.slice(start, start + date.start), text.slice(start + date.end, end)),
    );
    for (const date of found) {
      lastNamed = dayOf(date) ?? lastNamed;
      const day = isBeside(sentence, date) || (last !== null && isOfTelling(sentence, date)) ? null : dayOf(date);
      last = day ?? last;
      if (isRecent(day)) lastRecent = day;
    }
    return found;
  });
  return { anchor, dates, told, mentioned };
}

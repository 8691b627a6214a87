/**
 * Mentions of the sentences before that may be ends of what a sentence says ("The rebels came at dawn. Twelve soldiers were killed."): those of the
 * three sentences before it and of the title that bear other words than its own. The same as training/reader/context.py.
 */
import type { Mention } from "../../model/mention.js";
import type { Sentence } from "../../model/text.js";

const BACK = 3;
const MOST = 10;
/** The place of what the title names; 0 to 2: one to three sentences before. */
const TITLE = 3;

/** Whether the position of a candidate lies beyond the sentence's tokens: it stands for a mention of another sentence. */
export const isElsewhere = (sentence: Sentence, position: number): boolean => position > sentence.tokens.length;

export interface Elsewhere {
  /** Index of the mention. */
  readonly mention: number;
  readonly place: number;
}

export type MentionsBySentence = ReadonlyMap<number, readonly number[]>;

/**
 * @param readable indexes of the sentences with words, in order
 * @param bySentence mentions of each sentence in the order of their heads
 * @param at place of the sentence among the readable ones
 */
export function findElsewhere(
  text: string,
  mentions: readonly Mention[],
  bySentence: MentionsBySentence,
  readable: readonly number[],
  at: number,
): Elsewhere[] {
  const found: Elsewhere[] = [];
  const ownOf = (place: number) =>
    (bySentence.get(readable[place] ?? -1) ?? []).flatMap((mention) => {
      const { form, start, end } = mentions[mention] ?? {};
      return form === undefined || form === "pronoun" ? [] : [{ mention, words: text.slice(start, end).toLowerCase() }];
    });
  const told = new Set(ownOf(at).map(({ words }) => words));
  const places = Array.from({ length: Math.min(BACK, at) }, (_, k) => [at - 1 - k, k] as const);
  if (at > BACK) places.push([0, TITLE]);
  for (const [sentence, place] of places)
    for (const { mention, words } of ownOf(sentence)) {
      if (told.has(words) || found.length === MOST) continue;
      told.add(words);
      found.push({ mention, place });
    }
  return found;
}

/**
 * "près de 30 personnes", "plus d'une centaine de civils": in the tree the amount is the head and the people hang on it, so that the reader
 * may see two or three mentions. They are one; its head is the innermost word that counts, or the noun where an adverb opens the amount.
 */

import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import NUMBERS from "./numbers.json" with { type: "json" };
import { caseOf } from "./syntax.js";

const COUNTING = new Set([...Object.keys(NUMBERS.fr.about), ...NUMBERS.fr.vague]);

const isAdverb = (sentence: Sentence, at: number) => sentence.tokens[at]?.upos === "ADV";
const isCounting = (sentence: Sentence, at: number) => COUNTING.has(sentence.tokens[at]?.text.toLowerCase() ?? "");

/** The word of amount above a noun; -1 where it hangs on none. */
function amountAbove(sentence: Sentence, at: number): number {
  const { head = -1, upos } = sentence.tokens[at] ?? {};
  if (upos !== "NOUN" || head < 0 || head > at || !/^d[e']$/u.test(caseOf(sentence, at))) return -1;
  return isAdverb(sentence, head) || isCounting(sentence, head) ? head : -1;
}

/** The uppermost word of the amount that a mention is of: mentions of the same are one. */
function topOf(sentence: Sentence, head: number): number {
  let top = head;
  for (let above = amountAbove(sentence, top); above >= 0; above = amountAbove(sentence, top)) top = above;
  return top;
}

/** Of mentions of one amount: the word of amount before the noun, both before the adverb. */
const rank = (sentence: Sentence, { head }: Mention) =>
  isAdverb(sentence, head) ? 2 : isCounting(sentence, head) ? 0 : 1;

/** The noun of an amount that an adverb opens ("plus de 400 | soldats"); the token itself else. */
export function nounOfAmount(sentence: Sentence, at: number): number {
  const below = isAdverb(sentence, at)
    ? sentence.tokens.findIndex((_, k) => k > at && amountAbove(sentence, k) === at)
    : -1;
  return below >= 0 ? below : at;
}

export function joinAmounts(sentences: readonly Sentence[], mentions: readonly Mention[]): Mention[] {
  const groups = new Map<string, Mention[]>();
  for (const m of mentions) {
    const sentence = sentences[m.sentence];
    const top = sentence === undefined ? m.head : topOf(sentence, m.head);
    const key = `${m.sentence} ${top}`;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  const joined = new Map<Mention, Mention>();
  for (const group of groups.values()) {
    const sentence = sentences[group[0]?.sentence ?? -1];
    if (sentence === undefined) continue;
    const [best] = group.toSorted((a, b) => rank(sentence, a) - rank(sentence, b));
    if (best === undefined) continue;
    const noun = nounOfAmount(sentence, best.head);
    const firsts = group.toSorted((a, b) => a.first - b.first);
    const lasts = group.toSorted((a, b) => b.last - a.last);
    joined.set(best, {
      ...best,
      head: noun < best.last ? noun : best.head,
      first: firsts[0]?.first ?? best.first,
      start: firsts[0]?.start ?? best.start,
      last: lasts[0]?.last ?? best.last,
      end: lasts[0]?.end ?? best.end,
      probability: Math.max(...group.map((m) => m.probability)),
    });
  }
  return mentions.flatMap((m) => joined.get(m) ?? []);
}

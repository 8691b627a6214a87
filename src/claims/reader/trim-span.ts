/** Where a mention ends: at a quotation mark that closes what was opened before it, and before a person that follows. */
import type { Sentence } from "../../model/text.js";

const CLOSING = /^[»”]$/u;
const OPENING = /^[«“]$/u;

const isPersonTag = (sentence: Sentence, k: number): boolean => sentence.tokens[k]?.name.endsWith("-PER") === true;

/** @returns the end of the token range, after the head */
export function trimSpan(sentence: Sentence, head: number, last: number, isPerson: boolean): number {
  let opened = 0;
  for (let k = head + 1; k < last; k++) {
    const text = sentence.tokens[k]?.text ?? "";
    if (OPENING.test(text)) opened++;
    if (CLOSING.test(text) && opened-- === 0) return k;
    // "la Défense Mark Esper": a body's name does not run on into its minister's.
    const begins = sentence.tokens[k]?.name === "B-PER" && k === head + 1;
    if (!isPerson && begins && !isPersonTag(sentence, head)) return k;
  }
  return last;
}

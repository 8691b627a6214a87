/** Splits a zone of an article into sentences; the same as training/encoder/tokenization.py. */
import type { Language } from "../model/text.js";
import DATA from "./tokenization.json" with { type: "json" };
import { tokenize } from "./tokenizer.js";

const TITLES = new Set(DATA.titles);
const ABBREVIATIONS = new Set(DATA.abbreviations);
const STARTERS = new Set(DATA.sentence_starters);
const BOUNDARY = /\n+|[.!?…]+["»”’')\]]*(?:[\u00a0\u202f ][»”])?\s+(?=["«“‘'([—–-]*\s*[\p{Lu}\d])/gu;
const LAST_WORD = /[\p{L}.]+$/u;
const NEXT_WORD = /^["«“‘'([—–-]*\s*([\p{L}\p{N}]+)/u;
const ACRONYM = /^(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u;
/** Longest stretch that is looked at before and after a full stop, in UTF-16 units. */
const [LOOK_BEHIND, LOOK_AHEAD] = [12, 40];

/** Whether a full stop that a capital follows closes a sentence, or only an abbreviation. */
function closes(text: string, match: RegExpExecArray): boolean {
  if (match[0].startsWith("\n") || match[0][0] !== ".") return true;
  const word = LAST_WORD.exec(text.slice(Math.max(0, match.index - LOOK_BEHIND), match.index))?.[0];
  if (word === undefined) return true;
  const end = match.index + match[0].length;
  const next = NEXT_WORD.exec(text.slice(end, end + LOOK_AHEAD))?.[1];
  if (TITLES.has(word)) return false;
  if (ABBREVIATIONS.has(word) && next !== undefined && /^\p{Nd}/u.test(next)) return false;
  if (ACRONYM.test(word)) return word.length > 1 && next !== undefined && STARTERS.has(next);
  return true;
}

type Offsets = [start: number, end: number][];

/** Sentences of text[start, end) as lists of token offsets, however long. */
export function naturalSentences(text: string, start: number, end: number, language: Language): Offsets[] {
  const zone = text.slice(start, end);
  const cuts = [0];
  for (const match of zone.matchAll(BOUNDARY)) if (closes(zone, match)) cuts.push(match.index + match[0].length);
  cuts.push(zone.length);
  return cuts
    .slice(1)
    .map((cut, k) => tokenize(text, start + (cuts[k] ?? 0), start + cut, language))
    .filter((tokens) => tokens.length > 0);
}

/**
 * Parts of a sentence that is too long, cut behind the last ; : or , of the second half of what fits.
 * @param fits how many of the first tokens the model can take; every sentence over 140 tokens is cut besides
 */
export function cutLongSentence(
  text: string,
  sentence: Offsets,
  fits: (tokens: Offsets) => number = (tokens) => tokens.length,
): Offsets[] {
  const parts: Offsets[] = [];
  let rest = sentence;
  for (;;) {
    const most = Math.max(1, Math.min(DATA.longest_sentence, fits(rest)));
    if (rest.length <= most) return [...parts, rest];
    let cut = most;
    for (let i = most - 1; i > most >> 1; i--) {
      const [a, b] = rest[i] ?? [0, 0];
      if ([";", ":", ","].includes(text.slice(a, b))) {
        cut = i + 1;
        break;
      }
    }
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
}

/** Sentences of text[start, end) as lists of token offsets; one over `longest_sentence` tokens is cut at a safe place. */
export function splitSentences(text: string, start: number, end: number, language: Language): Offsets[] {
  return naturalSentences(text, start, end, language).flatMap((sentence) => cutLongSentence(text, sentence));
}

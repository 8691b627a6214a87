/**
 * Where a mention ends: at a quotation mark that closes what was opened before it, before a person that follows, and
 * before what is coordinated with it or the verb of its clause, at a comma with which something is added, and before where
 * it is ("forces kurdes | au nord du pays").
 */
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, isVerbal } from "../syntax.js";
import SPANS from "./spans.json" with { type: "json" };

const CLOSING = /^[»”]$/u;
const OPENING = /^[«“]$/u;

const isPersonTag = (sentence: Sentence, k: number): boolean => sentence.tokens[k]?.name.endsWith("-PER") === true;

const BETWEEN = /^(?:cc|punct|case|det)/u;

/** Whether a name goes on at the token: "Front de libération et d'union". */
const isInName = (sentence: Sentence, k: number): boolean => sentence.tokens[k]?.name.startsWith("I-") === true;

/**
 * The first token of what is coordinated with the mention ("India | and Afghanistan"), or with something outside of it
 * ("la Belgique | et de la France"); `last` where nothing is.
 */
function beforeConjunct(sentence: Sentence, head: number, last: number): number {
  for (let k = head + 1; k < last; k++) {
    const token = sentence.tokens[k];
    if (!token?.relation.startsWith("conj") || (token.head > head && token.head < last) || isInName(sentence, k))
      continue;
    let from = k;
    const opens = (at: number) => BETWEEN.test(sentence.tokens[at]?.relation ?? "");
    while (from > head + 1 && opens(from - 1)) from--;
    return from;
  }
  return last;
}

/** The verb of the clause that the mention stands in ("les forces rebelles | sont en passe de …"), or a word of its; else `last`. */
function beforeClause(sentence: Sentence, head: number, last: number): number {
  const above = ancestorsOf(sentence, head);
  for (let k = head + 1; k < last; k++) {
    const token = sentence.tokens[k];
    if (isVerbal(token) && (above.includes(k) || above.includes(token?.head ?? -1))) return k;
  }
  return last;
}

/** The comma behind which the mention is only told more of ("État de Borno |, dans le nord-est", "milices |, que l'Irak …"); else `last`. */
function beforeAside(sentence: Sentence, head: number, last: number): number {
  for (let k = head + 1; k < last - 1; k++) {
    if (sentence.tokens[k]?.text !== "," || isInName(sentence, k)) continue;
    const added = sentence.tokens.findIndex((t, at) => at > k && at < last && t.head <= k && !BETWEEN.test(t.relation));
    if (/^(?:nmod|obl|acl|advcl|appos|amod|parataxis)/u.test(sentence.tokens[added]?.relation ?? "")) return k;
  }
  return last;
}

const DIRECTIONS = new Set(SPANS.directions);
const INTO = new Set(SPANS.into);
const WITHIN = new Set(SPANS.within);

/** The preposition with which the mention goes on to say where it is ("camp de Banki | en territoire nigérian"); else `last`. */
function beforeWhereabouts(sentence: Sentence, head: number, last: number): number {
  for (let k = head + 1; k < last - 1; k++) {
    const word = sentence.tokens[k]?.text.toLowerCase() ?? "";
    if (sentence.tokens[k]?.upos !== "ADP" || isInName(sentence, k)) continue;
    const isDet = sentence.tokens[k + 1]?.upos === "DET";
    const next = sentence.tokens[k + (isDet ? 2 : 1)];
    if (INTO.has(word) && DIRECTIONS.has(next?.text ?? "")) return k;
    if (WITHIN.has(word) && next?.upos === "NOUN" && /^\p{Ll}/u.test(next.text)) return k;
  }
  return last;
}

const MINISTERS = new Set(SPANS.ministers);

/** "ministre de la | Défense": a ministry's name in its minister's title. */
function isPortfolio({ tokens }: Sentence, head: number): boolean {
  const title = tokens[tokens[head]?.head ?? -1];
  return title !== undefined && /^nmod/u.test(tokens[head]?.relation ?? "") && MINISTERS.has(title.lemma.toLowerCase());
}

/** "ministre de la Défense | Hervé Maurin": a name that no preposition leads in, behind the portfolio of a ministry, is the minister's. */
function isBearer({ tokens }: Sentence, head: number, k: number): boolean {
  const [token, before] = [tokens[k], tokens[k - 1]];
  const isName = token?.upos === "PROPN" && /^(?:NOUN|PROPN|ADJ)$/u.test(before?.upos ?? "");
  return isName && k > head + 1 && MINISTERS.has(tokens[head]?.lemma.toLowerCase() ?? "");
}

/** @returns the end of the token range, after the head */
export function trimSpan(sentence: Sentence, head: number, end: number, isPerson: boolean): number {
  const own = beforeAside(sentence, head, beforeClause(sentence, head, beforeConjunct(sentence, head, end)));
  const last = beforeWhereabouts(sentence, head, own);
  let opened = 0;
  for (let k = head + 1; k < last; k++) {
    const text = sentence.tokens[k]?.text ?? "";
    if (OPENING.test(text)) opened++;
    if (CLOSING.test(text) && opened-- === 0) return k;
    // "la Défense Mark Esper": a body's name does not run on into its minister's.
    const isNext = k === head + 1;
    if (!isPerson && isNext && sentence.tokens[k]?.name === "B-PER" && !isPersonTag(sentence, head)) return k;
    if (!isPerson && isBearer(sentence, head, k)) return k;
    // No portfolio is a name with a name right behind it.
    if (!isPerson && isNext && sentence.tokens[k]?.upos === "PROPN" && isPortfolio(sentence, head)) return k;
  }
  return last;
}

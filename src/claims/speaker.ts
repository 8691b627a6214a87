/**
 * Who says so: the source of a reported, alleged or denied claim. By construction: "selon X", "X a déclaré que",
 * "…, a dit X", and what stands between quotation marks; a quote without a speaker of its own goes back to the
 * sentence before.
 */
import type { Span } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import LEXICON from "./factuality.json" with { type: "json" };
import { reportAbove, reportOutside, sayerOf, speakerIn } from "./report-beside.js";
import { ancestorsOf, childrenOf, isVerbal, subtreeOf } from "./syntax.js";

const SOURCE_MARKS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.sources),
  en: new Set(LEXICON.en.sources),
};

/** Documents that name a source behind "by". */
const RECKONINGS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set<string>(LEXICON.fr.reckonings),
  en: new Set(LEXICON.en.reckonings),
};

/** Where the words of others stand: half-open UTF-16 offsets of the text between quotation marks, longest 2,000. */
export function findQuotes(text: string): Span[] {
  const out: Span[] = [];
  const pairs = [/«([^«»]{3,2000})»/gu, /“([^“”]{3,2000})”/gu, /(?<![\p{L}\d])"([^"\n]{3,2000})"/gu];
  for (const pattern of pairs) {
    for (const match of text.matchAll(pattern)) {
      // A quoted word or two is a name or a term, not somebody's statement.
      if ((match[1] ?? "").trim().split(/\s+/u).length >= 4) out.push([match.index, match.index + match[0].length]);
    }
  }
  return out.sort((a, b) => a[0] - b[0]);
}

export const isQuoted = (quotes: readonly Span[], offset: number): boolean =>
  quotes.some(([start, end]) => start <= offset && offset < end);

/** Whether the words between quotation marks at this offset are the title of a text ("intitulée « … »"). */
export function isTitle(sentence: Sentence, quotes: readonly Span[], offset: number): boolean {
  const quote = quotes.find(([start, end]) => start <= offset && offset < end);
  if (quote === undefined) return false;
  const before = sentence.tokens.filter((t) => t.end <= quote[0]).slice(-2);
  return before.some(
    (t) =>
      LEXICON[sentence.language].titled.includes(t.lemma) ||
      LEXICON[sentence.language].titled.includes(t.text.toLowerCase()),
  );
}

/** "à en croire X", "si l'on en croit X": the verb that vouches for its object; -1 where the token is no such object. */
function believedBy(sentence: Sentence, at: number): number {
  const verb = sentence.tokens[at]?.head ?? -1;
  const isObject = /^(?:obj|obl|nsubj)/u.test(sentence.tokens[at]?.relation ?? "") && at > verb;
  if (!isObject || sentence.tokens[verb]?.lemma !== "croire") return -1;
  const words = childrenOf(sentence, verb).map((k) => sentence.tokens[k]?.text.toLowerCase() ?? "");
  return words.includes("en") && (words.includes("à") || words.includes("si") || words.includes("s'")) ? verb : -1;
}

/** The noun after "selon", "d'après", "according to" that speaks for the trigger; -1 where there is none. */
export function sourcePhrase(sentence: Sentence, trigger: number): number {
  const marks = SOURCE_MARKS[sentence.language];
  const path = [trigger, ...ancestorsOf(sentence, trigger)];
  for (let k = 0; k < sentence.tokens.length; k++) {
    const token = sentence.tokens[k];
    // "l'accusation selon laquelle …" names no source.
    if (token === undefined || isVerbal(token) || token.lemma === "lequel") continue;
    const isSource = childrenOf(sentence, k).some((c) => {
      const child = sentence.tokens[c];
      if (child === undefined || !/^(?:case|fixed|advmod|mark)/u.test(child.relation)) return false;
      const words = sentence.tokens.slice(c, c + 2).map((t) => t.text.toLowerCase());
      // "by the count of the union", "by his own account".
      const isReckoned = words[0] === "by" && RECKONINGS[sentence.language].has(token.lemma);
      if (isReckoned) return true;
      return marks.has(words[0] ?? "") || marks.has(words.join("").replace("’", "'")) || marks.has(words.join(" "));
    });
    const believed = believedBy(sentence, k);
    if (!isSource && believed < 0) continue;
    // It speaks for its clause and what hangs there; set off by a comma at either end of the sentence, for all of it.
    const phrase = believed < 0 ? k : believed;
    const opens = Math.min(...subtreeOf(sentence, phrase));
    const apart = opens === 0 || sentence.tokens[opens]?.text === "," || sentence.tokens[opens - 1]?.text === ",";
    if (path.includes(sentence.tokens[phrase]?.head ?? -1) || apart) return k;
  }
  return -1;
}

/** What a source is worth: "selon l'acte d'accusation" only alleges. */
export function statusOfSource(sentence: Sentence, head: number): "reported" | "alleged" {
  const words: readonly string[] = LEXICON[sentence.language].accusing_sources;
  const isAccusing = [head, ...childrenOf(sentence, head)].some((k) => words.includes(sentence.tokens[k]?.lemma ?? ""));
  return isAccusing ? "alleged" : "reported";
}

/** The words of a source in a sentence: token index of their head; -1 for words that nobody is named for. */
export interface Source {
  readonly sentence: Sentence;
  readonly head: number;
}

/**
 * Who is cited for a quote: by the verb that it hangs on, outside of it in its own sentence, in the sentence where it ends or begins, or in the one before.
 * Null where nobody is.
 */
export function reportOfQuote(
  sentences: readonly Sentence[],
  sentence: Sentence,
  quotes: readonly Span[],
  offset: number,
): Source | null {
  const quote = quotes.find(([start, end]) => start <= offset && offset < end);
  if (quote === undefined) return null;
  const trigger = sentence.tokens.findIndex((t) => t.start <= offset && offset < t.end);
  const above = reportAbove(sentence, trigger, quotes);
  if (above >= 0) return { sentence, head: sayerOf(sentence, above) };
  const over = sentences.filter((s) => s.start < quote[1] && s.end > quote[0]);
  const [first, last] = [over[0], over.at(-1)];
  const before = first === undefined ? undefined : sentences[first.index - 1];
  for (const place of [sentence, last, first, before]) {
    const verb = place === undefined ? -1 : reportOutside(place, quotes);
    const head = place === undefined || verb < 0 ? -1 : speakerIn(place, verb);
    if (place !== undefined && verb >= 0) return { sentence: place, head };
  }
  return null;
}

/** "Pour le ministre, …" at the head of a sentence, set off by a comma: the noun whose view it is; -1 where there is none. */
export function openingView(sentence: Sentence): number {
  const [opens] = sentence.tokens;
  if (sentence.language !== "fr" || opens === undefined || opens.text !== "Pour") return -1;
  const head = sentence.tokens[opens.head];
  if (opens.relation !== "case" || head === undefined || isVerbal(head)) return -1;
  const last = Math.max(...subtreeOf(sentence, opens.head).filter((k) => sentence.tokens[k]?.upos !== "PUNCT"));
  return sentence.tokens[last + 1]?.text === "," ? opens.head : -1;
}

const SMALL = /^(?:det|case|punct|mark|advmod|cc)/u;

/** The words of a source without its preposition: "une source médicale"; at most twelve words. */
export function attributionOf(sentence: Sentence, head: number, text: string): string | null {
  const inside = (k: number) => k === head || ancestorsOf(sentence, k).includes(head);
  let from = head;
  while (from > 0 && inside(from - 1) && head - from < 4) {
    const relation = sentence.tokens[from - 1]?.relation ?? "";
    if (/^(?:case|mark|punct)/u.test(relation)) break;
    from--;
  }
  let to = head + 1;
  while (to < sentence.tokens.length && inside(to) && to - from < 12) {
    const token = sentence.tokens[to];
    if (token === undefined || /^(?:acl|punct|parataxis|appos)/u.test(token.relation)) break;
    to++;
  }
  while (to > head + 1 && SMALL.test(sentence.tokens[to - 1]?.relation ?? "")) to--;
  const [first, last] = [sentence.tokens[from], sentence.tokens[to - 1]];
  return first === undefined || last === undefined ? null : text.slice(first.start, last.end).replace(/\s+/gu, " ");
}

const DOCUMENTS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.documents),
  en: new Set(LEXICON.en.documents),
};

/**
 * Heads that may stand for a source which is no node itself: its apposition ("son armateur, la société Kallisto"), and
 * whose document it is ("a ministry list", "un bilan du ministère").
 */
export function standInsFor(sentence: Sentence, head: number): number[] {
  const isDocument = DOCUMENTS[sentence.language].has(sentence.tokens[head]?.lemma ?? "");
  return subtreeOf(sentence, head).filter((k) => {
    const relation = sentence.tokens[k]?.relation ?? "";
    // "d'après les images qu'a examinées l'Observatoire".
    const clause = sentence.tokens[sentence.tokens[k]?.head ?? -1];
    if (isDocument && relation.startsWith("nsubj") && clause?.head === head) return true;
    return k !== head && (relation.startsWith("appos") || (isDocument && /^(?:nmod|compound)/u.test(relation)));
  });
}

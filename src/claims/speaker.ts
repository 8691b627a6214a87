/**
 * Who says so: the source of a reported, alleged or denied claim. By construction: "selon X", "X a déclaré que",
 * "…, a dit X", and what stands between quotation marks; a quote without a speaker of its own goes back to the
 * sentence before.
 */
import type { Span } from "../../graph/model.js";
import type { Sentence, Token } from "../model/text.js";
import { isBareParticiple } from "./factuality/clause-form.js";
import LEXICON from "./factuality.json" with { type: "json" };
import { ancestorsOf, childrenOf, isVerbal, subjectOf, subtreeOf } from "./syntax.js";

const REPORTS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.predicates.reported),
  en: new Set(LEXICON.en.predicates.reported),
};
const ALLEGES: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.predicates.alleged),
  en: new Set(LEXICON.en.predicates.alleged),
};
/** Verbs that report only where they stand beside ("…, se félicite X"). */
const INTERJECTS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.interjects),
  en: new Set(LEXICON.en.interjects),
};
const SOURCE_MARKS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.sources),
  en: new Set(LEXICON.en.sources),
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
      return marks.has(words[0] ?? "") || marks.has(words.join("").replace("’", "'")) || marks.has(words.join(" "));
    });
    if (!isSource) continue;
    // It speaks for its clause and what hangs there; set off by a comma at either end of the sentence, for all of it.
    const opens = Math.min(...subtreeOf(sentence, k));
    const apart = opens === 0 || sentence.tokens[opens]?.text === "," || sentence.tokens[opens - 1]?.text === ",";
    if (path.includes(token.head) || apart) return k;
  }
  return -1;
}

/** What a source is worth: "selon l'acte d'accusation" only alleges. */
export function statusOfSource(sentence: Sentence, head: number): "reported" | "alleged" {
  const words: readonly string[] = LEXICON[sentence.language].accusing_sources;
  const isAccusing = [head, ...childrenOf(sentence, head)].some((k) => words.includes(sentence.tokens[k]?.lemma ?? ""));
  return isAccusing ? "alleged" : "reported";
}

const NO_HEADLINE = { told: -1, speaker: -1 };

/**
 * "Fisherman killed by navy, union alleges": a headline without a finite verb of its own, which the parser takes for the
 * subject of the verb that reports it. What is told and who speaks; -1 where it is none.
 */
function headlineReport(sentence: Sentence, verb: number): { readonly told: number; readonly speaker: number } {
  const { tokens } = sentence;
  const children = childrenOf(sentence, verb);
  const told = children.find((k) => k < verb && /^nsubj/u.test(tokens[k]?.relation ?? "")) ?? -1;
  const speaker =
    children.find((k) => k !== told && k > told && /^(?:nsubj|obj)/u.test(tokens[k]?.relation ?? "")) ?? -1;
  if (told < 0 || speaker < 0) return NO_HEADLINE;
  const opens = Math.min(verb, ...subtreeOf(sentence, speaker));
  const isTold = subtreeOf(sentence, told).some((k) => /^acl$/u.test(tokens[k]?.relation ?? "") && isVerbal(tokens[k]));
  const isLast = subtreeOf(sentence, told).every((k) => k < opens) && tokens[opens - 1]?.text === ",";
  return isTold && isLast ? { told, speaker } : NO_HEADLINE;
}

/** Who speaks in a reporting clause: its subject, or the noun after the verb ("…, avertit un officier"). */
export function speakerIn(sentence: Sentence, verb: number): number {
  const { speaker } = headlineReport(sentence, verb);
  if (speaker >= 0) return speaker;
  const own = childrenOf(sentence, verb).filter((k) => /^nsubj/u.test(sentence.tokens[k]?.relation ?? ""));
  if (own.length > 0) return subjectOf(sentence, verb);
  const inverted = childrenOf(sentence, verb).find((k) => k > verb && /^obj/u.test(sentence.tokens[k]?.relation ?? ""));
  return inverted ?? subjectOf(sentence, verb);
}

/** Leftmost token of the clause's own words: subject, auxiliaries, pronouns. */
function leftEdge(sentence: Sentence, verb: number): number {
  const own = childrenOf(sentence, verb).filter((k) =>
    /^(?:nsubj|aux|expl|advmod|iobj)/u.test(sentence.tokens[k]?.relation ?? ""),
  );
  return Math.min(verb, ...own.flatMap((k) => subtreeOf(sentence, k)).filter((k) => k < verb));
}

/** "a fait savoir". */
const isMadeKnown = (sentence: Sentence, verb: number): boolean =>
  sentence.tokens[verb]?.lemma === "savoir" &&
  childrenOf(sentence, verb).some((k) => sentence.tokens[k]?.relation === "aux:caus");

/** A verb that reports or accuses in a clause of its own, not in one that tells more of a noun ("qui leur reprochent"). */
function isReporting(sentence: Sentence, verb: number): boolean {
  const token = sentence.tokens[verb];
  if (token === undefined || !isVerbal(token) || /^(?:aux|acl)/u.test(token.relation)) return false;
  if (isMadeKnown(sentence, verb)) return true;
  const isInterjected = token.relation.startsWith("parataxis") && INTERJECTS[sentence.language].has(token.lemma);
  const isSaying =
    isInterjected || REPORTS[sentence.language].has(token.lemma) || ALLEGES[sentence.language].has(token.lemma);
  return isSaying && token.feats.VerbForm !== "Inf" && !(isBareParticiple(sentence, verb) && !isMain(token));
}

const isMain = (token: Token): boolean => /^(?:root|parataxis)/u.test(token.relation);

/** "Les ravisseurs, dit un cousin, ont …": set off by commas within the clause that it reports. */
function isInserted(sentence: Sentence, verb: number): boolean {
  const last = Math.max(...subtreeOf(sentence, verb).filter((k) => sentence.tokens[k]?.upos !== "PUNCT"));
  const isBeside = sentence.tokens[verb]?.relation.startsWith("parataxis") === true;
  return isBeside && (sentence.tokens[verb]?.head ?? -1) > last && sentence.tokens[last + 1]?.text === ",";
}

/**
 * The reporting verb put beside what it reports: "…, a déclaré X", "X, dit un témoin, …"; -1 where there is none. It
 * stands after a comma or a closing quotation mark and has no clause of its own; before the trigger it is set off by
 * commas on both sides.
 */
export function reportBeside(sentence: Sentence, trigger: number): number {
  const { tokens } = sentence;
  for (let k = 0; k < tokens.length; k++) {
    if (k === trigger || !isReporting(sentence, k)) continue;
    const { told } = headlineReport(sentence, k);
    if (told >= 0 && (told === trigger || ancestorsOf(sentence, trigger).includes(told))) return k;
    if (ancestorsOf(sentence, trigger).includes(k)) continue;
    const before = tokens[leftEdge(sentence, k) - 1]?.text ?? "";
    if (!/^[,»”"–—-]$/u.test(before)) continue;
    if (k < trigger && !isInserted(sentence, k)) continue;
    const hasClause = childrenOf(sentence, k).some((c) => c > k && /^(?:ccomp|xcomp)/u.test(tokens[c]?.relation ?? ""));
    if (!hasClause && speakerIn(sentence, k) >= 0) return k;
  }
  return -1;
}

/** Status that a reporting clause beside gives: an accuser's words are alleged. */
export const statusBeside = (sentence: Sentence, verb: number): "reported" | "alleged" =>
  ALLEGES[sentence.language].has(sentence.tokens[verb]?.lemma ?? "") ? "alleged" : "reported";

/** The reporting verb outside of the quotation marks; -1 where there is none. */
export function reportOutside(sentence: Sentence, quotes: readonly Span[]): number {
  const reports = REPORTS[sentence.language];
  return sentence.tokens.findIndex(
    (t) => reports.has(t.lemma) && isVerbal(t) && !isQuoted(quotes, t.start) && t.feats.VerbForm !== "Inf",
  );
}

/** The words of a source in a sentence: token index of their head; -1 for words that nobody is named for. */
export interface Source {
  readonly sentence: Sentence;
  readonly head: number;
}

/**
 * Who is cited for a quote: outside of it in its own sentence, in the sentence where it ends or begins, or in the one before.
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
    return k !== head && (relation.startsWith("appos") || (isDocument && /^(?:nmod|compound)/u.test(relation)));
  });
}

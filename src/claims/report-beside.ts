/**
 * Reporting clauses put beside what they report: "…, a déclaré X", "X, dit un témoin, …", "…, the ministry said", and the
 * verb that reports outside of a quote.
 */
import type { Span } from "../../graph/model.js";
import type { Sentence, Token } from "../model/text.js";
import { isBareParticiple, isPresentParticiple } from "./factuality/clause-form.js";
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
/** Verbs that need an object beside their speaker. */
const TRANSITIVE: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set([...LEXICON.fr.blames, "accuser", "soupçonner"]),
  en: new Set([...LEXICON.en.blames, "accuse", "suspect", "charge"]),
};
/** Verbs that condemn: what they call the thing is their speaker's word. */
const CONDEMNS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.own_words.CONDEMNED),
  en: new Set(LEXICON.en.own_words.CONDEMNED),
};
/** Verbs that report only where they stand beside ("…, se félicite X"). */
const INTERJECTS: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(LEXICON.fr.interjects),
  en: new Set(LEXICON.en.interjects),
};
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
    children.find(
      (k) =>
        k !== told &&
        k > told &&
        (k < verb || sentence.language === "fr") &&
        /^(?:nsubj|obj)/u.test(tokens[k]?.relation ?? ""),
    ) ?? -1;
  if (told < 0 || speaker < 0) return NO_HEADLINE;
  const opens = Math.min(verb, ...subtreeOf(sentence, speaker));
  const isTold = subtreeOf(sentence, told).some((k) => /^acl$/u.test(tokens[k]?.relation ?? "") && isVerbal(tokens[k]));
  const isLast = subtreeOf(sentence, told).every((k) => k < opens) && tokens[opens - 1]?.text === ",";
  return isTold && isLast ? { told, speaker } : NO_HEADLINE;
}

/** "…, a-t-on appris auprès de la préfecture", "de source policière": who let it be known; -1 where nobody did. */
function learnedFrom(sentence: Sentence, verb: number): number {
  const { tokens } = sentence;
  const children = childrenOf(sentence, verb);
  const isLearned = tokens[verb]?.lemma === "apprendre" && children.some((k) => /on$/u.test(tokens[k]?.text ?? ""));
  if (!isLearned) return -1;
  const next = children.find((k) => k > verb && /^auprès$/u.test(tokens[k]?.text ?? ""));
  const below = next === undefined ? children : childrenOf(sentence, next);
  return below.find((k) => k > verb && childrenOf(sentence, k).some((c) => tokens[c]?.lemma === "de")) ?? -1;
}

/** Who speaks in a reporting clause: its subject, or the noun after the verb ("…, avertit un officier"). */
export function speakerIn(sentence: Sentence, verb: number): number {
  const { speaker } = headlineReport(sentence, verb);
  if (speaker >= 0) return speaker;
  const learned = learnedFrom(sentence, verb);
  if (learned >= 0) return learned;
  const own = childrenOf(sentence, verb).filter((k) => /^nsubj/u.test(sentence.tokens[k]?.relation ?? ""));
  if (own.length > 0) return subjectOf(sentence, verb);
  // "X, allié de Y, impute la crise à Z": what is blamed does not speak.
  if (TRANSITIVE[sentence.language].has(sentence.tokens[verb]?.lemma ?? "")) return subjectOf(sentence, verb);
  const inverted = childrenOf(sentence, verb).find((k) => k > verb && /^obj/u.test(sentence.tokens[k]?.relation ?? ""));
  return inverted ?? subjectOf(sentence, verb);
}

/** "expelled X, accused of backing them": the accused, on whom the participle hangs, does not say so. */
export function isOfAccused(sentence: Sentence, verb: number): boolean {
  const token = sentence.tokens[verb];
  return (
    token?.relation.startsWith("acl") === true &&
    subjectOf(sentence, verb) === token.head &&
    ALLEGES[sentence.language].has(token.lemma) &&
    isBareParticiple(sentence, verb) &&
    !isPresentParticiple(sentence, verb)
  );
}

/** Who says it: the subject, or, where the parser hung it elsewhere, the noun between the comma and the verb that ends it ("…, the ministry said"). */
export function sayerOf(sentence: Sentence, verb: number): number {
  const { tokens } = sentence;
  const subject = subjectOf(sentence, verb);
  if (isOfAccused(sentence, verb)) return -1;
  if (subject >= 0 || tokens[verb]?.relation !== "root") return subject;
  const comma = tokens.findLastIndex((t, k) => k < verb && t.text === ",");
  const between = tokens.slice(comma + 1, verb);
  if (comma < 0 || between.length === 0 || between.some(isVerbal)) return -1;
  let at = verb - 1;
  while ((tokens[at]?.head ?? -1) > comma && (tokens[at]?.head ?? verb) < verb) at = tokens[at]?.head ?? -1;
  return /^(?:NOUN|PROPN)$/u.test(tokens[at]?.upos ?? "") ? at : -1;
}

/** Leftmost token of the clause's own words right before its verb: subject, auxiliaries, pronouns. */
function leftEdge(sentence: Sentence, verb: number): number {
  const own = childrenOf(sentence, verb)
    .filter((k) => /^(?:nsubj|aux|expl|advmod|iobj)/u.test(sentence.tokens[k]?.relation ?? ""))
    .flatMap((k) => subtreeOf(sentence, k));
  let edge = verb;
  while (own.includes(edge - 1)) edge--;
  return edge;
}

/** "a fait savoir". */
const isMadeKnown = (sentence: Sentence, verb: number): boolean =>
  sentence.tokens[verb]?.lemma === "savoir" &&
  childrenOf(sentence, verb).some((k) => sentence.tokens[k]?.relation === "aux:caus");

/** A verb that reports or accuses in a clause of its own, not in one that tells more of a noun ("qui leur reprochent"). */
function isReporting(sentence: Sentence, verb: number): boolean {
  const token = sentence.tokens[verb];
  if (token === undefined || !isVerbal(token) || token.relation.startsWith("aux")) return false;
  // "Des inconnus, affirment les habitants, ont …", which the parser may hang on the noun before.
  if (token.relation.startsWith("acl") && !isSetOff(sentence, verb)) return false;
  if (isMadeKnown(sentence, verb) || learnedFrom(sentence, verb) >= 0) return true;
  const isInterjected = token.relation.startsWith("parataxis") && INTERJECTS[sentence.language].has(token.lemma);
  const isSaying =
    isInterjected || REPORTS[sentence.language].has(token.lemma) || ALLEGES[sentence.language].has(token.lemma);
  return isSaying && token.feats.VerbForm !== "Inf" && !(isBareParticiple(sentence, verb) && !isMain(token));
}

const isMain = (token: Token): boolean => /^(?:root|parataxis)/u.test(token.relation);

/** "…, affirment les habitants, …": a finite verb between commas, before its subject. */
function isSetOff(sentence: Sentence, verb: number): boolean {
  const { tokens } = sentence;
  const last = Math.max(...subtreeOf(sentence, verb).filter((k) => tokens[k]?.upos !== "PUNCT"));
  const isFinite = [verb, ...childrenOf(sentence, verb)].some((k) => tokens[k]?.feats.VerbForm === "Fin");
  const isBetween = tokens[leftEdge(sentence, verb) - 1]?.text === "," && tokens[last + 1]?.text === ",";
  return isFinite && isBetween && speaksBehind(sentence, verb);
}

/** Whether who speaks stands behind the verb ("a dit le maire"). */
const speaksBehind = (sentence: Sentence, verb: number): boolean => speakerIn(sentence, verb) > verb;

/** "Les ravisseurs, dit un cousin, ont …": set off by commas within the clause that it reports, which began before. */
function isInserted(sentence: Sentence, verb: number, trigger: number): boolean {
  const { tokens } = sentence;
  const below = subtreeOf(sentence, verb);
  const last = Math.max(...below.filter((k) => tokens[k]?.upos !== "PUNCT"));
  const isBeside = tokens[verb]?.relation.startsWith("parataxis") === true;
  if (isBeside && (tokens[verb]?.head ?? -1) > last && tokens[last + 1]?.text === ",") return true;
  if (!isSetOff(sentence, verb) || below.includes(trigger)) return false;
  const clause = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(tokens[k])) ?? trigger;
  return subtreeOf(sentence, clause).some((k) => k < verb && !below.includes(k) && tokens[k]?.upos !== "PUNCT");
}

/** "Les rebelles ont fui, le chef a dit à Reuters": what stands before the speaker, and under the verb by the tree. */
function isFronted(sentence: Sentence, verb: number, trigger: number): boolean {
  const { tokens } = sentence;
  const speaker = speakerIn(sentence, verb);
  if (speaker < 0 || tokens[verb]?.relation !== "root") return false;
  const opens = Math.min(...subtreeOf(sentence, speaker));
  const clause = [trigger, ...ancestorsOf(sentence, trigger)].find((k) =>
    [k, ...childrenOf(sentence, k)].some((c) => tokens[c]?.feats.VerbForm === "Fin"),
  );
  if (clause === undefined || clause === verb || clause >= opens || tokens[opens - 1]?.text !== ",") return false;
  const own = childrenOf(sentence, clause).map((k) => tokens[k]?.relation ?? "");
  return own.some((r) => r.startsWith("nsubj")) && !own.some((r) => r === "mark");
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
    const hasClause = childrenOf(sentence, k).some((c) => c > k && /^(?:ccomp|xcomp)/u.test(tokens[c]?.relation ?? ""));
    if (ancestorsOf(sentence, trigger).includes(k)) {
      if (!hasClause && isFronted(sentence, k, trigger)) return k;
      continue;
    }
    const before = tokens[leftEdge(sentence, k) - 1]?.text ?? "";
    if (!/^[,»”"–—-]$/u.test(before)) continue;
    if (k < trigger && !isInserted(sentence, k, trigger)) continue;
    // "a dit le maire, que des inconnus ont …": what tells of the speaker may be taken for what is said.
    if ((!hasClause || (k > trigger && speaksBehind(sentence, k))) && speakerIn(sentence, k) >= 0) return k;
  }
  return -1;
}

/** "…, he claimed", "…, prétend le maire": of others, by a word that does not vouch for it; "they claimed" may be of their own. */
function isDoubted(sentence: Sentence, verb: number): boolean {
  const [token, speaker] = [sentence.tokens[verb], sentence.tokens[speakerIn(sentence, verb)]];
  const doubts: readonly string[] = LEXICON[sentence.language].doubts;
  // "…, claimed the attack": took it on itself.
  const hasObject = childrenOf(sentence, verb).some(
    (k) => /^obj/u.test(sentence.tokens[k]?.relation ?? "") && sentence.tokens[k] !== speaker,
  );
  return (
    doubts.includes(token?.lemma ?? "") &&
    !hasObject &&
    (speaker?.upos !== "PRON" || /^(?:-t-)?-?(?:he|she|il|elle)$/iu.test(speaker.text))
  );
}

/** Status that a reporting clause beside gives: an accuser's words are alleged. */
export const statusBeside = (sentence: Sentence, verb: number): "reported" | "alleged" =>
  isDoubted(sentence, verb) || ALLEGES[sentence.language].has(sentence.tokens[verb]?.lemma ?? "")
    ? "alleged"
    : "reported";

/**
 * The verb above the quoted words that tells, blames or condemns with them ("blames it on « rebels paid by X »"), outside of
 * the quotation marks; -1 where there is none.
 */
export function reportAbove(sentence: Sentence, trigger: number, quotes: readonly Span[]): number {
  const words = [REPORTS, ALLEGES, TRANSITIVE, CONDEMNS].map((set) => set[sentence.language]);
  const isOutside = (t: Token) => !quotes.some(([start, end]) => start <= t.start && t.start < end);
  const verb = ancestorsOf(sentence, trigger).find((k) => {
    const token = sentence.tokens[k];
    const tells = token !== undefined && isVerbal(token) && isOutside(token) && words.some((w) => w.has(token.lemma));
    return tells && token.feats.VerbForm !== "Inf" && sayerOf(sentence, k) >= 0;
  });
  return verb ?? -1;
}

/** The reporting verb outside of the quotation marks; -1 where there is none. */
export function reportOutside(sentence: Sentence, quotes: readonly Span[]): number {
  const reports = REPORTS[sentence.language];
  return sentence.tokens.findIndex(
    (t) =>
      reports.has(t.lemma) &&
      isVerbal(t) &&
      !quotes.some(([start, end]) => start <= t.start && t.start < end) &&
      t.feats.VerbForm !== "Inf",
  );
}

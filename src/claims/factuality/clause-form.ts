/** The form of a clause or noun in the tree: finite, infinitive or nominal, what opens it, what governs it. */
import type { Sentence, Token } from "../../model/text.js";
import { childrenOf, isVerbal, relationOf } from "../syntax.js";
import { key, WORDS } from "./words.js";

/** How a clause or noun stands below its governor. */
export type Frame = "finite" | "infinitive" | "noun";

const AUXILIARY = /^aux/u;
const CARRIES_MOOD = /^(?:aux|cop)/u;
const NOMINAL_PLACE = /^(?:obj|iobj|nsubj|obl|nmod)/u;

/** Tokens below `at` with the given relation. */
export const childrenBy = (sentence: Sentence, at: number, relation: RegExp): Token[] =>
  childrenOf(sentence, at).flatMap((k) => {
    const child = sentence.tokens[k];
    return child !== undefined && relation.test(child.relation) ? [child] : [];
  });

/** Whether the verb, or an auxiliary or copula of it, has the feature. */
export function hasFeature(sentence: Sentence, verb: number, name: string, value: string): boolean {
  return (
    sentence.tokens[verb]?.feats[name] === value ||
    childrenBy(sentence, verb, CARRIES_MOOD).some((child) => child.feats[name] === value)
  );
}

/** "est un mercenaire", "were planned". */
export const hasCopula = (sentence: Sentence, at: number): boolean => childrenBy(sentence, at, /^cop/u).length > 0;

/** "frapper", "avoir frappé", "to strike". */
export function isInfinitive(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  if (sentence.language === "fr")
    return (
      token.feats.VerbForm === "Inf" ||
      childrenBy(sentence, at, AUXILIARY).some((child) => child.feats.VerbForm === "Inf")
    );
  // "not guilty to killing": a gerund after "to" is none.
  if (/ing$/u.test(key(token)) && !childrenBy(sentence, at, AUXILIARY).some((c) => c.feats.VerbForm === "Inf"))
    return false;
  return childrenBy(sentence, at, /^(?:aux|mark)/u).some(
    (child) => (AUXILIARY.test(child.relation) && child.feats.VerbForm === "Inf") || key(child) === "to",
  );
}

/** A participle or gerund without auxiliary: "encerclés par …", "killing two". */
export function isBareParticiple(sentence: Sentence, at: number): boolean {
  const form = sentence.tokens[at]?.feats.VerbForm ?? "";
  return (
    /^(?:Part|Ger)$/u.test(form) && !childrenBy(sentence, at, CARRIES_MOOD).some((c) => c.feats.VerbForm !== "Ger")
  );
}

/** "tuant", "killing", not "tué". */
export function isPresentParticiple(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return token !== undefined && isBareParticiple(sentence, at) && /(?:ant|ing)$/u.test(key(token));
}

/** Whether the verb is in the passive. */
export function hasPassive(sentence: Sentence, at: number): boolean {
  return childrenBy(sentence, at, /:pass$/u).length > 0;
}

/** "avoir frappé", "to have struck", "ayant frappé": done before it is spoken of. */
export function isPerfect(sentence: Sentence, at: number): boolean {
  return childrenBy(sentence, at, AUXILIARY).some((child) => {
    const isPerfect =
      child.lemma === "avoir" || child.lemma === "have" || (child.lemma === "être" && !hasPassive(sentence, at));
    return isPerfect && /^(?:Inf|Ger|Part)$/u.test(child.feats.VerbForm ?? "");
  });
}

/** "ayant frappé", "having struck". */
export const isPerfectParticiple = (sentence: Sentence, at: number): boolean =>
  childrenBy(sentence, at, AUXILIARY).some((child) => /^(?:ayant|étant|having)$/u.test(key(child)));

/** A verb, or a noun or adjective with a copula or auxiliary. */
export const isPredicate = (sentence: Sentence, at: number): boolean =>
  isVerbal(sentence.tokens[at]) || childrenBy(sentence, at, CARRIES_MOOD).length > 0;

/** "on compte dix tués": a participle that stands for those of whom it tells. */
function isNominalised(sentence: Sentence, at: number): boolean {
  return isBareParticiple(sentence, at) && NOMINAL_PLACE.test(relationOf(sentence, at));
}

/** The form in which the token stands below its governor; a gerund counts as an infinitive. */
export function frameOf(sentence: Sentence, at: number): Frame {
  if (!isPredicate(sentence, at) || isNominalised(sentence, at)) return "noun";
  const isGerund = sentence.tokens[at]?.feats.VerbForm === "Ger" || isPresentParticiple(sentence, at);
  return isInfinitive(sentence, at) || isGerund ? "infinitive" : "finite";
}

/** "there are 40 agents based …", "il y a …": the noun's clause is told with the verb. */
export const isExistential = (sentence: Sentence, verb: number): boolean =>
  childrenBy(sentence, verb, /^expl/u).some((child) => /^(?:il|y|there)$/u.test(key(child)));

/** Words that open the clause or noun: its conjunctions and prepositions, and "avant" where it hangs above them. */
export function openedBy(sentence: Sentence, at: number): Token[] {
  const own = childrenOf(sentence, at).filter((k) => /^(?:mark|case)/u.test(relationOf(sentence, k)));
  const before = sentence.tokens[(own[0] ?? 0) - 1];
  const isLoose =
    before !== undefined && before.relation.startsWith("advmod") && before.head === sentence.tokens[at]?.head;
  return [...(isLoose ? [before] : []), ...own.flatMap((k) => sentence.tokens[k] ?? [])];
}

/** Whether the noun is told as known: "the", "cette", "his". */
export const isDefinite = (sentence: Sentence, noun: number): boolean =>
  childrenBy(sentence, noun, /^(?:det|nmod:poss)/u).some(
    (c) =>
      c.feats.Definite === "Def" || c.feats.PronType === "Dem" || c.feats.Poss === "Yes" || c.relation === "nmod:poss",
  );

const isAt = (sentence: Sentence, from: number, phrase: readonly string[]): boolean =>
  phrase.every((word, n) => key(sentence.tokens[from + n] ?? ({ text: "" } as Token)).replace(/’/gu, "'") === word);

/** Half-open spans of a phrase in the sentence. */
function spansOf(sentence: Sentence, phrase: readonly string[]): [number, number][] {
  return sentence.tokens.flatMap((_, k): [number, number][] =>
    isAt(sentence, k, phrase) ? [[k, k + phrase.length]] : [],
  );
}

const COMPLEMENT = /^(?:nsubj|obj|iobj)/u;

/** "…, à en croire X" behind the clause that it is said of, with no other clause between. */
function endsClause(sentence: Sentence, at: number, from: number): boolean {
  return !sentence.tokens.slice(at + 1, from).some((t) => t.feats.VerbForm === "Fin" && isVerbal(t));
}

/**
 * Whether a phrase of several words ("à moins que", "en cas de") opens what stands at the token, whichever way it hangs.
 * @param isAside whether the phrase may stand behind as well ("à en croire")
 */
export function isOpenedBy(sentence: Sentence, at: number, phrase: readonly string[], isAside = false): boolean {
  const token = sentence.tokens[at];
  return spansOf(sentence, phrase).some(([from, to]) => {
    const inside = (k: number) => k >= from && k < to;
    if (token === undefined || inside(at)) return false;
    if (inside(token.head)) return !COMPLEMENT.test(token.relation);
    const isPlaced = to <= at || (isAside && endsClause(sentence, at, from));
    return isPlaced && sentence.tokens.some((t, k) => inside(k) && t.head === at);
  });
}

/** Whether the clause holds a word that asks for a part of it: "who", "pourquoi". */
export function asksForPart(sentence: Sentence, at: number): boolean {
  const { interrogatives } = WORDS[sentence.language];
  return childrenOf(sentence, at).some((k) => {
    const below = [k, ...childrenOf(sentence, k)];
    return below.some((b) => b < at + 1 && interrogatives.has(key(sentence.tokens[b] ?? ({ text: "" } as Token))));
  });
}

/** Negation and its scope: the predicate's own, that of its subject or object, and what is no denial ("not only"). */
import type { Sentence, Token } from "../../model/text.js";
import { childrenOf } from "../syntax.js";
import { key, WORDS, type Words } from "./words.js";

const NO_TOKEN = { text: "" } as Token;
const NEITHER: ReadonlySet<string> = new Set(["ni", "neither"]);
const OR: ReadonlySet<string> = new Set(["or", "nor", "ou", "ni"]);
const EXCEPT: ReadonlySet<string> = new Set(["but", "except", "other", "sinon", "que", "d'autre"]);
const PARTICIPANT = /^(?:nsubj|obj)/u;
const FEWER: ReadonlySet<string> = new Set(["moins", "fewer", "less"]);
/** How far behind its verb a negation may stand ("have they not"). */
const MOST_BEHIND = 4;

const NEVER: ReadonlySet<string> = new Set(["jamais", "never"]);
const DEGREE: ReadonlySet<string> = new Set(["si", "aussi", "autant", "tant", "so", "as"]);

/** "jamais la secte n'avait frappé si fort", "never had so many been killed": it was done, and more than ever. */
function isOfDegree({ tokens }: Sentence, at: number): boolean {
  return tokens.some(({ head, relation, text }) => {
    const isBelow = head === at || tokens[head]?.head === at || tokens[tokens[head]?.head ?? -1]?.head === at;
    return isBelow && /^(?:advmod|det|obj)/u.test(relation) && DEGREE.has(text.toLowerCase());
  });
}

/** Whether the child is a negation of the token at `at`: "pas" but not "pas seulement"; "nearly" right before it. */
function negates(sentence: Sentence, words: Words, k: number, at: number): boolean {
  const child = sentence.tokens[k];
  if (child === undefined || k >= at + MOST_BEHIND) return false;
  if (words.nearly.has(key(child))) return k === at - 1;
  if (words.adverbs.get(key(child)) !== "denied") return false;
  if (NEVER.has(key(child)) && isOfDegree(sentence, at)) return false;
  const [next, behind] = [sentence.tokens[k + 1], sentence.tokens[at + 1]];
  if (next !== undefined && words.restricting.has(key(next))) return false;
  return behind === undefined || !FEWER.has(key(behind));
}

/** "personne n'a …", not "14 personnes": without number, determiner or plural. */
function isBare(sentence: Sentence, at: number): boolean {
  const isCounted = childrenOf(sentence, at).some((k) =>
    /^(?:det|nummod|amod)/u.test(sentence.tokens[k]?.relation ?? ""),
  );
  return !isCounted && sentence.tokens[at]?.feats.Number !== "Plur";
}

/** "no injuries or deaths", "aucun blessé ni mort": a bare noun shares the negation of the first. */
function sharesDeterminer(sentence: Sentence, noun: number): boolean {
  const token = sentence.tokens[noun];
  if (token === undefined || !token.relation.startsWith("conj")) return false;
  const children = childrenOf(sentence, noun).flatMap((k) => sentence.tokens[k] ?? []);
  if (children.some((t) => /^(?:det|nummod)/u.test(t.relation))) return false;
  return children.some((t) => t.relation === "cc" && OR.has(key(t))) && hasNegativeDeterminer(sentence, token.head);
}

/** "pas un seul soldat", "not one soldier" before its verb: the negation may hang on either. */
function isNotOne(sentence: Sentence, noun: number): boolean {
  const one = childrenOf(sentence, noun).find((k) => /^(?:un|une|one)$/u.test(key(sentence.tokens[k] ?? NO_TOKEN)));
  if (one === undefined || one > noun) return false;
  return /^(?:pas|not)$/u.test(key(sentence.tokens[one - 1] ?? NO_TOKEN));
}

/** "aucun", "no", "none of": a noun of which there is nothing. */
export function hasNegativeDeterminer(sentence: Sentence, noun: number): boolean {
  const words = WORDS[sentence.language];
  const isNegative = childrenOf(sentence, noun).some((d) => {
    const det = sentence.tokens[d];
    return det?.relation.startsWith("det") === true && words.negativeDeterminers.has(det.lemma);
  });
  return isNegative || isNotOne(sentence, noun) || sharesDeterminer(sentence, noun);
}

/** "personne", "aucun soldat", "pas un soldat", "neither the army nor …": a participant that is none. */
export function isNone(sentence: Sentence, at: number): boolean {
  const words = WORDS[sentence.language];
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  // "nothing but", "rien d'autre que".
  if (EXCEPT.has(key(sentence.tokens[at + 1] ?? NO_TOKEN))) return false;
  if (words.negativeDeterminers.has(token.lemma) && isBare(sentence, at)) return true;
  if (hasNegativeDeterminer(sentence, at)) return true;
  return childrenOf(sentence, at).some((k) => {
    const child = sentence.tokens[k];
    if (child === undefined || k > at) return false;
    if (child.relation === "cc" && NEITHER.has(child.lemma)) return true;
    return child.relation.startsWith("advmod") && negates(sentence, words, k, at);
  });
}

/** Prepositions whose noun takes part in the act: "fired on no one", not "for no reason". */
const TOWARDS: ReadonlySet<string> = new Set(["à", "contre", "sur", "envers", "on", "at", "to", "against", "in", "en"]);

/** "n'arme ni n'héberge": a negation of which only the particle stands here. */
function isNeither(sentence: Sentence, at: number): boolean {
  const children = childrenOf(sentence, at).flatMap((k) => sentence.tokens[k] ?? []);
  const has = (test: (token: Token) => boolean) => children.some(test);
  if (!has((t) => /^n(?:e|['’])$/u.test(key(t)))) return false;
  const isJoined = (k: number) => childrenOf(sentence, k).some((c) => sentence.tokens[c]?.lemma === "ni");
  const head = sentence.tokens[at];
  const joined = [at, ...childrenOf(sentence, at), head?.relation.startsWith("conj") === true ? head.head : -1];
  return joined.some(
    (k) => k >= 0 && isJoined(k) && (k === at || /^(?:conj|root|ccomp)/u.test(sentence.tokens[k]?.relation ?? "")),
  );
}

/** Whether what the predicate tells is denied by its own negation or by that of a participant. */
export function isNegated(sentence: Sentence, at: number): boolean {
  const words = WORDS[sentence.language];
  const children = childrenOf(sentence, at);
  // "ne nie pas avoir frappé": where "nie" is taken for an adverb, the negation is its own.
  const isOfDenial = children.some((k) => /^nie(?:nt)?$/u.test(key(sentence.tokens[k] ?? NO_TOKEN)));
  if (isOfDenial) return false;
  if (children.some((k) => negates(sentence, words, k, at)) || isNeither(sentence, at)) return true;
  return children.some((k) => {
    const relation = sentence.tokens[k]?.relation ?? "";
    if (PARTICIPANT.test(relation)) return isNone(sentence, k);
    const isTowards = childrenOf(sentence, k).some((c) => TOWARDS.has(sentence.tokens[c]?.text.toLowerCase() ?? ""));
    // "at no point did the army fire", "under no circumstances".
    const isNever = words.occasions.has(sentence.tokens[k]?.lemma ?? "") && hasNegativeDeterminer(sentence, k);
    return relation.startsWith("obl") && (isNever || (isTowards && isNone(sentence, k)));
  });
}

/** Active or passive, and what a relative pronoun stands for. Positions are token indexes. */
import type { Sentence } from "../model/text.js";
import { childrenOf, isPastParticiple, relationOf } from "./syntax.js";

const RELATIVE = /^(?:qui|que|qu['’]|lequel|laquelle|lesquels|lesquelles|which|who|whom|that)$/iu;

export function isPassive(sentence: Sentence, verb: number): boolean {
  const children = childrenOf(sentence, verb);
  if (children.some((k) => /:pass$|^obl:agent/u.test(relationOf(sentence, k)))) return true;
  const token = sentence.tokens[verb];
  // A participle that modifies its noun: "les villes contrôlées", "soldiers killed".
  return (
    isPastParticiple(token) &&
    /^acl$/u.test(token?.relation ?? "") &&
    !children.some((k) => /^(?:aux|nsubj)/u.test(relationOf(sentence, k)))
  );
}

/** A relative pronoun stands for the noun that its clause hangs on. */
export function behindRelative(sentence: Sentence, at: number, verb: number): number {
  const isRelative = RELATIVE.test(sentence.tokens[at]?.text ?? "") && /^acl/u.test(relationOf(sentence, verb));
  return isRelative ? (sentence.tokens[verb]?.head ?? at) : at;
}

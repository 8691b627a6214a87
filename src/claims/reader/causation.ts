/** "The governor had three officers arrested": who has it done and to whom, by the tree. Positions are token indexes; -1 is no token. */
import type { Sentence } from "../../model/text.js";
import { childrenOf, isPastParticiple, isVerbal, lemmaAt, relationOf, subjectOf } from "../syntax.js";
import ROLES from "./roles.json" with { type: "json" };

const CAUSATIVE = new Set(ROLES.causative);
const NONE = { causer: -1, object: -1 };

/** @param participle what is done, below the causative verb or below its object: the trees have both */
export function causationOf(sentence: Sentence, participle: number): { causer: number; object: number } {
  const token = sentence.tokens[participle];
  if (token === undefined || !(isPastParticiple(token) || token.feats.VerbForm === "Inf")) return NONE;
  const isBelowObject = /^acl/u.test(token.relation) && relationOf(sentence, token.head) === "obj";
  const isBelowVerb = /^(?:xcomp|ccomp)/u.test(token.relation);
  const verb = isBelowObject ? (sentence.tokens[token.head]?.head ?? -1) : isBelowVerb ? token.head : -1;
  if (!isVerbal(sentence.tokens[verb]) || !CAUSATIVE.has(lemmaAt(sentence, verb))) return NONE;
  if (childrenOf(sentence, participle).some((k) => relationOf(sentence, k) === "obl:agent")) return NONE;
  const object = childrenOf(sentence, verb).find((k) => relationOf(sentence, k) === "obj" && k < participle) ?? -1;
  return { causer: subjectOf(sentence, verb), object };
}

/** An end that the sentence excepts: "a reçu les députés, mais pas les séparatistes", "met the deputies but not the rebels". */
import type { Sentence } from "../../model/text.js";
import { childrenOf, relationOf } from "../syntax.js";
import { key } from "./words.js";

const NOT: ReadonlySet<string> = new Set(["pas", "non", "not"]);
/** Between the conjunct before and the negation: a conjunction or a comma, no more. */
const JOINS = /^(?:mais|et|but|and|though|,|;|–|—|-)$/u;

/** @param head token index of the end */
export function isExcepted(sentence: Sentence, head: number): boolean {
  const { tokens } = sentence;
  if (!/^(?:conj|appos|parataxis|obj|nmod)/u.test(relationOf(sentence, head))) return false;
  const before = childrenOf(sentence, head).filter((k) => /^(?:det|case|amod|nummod)/u.test(relationOf(sentence, k)));
  const at = Math.min(head, ...before) - 1;
  const [join, negation] = [tokens[at - 1], tokens[at]];
  return negation !== undefined && NOT.has(key(negation)) && JOINS.test(join?.text.toLowerCase() ?? "");
}

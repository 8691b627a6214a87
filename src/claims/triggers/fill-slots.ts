/** The tokens that stand where a sense has its source or its target. */
import type { Sentence } from "../../model/text.js";
import { behindRelative, isPassive } from "../diathesis.js";
import { nounOfAmount } from "../join-amounts.js";
import { caseOf, childrenOf, isVerbal, relationOf, subjectOf } from "../syntax.js";
import CONTRACTED from "./contracted.json" with { type: "json" };
import type { SenseMatch } from "./match-senses.js";
import type { Slot } from "./sense.js";

/** Prepositions as they are written, by what they stand for: "aux" for "à". */
const PLAIN: Readonly<Record<string, string>> = CONTRACTED.plain;
const BY = new Set(CONTRACTED.by);
const OF = new Set(CONTRACTED.of);
const DATIVE = new Set(CONTRACTED.dative);

const plain = (word: string) => PLAIN[word] ?? word;

type Fill = (sentence: Sentence, at: number) => number[];

const children = (sentence: Sentence, at: number, pattern: RegExp) =>
  childrenOf(sentence, at).filter((k) => pattern.test(relationOf(sentence, k)));
const complements = (sentence: Sentence, at: number, words: (word: string) => boolean) =>
  children(sentence, at, /^(?:obl|nmod|acl|advcl|xcomp)/u).filter((k) => words(plain(caseOf(sentence, k))));

const agents: Fill = (sentence, at) =>
  children(sentence, at, /^(?:obl|nmod)/u).filter(
    (k) => relationOf(sentence, k) === "obl:agent" || BY.has(plain(caseOf(sentence, k))),
  );

const objects: Fill = (sentence, at) => {
  if (!isPassive(sentence, at)) return children(sentence, at, /^obj/u).map((k) => behindRelative(sentence, k, at));
  const subjects = children(sentence, at, /^nsubj/u).map((k) => behindRelative(sentence, k, at));
  return subjects.length === 0 && /^acl/u.test(relationOf(sentence, at)) ? [sentence.tokens[at]?.head ?? -1] : subjects;
};

const FILLED: Readonly<Record<string, Fill>> = {
  subject: (sentence, at) => (isPassive(sentence, at) ? agents(sentence, at) : [subjectOf(sentence, at)]),
  object: objects,
  iobj: (sentence, at) => [
    ...children(sentence, at, /^iobj/u),
    ...complements(sentence, at, (word) => DATIVE.has(word)),
  ],
  by: agents,
  possessor: (sentence, at) => [
    ...children(sentence, at, /^(?:nmod:poss|det:poss)/u),
    ...complements(sentence, at, (word) => OF.has(word)),
  ],
  modifier: (sentence, at) => children(sentence, at, /^(?:amod|compound)/u),
  modified: (sentence, at) =>
    /^(?:amod|acl|appos|nmod|compound|flat)/u.test(relationOf(sentence, at)) ? [sentence.tokens[at]?.head ?? -1] : [],
  named: (sentence, at) => {
    const isName = (k: number) => sentence.tokens[k]?.upos === "PROPN";
    const below = children(sentence, at, /^(?:appos|flat|nmod|compound)/u).filter(
      (k) => isName(k) && caseOf(sentence, k) === "",
    );
    const above = sentence.tokens[at]?.head ?? -1;
    return isName(above) && /^(?:compound|appos|flat|nmod)/u.test(relationOf(sentence, at)) ? [...below, above] : below;
  },
  clause: (sentence, at) =>
    children(sentence, at, /^(?:xcomp|ccomp|advcl|acl|obl)/u)
      .filter((k) => isVerbal(sentence.tokens[k]))
      .flatMap((k) => objects(sentence, k)),
  open: () => [],
};

/** What is coordinated with it, too. */
function withConjuncts(sentence: Sentence, at: number): number[] {
  return [at, ...children(sentence, at, /^conj/u)];
}

/** Tokens in the first of the slots that is filled; empty where none is. */
export function fillSlots(sentence: Sentence, { token }: SenseMatch, slots: readonly Slot[]): number[] {
  for (const slot of slots) {
    const fill =
      FILLED[slot] ??
      ((s: Sentence, at: number) => complements(s, at, (word) => word === plain(slot.split(" ")[0] ?? slot)));
    const found = fill(sentence, token).filter((k) => k >= 0 && k !== token);
    if (found.length > 0) return found.flatMap((k) => withConjuncts(sentence, nounOfAmount(sentence, k)));
  }
  return [];
}

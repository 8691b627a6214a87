/**
 * Claims that the tree or the size of places rules out, however sure the reader is: a country in a town, a president of where he
 * travels ("le président iranien en France"), help by who sanctions, the act that a reprisal answers. Words are in build-words.json.
 */
import type { Relation } from "../../../graph/model.js";
import { isLeaningPrefix } from "../../model/leaning-prefix.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal, lemmaAt } from "../syntax.js";
import WORDS from "./build-words.json" with { type: "json" };
import { isTooLarge, type TieEnd } from "./ties-by-build.js";

const REPRISALS = new Set(WORDS.reprisals);
const SANCTIONS = new Set(WORDS.sanctions);
const LOCATIVE = new Set(WORDS.locative);
const HELP: ReadonlySet<Relation> = new Set(["SPONSORS", "AIDED", "BACKED"]);
const ANSWERS: ReadonlySet<Relation> = new Set([
  "STRUCK",
  "ATTACKED",
  "KILLED",
  "WOUNDED",
  "DAMAGED",
  "SEIZED",
  "THREATENED",
]);

/** A person is no part of a state and lies in no town; nobody is a member of a person (claims.md, section 2). */
function isTie(relation: Relation, source: TieEnd | null, target: TieEnd): boolean {
  if (relation === "PART_OF" || relation === "LOCATED_IN") return source?.type !== "person" && target.type !== "person";
  return relation !== "MEMBER_OF" || target.type !== "person";
}

/**
 * "a frappé la ville en représailles à l'attaque du camp": between the trigger and the target stands what is answered:
 * a noun that the reprisal governs, or one right behind it.
 */
function isAnswered(sentence: Sentence, trigger: number, target: number): boolean {
  const above = ancestorsOf(sentence, target);
  const isBelow = above.includes(trigger);
  // "venger les morts de la ville": whatever is avenged.
  if (isBelow && isVerbal(sentence.tokens[trigger]) && REPRISALS.has(lemmaAt(sentence, trigger))) return true;
  const between = above.slice(0, Math.max(0, above.indexOf(trigger)));
  return between.some((k) => {
    const opens = Math.min(k, ...childrenOf(sentence, k).filter((c) => sentence.tokens[c]?.relation === "case"));
    return REPRISALS.has(lemmaAt(sentence, k)) || REPRISALS.has(lemmaAt(sentence, opens - 1));
  });
}

/** "en visite en France", said of who heads something else. */
function isWhereabouts(sentence: Sentence, source: TieEnd | null, target: TieEnd): boolean {
  const isPlace = childrenOf(sentence, target.head).some((k) => {
    const child = sentence.tokens[k];
    return child?.relation === "case" && LOCATIVE.has(child.text.toLowerCase());
  });
  return isPlace && source?.type === "person" && (target.type === "country" || target.type === "state");
}

/** "les rebelles pro-turcs et les combattants pro-Assad": the prefix says nothing of the two groups. */
const isOtherLeaning = (sentence: Sentence, trigger: number, source: TieEnd | null, target: TieEnd): boolean =>
  isLeaningPrefix(sentence.tokens, trigger) && target.head !== trigger + 1 && source?.head !== trigger + 1;

/** @param trigger token index of the word that says it */
export function isRuledOut(
  sentence: Sentence,
  relation: Relation,
  trigger: number,
  source: TieEnd | null,
  target: TieEnd,
): boolean {
  if (!isTie(relation, source, target)) return true;
  if (relation === "LOCATED_IN") return source !== null && isTooLarge(source.type, target.type);
  if (relation === "ALLIED_WITH") return isOtherLeaning(sentence, trigger, source, target);
  if (relation === "LEADS") return isWhereabouts(sentence, source, target);
  if (HELP.has(relation)) return SANCTIONS.has(lemmaAt(sentence, trigger));
  return ANSWERS.has(relation) && isAnswered(sentence, trigger, target.head);
}

/**
 * Claims that the tree or the size of places rules out, however sure the reader is: a country in a town, a president of where he
 * travels ("le président iranien en France"), help by who sanctions, the act that a reprisal answers. Words are in build-words.json.
 */
import { KIND_OF_TYPE, type NodeType, type Relation } from "../../../graph/model.js";
import { isLeaningPrefix } from "../../model/leaning-prefix.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, caseOf, childrenOf, firstConjunct, isVerbal, lemmaAt } from "../syntax.js";
import WORDS from "./build-words.json" with { type: "json" };
import { isTooLarge, type TieEnd } from "./ties-by-build.js";

const REPRISALS = new Set(WORDS.reprisals);
const SANCTIONS = new Set(WORDS.sanctions);
const LOCATIVE = new Set(WORDS.locative);
const OF = new Set(WORDS.of);
const ORIGINS = new Set(WORDS.origins);
const DEATHS = new Set(WORDS.deaths);
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

const STATES: ReadonlySet<NodeType> = new Set(["state", "country"]);

/**
 * A person is no part of a state and lies in no town, an armed group is no part of a state; nobody is a member of a person (claims.md,
 * section 2). A town is where people protest, not what they protest against; a person is taken, not seized.
 */
function mayHold(relation: Relation, source: TieEnd | null, target: TieEnd): boolean {
  if (relation === "PROTESTED_AGAINST") return !["city", "region", "water"].includes(target.type);
  if (relation === "SEIZED") return target.type !== "person";
  if (relation === "PART_OF" && source?.type === "armed_group" && STATES.has(target.type)) return false;
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

/** Somebody or some force of a place ("paysans de Zubin", "cartel de Sinaloa") or that comes from one ("venus de Sotchi") may be anywhere. */
function isOrigin(sentence: Sentence, source: TieEnd | null, target: TieEnd): boolean {
  if (source === null || KIND_OF_TYPE[source.type] === "Place") return false;
  const above = sentence.tokens[target.head]?.head ?? -1;
  const isOf = above === source.head && OF.has(caseOf(sentence, target.head));
  return isOf || ORIGINS.has(lemmaAt(sentence, above));
}

/** Ties have two ends, and help has a giver: "des blessés ont été évacués" tells neither. */
const NEEDS_SOURCE: ReadonlySet<Relation> = new Set([
  "LEADS",
  "MEMBER_OF",
  "PART_OF",
  "LOCATED_IN",
  "ALLIED_WITH",
  "AIDED",
]);

/**
 * "247 Palestiniens (en majorité des assaillants) et deux Américains ont perdu la vie": whom the subject of a death tells is no agent of it.
 */
export function isAmongVictims(
  sentence: Sentence,
  relation: Relation,
  trigger: number,
  source: number,
  target: number,
) {
  if (relation !== "KILLED" || !isVerbal(sentence.tokens[trigger]) || !DEATHS.has(lemmaAt(sentence, trigger)))
    return false;
  const victims = firstConjunct(sentence, target);
  return sentence.tokens[victims]?.head === trigger && ancestorsOf(sentence, source).includes(victims);
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
  if (!mayHold(relation, source, target) || (source === null && NEEDS_SOURCE.has(relation))) return true;
  if (relation === "LOCATED_IN")
    return (source !== null && isTooLarge(source.type, target.type)) || isOrigin(sentence, source, target);
  if (relation === "ALLIED_WITH") return isOtherLeaning(sentence, trigger, source, target);
  // "les présidents du Kenya et de Djibouti": each heads one.
  if (relation === "LEADS") return source?.type === "crowd" || isWhereabouts(sentence, source, target);
  if (HELP.has(relation)) return SANCTIONS.has(lemmaAt(sentence, trigger));
  return ANSWERS.has(relation) && isAnswered(sentence, trigger, target.head);
}

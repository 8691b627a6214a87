/** What came to nothing since it was found or stopped in time: "two bombs were defused", "arrested before they could strike". */
import type { Relation } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { childrenBy, hasCopula, hasPassive, isInfinitive, openedBy } from "./clause-form.js";
import type { Step } from "./governor-effect.js";
import { isNegated } from "./negation.js";
import { holds, key, WORDS } from "./words.js";

/** Acts that one may be about to do when one is caught. */
const IN_THE_ACT: ReadonlySet<Relation> = new Set([
  "ATTACKED",
  "STRUCK",
  "KILLED",
  "WOUNDED",
  "DAMAGED",
  "SEIZED",
  "ABDUCTED",
]);

const UNDERGONE = /^(?:obj|nsubj:pass)/u;
const CAN: ReadonlySet<string> = new Set(["can", "could", "able", "pouvoir"]);

/** "a car bomb was found", "désamorcer un engin", "la découverte d'une bombe": a weapon that did not go off stands for no attack. */
export function isMadeSafe({ sentence, at, governor, relation }: Step): boolean {
  const words = WORDS[sentence.language];
  const [weapon, head] = [sentence.tokens[at], sentence.tokens[governor]];
  if (weapon === undefined || head === undefined || !IN_THE_ACT.has(relation) || !holds(words.weapons, weapon))
    return false;
  const isUndergone = UNDERGONE.test(weapon.relation) || (weapon.relation.startsWith("nmod") && head.upos === "NOUN");
  return isUndergone && holds(words.disarms, head) && !isNegated(sentence, governor);
}

const saysCan = (sentence: Sentence, at: number): boolean =>
  [sentence.tokens[at], ...childrenBy(sentence, at, /^aux/u)].some((t) => t !== undefined && holds(CAN, t));

/** "before they could detonate it", "avant d'avoir pu frapper", "interpellé avant de passer à l'acte"; not "arrested before being expelled". */
export function isForestalled({ sentence, at, governor, relation }: Step): boolean {
  const words = WORDS[sentence.language];
  const head = sentence.tokens[governor];
  if (head === undefined || !openedBy(sentence, at).some((t) => words.beforehand.has(key(t)))) return false;
  if (saysCan(sentence, at)) return true;
  // "was overpowered": a passive or, as the parser may have it, an adjective.
  const isUndergoing = hasPassive(sentence, governor) || hasCopula(sentence, governor);
  const isActive =
    !hasPassive(sentence, at) && (isInfinitive(sentence, at) || /ing$/u.test(sentence.tokens[at]?.text ?? ""));
  return IN_THE_ACT.has(relation) && isActive && isUndergoing && holds(words.stops, head);
}

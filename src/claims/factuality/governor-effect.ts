/** What a predicate does to the clause or noun below it: reports, accuses, plans, prevents, presupposes. */
import { type Relation, type Status, VIOLENCE } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import {
  asksForPart,
  childrenBy,
  type Frame,
  frameOf,
  hasFeature,
  hasPassive,
  isBareParticiple,
  isDefinite,
  isInfinitive,
  isPerfect,
  openedBy,
} from "./clause-form.js";
import type { Effect } from "./effect.js";
import { hasNegativeDeterminer, isNegated } from "./negation.js";
import { classesOf, holds, isOwnWord, key, type PredicateClass, WORDS, type Words } from "./words.js";

/** What is told of the clause; "presupposed" where it happened whatever the governor does. */
export type Governance = Effect | "presupposed" | null;

/** The step from a token to its governor, and what the rules ask of it. */
export interface Step {
  readonly sentence: Sentence;
  readonly at: number;
  readonly governor: number;
  readonly relation: Relation;
  /** Whether the act has no known doer: then who is blamed does not matter. */
  readonly isOpen: boolean;
  /** Whether a finite clause lies between the trigger and here: an attempt to speak is none to do. */
  readonly isOfSpeech: boolean;
}

const NO_TOKEN = { text: "", lemma: "" } as Token;
const SIMPLE_PAST_OF_GO = /^(?:alla|allèrent)$/u;

/** Relations that a decree or vote itself carries out. */
const DECREED: ReadonlySet<Relation> = new Set([
  "SANCTIONED",
  "BROKE_TIES_WITH",
  "EXPELLED",
  "AGREED_WITH",
  "BLOCKADED",
]);

const DOUBT: ReadonlySet<string> = new Set(["doubt", "doute", "douter"]);

/** Acts that are announced when they are done. */
const MADE_KNOWN: ReadonlySet<Relation> = new Set(["ARRESTED", "SEIZED", "ABDUCTED", "KILLED", "WOUNDED", "DAMAGED"]);

const opensWith = (sentence: Sentence, at: number, words: readonly string[]): boolean =>
  openedBy(sentence, at).some((t) => words.includes(key(t)) || words.includes(t.lemma));

const isReflexive = (sentence: Sentence, verb: number): boolean =>
  childrenBy(sentence, verb, /^(?:expl|obj|iobj)/u).some((c) => /^(?:se|s['’]|me|m['’]|nous)$/u.test(key(c)));

/** "à tort", "falsely", "ment en disant": what is said so is untrue. */
function isSaidWrongly(sentence: Sentence, words: Words, verb: number): boolean {
  if (childrenBy(sentence, verb, /^(?:advmod|obl)/u).some((c) => words.wrongly.has(key(c)))) return true;
  return isLie(sentence, words, verb);
}

/** "vous mentez en disant que", "lied when he said that". */
function isLie(sentence: Sentence, words: Words, verb: number): boolean {
  const above = sentence.tokens[sentence.tokens[verb]?.head ?? -1];
  return above !== undefined && /^advcl/u.test(sentence.tokens[verb]?.relation ?? "") && holds(words.lies, above);
}

/** "le bruit court que", "the danger is that", "avait pour mission de": a noun beside says what the clause is worth. */
function ofContent(step: Step, words: Words, frame: Frame): Effect | null {
  const { sentence, governor, at } = step;
  if (frame === "noun" || !/^(?:ccomp|csubj|xcomp)/u.test(sentence.tokens[at]?.relation ?? "")) return null;
  const isLight = holds(words.lightVerbs, sentence.tokens[governor] ?? NO_TOKEN) && frame === "infinitive";
  const beside = childrenBy(sentence, governor, isLight ? /^(?:nsubj|obj|obl)/u : /^nsubj/u);
  const status = beside
    .map((t) => words.contents.get(t.lemma) ?? words.contents.get(key(t)))
    .find((found) => found !== undefined);
  return status === undefined ? null : { status, predicate: -1 };
}

/** "jugé pour avoir tué", "on trial for the murder": charged with it. */
function ofCharge(step: Step, words: Words, frame: Frame): Governance {
  const { sentence, at, governor } = step;
  if (!opensWith(sentence, at, ["pour", "for", "over"])) return null;
  const head = sentence.tokens[governor];
  const beside = childrenBy(sentence, governor, /^ob[lj]/u);
  // "une plainte visant le colonel pour l'enlèvement de …".
  const above = head?.relation.startsWith("acl") === true ? sentence.tokens[head.head] : undefined;
  const isCharge = [head, above, ...beside].some((t) => t !== undefined && holds(words.charges, t));
  if (!isCharge) return null;
  // "jugé pour l'assassinat du préfet": that he was killed is known, whoever did it.
  const isKnown = step.isOpen && frame === "noun" && isDefinite(sentence, at);
  return isKnown ? "presupposed" : { status: "alleged", predicate: governor };
}

/** "impute l'attaque aux rebelles": the attack happened; that they did it is alleged. */
function ofBlame(step: Step, words: Words, head: Token, frame: Frame): Governance {
  const { sentence, at, governor, isOpen } = step;
  if (frame !== "noun" || !holds(words.blames, head)) return null;
  if (!/^(?:obj|obl|nsubj:pass|nmod)/u.test(sentence.tokens[at]?.relation ?? "")) return null;
  if (isReflexive(sentence, governor)) return { status: "reported", predicate: governor };
  if (isNegated(sentence, governor)) return "presupposed";
  return isOpen && isDefinite(sentence, at) ? "presupposed" : { status: "alleged", predicate: governor };
}

/** "se sont épuisés en vain à prendre la ville", "laboured in vain to take it". */
const isInVain = (sentence: Sentence, governor: number, words: Words): boolean =>
  childrenBy(sentence, governor, /^(?:advmod|obl|fixed)/u).some(
    (c) =>
      holds(words.vainly, c) ||
      childrenBy(sentence, sentence.tokens.indexOf(c), /./u).some((t) => holds(words.vainly, t)),
  );

/** "there is no doubt that …", "il ne fait aucun doute que …", "nobody doubts that …": it is so. */
function isUndoubted(sentence: Sentence, governor: number): boolean {
  const beside = childrenBy(sentence, governor, /^(?:obj|nsubj)/u).map((t) => sentence.tokens.indexOf(t));
  return [governor, ...beside].some((k) => {
    const token = sentence.tokens[k];
    if (token === undefined || !holds(DOUBT, token)) return false;
    return hasNegativeDeterminer(sentence, k) || (k === governor && isNegated(sentence, k));
  });
}

/** "Who in his right mind believes that …?", "Qui peut dire que …": asked of one who is none. */
const isWhoSays = (sentence: Sentence, governor: number): boolean =>
  sentence.tokens.findLast((t) => t.upos !== "PUNCT" || t.text === "?")?.text === "?" &&
  childrenBy(sentence, governor, /^nsubj/u).some((t) => /^(?:who|qui)$/u.test(key(t)));

/** "a pu frapper", "ont dû quitter": it came about; "aurait pu frapper" did not. */
function ofModal(step: Step, head: Token, modal: Status): Effect | null {
  const { sentence, governor } = step;
  const isPast = (head.feats.VerbForm === "Part" && head.feats.Tense === "Past") || head.feats.Tense === "Past";
  if (isPast && head.lemma !== "aller") {
    return hasFeature(sentence, governor, "Mood", "Cnd") ? { status: "possible", predicate: -1 } : null;
  }
  const isGone = !["Pres", "Imp"].includes(head.feats.Tense ?? "") || SIMPLE_PAST_OF_GO.test(key(head));
  if (head.lemma === "aller" && isGone) return null;
  return { status: isNegated(sentence, governor) ? "denied" : modal, predicate: -1 };
}

/** "is said to have", "it is believed that", "on raconte que": what people say and nobody vouches for. */
function isHearsay({ sentence, governor }: Step, frame: Frame): boolean {
  const head = sentence.tokens[governor];
  if (head === undefined) return false;
  const subject = childrenBy(sentence, governor, /^(?:nsubj|expl)/u)[0];
  const isTold = holds(WORDS[sentence.language].toldByPeople, head);
  if (sentence.language === "fr") return isTold && subject !== undefined && key(subject) === "on";
  const isPassive =
    hasPassive(sentence, governor) || isBareParticiple(sentence, governor) || /^acl/u.test(head.relation);
  if (frame === "infinitive") return isPassive;
  return isTold && isPassive && subject !== undefined && key(subject) === "it";
}

/** "officials claim that there are …": said of others by a word that does not vouch for it; "claimed it had struck" is of its own act. */
function isDoubted({ sentence, at, governor, relation }: Step, frame: Frame): boolean {
  const head = sentence.tokens[governor];
  // "retorted that the marines had shelled a mosque": harm is thrown back at the other side, other acts are told.
  if (head !== undefined && holds(WORDS[sentence.language].retorts, head) && !VIOLENCE.has(relation)) return false;
  if (frame !== "finite" || head?.upos !== "VERB" || !holds(WORDS[sentence.language].doubts, head)) return false;
  const subject = childrenBy(sentence, at, /^nsubj/u)[0];
  return subject !== undefined && subject.upos !== "PRON";
}

/** The class that counts for the form of what is governed. */
function chooseClass(step: Step, classes: readonly PredicateClass[], frame: Frame): PredicateClass | undefined {
  const { sentence, at, isOfSpeech } = step;
  const isDone = frame === "infinitive" && isPerfect(sentence, at);
  const isReported = classes.includes("reported");
  // "a annoncé l'arrestation de six hommes": made known when it is done.
  if (frame === "noun" && isReported && classes.includes("planned") && MADE_KNOWN.has(step.relation)) return "reported";
  const others = classes.filter(
    (c) => c !== "reported" && !(isDone && c === "planned") && !(isOfSpeech && (c === "planned" || c === "attempt")),
  );
  // "are supposed to have beaten a man": people say so.
  const head = sentence.tokens[step.governor];
  if (isDone && !isReported && head !== undefined && holds(WORDS[sentence.language].toldByPeople, head))
    return "alleged";
  // "ordered that": told where it is a clause in the indicative; "wants to say" governs an infinitive.
  if (frame !== "noun" && isReported && (frame === "finite" || isDone || others.length === 0))
    return isHearsay(step, frame) || isDoubted(step, frame) ? "alleged" : "reported";
  return others[0] ?? (isReported ? "reported" : undefined);
}

function whenNegated(step: Step, chosen: PredicateClass, frame: Frame, classes: readonly PredicateClass[]): Governance {
  const { sentence, governor } = step;
  const head = sentence.tokens[governor];
  // "une attaque qui n'a pas été confirmée"; one that was not claimed happened.
  const isUnsure = frame !== "noun" || (head !== undefined && holds(WORDS[sentence.language].confirms, head));
  if (chosen === "reported") return isUnsure ? { status: "alleged", predicate: -1 } : "presupposed";
  if (chosen === "averted" || chosen === "hesitant") return "presupposed";
  // "n'exclut pas de frapper": says so.
  if (chosen === "refused") return { status: "possible", predicate: governor };
  if (chosen === "denied") return frame === "noun" ? "presupposed" : { status: "reported", predicate: governor };
  if (chosen === "alleged" || classes.includes("alleged")) return null;
  return { status: "denied", predicate: governor };
}

/** Classes that the governor's reflexive or particle allows: "s'en défend", "ruled out", not "ruled that". */
function classesHere(sentence: Sentence, words: Words, governor: number): readonly PredicateClass[] {
  const head = sentence.tokens[governor];
  if (head === undefined) return [];
  const particles = childrenBy(sentence, governor, /^(?:compound:prt|advmod|obl)/u).map(key);
  const all = classesOf(words, head);
  const byParticle = all.filter((c) => particles.includes(words.needParticle.get(`${head.lemma} ${c}`) ?? "-"));
  if (byParticle.length > 0) return byParticle;
  return all.filter((c) => {
    const name = `${head.lemma} ${c}`;
    return !words.needParticle.has(name) && (!words.needReflexive.has(name) || isReflexive(sentence, governor));
  });
}

/** What the governor does to what hangs on it. */
export function governorEffect(step: Step): Governance {
  const { sentence, at, governor, relation } = step;
  const words = WORDS[sentence.language];
  const head = sentence.tokens[governor];
  if (head === undefined || isOwnWord(sentence.language, relation, head)) return null;
  const frame = frameOf(sentence, at);
  const special = ofCharge(step, words, frame) ?? ofContent(step, words, frame) ?? ofBlame(step, words, head, frame);
  if (special !== null) return special;
  const isTried = classesOf(words, head).includes("attempt");
  if (!isTried && relation !== "ATTACKED" && isInfinitive(sentence, at) && isInVain(sentence, governor, words))
    return { status: "denied", predicate: -1 };
  if (frame !== "noun" && isUndoubted(sentence, governor)) return "presupposed";
  const lack = words.lacking.get(head.lemma);
  if (lack !== undefined && (hasNegativeDeterminer(sentence, governor) || isNegated(sentence, governor)))
    return { status: lack, predicate: -1 };
  const modal = frame === "noun" ? undefined : (words.modals.get(key(head)) ?? words.modals.get(head.lemma));
  if (modal !== undefined) return ofModal(step, head, modal);
  const classes = classesHere(sentence, words, governor);
  // "stopped the looters from attacking": kept from it; "stopped attacking": did it before.
  if (opensWith(sentence, at, ["from"]) && (classes.includes("ceasing") || classes.includes("averted")))
    return isNegated(sentence, governor) ? "presupposed" : { status: "denied", predicate: -1 };
  // "stopped short of striking", whichever way "short" hangs.
  const isShort =
    opensWith(sentence, at, ["of"]) && childrenBy(sentence, governor, /./u).some((c) => key(c) === "short");
  if (isShort && head.lemma === "stop") return { status: "denied", predicate: governor };
  // "fighting prevents rescuers from …": the subject of what prevents took place.
  if (sentence.tokens[at]?.relation === "csubj" && classes.includes("averted")) return "presupposed";
  if (classes.includes("ceasing")) return "presupposed";
  if (classes.includes("factive") && (frame !== "infinitive" || isPerfect(sentence, at) || sentence.language === "en"))
    return "presupposed";
  const isWhole = classes.some((c) => words.needParticle.has(`${head.lemma} ${c}`));
  const needed = isWhole ? undefined : words.ofNounsWith.get(head.lemma);
  // "called for strikes", "called to strike", not "called the strike cowardly".
  if (needed !== undefined && frame !== "infinitive" && !opensWith(sentence, at, needed)) return null;
  // "se dit victime d'attaques".
  if (frame === "noun" && sentence.tokens[at]?.relation === "xcomp" && classes.includes("reported"))
    return { status: "reported", predicate: governor };
  if (frame === "noun" && needed === undefined && !isWhole && !holds(words.ofNouns, head)) return null;
  const chosen = chooseClass(step, classes, frame);
  if (chosen === undefined || chosen === "carries" || chosen === "factive") return null;
  if (chosen === "decreed")
    return DECREED.has(relation) && !(frame === "infinitive" && relation === "EXPELLED")
      ? null
      : { status: isNegated(sentence, governor) ? "denied" : "planned", predicate: governor };
  // "ignore qui a enlevé la juge": that she was is known.
  if (frame === "finite" && chosen !== "reported" && chosen !== "alleged" && asksForPart(sentence, at)) return null;
  if (chosen === "attempt") {
    if (relation === "ATTACKED") return null;
    return { status: relation === "KILLED" ? "denied" : "possible", predicate: -1 };
  }
  if (frame === "finite" && holds(words.needInfinitive, head)) return null;
  if (chosen === "reported" && isWhoSays(sentence, governor)) return { status: "possible", predicate: -1 };
  if (isNegated(sentence, governor)) return whenNegated(step, chosen, frame, classes);
  if (chosen === "averted" || chosen === "refused") return { status: "denied", predicate: governor };
  if (chosen === "hesitant" || chosen === "ceasing") return { status: "possible", predicate: -1 };
  const isWrong = (chosen === "reported" || chosen === "alleged") && isSaidWrongly(sentence, words, governor);
  // Who says that it is a lie stands above, or is quoted.
  return { status: isWrong ? "denied" : chosen, predicate: isLie(sentence, words, governor) ? -1 : governor };
}

/** Whether the governor hands its own mood and negation down: "n'a pas réussi à", "did not succeed in". */
export const carriesMood = (sentence: Sentence, governor: number): boolean => {
  const head = sentence.tokens[governor];
  return head !== undefined && classesOf(WORDS[sentence.language], head).includes("carries");
};

/** The step from a noun to its verb or noun: told with a verb that says it takes place, presupposed by others. */
import type { Relation } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { isVerbal, subtreeOf } from "../syntax.js";
import { childrenBy, hasFeature, isDefinite, isExistential, isPerfect, openedBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { governorEffect, type Step } from "./governor-effect.js";
import { isNegated } from "./negation.js";
import { ownEffects } from "./own-effects.js";
import { except, type Passage, PRESUPPOSED, STOP } from "./passage.js";
import { classesOf, holds, key, WORDS, type Words } from "./words.js";

/** Relations whose noun may be those it befell ("dix blessés"): what is to come for them is another matter. */
const OF_PEOPLE: ReadonlySet<Relation> = new Set(["KILLED", "WOUNDED", "ARRESTED", "ABDUCTED", "RELEASED", "EXPELLED"]);

/** Relations whose act is done only when it is won. */
const TO_BE_WON: ReadonlySet<Relation> = new Set(["SEIZED"]);

/** "Reports that … turned out to be false": what is said of them is not so. */
export function isUntrue(sentence: Sentence, governor: number, words: Words): boolean {
  const said = [sentence.tokens[governor], ...childrenBy(sentence, governor, /^(?:xcomp|obj|obl)/u)];
  return said.some((t) => t !== undefined && holds(words.untrue, t)) && !isNegated(sentence, governor);
}

/** "Reports of his death were exaggerated", "la nouvelle s'est révélée prématurée": said of news it is untrue, said of an act it is not. */
function isOverstated(sentence: Sentence, news: number, verb: number, words: Words): boolean {
  const token = sentence.tokens[news];
  if (token === undefined || !(holds(words.news, token) || classesOf(words, token).includes("reported"))) return false;
  const said = [sentence.tokens[verb], ...childrenBy(sentence, verb, /^(?:xcomp|obj|obl)/u)];
  return said.some((t) => t !== undefined && holds(words.overstated, t)) && !isNegated(sentence, verb);
}

/** "un cessez-le-feu doit suivre": the verb that says that it takes place stands below a modal. */
function ofModalVerb(sentence: Sentence, governor: number, words: Words): Effect[] | null {
  const head = sentence.tokens[governor];
  const status = head === undefined ? undefined : words.modals.get(head.lemma);
  const takesPlace = childrenBy(sentence, governor, /^xcomp/u).some((t) => words.occur.has(t.lemma));
  if (status === undefined || !takesPlace || head?.feats.Tense === "Past") return null;
  return [{ status, predicate: -1 }, ...ownEffects(sentence, governor)];
}

/** A noun as the subject of its verb: told with a verb that says it takes place; presupposed by any other. */
export function ofSubjectNoun(step: Step, link: string): Passage {
  const { sentence, governor, at } = step;
  const head = sentence.tokens[governor];
  const words = WORDS[sentence.language];
  const effect = governorEffect(step);
  // "proved to be a hoax".
  if (isUntrue(sentence, governor, words) || isOverstated(sentence, at, governor, words))
    return { effects: [{ status: "denied", predicate: -1 }], goesOn: true };
  if (effect === "presupposed" || head === undefined) return STOP;
  const inner = ofModalVerb(sentence, governor, words);
  if (inner !== null) return { effects: effect === null ? inner : [...inner, effect], goesOn: true };
  const effects: Effect[] = [];
  if (effect !== null && (link.includes("pass") || !isVerbal(head))) effects.push(effect);
  else if (isVerbal(head) && !words.occur.has(head.lemma) && !isExistential(sentence, governor)) {
    // "un accrochage a mis aux prises …": told with whatever it does, being new.
    if (isDefinite(sentence, at) || effect !== null) return PRESUPPOSED;
    const own = ownEffects(sentence, governor);
    return {
      effects: OF_PEOPLE.has(step.relation) ? own.filter((e) => e.status === "alleged") : except(own, "denied"),
      goesOn: true,
    };
  }
  // "l'assaut n'a pas fait de blessés": what did not come of it; "n'a pas eu lieu" denies it.
  const objects = childrenBy(sentence, governor, /^obj/u).filter((o) => !/^(?:lieu|place)$/u.test(o.lemma));
  const own = ownEffects(sentence, governor);
  const isOfOther = objects.length > 0 && at !== governor && !isExistential(sentence, governor);
  return { effects: [...effects, ...(isOfOther ? except(own, "denied") : own)], goesOn: true };
}

/** "se retrouveront lors d'un sommet": still to come if its clause is. */
export const ofSameTime = (sentence: Sentence, governor: number): Passage => ({
  effects: hasFeature(sentence, governor, "Tense", "Fut") ? [{ status: "planned", predicate: -1 }] : [],
  goesOn: false,
});

/** "soupçonne un légionnaire de l'attentat": a noun that somebody accuses, so that what hangs on it is the charge. */
function isAccused(sentence: Sentence, noun: number): boolean {
  const token = sentence.tokens[noun];
  const verb = token === undefined ? undefined : sentence.tokens[token.head];
  if (verb === undefined || isDefinite(sentence, noun)) return false;
  return (
    /^(?:obj|nsubj:pass)/u.test(token?.relation ?? "") && classesOf(WORDS[sentence.language], verb).includes("alleged")
  );
}

/** "prendre en otages", "opened fire": a bare noun that makes one word with its verb. */
function isIdiom(sentence: Sentence, at: number, opening: readonly string[]): boolean {
  if (childrenBy(sentence, at, /^(?:det|nmod|amod|nummod|compound)/u).length > 0) return false;
  if (sentence.language === "fr") return opening.every((w) => w === "en" || w === "à");
  return opening.length === 0 && sentence.tokens[at]?.feats.Number !== "Plur";
}

const opensList = (sentence: Sentence, at: number): boolean =>
  sentence.tokens[Math.min(...subtreeOf(sentence, at).filter((k) => sentence.tokens[k]?.upos !== "PUNCT")) - 1]
    ?.text === ":";

/** A noun below a verb or noun. */
export function ofNoun(step: Step, link: string): Passage {
  const { sentence, at, governor, isOpen } = step;
  const words = WORDS[sentence.language];
  const head = sentence.tokens[governor];
  if (head === undefined) return STOP;
  const opening = openedBy(sentence, at).map(key);
  if (link.startsWith("obl") && opening.some((w) => words.earlier.has(w))) return STOP;
  if (link.startsWith("obl") && opening.some((w) => words.later.has(w))) return ofSameTime(sentence, governor);
  // "nie toute implication dans l'attentat": that the named ones took part; without names it happened all the same.
  const isPart =
    /^(?:nmod|obl)/u.test(link) &&
    [head, ...childrenBy(sentence, governor, /^obj/u)].some((t) => holds(words.partakes, t));
  if (isPart && isOpen) return STOP;
  // "forces impliquées dans la reprise de …", "l'opération de libération de …": under way, not done.
  const isUnderWay =
    TO_BE_WON.has(step.relation) &&
    /^(?:nmod|obl)/u.test(link) &&
    !isPerfect(sentence, governor) &&
    (holds(words.efforts, head) || isPart);
  if (isUnderWay) return { effects: [{ status: "possible", predicate: -1 }], goesOn: false };
  // "arrivé au Caire pour des entretiens": what one came for is yet to take place.
  const isAim =
    step.relation === "MET_WITH" && link.startsWith("obl") && opening.some((w) => /^(?:pour|for)$/u.test(w));
  if (isAim && holds(words.journeys, head)) return { effects: [{ status: "possible", predicate: -1 }], goesOn: false };
  // "imputent des crimes aux deux camps : massacre de …": what the colon lists is the charge.
  const blamed = link.startsWith("appos") ? sentence.tokens[head.head] : undefined;
  if (blamed !== undefined && /^ob[jl]/u.test(head.relation) && holds(words.blames, blamed) && opensList(sentence, at))
    return { effects: [{ status: "alleged", predicate: head.head }], goesOn: false };
  // "qualifie de mensonge l'idée que …".
  if (
    link.startsWith("obj") &&
    holds(words.contents, sentence.tokens[at] ?? head) &&
    isUntrue(sentence, governor, words)
  )
    return { effects: [{ status: "denied", predicate: governor }], goesOn: true };
  const effect = governorEffect(step);
  // "l'aide est empêchée par des tirs": what keeps something from happening took place.
  if (effect === "presupposed" || (link === "obl:agent" && effect?.status === "denied")) return STOP;
  if (effect !== null) {
    const own = effect.status === "reported" ? except(ownEffects(sentence, governor), "denied") : [];
    return { effects: [effect, ...own], goesOn: true };
  }
  if (isPart) {
    // "rend les gardes responsables de la mort de …": somebody holds them to be.
    const holder = sentence.tokens[head.head];
    const isHeld = holder !== undefined && holds(words.holdsResponsible, holder);
    const held: Effect[] = isHeld ? [{ status: "alleged", predicate: head.head }] : [];
    // "clame son innocence dans le meurtre de …".
    const isInnocent = childrenBy(sentence, governor, /^obj/u).some((t) => t.lemma === "innocence");
    const denied: Effect[] = isInnocent ? [{ status: "denied", predicate: governor }] : [];
    return { effects: [...held, ...denied, ...ownEffects(sentence, governor)], goesOn: true };
  }
  // "reportedly killed in a strike": as sure as the death.
  if (link.startsWith("obl") && !isDefinite(sentence, at) && opening.some((w) => /^(?:in|dans|par|by)$/u.test(w)))
    return { effects: except(ownEffects(sentence, governor), "denied"), goesOn: true };
  // "an assassination attempt", not "a raid survivor".
  if (link.startsWith("compound")) return STOP;
  if (link.startsWith("nmod")) {
    // "l'annonce de l'assassinat était un canular".
    const isReport = classesOf(words, head).includes("reported") || holds(words.news, head);
    const isOfReport = isReport && head.relation.startsWith("nsubj");
    const isTakenBack = isUntrue(sentence, head.head, words) || isOverstated(sentence, governor, head.head, words);
    if (isOfReport && isTakenBack) return { effects: [{ status: "denied", predicate: -1 }], goesOn: false };
    // "la réponse à l'attaque", not "une série de frappes": what is said of the one is not said of the other.
    // "ceux de l'attaque" stand for who did it.
    const goesOn =
      head.upos === "PRON" ||
      words.containers.has(head.lemma) ||
      !isDefinite(sentence, at) ||
      isAccused(sentence, governor);
    return { effects: words.containers.has(head.lemma) ? ownEffects(sentence, governor) : [], goesOn };
  }
  // "plus de vingt morts", "had no part in": the verb is told with its quantity or light noun.
  if (head.upos === "ADV") return { effects: [], goesOn: true };
  const token = sentence.tokens[at];
  const isShare = token !== undefined && holds(words.partakes, token);
  const isLight =
    isShare ||
    isIdiom(sentence, at, opening) ||
    (words.occur.has(head.lemma) && (!link.startsWith("obl") || !isDefinite(sentence, at))) ||
    words.proceeds.has(head.lemma);
  if (!isLight && !isExistential(sentence, governor)) return isVerbal(head) ? PRESUPPOSED : STOP;
  return { effects: ownEffects(sentence, governor), goesOn: true };
}

/** What the trigger word says of itself, and what stands right before or around it where the tree may have lost it. */
import { type Relation, STANDING, VIOLENCE } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal, subjectOf } from "../syntax.js";
import { childrenBy, frameOf, hasPassive, isBareParticiple, isPerfect, isPredicate, openedBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { isNegated } from "./negation.js";
import { ownEffects } from "./own-effects.js";
import { classesOf, holds, key, lemmaOf, type PredicateClass, WORDS, type Words } from "./words.js";

/** Relations that are words alone: said all the same when what they speak of comes to nothing. */
export const SAID: ReadonlySet<Relation> = new Set([
  "THREATENED",
  "WARNED",
  "CALLED_ON",
  "ACCUSED",
  "CONDEMNED",
  "REJECTED",
  "BACKED",
]);
/** Relations whose own words promise, threaten, accuse or demand; other acts are not done by such a word. */
export const SPEECH: ReadonlySet<Relation> = new Set([
  ...SAID,
  "AGREED_WITH",
  "MET_WITH",
  "PROTESTED_AGAINST",
  "SANCTIONED",
]);
/** Relations that a denial itself may be. */
const DENYING: ReadonlySet<Relation> = new Set(["REJECTED", "CONDEMNED", "ACCUSED"]);
/** Relations that a promise, an offer or an accusation itself may be. */
const PLEDGING: ReadonlySet<Relation> = new Set([...SPEECH].filter((r) => r !== "MET_WITH" && r !== "SANCTIONED"));
/** Accusing is part of them: "arrested, accused of". */
const BY_CHARGE: ReadonlySet<Relation> = new Set(["ARRESTED", "EXPELLED", "RELEASED"]);

/** What an acquittal says that somebody is not. */
const ENDED_BY_ACQUITTAL: ReadonlySet<Relation> = new Set(["ARRESTED", "ACCUSED", "SANCTIONED"]);

const FORM_OF_ER = /^(.+?)(?:e|es|ent|ait|aient|a|èrent|é|ée|és|ées|era|eront)$/u;

/** Classes of a French verb in -er by its form, where the tagger did not take it for a verb ("nie"). */
function predicateOfForm(words: Words, form: string): readonly PredicateClass[] {
  const stem = FORM_OF_ER.exec(form.toLowerCase())?.[1];
  return (stem === undefined ? undefined : words.predicates.get(`${stem}er`)) ?? [];
}

/** "soldats promis à Tillia": not there yet; "nie", "accuse" as the words for an act: denied, alleged. */
function ofTrigger(sentence: Sentence, trigger: number, relation: Relation, words: Words): Effect[] {
  const token = sentence.tokens[trigger];
  if (token === undefined) return [];
  const is = (list: ReadonlySet<string>) => holds(list, token);
  const isOfCharge = BY_CHARGE.has(relation);
  // "a acquitté le colonel": neither held nor charged any more.
  if (ENDED_BY_ACQUITTAL.has(relation) && isVerbal(token) && is(words.acquits) && !isNegated(sentence, trigger))
    return [{ status: "denied", predicate: -1 }];
  // "s'en défend", not "défend"; "est attendu", not "l'attend".
  if (
    token.lemma === "défendre" &&
    childrenBy(sentence, trigger, /^(?:expl|obj)/u).every((c) => !/^s(?:e|['’])$/u.test(key(c)))
  )
    return [];
  const isAwaited = /^(?:attendre|expect)$/u.test(token.lemma);
  if (isAwaited && !hasPassive(sentence, trigger) && !isBareParticiple(sentence, trigger)) return [];
  if (is(words.ownDenials) && isVerbal(token) && !isOfCharge && !DENYING.has(relation))
    return isNegated(sentence, trigger) ? [] : [{ status: "denied", predicate: trigger }];
  if (PLEDGING.has(relation)) return [];
  // "montre du doigt", "points the finger at".
  const isPointing = childrenBy(sentence, trigger, /^ob[lj]/u).some((c) => /^(?:doigt|finger)$/u.test(c.lemma));
  const isClaimed = childrenBy(sentence, trigger, /^expl/u).some((c) => /^s(?:e|['’])$/u.test(key(c)));
  if (isPointing && words.points.has(token.lemma)) return [{ status: "alleged", predicate: trigger }];
  if (is(words.ownAccusations) && !isOfCharge && !isClaimed) return [{ status: "alleged", predicate: trigger }];
  const holder = sentence.tokens[token.head];
  if (is(words.partakes) && holder !== undefined && holds(words.holdsResponsible, holder))
    return [{ status: "alleged", predicate: token.head }];
  // "se rendait à Vienne pour y rencontrer …": set out to meet.
  const isAim = childrenOf(sentence, trigger).some((k) => {
    const aim = sentence.tokens[k];
    return (
      aim?.relation.startsWith("advcl") === true && openedBy(sentence, k).some((t) => /^(?:pour|to)$/u.test(key(t)))
    );
  });
  if (relation === "MET_WITH" && is(words.journeys) && isAim) return [{ status: "planned", predicate: -1 }];
  if (is(words.ownPlans) && !STANDING.has(relation)) return [{ status: "planned", predicate: -1 }];
  return [];
}

/** "que le FLT nie avoir enlevée": the word right before a perfect infinitive. */
function beforePerfect(sentence: Sentence, trigger: number, words: Words): Effect[] {
  if (!isPerfect(sentence, trigger)) return [];
  const auxiliary =
    childrenOf(sentence, trigger).find((k) => sentence.tokens[k]?.feats.VerbForm === "Inf" && k < trigger) ?? trigger;
  const before =
    auxiliary - (["d'", "de", "d’"].includes(sentence.tokens[auxiliary - 1]?.text.toLowerCase() ?? "") ? 2 : 1);
  const word = sentence.tokens[before];
  // A child of the trigger is told as its negation ("nie" taken for an adverb).
  if (word === undefined || word.head === trigger) return [];
  const classes = words.predicates.get(lemmaOf(word)) ?? predicateOfForm(words, word.text);
  return classes.flatMap((status) =>
    status === "denied" || status === "alleged"
      ? [{ status, predicate: subjectOf(sentence, before) < 0 ? trigger : before }]
      : [],
  );
}

/** "une bande qu'on dit financée par …", "donné pour mort", "feared kidnapped": what people say. */
function ofHearsay(sentence: Sentence, trigger: number, words: Words): Effect[] {
  const [before, last] = [sentence.tokens[trigger - 2], sentence.tokens[trigger - 1]];
  if (before === undefined || last === undefined) return [];
  const isSaid = last.lemma === "dire" && key(before) === "on";
  const isGiven = key(last) === "pour" && holds(words.hearsay, before);
  const isDone = isBareParticiple(sentence, trigger) || sentence.tokens[trigger]?.upos === "ADJ";
  const isFeared = sentence.language === "en" && isDone && holds(words.hearsay, last);
  return isSaid || isGiven || isFeared ? [{ status: "alleged", predicate: -1 }] : [];
}

/** "accuse the Battalions, a faction close to Hamas, of lobbing a rocket": an accusation whose complement hangs too low. */
function ofFarAccusation(sentence: Sentence, trigger: number, words: Words): Effect[] {
  if (!openedBy(sentence, trigger).some((t) => /^(?:d['’]|de|of)$/u.test(key(t)))) return [];
  if (frameOf(sentence, trigger) !== "infinitive") return [];
  for (const k of ancestorsOf(sentence, trigger)) {
    const token = sentence.tokens[k];
    if (token === undefined || (isBareParticiple(sentence, k) && token.relation.startsWith("acl"))) continue;
    if (!isPredicate(sentence, k)) continue;
    const isAccusing = classesOf(words, token).includes("alleged") && !isNegated(sentence, k);
    return isAccusing ? [{ status: "alleged", predicate: k }] : [];
  }
  return [];
}

/** "voit la main d'Alger derrière …": a hand that somebody sees in it. */
function ofSeenHand(sentence: Sentence, trigger: number, words: Words): Effect[] {
  const token = sentence.tokens[trigger];
  const verb = token === undefined ? undefined : sentence.tokens[token.head];
  const isSeen =
    token?.relation.startsWith("obj") === true && words.hands.has(token.lemma) && words.sees.has(verb?.lemma ?? "");
  return isSeen ? [{ status: "alleged", predicate: token.head }] : [];
}

/** "une attaque présumée fait dix morts": what an alleged act does is alleged as well. */
function ofAct(sentence: Sentence, trigger: number, relation: Relation, words: Words, isOpen: boolean): Effect[] {
  if (!VIOLENCE.has(relation)) return [];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  const act = childrenOf(sentence, verb).find(
    (k) => sentence.tokens[k]?.relation === "nsubj" && words.acts.has(sentence.tokens[k]?.lemma ?? ""),
  );
  // "une incursion imputée à …" took place, whoever did it; that those who are named did it is alleged.
  const isBlamed = act !== undefined && childrenBy(sentence, act, /^(?:amod|acl)/u).some((c) => holds(words.blames, c));
  if (isBlamed && !isOpen && act !== trigger) return [{ status: "alleged", predicate: -1 }];
  if (act === undefined || act === trigger || isBlamed) return [];
  return ownEffects(sentence, act).filter((e) => e.status === "alleged");
}

/** Effects of the trigger word itself and of words whose link to it the tree may have lost. */
export function wordEffects(sentence: Sentence, trigger: number, relation: Relation, isOpen: boolean): Effect[] {
  const words = WORDS[sentence.language];
  return [
    ...ofTrigger(sentence, trigger, relation, words),
    ...beforePerfect(sentence, trigger, words),
    ...ofHearsay(sentence, trigger, words),
    ...ofFarAccusation(sentence, trigger, words),
    ...ofSeenHand(sentence, trigger, words),
    ...ofAct(sentence, trigger, relation, words, isOpen),
  ];
}

/**
 * Factuality: what constructions say about whether an act happened. Each predicate, modal, negation or mark above the
 * trigger has an effect; the weakest status counts. It may lower a status that the reader gave, never raise it
 * (claims.md, section 3). Words are in factuality.json, rules in factuality/; here is the walk from the trigger up the
 * tree, which stops where what is below is presupposed.
 */
import { type Relation, STANDING, type Status } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import {
  childrenBy,
  frameOf,
  hasCopula,
  hasFeature,
  isBareParticiple,
  isDefinite,
  isExistential,
  isInfinitive,
  isPerfect,
  isPresentParticiple,
  openedBy,
} from "./factuality/clause-form.js";
import type { Effect } from "./factuality/effect.js";
import { carriesMood, governorEffect, type Step } from "./factuality/governor-effect.js";
import { isNegated } from "./factuality/negation.js";
import { ownEffects, triedOnly } from "./factuality/own-effects.js";
import { SPEECH, wordEffects } from "./factuality/word-effects.js";
import { classesOf, holds, isOwnWord, key, WORDS, type Words } from "./factuality/words.js";
import { ancestorsOf, childrenOf, isVerbal } from "./syntax.js";

export type { Effect } from "./factuality/effect.js";
export { weaker } from "./factuality/words.js";

const CLAUSE_COMPLEMENT = /^(?:ccomp|xcomp|csubj|acl$|obl|obj|advcl)/u;
const NOUN_COMPLEMENT = /^(?:obj|iobj|obl|nmod|ccomp|xcomp|root|dep|appos)/u;

/** What a step up the tree adds, and whether the walk goes on from there. */
interface Passage {
  readonly effects: readonly Effect[];
  readonly goesOn: boolean;
  /** Whether what is below happened whatever is said above; who says so is still heard. */
  readonly isPresupposing?: boolean;
}
const STOP: Passage = { effects: [], goesOn: false };
/** "l'opération s'est soldée par la mort de …": the noun's verb is its own affair. */
const PRESUPPOSED: Passage = { effects: [], goesOn: true, isPresupposing: true };

const except = (effects: readonly Effect[], ...statuses: readonly Status[]): Effect[] =>
  effects.filter((e) => !statuses.includes(e.status));

const OR: ReadonlySet<string> = new Set(["ou", "ni", "or", "nor"]);

/**
 * "tuer" in "pourrait attaquer et tuer" shares the modality of the first conjunct; a finite verb has its own ("n'a pas
 * frappé et accuse …"), unless "or" joins it.
 */
function sharesModality(sentence: Sentence, at: number): boolean {
  const children = childrenOf(sentence, at);
  const isFinite = sentence.tokens[at]?.feats.VerbForm === "Fin";
  if (isFinite && !children.some((k) => OR.has(sentence.tokens[k]?.lemma ?? ""))) return false;
  return !children.some((k) => /^(?:nsubj|aux)/u.test(sentence.tokens[k]?.relation ?? ""));
}

/** "the pretext that the army …", "selon laquelle …": with a conjunction the clause is what the noun says. */
function isContent(sentence: Sentence, at: number, governor: number): boolean {
  const noun = sentence.tokens[governor];
  const { contents, lacking } = WORDS[sentence.language];
  if (noun === undefined) return false;
  if (classesOf(WORDS[sentence.language], noun).length === 0 && !holds(contents, noun) && !holds(lacking, noun))
    return false;
  const words = sentence.tokens.slice(governor + 1, governor + 3).map(key);
  if (words[0] === "selon" && /^l(?:a|es)?quel/u.test(words[1] ?? "")) return true;
  const hasOwnObject = childrenBy(sentence, at, /^(?:obj|xcomp|ccomp|nsubj:pass)/u).some((c) => key(c) !== "that");
  return words[0] === "that" && hasOwnObject;
}

/** The relation of the token to its governor as the rules take it. */
function linkOf(sentence: Sentence, at: number, governor: number): string {
  const relation = sentence.tokens[at]?.relation ?? "";
  if (relation !== "acl:relcl") return relation;
  const isConjoined = childrenBy(sentence, at, /^(?:mark|obj)/u).some((m) => m.upos === "SCONJ");
  return isConjoined || isContent(sentence, at, governor) ? "acl" : relation;
}

/** "will open once Ethiopia withdraws": a clause of time is as far off as its main clause; else it is told by itself. */
function ofFiniteAdverbial({ sentence, at, governor }: Step): Passage {
  const isLater = openedBy(sentence, at).some((t) => WORDS[sentence.language].later.has(key(t)));
  const isPast = hasFeature(sentence, at, "Tense", "Past") || hasFeature(sentence, at, "Tense", "Imp");
  if (!isLater || isPast) return STOP;
  return { effects: ownEffects(sentence, governor).filter((e) => e.status === "planned"), goesOn: false };
}

/** "…, tuant deux gardes", "by killing": as sure as the clause it stands in; "libéré lundi, …" is presupposed. */
function ofParticiple({ sentence, at, governor, relation }: Step): Passage {
  if (!isPresentParticiple(sentence, at) || SPEECH.has(relation)) return STOP;
  return { effects: except(ownEffects(sentence, governor), "denied"), goesOn: true };
}

/** Gerunds that hang on a verb as its complement: "accused of attacking". */
const COMPLEMENT_MARK = /^(?:of|in|on|to|from|against|about|for|with|over|de|d['’]|à)$/u;

function ofAdverbial(step: Step): Passage | null {
  const { sentence, at, governor, relation } = step;
  if (sentence.tokens[at]?.feats.VerbForm === "Fin" || hasFeature(sentence, at, "VerbForm", "Fin"))
    return ofFiniteAdverbial(step);
  const opening = openedBy(sentence, at).map(key);
  const words = WORDS[sentence.language];
  if (opening.some((w) => words.earlier.has(w)) || (opening.length === 0 && isPerfect(sentence, at))) return STOP;
  const isBare = isBareParticiple(sentence, at) || (opening.length === 0 && !isInfinitive(sentence, at));
  if (isBare && !opening.some((w) => COMPLEMENT_MARK.test(w))) return ofParticiple(step);
  // "descendus dans la rue pour réclamer": said where the street was taken.
  if (SPEECH.has(relation) && isInfinitive(sentence, at) && opening.some((w) => /^(?:pour|afin|to)$/u.test(w))) {
    const isComplement = governorEffect(step) !== null;
    return isComplement ? null : { effects: except(ownEffects(sentence, governor), "denied"), goesOn: true };
  }
  return null;
}

/** "Reports that … turned out to be false": what is said of them is not so. */
function isUntrue(sentence: Sentence, governor: number, words: Words): boolean {
  const said = [sentence.tokens[governor], ...childrenBy(sentence, governor, /^(?:xcomp|obj|obl)/u)];
  return said.some((t) => t !== undefined && holds(words.untrue, t)) && !isNegated(sentence, governor);
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
function ofSubjectNoun(step: Step, link: string): Passage {
  const { sentence, governor, at } = step;
  const head = sentence.tokens[governor];
  const words = WORDS[sentence.language];
  const effect = governorEffect(step);
  if (effect === "presupposed" || head === undefined) return STOP;
  if (isUntrue(sentence, governor, words)) return { effects: [{ status: "denied", predicate: -1 }], goesOn: true };
  const inner = ofModalVerb(sentence, governor, words);
  if (inner !== null) return { effects: effect === null ? inner : [...inner, effect], goesOn: true };
  const effects: Effect[] = [];
  if (effect !== null && (link.includes("pass") || !isVerbal(head))) effects.push(effect);
  else if (isVerbal(head) && !words.occur.has(head.lemma) && !isExistential(sentence, governor)) {
    // "un accrochage a mis aux prises …": told with whatever it does, being new.
    const isNew = !isDefinite(sentence, at) && effect === null;
    return isNew ? { effects: except(ownEffects(sentence, governor), "denied"), goesOn: true } : PRESUPPOSED;
  }
  // "l'assaut n'a pas fait de blessés": what did not come of it; "n'a pas eu lieu" denies it.
  const objects = childrenBy(sentence, governor, /^obj/u).filter((o) => !/^(?:lieu|place)$/u.test(o.lemma));
  const own = ownEffects(sentence, governor);
  const isOfOther = objects.length > 0 && at !== governor && !isExistential(sentence, governor);
  return { effects: [...effects, ...(isOfOther ? except(own, "denied") : own)], goesOn: true };
}

/** "se retrouveront lors d'un sommet": still to come if its clause is. */
const ofSameTime = (sentence: Sentence, governor: number): Passage => ({
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

/** A noun below a verb or noun. */
function ofNoun(step: Step, link: string): Passage {
  const { sentence, at, governor, isOpen } = step;
  const words = WORDS[sentence.language];
  const head = sentence.tokens[governor];
  if (head === undefined) return STOP;
  const opening = openedBy(sentence, at).map(key);
  if (link.startsWith("obl") && opening.some((w) => words.earlier.has(w))) return STOP;
  if (link.startsWith("obl") && opening.some((w) => words.later.has(w))) return ofSameTime(sentence, governor);
  const effect = governorEffect(step);
  if (effect === "presupposed") return STOP;
  if (effect !== null) {
    const own = effect.status === "reported" ? except(ownEffects(sentence, governor), "denied") : [];
    return { effects: [effect, ...own], goesOn: true };
  }
  if (link.startsWith("nmod") || link.startsWith("obl")) {
    // "nie toute implication dans l'attentat": that the named ones took part.
    const shared = [head, ...childrenBy(sentence, governor, /^obj/u)].some((t) => holds(words.partakes, t));
    if (shared && !isOpen) return { effects: ownEffects(sentence, governor), goesOn: true };
  }
  // "reportedly killed in a strike": as sure as the death.
  if (link.startsWith("obl") && !isDefinite(sentence, at) && opening.some((w) => /^(?:in|dans|par|by)$/u.test(w)))
    return { effects: except(ownEffects(sentence, governor), "denied"), goesOn: true };
  if (link.startsWith("nmod")) {
    // "la réponse à l'attaque", not "une série de frappes": what is said of the one is not said of the other.
    const goesOn = words.containers.has(head.lemma) || !isDefinite(sentence, at) || isAccused(sentence, governor);
    return { effects: words.containers.has(head.lemma) ? ownEffects(sentence, governor) : [], goesOn };
  }
  // "plus de vingt morts", "had no part in": the verb is told with its quantity or light noun.
  if (head.upos === "ADV") return { effects: [], goesOn: true };
  const token = sentence.tokens[at];
  const isShare = token !== undefined && holds(words.partakes, token);
  const isLight = isShare || (words.occur.has(head.lemma) && !(head.lemma === "take" && link.startsWith("obl")));
  if (!isLight && !isExistential(sentence, governor)) return isVerbal(head) ? PRESUPPOSED : STOP;
  return { effects: ownEffects(sentence, governor), goesOn: true };
}

/** A clause below a verb, adjective or noun. */
function ofClause(step: Step, link: string): Passage {
  const { sentence, governor } = step;
  const effect = governorEffect(step);
  if (effect === "presupposed") return STOP;
  const head = sentence.tokens[governor];
  const words = WORDS[sentence.language];
  const isModal = head !== undefined && (words.modals.has(head.lemma) || words.modals.has(key(head)));
  const isCarried = carriesMood(sentence, governor);
  const effects: Effect[] = effect === null ? [] : [effect];
  if (isModal || isCarried || link === "xcomp" || link === "ccomp" || link === "csubj") {
    const own = ownEffects(sentence, governor);
    if (effect === null) effects.push(...own);
    // "on peut rappeler que", "rappelons que": said all the same.
    else if (isModal || (effect.status === "reported" && !(head !== undefined && holds(words.reminds, head))))
      effects.push(...except(own, "denied"));
  }
  // "has yet to release".
  if (childrenBy(sentence, governor, /^advmod/u).some((c) => key(c) === "yet") && isInfinitive(sentence, step.at))
    effects.push({ status: "denied", predicate: -1 });
  return { effects, goesOn: !(/^advcl/u.test(link) && effect === null && !isCarried) };
}

/** One step up the tree. */
function pass(step: Step, link: string): Passage {
  const { sentence, at, governor } = step;
  const frame = frameOf(sentence, at);
  if (link.startsWith("advcl")) {
    const passage = ofAdverbial(step);
    if (passage !== null) return passage;
  }
  if (link.startsWith("conj")) {
    const isShared = frame !== "noun" && sharesModality(sentence, at);
    return { effects: isShared ? ownEffects(sentence, governor) : [], goesOn: true };
  }
  if (link.startsWith("parataxis") || link === "discourse") {
    // "Leur objectif : conquérir la vallée".
    const status = WORDS[sentence.language].contents.get(sentence.tokens[governor]?.lemma ?? "");
    const isContentOf = status !== undefined && isInfinitive(sentence, at);
    return { effects: isContentOf ? [{ status, predicate: -1 }] : [], goesOn: false };
  }
  const hasMark = childrenBy(sentence, at, /^mark/u).length > 0;
  const isSaid = isContent(sentence, at, governor);
  if (link === "acl" && !isInfinitive(sentence, at) && !hasMark && !isSaid) {
    // "milices soutenues par l'Iran": what is said in passing is presupposed, but for "there are … based in".
    const verb = sentence.tokens[governor]?.head ?? -1;
    const isAsked = sentence.tokens[governor]?.relation === "root" && ownEffects(sentence, governor).length > 0;
    return {
      effects: isAsked ? except(ownEffects(sentence, governor), "alleged") : [],
      goesOn: isExistential(sentence, verb),
    };
  }
  if (/^(?:nsubj|csubj)/u.test(link) && frame === "noun") return ofSubjectNoun(step, link);
  const token = sentence.tokens[at];
  if (token?.upos === "ADV" && /^(?:advmod|obj)/u.test(link)) {
    const isLater = WORDS[sentence.language].later.has(key(token));
    return isLater ? ofSameTime(sentence, governor) : { effects: ownEffects(sentence, governor), goesOn: true };
  }
  if (frame === "noun") return NOUN_COMPLEMENT.test(link) ? ofNoun(step, link) : STOP;
  return CLAUSE_COMPLEMENT.test(link) ? ofClause(step, link) : STOP;
}

/** "the gunman's aim was to kill": the subject says what the infinitive is worth. */
function ofEquation(sentence: Sentence, at: number): Effect[] {
  if (!isInfinitive(sentence, at) || childrenBy(sentence, at, /^cop/u).length === 0) return [];
  const subject = childrenBy(sentence, at, /^nsubj/u)[0];
  const status = subject === undefined ? undefined : WORDS[sentence.language].contents.get(subject.lemma);
  return status === undefined ? [] : [{ status, predicate: -1 }];
}

/** "failed coup", "attaque manquée": an attack that failed was one; a killing, a seizure was not. */
function ofFailure(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const tried = triedOnly(sentence, trigger);
  if (tried === undefined || relation === "ATTACKED") return [];
  return [{ status: tried === "attempt" && relation !== "KILLED" ? "possible" : "denied", predicate: -1 }];
}

/** Relations done by words that need not name them: "ils le paieront", "déposez les armes", "restera à ses côtés". */
const DONE_BY_SAYING: Readonly<Partial<Record<Relation, readonly Status[]>>> = {
  THREATENED: ["planned", "possible", "alleged", "denied"],
  WARNED: ["planned", "possible", "denied"],
  CALLED_ON: ["planned", "possible"],
  CONDEMNED: ["possible"],
  BACKED: ["planned"],
};

/** Without what the words of a threat or refusal say of what is threatened or refused. */
function ofSpeech(sentence: Sentence, trigger: number, relation: Relation, effects: readonly Effect[]): Effect[] {
  const token = sentence.tokens[trigger];
  if (token === undefined) return [...effects];
  if (!isOwnWord(sentence.language, relation, token)) {
    // "n'ont pas voulu du texte", "will not hear of it": the refusal is in the negation.
    const isRefusal = relation === "REJECTED" && effects.some((e) => e.status === "denied" && e.predicate < 0);
    return except(effects, ...(isRefusal ? REFUSAL : (DONE_BY_SAYING[relation] ?? [])));
  }
  // "récuse les accusations": they were made.
  const dets = childrenBy(sentence, trigger, /^det/u);
  const isMade = !isVerbal(token) && !dets.some((d) => /^(?:tout|any|aucun|no)$/u.test(d.lemma));
  return SPEECH.has(relation) && isMade ? except(effects, "denied") : [...effects];
}
const REFUSAL: readonly Status[] = ["denied", "planned", "possible"];

/** "chef", "parrain", not "financement", "liens", which are told like acts. */
function isTitle(sentence: Sentence, trigger: number, relation: Relation): boolean {
  const token = sentence.tokens[trigger];
  if (token === undefined || frameOf(sentence, trigger) !== "noun") return false;
  const isTie = relation === "SPONSORS" || relation === "ALLIED_WITH";
  return !isTie || holds(WORDS[sentence.language].tieTitles, token) || token.upos !== "NOUN";
}

/**
 * All effects on a trigger (a token index), nearest first.
 * @param isOpen whether the act has no known doer
 */
export function effectsOn(sentence: Sentence, trigger: number, relation: Relation, isOpen = false): Effect[] {
  const own = ownEffects(sentence, trigger);
  // "gathered to protest": who came for it did it.
  const isPurposeOfSpeech = SPEECH.has(relation) && sentence.tokens[trigger]?.relation.startsWith("advcl") === true;
  const out: Effect[] = [
    ...(isPurposeOfSpeech ? except(own, "planned") : own),
    ...ofEquation(sentence, trigger),
    ...ofFailure(sentence, trigger, relation),
    ...wordEffects(sentence, trigger, relation),
  ];
  // A title or a tie said by a noun holds whatever its sentence says of it; "aucun membre" is a member.
  if (STANDING.has(relation) && isTitle(sentence, trigger, relation))
    return hasCopula(sentence, trigger) ? out : except(out, "denied");
  let at = trigger;
  let isOfSpeech = false;
  let isPresupposed = false;
  for (const governor of ancestorsOf(sentence, trigger)) {
    const link = linkOf(sentence, at, governor);
    const passage = pass({ sentence, at, governor, relation, isOpen, isOfSpeech }, link);
    out.push(...passage.effects.filter((e) => !isPresupposed || e.status === "reported"));
    if (!passage.goesOn) break;
    isPresupposed ||= passage.isPresupposing === true;
    isOfSpeech ||= link === "ccomp" && frameOf(sentence, at) === "finite";
    at = governor;
  }
  return ofSpeech(sentence, trigger, relation, out);
}

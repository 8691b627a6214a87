/** The step from a clause to what governs it: complements, adverbials, participles, conjuncts. */
import type { Sentence } from "../../model/text.js";
import { childrenOf, isVerbal } from "../syntax.js";
import {
  childrenBy,
  hasFeature,
  isBareParticiple,
  isInfinitive,
  isPerfect,
  isPredicate,
  isPresentParticiple,
  openedBy,
} from "./clause-form.js";
import { DENIES } from "./denied-beside.js";
import type { Effect } from "./effect.js";
import { carriesMood, governorEffect, type Step } from "./governor-effect.js";
import { isUntrue } from "./noun-passage.js";
import { ownEffects } from "./own-effects.js";
import { except, type Passage, STOP } from "./passage.js";
import { SPEECH } from "./word-effects.js";
import { classesOf, holds, key, WORDS } from "./words.js";

const OR: ReadonlySet<string> = new Set(["ou", "ni", "or", "nor"]);

/**
 * "tuer" in "pourrait attaquer et tuer" shares the modality of the first conjunct; a finite verb has its own ("n'a pas
 * frappé et accuse …"), unless "or" joins it.
 */
export function sharesModality(sentence: Sentence, at: number): boolean {
  const children = childrenOf(sentence, at);
  const isFinite = sentence.tokens[at]?.feats.VerbForm === "Fin";
  if (isFinite && !children.some((k) => OR.has(sentence.tokens[k]?.lemma ?? ""))) return false;
  return !children.some((k) => /^(?:nsubj|aux)/u.test(sentence.tokens[k]?.relation ?? ""));
}

/**
 * "dix hommes seraient morts et vingt autres blessés": with a subject of its own, but the auxiliary of the first conjunct. The parser may
 * take the second for a noun group ("vingt autres blessés", "leur chef capturé").
 */
export function sharesAuxiliary(sentence: Sentence, at: number, governor: number): boolean {
  if (!isVerbal(sentence.tokens[governor]) || childrenBy(sentence, governor, /^aux/u).length === 0) return false;
  const hasSubject = childrenBy(sentence, at, /^nsubj/u).length > 0;
  return !isPredicate(sentence, at) || (hasSubject && isBareParticiple(sentence, at));
}

/** "will open once Ethiopia withdraws": a clause of time is as far off as its main clause; else it is told by itself. */
function ofFiniteAdverbial({ sentence, at, governor }: Step): Passage {
  const isBefore = openedBy(sentence, at).some((t) => /^(?:before|until)$/u.test(key(t)));
  // "gave him a day before they block the tunnel".
  if (isBefore && hasFeature(sentence, at, "Tense", "Pres"))
    return { effects: [{ status: "planned", predicate: -1 }], goesOn: false };
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

/** An adverbial clause; null where it hangs on its governor as a complement. */
export function ofAdverbial(step: Step): Passage | null {
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

/** "la nuit n'était pas tombée que des hommes prenaient d'assaut la chaîne": one thing was barely over when the other was done. */
function isBarelyOver(sentence: Sentence, at: number, governor: number): boolean {
  const isPluperfect = childrenBy(sentence, governor, /^aux/u).some((t) =>
    /^(?:avai(?:t|ent)|étai(?:t|ent))$/u.test(key(t)),
  );
  const opening = childrenBy(sentence, at, /^mark/u)[0];
  const isTold = hasFeature(sentence, at, "Tense", "Imp") || hasFeature(sentence, at, "Tense", "Past");
  return isPluperfect && isTold && opening !== undefined && /^qu(?:e|['’])$/u.test(key(opening));
}

const DISPUTES: ReadonlySet<string> = new Set([
  ...DENIES,
  ...["récuser", "mettre", "contest", "challenge", "question"],
]);

/** A participle that says of a noun that it is not believed: "contestée par l'armée", "mise en doute", "disputed". */
function isDisputed(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || !isBareParticiple(sentence, at) || !DISPUTES.has(token.lemma)) return false;
  const isDoubt = childrenBy(sentence, at, /^obl/u).some((t) => /^(?:doute|cause|question)$/u.test(t.lemma));
  return token.lemma !== "mettre" || isDoubt;
}

/** The noun whose content the clause is: "their claim, disputed by analysts, to have struck the ship"; the parser may hang it on the verb. */
function saysOf(sentence: Sentence, at: number, governor: number): number[] {
  if (!isVerbal(sentence.tokens[governor])) return [governor];
  const isSaying = (k: number) => {
    const token = sentence.tokens[k];
    return token !== undefined && classesOf(WORDS[sentence.language], token).includes("reported");
  };
  return childrenOf(sentence, governor).filter(
    (k) => k < at && k > governor && /^obj/u.test(sentence.tokens[k]?.relation ?? "") && isSaying(k),
  );
}

/** A clause below a verb, adjective or noun. */
export function ofClause(step: Step, link: string): Passage {
  const { sentence, at, governor } = step;
  const effect = governorEffect(step);
  if (effect === "presupposed") return STOP;
  const head = sentence.tokens[governor];
  const words = WORDS[sentence.language];
  const isModal = head !== undefined && (words.modals.has(head.lemma) || words.modals.has(key(head)));
  const isCarried = carriesMood(sentence, governor);
  const effects: Effect[] = effect === null ? [] : [effect];
  if (isModal || isCarried || link === "xcomp" || link === "ccomp" || link === "csubj") {
    const own = ownEffects(sentence, governor);
    if (effect === null) effects.push(...(isBarelyOver(sentence, at, governor) ? except(own, "denied") : own));
    // "on peut rappeler que", "rappelons que": said all the same.
    else if (isModal || (effect.status === "reported" && !(head !== undefined && holds(words.reminds, head))))
      effects.push(...except(own, "denied"));
  }
  // "reports that … turned out to be false".
  const beside = childrenOf(sentence, governor).filter(
    (k) => k !== at && /^(?:acl|ccomp|parataxis)/u.test(sentence.tokens[k]?.relation ?? ""),
  );
  if (!isVerbal(head) && beside.some((k) => isUntrue(sentence, k, words)))
    effects.push({ status: "denied", predicate: -1 });
  if (saysOf(sentence, at, governor).some((noun) => childrenOf(sentence, noun).some((k) => isDisputed(sentence, k))))
    effects.push({ status: "alleged", predicate: -1 });
  // "has yet to release".
  if (childrenBy(sentence, governor, /^advmod/u).some((c) => key(c) === "yet") && isInfinitive(sentence, at))
    effects.push({ status: "denied", predicate: -1 });
  return { effects, goesOn: !(/^advcl/u.test(link) && effect === null && !isCarried) };
}

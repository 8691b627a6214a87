/** What stands at a predicate or noun itself: mood, tense, modals, negation, adverbs, adjectives and what opens it. */
import type { Status } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import { childrenOf, isVerbal, subtreeOf } from "../syntax.js";
import {
  asksForPart,
  childrenBy,
  hasCopula,
  hasFeature,
  isBareParticiple,
  isExistential,
  isInfinitive,
  isOpenedBy,
  isPerfect,
  isPredicate,
  openedBy,
} from "./clause-form.js";
import type { Effect } from "./effect.js";
import { isNegated, isNone } from "./negation.js";
import { classesOf, holds, key, WORDS, type Words } from "./words.js";

const AUXILIARY = /^aux/u;
const NO_TOKEN = { text: "" } as Token;
/** Where the clause is the sentence's own, or stands beside it. */
const MAIN = /^(?:root|parataxis|conj)/u;

const unspoken = (status: Status | undefined): Effect[] => (status === undefined ? [] : [{ status, predicate: -1 }]);

/** "aurait frappé si …", "sans le gilet, … aurait tué": the condition was not met. */
function isCounterfactual(sentence: Sentence, at: number): boolean {
  return childrenOf(sentence, at).some((k) => {
    const child = sentence.tokens[k];
    if (child === undefined || !/^(?:advcl|obl)/u.test(child.relation)) return false;
    const opening = openedBy(sentence, k).map((t) => key(t).replace(/’/gu, "'"));
    const isFronted = child.relation.startsWith("obl") && k < at;
    return opening.some((w) => w === "si" || w === "s'" || (isFronted && /^(?:sans|faute)$/u.test(w)));
  });
}

/** The conditional: of the press where it is perfect, is a state or stands alone; of what may come else. */
function ofConditional(sentence: Sentence, at: number, isState: boolean): Effect[] {
  if (!hasFeature(sentence, at, "Mood", "Cnd")) return [];
  const token = sentence.tokens[at];
  const isPast = childrenOf(sentence, at).some((k) => sentence.tokens[k]?.feats.Mood === "Cnd");
  if (isCounterfactual(sentence, at)) return unspoken("possible");
  // "selon Niamey, son voisin hébergerait …".
  const isSourced = childrenOf(sentence, at).some((k) =>
    /(?:^|\s)(?:selon|d['’]\s?après)$/u.test(openedBy(sentence, k).map(key).join(" ")),
  );
  if (isPast || isState || isSourced || isExistential(sentence, at)) return unspoken("alleged");
  // "a annoncé que la flotte frapperait": the future as it was.
  const governor = sentence.tokens[token?.head ?? -1];
  const isAnnounced =
    token?.relation === "ccomp" && governor !== undefined && classesOf(WORDS.fr, governor).includes("reported");
  return unspoken(isAnnounced ? "planned" : "possible");
}

/** A command opens its sentence or quotation. */
function isImperative(sentence: Sentence, at: number): boolean {
  if (!hasFeature(sentence, at, "Mood", "Imp") || childrenBy(sentence, at, /^nsubj/u).length > 0) return false;
  const before = sentence.tokens[at - 1];
  return before === undefined || before.upos === "PUNCT" || childrenBy(sentence, at, /^aux/u).length > 0;
}

/** Negation, conditional, future and imperative. */
function ofMood(sentence: Sentence, at: number, isState: boolean): Effect[] {
  const out = isNegated(sentence, at) ? unspoken("denied") : [];
  out.push(...ofConditional(sentence, at, isState));
  if (hasFeature(sentence, at, "Tense", "Fut") || isImperative(sentence, at)) out.push(...unspoken("planned"));
  return out;
}

/** Modal auxiliaries; with "have" what should or would have been was not. */
function ofModals(sentence: Sentence, at: number, words: Words): Effect[] {
  const auxiliaries = childrenBy(sentence, at, /^aux(?!:pass)/u);
  return auxiliaries.flatMap((child): Effect[] => {
    const status = words.modals.get(child.lemma) ?? words.modals.get(key(child));
    const isUnfulfilled = status === "planned" && auxiliaries.some((a) => a.lemma === "have" && key(a) === "have");
    const governor = sentence.tokens[sentence.tokens[at]?.head ?? -1];
    // "announced that the fleet would strike": the future as it was.
    const isAnnounced =
      key(child) === "would" &&
      sentence.tokens[at]?.relation === "ccomp" &&
      governor !== undefined &&
      classesOf(words, governor).includes("reported");
    return unspoken(isUnfulfilled ? "possible" : isAnnounced ? "planned" : status);
  });
}

/** "n'est plus membre", "no longer backs": a state that has ended; an act that is not done any more was done. */
function isOver(sentence: Sentence, at: number): boolean {
  const adverbs = childrenBy(sentence, at, /^advmod/u).map(key);
  return adverbs.includes("longer") || (adverbs.includes("plus") && adverbs.some((w) => /^n(?:e|['’])$/u.test(w)));
}

/** "The pope is to meet …", "EU to sanction …", "due to meet": an infinitive that is the main clause. */
function isToBe(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (sentence.language !== "en" || token === undefined || !isVerbal(token)) return false;
  const marks = childrenBy(sentence, at, /^mark/u).map(key);
  if (marks.includes("due")) return true;
  const be = childrenBy(sentence, at, /^(?:aux|cop)/u).some((c) => /^(?:is|are|was|were|'s|’s|'re|’re)$/u.test(key(c)));
  const head = sentence.tokens[token.head];
  const isHeadline = token.relation === "acl" && head?.relation === "root" && head.upos === "PROPN";
  return marks.includes("to") && (be || isHeadline || token.relation === "root") && isInfinitive(sentence, at);
}

/** "Que la junte libère nos frères !", not "C'est à Gao que la junte a libéré …", nor "Que l'armée ait tué, …". */
const isWish = (sentence: Sentence, at: number): boolean =>
  sentence.language === "fr" &&
  /^qu(?:e|['’])$/u.test(key(sentence.tokens.find((t) => t.upos !== "PUNCT") ?? NO_TOKEN)) &&
  !childrenBy(sentence, at, AUXILIARY).some((a) => a.feats.Mood === "Ind") &&
  sentence.tokens[at]?.relation === "root" &&
  !hasCopula(sentence, at) &&
  childrenBy(sentence, at, /^mark/u).some((m) => m.lemma === "que");

/** The main clause of a question that asks whether it is so, not who, why or when. */
function isAsked(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const last = tokens.findLast((t) => t.upos !== "PUNCT" || t.text === "?");
  if (last?.text !== "?" || !MAIN.test(tokens[at]?.relation ?? "") || asksForPart(sentence, at)) return false;
  const children = childrenOf(sentence, at);
  const subject = children.find((k) => tokens[k]?.relation.startsWith("nsubj"));
  const isTurned = children.some((k) => {
    const child = tokens[k];
    if (child === undefined) return false;
    if (/^-/u.test(child.text)) return true;
    return subject !== undefined && k < subject && /^(?:aux|cop)/u.test(child.relation);
  });
  // "L'armée a pris la ville ?": asked by the voice alone where nothing else is told.
  return (
    isTurned ||
    !children.some((k) => /^(?:conj|parataxis|ccomp)/u.test(tokens[k]?.relation ?? "") && isPredicate(sentence, k))
  );
}

/** "Should the raiders attack, …", "Had the navy shelled …, …". */
function isInverted(sentence: Sentence, at: number): boolean {
  if (sentence.language !== "en" || sentence.tokens[at]?.relation !== "advcl") return false;
  if (childrenBy(sentence, at, /^mark/u).length > 0) return false;
  const children = childrenOf(sentence, at);
  const subject = children.find((k) => sentence.tokens[k]?.relation.startsWith("nsubj"));
  return children.some(
    (k) => subject !== undefined && k < subject && /^(?:should|had|were)$/u.test(key(sentence.tokens[k] as Token)),
  );
}

/** "Si l'armée a repris la mine, les pillards tiennent la gare": what is granted, not what is assumed. */
function isConcession(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  const main = token?.head ?? -1;
  if (sentence.language !== "fr" || token?.relation !== "advcl") return false;
  const isPast = childrenBy(sentence, at, AUXILIARY).some(
    (a) => (a.lemma === "avoir" || a.relation === "aux:tense") && a.feats.Tense === "Pres" && a.feats.Mood !== "Sub",
  );
  const isOpen = hasFeature(sentence, main, "Mood", "Cnd") || hasFeature(sentence, main, "Tense", "Fut");
  return isPast && !isOpen;
}

/** "pour frapper", "to strike": a purpose of what somebody does, not "only to lose" nor "the first to condemn". */
function isPurpose(sentence: Sentence, at: number, words: Words): boolean {
  const token = sentence.tokens[at];
  const governor = sentence.tokens[token?.head ?? -1];
  if (token === undefined || governor === undefined || !/^advcl/u.test(token.relation)) return false;
  if (!isInfinitive(sentence, at) || isPerfect(sentence, at) || !isVerbal(governor)) return false;
  if (words.achieved.has(governor.lemma)) return false;
  if (governor.lemma === "go" && childrenBy(sentence, token.head, /./u).some((c) => key(c) === "on")) return false;
  return !childrenBy(sentence, at, /^advmod/u).some((c) => key(c) === "only");
}

/** "attaque présumée" tagged as a participle of its verb, "the so-called strike". */
function ofAdjective(sentence: Sentence, words: Words, k: number): Status | "attempt" | "averted" | undefined {
  const child = sentence.tokens[k];
  if (child === undefined) return undefined;
  // "cadres, soupçonnés d'avoir …", "blamed for the raid": said of them, not of their rank.
  const complements = childrenOf(sentence, k).filter((c) =>
    openedBy(sentence, c).some((t) => /^(?:de|d['’]|of|for|pour)$/u.test(key(t))),
  );
  if (holds(words.ofBearer, child) && complements.length > 0) return undefined;
  // "le président, qui a annoncé des sanctions": what one did is not what one is.
  if (child.relation === "acl:relcl" && childrenBy(sentence, k, /^aux/u).some((a) => a.lemma === "avoir"))
    return undefined;
  const phrase = subtreeOf(sentence, k)
    .filter((n) => n <= k)
    .map((n) => key(sentence.tokens[n] as Token))
    .join("");
  const own = words.adjectives.get(child.lemma) ?? words.adjectives.get(key(child)) ?? words.adjectives.get(phrase);
  const isClause = child.upos === "VERB" && !isBareParticiple(sentence, k);
  if (own !== undefined || isClause || child.relation === "acl:relcl") return own;
  return words.adjectives.get(child.lemma.replace(/er$/u, "é")) ?? words.adjectives.get(key(child));
}

/** Status of adverbs, adjectives and opening words, one child after the other. */
function ofChildren(sentence: Sentence, at: number, words: Words): Effect[] {
  const token = sentence.tokens[at];
  if (token === undefined) return [];
  return childrenOf(sentence, at).flatMap((k): Effect[] => {
    const child = sentence.tokens[k];
    if (child === undefined) return [];
    if (child.relation.startsWith("advmod")) {
      const status = words.adverbs.get(key(child));
      return status === "denied" ? [] : unspoken(status);
    }
    // "a mock invasion": a noun beside the noun.
    if (/^(?:amod|acl|det|compound)/u.test(child.relation) && !isVerbal(token)) {
      const status = ofAdjective(sentence, words, k);
      return status === "attempt" || status === "averted" ? [] : unspoken(status);
    }
    const opens = child.relation === "mark" || (child.relation === "case" && isVerbal(token));
    if (!opens) return child.relation === "case" && words.marks.get(child.lemma) === "denied" ? unspoken("denied") : [];
    const status = words.marks.get(child.lemma) ?? words.marks.get(key(child));
    if (status === "planned" && !isPurpose(sentence, at, words)) return [];
    // "non sans lui offrir des dattes".
    if (status === "denied" && key(sentence.tokens[k - 1] ?? child) === "non") return [];
    if (status === "possible" && isConcession(sentence, at)) return [];
    return unspoken(status);
  });
}

/** "Doha nie financer …", "nie le sabotage": where "nie" is taken for an adverb, the denial is of its head. */
function ofLostDenial(sentence: Sentence, at: number): Effect[] {
  const nie = childrenBy(sentence, at, /^advmod/u).some((c) => /^nie(?:nt)?$/u.test(key(c)));
  if (!nie) return [];
  const isTakenBack = childrenBy(sentence, at, /^advmod/u).some((c) => key(c) === "pas");
  return [{ status: isTakenBack ? "reported" : "denied", predicate: at }];
}

/**
 * Effects of what stands at the token itself.
 * @param isState whether it tells a state, whose conditional is the press's ("financerait la milice")
 */
export function ownEffects(sentence: Sentence, at: number, isState = false): Effect[] {
  const words = WORDS[sentence.language];
  if (sentence.tokens[at] === undefined) return [];
  const out = [...ofChildren(sentence, at, words), ...ofLostDenial(sentence, at)];
  for (const [phrase, status] of words.openers)
    if (isOpenedBy(sentence, at, phrase, status === "alleged" && !words.fronted.has(phrase.join(" "))))
      out.push(...unspoken(status));
  if (isAsked(sentence, at)) out.push(...unspoken("possible"));
  if (!isPredicate(sentence, at)) {
    // "Pas question de …"
    const isDenied = isNone(sentence, at) || (sentence.tokens[at]?.relation === "root" && isNegated(sentence, at));
    return isDenied ? [...out, ...unspoken("denied")] : out;
  }
  out.push(...ofMood(sentence, at, isState), ...ofModals(sentence, at, words));
  if (isState && isOver(sentence, at)) out.push(...unspoken("denied"));
  if (isToBe(sentence, at)) out.push(...unspoken("planned"));
  if (isWish(sentence, at) || isInverted(sentence, at)) out.push(...unspoken("possible"));
  return out;
}

/**
 * "victime d'une tentative d'assassinat", "victims of a murder plot": what befell them was no more than tried. The parser may hang it on a
 * time between ("victime lundi, vers 21 h, d'une tentative …"), and take the participle of a verb for the noun.
 */
function ofBefallen(sentence: Sentence, at: number, words: Words): "attempt" | undefined {
  const token = sentence.tokens[at];
  if (token === undefined || !(holds(words.befallen, token) || words.befallen.has(token.text.toLowerCase())))
    return undefined;
  const isComplement = (k: number) => /^(?:nmod|obl|compound)/u.test(sentence.tokens[k]?.relation ?? "");
  const own = childrenOf(sentence, at).filter(isComplement);
  const isOther = own.some((k) => words.acts.has(sentence.tokens[k]?.lemma ?? ""));
  const below = isOther ? own : [...own, ...own.flatMap((k) => childrenOf(sentence, k).filter(isComplement))];
  const isTried = below.some((k) => {
    const child = sentence.tokens[k];
    return child !== undefined && (classesOf(words, child).includes("attempt") || triedOnly(sentence, k) !== undefined);
  });
  return isTried ? "attempt" : undefined;
}

/** "manqué", "failed", "attempted" beside a noun: whether it says that the act was only tried. */
export function triedOnly(sentence: Sentence, noun: number): "attempt" | "averted" | undefined {
  const words = WORDS[sentence.language];
  const befallen = ofBefallen(sentence, noun, words);
  if (befallen !== undefined) return befallen;
  return childrenOf(sentence, noun)
    .filter((k) => /^(?:amod|acl)/u.test(sentence.tokens[k]?.relation ?? ""))
    .map((k) => ofAdjective(sentence, words, k))
    .find((status) => status === "attempt" || status === "averted");
}

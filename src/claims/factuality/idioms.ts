/**
 * What a phrase of several words says of the act that hangs on it: "est tombée à l'eau", "put off until June", "a fait croire que".
 * The phrases and what each group is for are in factuality-idioms.json; here is how they are found in the tree.
 */
import { type Relation, STANDING, type Status } from "../../../graph/model.js";
import type { Language, Sentence, Token } from "../../model/text.js";
import IDIOMS from "../factuality-idioms.json" with { type: "json" };
import { childrenOf, isVerbal, relationOf, subtreeOf } from "../syntax.js";
import { childrenBy, hasFeature, isBareParticiple, isDefinite } from "./clause-form.js";
import type { Effect } from "./effect.js";
import type { Step } from "./governor-effect.js";
import { isNegated } from "./negation.js";
import { SAID } from "./word-effects.js";
import { classesOf, holds, key, lemmaOf, WORDS } from "./words.js";

type Role = "subject" | "object" | "complement" | "opens" | "itself";

/** Phrases that do the same to the act in the same place; factuality-idioms.json says what each field is. */
interface Group {
  readonly role: Role;
  readonly status: Status;
  readonly phrases: readonly string[];
  readonly relations?: readonly string[];
  readonly except?: readonly string[];
  readonly polarity?: string;
  readonly when?: readonly string[];
}

interface Idiom extends Group {
  readonly elements: readonly string[][];
}

/** How many words "*" may stand for. */
const MOST_BETWEEN = 4;
/** How far before the governor a phrase may begin. */
const MOST_BEFORE = 9;

const LINKS: Readonly<Record<"subject" | "object" | "complement", RegExp>> = {
  subject: /^nsubj/u,
  object: /^(?:obj|iobj|xcomp|ccomp|nsubj:pass|obl:arg|csubj:pass)/u,
  complement: /^(?:obj|iobj|obl|nmod|compound|xcomp|ccomp|csubj|advcl|acl|root)/u,
};

/** Idioms of a language by each word that may begin one. */
function idiomsOf(language: Language): ReadonlyMap<string, readonly Idiom[]> {
  const out = new Map<string, Idiom[]>();
  for (const group of IDIOMS[language].groups as readonly Group[]) {
    for (const phrase of group.phrases) {
      const elements = phrase.split(" ").map((e) => e.split("|"));
      for (const word of elements[0] ?? []) out.set(word, [...(out.get(word) ?? []), { ...group, elements }]);
    }
  }
  return out;
}
const BY_FIRST = { fr: idiomsOf("fr"), en: idiomsOf("en") };
const TALKS = { fr: new Set(IDIOMS.fr.talks), en: new Set(IDIOMS.en.talks) };
const BEING = { fr: new Set(IDIOMS.fr.being), en: new Set(IDIOMS.en.being) };
const TIMES = { fr: new Set(IDIOMS.fr.times), en: new Set(IDIOMS.en.times) };

const formsOf = (token: Token): string[] => [token.lemma, lemmaOf(token), key(token).replace(/’/gu, "'")];

/** Idioms whose first word the token may be. */
const opening = (sentence: Sentence, at: number): readonly Idiom[] => {
  const token = sentence.tokens[at];
  return token === undefined ? [] : formsOf(token).flatMap((form) => BY_FIRST[sentence.language].get(form) ?? []);
};

function isElement(language: Language, element: readonly string[], token: Token): boolean {
  const forms = formsOf(token);
  return element.some((word) => {
    if (word === "<time>") return forms.some((f) => TIMES[language].has(f));
    if (word === "<say>") return isVerbal(token) && classesOf(WORDS[language], token).includes("reported");
    return forms.includes(word);
  });
}

/** Positions of the phrase's words from `from` on; articles, adverbs, auxiliaries and the act's own words may stand between. */
function positionsOf(sentence: Sentence, idiom: Idiom, from: number, own: ReadonlySet<number>): number[] | null {
  const find = (k: number, n: number, gap: number): number[] | null => {
    const element = idiom.elements[n];
    if (element === undefined) return [];
    const token = sentence.tokens[k];
    if (token === undefined) return null;
    if (element[0] === "*") return find(k, n + 1, MOST_BETWEEN);
    if (isElement(sentence.language, element, token)) {
      const rest = find(k + 1, n + 1, 0);
      if (rest !== null) return [k, ...rest];
    }
    if (n === 0) return null;
    const isBetween = own.has(k) || /^(?:ADV|DET|AUX)$/u.test(token.upos);
    if (isBetween) return find(k + 1, n, gap);
    return gap > 0 ? find(k + 1, n, gap - 1) : null;
  };
  return find(from, 0, 0);
}

/** What a group asks of the act itself, each by its name in factuality-idioms.json. */
const CONDITIONS: Readonly<Record<string, (sentence: Sentence, at: number) => boolean>> = {
  // "l'expulsion de l'imam", not "ses expulsions d'Afghans": done once or not at all.
  one: (sentence, at) =>
    sentence.tokens[at]?.feats.Number !== "Plur" &&
    !childrenBy(sentence, at, /^nmod/u).some((c) => c.feats.Number === "Plur") &&
    !isOwned(sentence, at),
  own: isOwned,
  indefinite: (sentence, at) => !isDefinite(sentence, at),
  compound: (sentence, at) => sentence.tokens[at]?.relation.startsWith("compound") === true,
  noun: (sentence, at) => !isVerbal(sentence.tokens[at]),
  // Talks began before they failed.
  no_talks: (sentence, at) => !TALKS[sentence.language].has(sentence.tokens[at]?.lemma ?? ""),
  verbal: (sentence, at) => isVerbal(sentence.tokens[at]),
  // "pris pour un attentat", not "pris pour cible".
  article: (sentence, at) => !isDefinite(sentence, at) && childrenBy(sentence, at, /^det/u).length > 0,
};

/** "son enlèvement", "her own abduction". */
function isOwned(sentence: Sentence, at: number): boolean {
  return childrenBy(sentence, at, /^(?:det|nmod:poss)/u).some(
    (c) => c.feats.Poss === "Yes" || /^(?:s(?:on|a|es)|leurs?|his|her|its|their)$/u.test(key(c)),
  );
}

function fits(sentence: Sentence, idiom: Idiom, at: number, relation: Relation, isOpen: boolean): boolean {
  if (
    idiom.relations === undefined ? STANDING.has(relation) || SAID.has(relation) : !idiom.relations.includes(relation)
  )
    return false;
  if (idiom.except?.includes(relation) === true) return false;
  return (idiom.when ?? []).every((name) => {
    // "l'attentat porte la signature de …": that it took place is known, whoever did it.
    if (name === "known_doer") return !isOpen;
    return name === "clause" || CONDITIONS[name]?.(sentence, at) === true;
  });
}

/** Whether the phrase is negated as its group asks: not at all, but for "never got off the ground", "rien ne permet de". */
function isSaid(sentence: Sentence, idiom: Idiom, positions: readonly number[]): boolean {
  if (idiom.polarity === "any") return true;
  const negated = positions.some((k) => isNegated(sentence, k));
  return negated === (idiom.polarity === "negative");
}

/** "est en suspens", "reste en suspens": the phrase holds the governor, or is what a verb of being says. */
function holdsGovernor(sentence: Sentence, positions: readonly number[], governor: number): boolean {
  const head = sentence.tokens[governor];
  if (positions.includes(governor)) return true;
  const isBeing = head !== undefined && BEING[sentence.language].has(head.lemma);
  return (
    isBeing && positions.some((k) => sentence.tokens[k]?.head === governor && !/^case/u.test(relationOf(sentence, k)))
  );
}

/** "escaped arrest", not "escaped after his arrest": a preposition before the act is one of the phrase. */
function opensAsSaid(sentence: Sentence, at: number, link: string, positions: readonly number[]): boolean {
  const cases = childrenOf(sentence, at).filter((k) => relationOf(sentence, k) === "case");
  return !link.startsWith("obl") || cases.length === 0 || cases.some((k) => positions.includes(k));
}

/** What the phrases around the governor say of an act in that place. */
function statusAt(step: Step, role: "subject" | "object" | "complement"): Status | undefined {
  const { sentence, at, governor, relation, isOpen } = step;
  const link = sentence.tokens[at]?.relation ?? "";
  const own = new Set(subtreeOf(sentence, at));
  for (let from = Math.max(0, governor - MOST_BEFORE); from <= governor + MOST_BETWEEN; from++) {
    for (const idiom of opening(sentence, from)) {
      if (idiom.role !== role || (role === "complement" && at < from && !link.startsWith("compound"))) continue;
      if (link === "acl:relcl" && idiom.when?.includes("clause") !== true) continue;
      if (!fits(sentence, idiom, at, relation, isOpen)) continue;
      const positions = positionsOf(sentence, idiom, from, own);
      if (positions === null || positions.includes(at) || !holdsGovernor(sentence, positions, governor)) continue;
      if (!opensAsSaid(sentence, at, link, positions)) continue;
      if (isSaid(sentence, idiom, positions)) return idiom.status;
    }
  }
  return undefined;
}

/** What a phrase that holds the governor says of the act. */
export function idiomAbove(step: Step): Status | undefined {
  const link = step.sentence.tokens[step.at]?.relation ?? "";
  for (const role of ["subject", "object", "complement"] as const) {
    const status = LINKS[role].test(link) ? statusAt(step, role) : undefined;
    if (status !== undefined) return status;
  }
  return undefined;
}

/** "l'offensive, qui se profile, …", "un sommet tombé à l'eau", "a strike put on hold": said in a clause of the noun's own. */
function idiomBelow(sentence: Sentence, trigger: number, relation: Relation, isOpen: boolean): Status | undefined {
  if (isVerbal(sentence.tokens[trigger])) return undefined;
  for (const verb of childrenOf(sentence, trigger)) {
    const link = sentence.tokens[verb]?.relation ?? "";
    const isPast = link === "acl" && isBareParticiple(sentence, verb) && sentence.tokens[verb]?.feats.Tense === "Past";
    const stands = link === "acl:relcl" ? childrenBy(sentence, verb, /^(?:nsubj|obj)/u).filter(isRelative) : [];
    const roles = (["subject", "object"] as const).filter(
      (role) => isPast || stands.some((s) => LINKS[role].test(s.relation)),
    );
    const step = { sentence, at: trigger, governor: verb, relation, isOpen, isOfSpeech: false };
    const status = roles.map((role) => statusAt(step, role)).find((s) => s !== undefined);
    if (status === "planned" && hasTakenPlace(sentence, trigger)) continue;
    if (status !== undefined) return status;
  }
  return undefined;
}

/** "Le sommet, fixé au 25 avril, s'est tenu hier": what was put off or set has taken place. */
function hasTakenPlace(sentence: Sentence, noun: number): boolean {
  const token = sentence.tokens[noun];
  const verb = token?.head ?? -1;
  const head = sentence.tokens[verb];
  if (head === undefined || !token?.relation.startsWith("nsubj") || !holds(WORDS[sentence.language].occur, head))
    return false;
  return (
    hasFeature(sentence, verb, "Tense", "Past") &&
    !isNegated(sentence, verb) &&
    childrenBy(sentence, verb, /^aux/u).every((a) => a.feats.Mood !== "Cnd")
  );
}
const isRelative = (token: Token): boolean => /^(?:qui|que|qu['’]|that|which)$/u.test(key(token));

/** "loin d'avoir pris …", "all but captured": the phrase stands right before the verb, whichever way it hangs. */
export function idiomBefore(sentence: Sentence, verb: number, relation: Relation): Effect[] {
  if (!isVerbal(sentence.tokens[verb])) return [];
  const isOwn = (k: number) =>
    /^(?:AUX|PART|ADV)$/u.test(sentence.tokens[k]?.upos ?? "") || sentence.tokens[k]?.head === verb;
  for (let from = Math.max(0, verb - MOST_BEFORE); from < verb; from++) {
    for (const idiom of opening(sentence, from)) {
      if (idiom.role !== "opens" || !fits(sentence, idiom, verb, relation, false)) continue;
      const last = positionsOf(sentence, idiom, from, new Set())?.at(-1);
      if (last === undefined || last >= verb) continue;
      const between = Array.from({ length: verb - last - 1 }, (_, n) => last + 1 + n);
      if (between.every(isOwn) && !isNegated(sentence, from)) return [{ status: idiom.status, predicate: -1 }];
    }
  }
  return [];
}

/** What phrases say that hold the trigger ("mis hors de cause") or stand in a clause below it. */
export function idiomEffects(sentence: Sentence, trigger: number, relation: Relation, isOpen: boolean): Effect[] {
  const out: Effect[] = idiomBefore(sentence, trigger, relation);
  const below = idiomBelow(sentence, trigger, relation, isOpen);
  if (below !== undefined) out.push({ status: below, predicate: -1 });
  for (let from = Math.max(0, trigger - MOST_BETWEEN); from <= trigger; from++) {
    for (const idiom of opening(sentence, from)) {
      if (idiom.role !== "itself" || !fits(sentence, idiom, trigger, relation, isOpen)) continue;
      const positions = positionsOf(sentence, idiom, from, new Set());
      if (positions?.includes(trigger) === true && isSaid(sentence, idiom, positions))
        out.push({ status: idiom.status, predicate: -1 });
    }
  }
  return out;
}

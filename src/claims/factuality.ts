/**
 * Factuality: what constructions say about whether an act happened. Each predicate, modal, negation or mark above the
 * trigger has an effect; the weakest status counts. It may lower a status that the reader gave, never raise it
 * (claims.md, section 3). Words are in factuality.json. Over 300 lines: the walk and what it asks on each step are one.
 */
import { type Relation, STANDING, STATUSES, type Status, VIOLENCE } from "../../graph/model.js";
import type { Language, Sentence, Token } from "../model/text.js";
import LEXICON from "./factuality.json" with { type: "json" };
import { ancestorsOf, childrenOf, isVerbal, subjectOf } from "./syntax.js";

/** What one word does to the trigger. */
export interface Effect {
  readonly status: Status;
  /** Token index of the predicate that reports, accuses, threatens or denies; -1 where no one speaks. */
  readonly predicate: number;
}

type Frame = "finite" | "infinitive" | "noun";
type PredicateClass = Status | "attempt";

interface Words {
  readonly predicates: ReadonlyMap<string, readonly PredicateClass[]>;
  readonly ofNouns: ReadonlySet<string>;
  readonly occur: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
  readonly adverbs: ReadonlyMap<string, Status>;
  readonly adjectives: ReadonlyMap<string, Status>;
  readonly modals: ReadonlyMap<string, Status>;
  readonly marks: ReadonlyMap<string, Status>;
  readonly negativeDeterminers: ReadonlySet<string>;
}

const statusOf = (words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Status> =>
  new Map(Object.entries(words).flatMap(([status, list]) => list.map((w) => [w, status as Status] as const)));

function wordsOf(language: Language): Words {
  const data = LEXICON[language];
  const predicates = new Map<string, PredicateClass[]>();
  for (const [status, list] of Object.entries(data.predicates))
    for (const word of list) predicates.set(word, [...(predicates.get(word) ?? []), status as PredicateClass]);
  return {
    predicates,
    ofNouns: new Set(data.of_nouns),
    occur: new Set(data.occur),
    acts: new Set(data.acts),
    adverbs: statusOf(data.adverbs),
    adjectives: statusOf(data.adjectives),
    modals: statusOf(data.modals),
    marks: statusOf(data.marks),
    negativeDeterminers: new Set(data.negative_determiners),
  };
}
const WORDS: Readonly<Record<Language, Words>> = { fr: wordsOf("fr"), en: wordsOf("en") };

const rank = (status: Status) => STATUSES.indexOf(status);
export const weaker = (a: Status, b: Status): Status => (rank(b) > rank(a) ? b : a);

const AUXILIARY = /^aux/u;
const CARRIES_MOOD = /^(?:aux|cop)/u;
const CLAUSE_COMPLEMENT = /^(?:ccomp|xcomp|csubj|acl$|obl|obj|advcl)/u;
const NOUN_COMPLEMENT = /^(?:obj|iobj|obl|nmod|ccomp|xcomp|root|dep|appos)/u;

const key = (token: Token) => token.text.toLowerCase();

/** Whether the verb, or an auxiliary or copula of it, has the feature. */
function hasFeature(sentence: Sentence, verb: number, name: string, value: string): boolean {
  return [
    verb,
    ...childrenOf(sentence, verb).filter((k) => CARRIES_MOOD.test(sentence.tokens[k]?.relation ?? "")),
  ].some((k) => sentence.tokens[k]?.feats[name] === value);
}

function isInfinitive(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token?.feats.VerbForm === "Inf" && sentence.language === "fr") return true;
  return childrenOf(sentence, at).some((k) => {
    const child = sentence.tokens[k];
    if (child === undefined) return false;
    if (AUXILIARY.test(child.relation) && child.feats.VerbForm === "Inf") return true;
    return child.relation === "mark" && key(child) === "to";
  });
}

/** "avoir frappé", "to have struck": done before it is spoken of. */
function isPerfectInfinitive(sentence: Sentence, at: number): boolean {
  return childrenOf(sentence, at).some((k) => {
    const child = sentence.tokens[k];
    const perfect =
      child?.lemma === "avoir" || child?.lemma === "have" || (child?.lemma === "être" && !hasPassive(sentence, at));
    return child !== undefined && AUXILIARY.test(child.relation) && child.feats.VerbForm === "Inf" && perfect;
  });
}

function hasPassive(sentence: Sentence, at: number): boolean {
  return childrenOf(sentence, at).some((k) => /:pass$/u.test(sentence.tokens[k]?.relation ?? ""));
}

/** "personne n'a …", not "14 personnes": without number, determiner or plural. */
function isBare(sentence: Sentence, at: number): boolean {
  const isCounted = childrenOf(sentence, at).some((k) =>
    /^(?:det|nummod|amod)/u.test(sentence.tokens[k]?.relation ?? ""),
  );
  return !isCounted && sentence.tokens[at]?.feats.Number !== "Plur";
}

export function isNegated(sentence: Sentence, at: number): boolean {
  const words = WORDS[sentence.language];
  const children = childrenOf(sentence, at);
  const own = children.some((k) => {
    const child = sentence.tokens[k];
    if (child === undefined || words.adverbs.get(key(child)) !== "denied") return false;
    // "pas seulement", "not only", "non sans": no denial.
    const next = sentence.tokens[k + 1]?.text.toLowerCase() ?? "";
    return !["seulement", "uniquement", "only", "just", "moins", "sans"].includes(next) && k < at + 4;
  });
  if (own) return true;
  return children.some((k) => {
    const child = sentence.tokens[k];
    if (child === undefined || !/^(?:nsubj|obj)/u.test(child.relation)) return false;
    if (words.negativeDeterminers.has(child.lemma) && isBare(sentence, k)) return true;
    return childrenOf(sentence, k).some((d) => {
      const det = sentence.tokens[d];
      return det !== undefined && det.relation.startsWith("det") && words.negativeDeterminers.has(det.lemma);
    });
  });
}

/** Effects of the predicate's own mood, modals, negation, adverbs and mark. */
function ownEffects(sentence: Sentence, at: number): Effect[] {
  const words = WORDS[sentence.language];
  const token = sentence.tokens[at];
  if (token === undefined) return [];
  const out: Effect[] = [];
  const say = (status: Status | undefined) => {
    if (status !== undefined) out.push({ status, predicate: -1 });
  };
  const isPredicate =
    isVerbal(token) || childrenOf(sentence, at).some((k) => sentence.tokens[k]?.relation.startsWith("cop"));
  if (isPredicate) {
    if (isNegated(sentence, at)) say("denied");
    if (hasFeature(sentence, at, "Mood", "Cnd")) {
      const perfect = childrenOf(sentence, at).some((k) => sentence.tokens[k]?.feats.Mood === "Cnd");
      say(perfect ? "alleged" : "possible");
    }
    if (hasFeature(sentence, at, "Tense", "Fut") || hasFeature(sentence, at, "Mood", "Imp")) say("planned");
  }
  for (const k of childrenOf(sentence, at)) {
    const child = sentence.tokens[k];
    if (child === undefined) continue;
    if (AUXILIARY.test(child.relation) && child.relation !== "aux:pass")
      say(words.modals.get(child.lemma) ?? words.modals.get(key(child)));
    if (child.relation.startsWith("advmod")) {
      const status = words.adverbs.get(child.lemma) ?? words.adverbs.get(key(child));
      if (status !== "denied") say(status);
    }
    if (/^(?:amod|acl|det)/u.test(child.relation) && !isVerbal(token))
      say(words.adjectives.get(child.lemma) ?? words.adjectives.get(key(child)) ?? participle(words, child));
    if (child.relation === "mark" || (child.relation === "case" && isVerbal(token))) {
      const status = words.marks.get(child.lemma) ?? words.marks.get(key(child));
      if (
        status === "planned" &&
        (!isInfinitive(sentence, at) || isPerfectInfinitive(sentence, at) || !/^advcl/u.test(token.relation))
      )
        continue;
      say(status);
    }
    if (child.relation === "case" && !isVerbal(token) && words.marks.get(child.lemma) === "denied") say("denied");
  }
  return out;
}

/** "attaque présumée" tagged as a participle of its verb: "présumer". */
function participle(words: Words, child: Token): Status | undefined {
  if (child.feats.VerbForm !== "Part" && child.upos !== "VERB") return undefined;
  return words.adjectives.get(child.lemma.replace(/er$/u, "é")) ?? words.adjectives.get(child.text.toLowerCase());
}

function frameOf(sentence: Sentence, at: number): Frame {
  const token = sentence.tokens[at];
  if (isVerbal(token) || childrenOf(sentence, at).some((k) => sentence.tokens[k]?.relation.startsWith("cop")))
    return isInfinitive(sentence, at) || token?.feats.VerbForm === "Ger" ? "infinitive" : "finite";
  return "noun";
}

/** "threatened" is the act itself of THREATENED, wherever the reader puts the trigger. */
function isOwnWord(language: Language, relation: Relation, lemma: string): boolean {
  const words: Readonly<Record<string, readonly string[]>> = LEXICON[language].own_words;
  return Object.hasOwn(words, relation) && (words[relation] ?? []).includes(lemma);
}

/** The predicate's effect on the clause or noun below it. */
function governorEffect(sentence: Sentence, at: number, governor: number, relation: Relation): Effect | null {
  const words = WORDS[sentence.language];
  const head = sentence.tokens[governor];
  if (head === undefined || isOwnWord(sentence.language, relation, head.lemma)) return null;
  const classes = words.predicates.get(head.lemma) ?? [];
  const frame = frameOf(sentence, at);
  const negated = isNegated(sentence, governor);
  if (frame === "noun" && !words.ofNouns.has(head.lemma)) return null;
  const modal = frame === "noun" ? undefined : words.modals.get(head.lemma);
  if (modal !== undefined) {
    // "a pu frapper", "ont dû quitter": it came about.
    const past = head.feats.VerbForm === "Part" || (head.feats.Tense === "Past" && head.lemma !== "aller");
    if (past || (head.lemma === "aller" && !["Pres", "Imp"].includes(head.feats.Tense ?? ""))) return null;
    return { status: negated ? "denied" : modal, predicate: -1 };
  }
  const reports = classes.includes("reported");
  const done = frame === "infinitive" && isPerfectInfinitive(sentence, at);
  const others = classes.filter((c) => c !== "reported");
  const chosen: PredicateClass | undefined =
    frame === "noun"
      ? (others[0] ?? (reports ? "reported" : undefined))
      : reports && (frame === "finite" || done)
        ? "reported"
        : (others[0] ?? (reports ? "reported" : undefined));
  if (chosen === undefined) return null;
  if (done && (chosen === "planned" || chosen === "possible")) return null;
  if (chosen === "attempt") {
    if (relation === "ATTACKED") return null;
    return { status: relation === "KILLED" ? "denied" : "possible", predicate: -1 };
  }
  if (!negated) return { status: chosen, predicate: governor };
  if (chosen === "reported") return { status: "alleged", predicate: -1 };
  if (chosen === "denied") return frame === "infinitive" ? { status: "possible", predicate: -1 } : null;
  return chosen === "alleged" ? null : { status: "denied", predicate: governor };
}

const marksOf = (sentence: Sentence, at: number): Token[] =>
  childrenOf(sentence, at).flatMap((k) => (sentence.tokens[k]?.relation === "mark" ? (sentence.tokens[k] ?? []) : []));

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

/** Relations whose own words promise, threaten or demand; other acts are not done by such a word. */
const SPEECH: ReadonlySet<Relation> = new Set([
  "THREATENED",
  "WARNED",
  "CALLED_ON",
  "ACCUSED",
  "CONDEMNED",
  "REJECTED",
  "BACKED",
  "AGREED_WITH",
  "MET_WITH",
  "PROTESTED_AGAINST",
  "SANCTIONED",
]);

const FORM_OF_ER = /^(.+?)(?:e|es|ent|ait|aient|a|èrent|é|ée|és|ées|era|eront)$/u;

/** Classes of a French verb in -er by its form, where the tagger did not take it for a verb ("nie"). */
function predicateOfForm(words: Words, form: string): readonly PredicateClass[] {
  const stem = FORM_OF_ER.exec(form.toLowerCase())?.[1];
  return (stem === undefined ? undefined : words.predicates.get(`${stem}er`)) ?? [];
}

/**
 * What the trigger itself says ("soldats promis à Tillia": not there yet), and the word right before a perfect
 * infinitive ("que le FLT nie avoir enlevée"), where the parser may have lost it.
 */
function wordEffects(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const words = WORDS[sentence.language];
  const out: Effect[] = [];
  const own = words.predicates.get(sentence.tokens[trigger]?.lemma ?? "") ?? [];
  if (own.includes("planned") && !SPEECH.has(relation) && !STANDING.has(relation))
    out.push({ status: "planned", predicate: -1 });
  if (isPerfectInfinitive(sentence, trigger)) {
    const auxiliary =
      childrenOf(sentence, trigger).find((k) => sentence.tokens[k]?.feats.VerbForm === "Inf" && k < trigger) ?? trigger;
    const before =
      auxiliary - (["d'", "de", "d’"].includes(sentence.tokens[auxiliary - 1]?.text.toLowerCase() ?? "") ? 2 : 1);
    const word = sentence.tokens[before];
    const classes = words.predicates.get(word?.lemma ?? "") ?? predicateOfForm(words, word?.text ?? "");
    for (const status of classes)
      if (status === "denied" || status === "alleged")
        out.push({ status, predicate: subjectOf(sentence, before) < 0 ? trigger : before });
  }
  return out;
}

/** "there are 40 agents based …", "il y a …": the noun's clause is told with the verb. */
function isExistential(sentence: Sentence, verb: number): boolean {
  return childrenOf(sentence, verb).some((k) => sentence.tokens[k]?.relation.startsWith("expl"));
}

/** "une attaque présumée fait dix morts": what an alleged act does is alleged as well. */
function effectsOfAct(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (!VIOLENCE.has(relation)) return [];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  const act = childrenOf(sentence, verb).find(
    (k) =>
      sentence.tokens[k]?.relation === "nsubj" && WORDS[sentence.language].acts.has(sentence.tokens[k]?.lemma ?? ""),
  );
  return act === undefined || act === trigger ? [] : ownEffects(sentence, act).filter((e) => e.status === "alleged");
}

/** All effects on a trigger (a token index), nearest first. */
export function effectsOn(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const out: Effect[] = [
    ...ownEffects(sentence, trigger),
    ...wordEffects(sentence, trigger, relation),
    ...effectsOfAct(sentence, trigger, relation),
  ];
  const isNominal = frameOf(sentence, trigger) === "noun";
  // A title or a tie said by a noun holds whatever its sentence says of it.
  if (isNominal && STANDING.has(relation)) return out;
  let at = trigger;
  for (const governor of ancestorsOf(sentence, trigger)) {
    const token = sentence.tokens[at];
    const head = sentence.tokens[governor];
    if (token === undefined || head === undefined) break;
    // "the pretext that the army …": with a conjunction the clause is what the noun says, whatever the parser calls it.
    const link =
      token.relation === "acl:relcl" && marksOf(sentence, at).some((m) => m.upos === "SCONJ") ? "acl" : token.relation;
    const frame = frameOf(sentence, at);
    // "…, comme le réclamait Bamako": a finite clause beside the main one is told by itself.
    if (link.startsWith("advcl") && hasFeature(sentence, at, "VerbForm", "Fin")) break;
    if (link.startsWith("conj")) {
      if (frame !== "noun" && sharesModality(sentence, at)) out.push(...ownEffects(sentence, governor));
    } else if (link.startsWith("parataxis") || link === "discourse") {
      break;
    } else if (link === "acl" && frame !== "infinitive" && marksOf(sentence, at).length === 0) {
      // "milices soutenues par l'Iran": what is said in passing is presupposed.
      if (!isExistential(sentence, head.head)) break;
    } else if (/^(?:nsubj|csubj)/u.test(link) && frame === "noun") {
      const words = WORDS[sentence.language];
      const effect = governorEffect(sentence, at, governor, relation);
      if (effect !== null && (link.includes("pass") || !isVerbal(head))) out.push(effect);
      else if (isVerbal(head) && !words.occur.has(head.lemma) && !isExistential(sentence, governor)) break;
      // "les victimes seraient trois soldats": a noun is told with its predicate.
      out.push(...ownEffects(sentence, governor));
    } else if (frame === "noun" ? NOUN_COMPLEMENT.test(link) : CLAUSE_COMPLEMENT.test(link)) {
      const effect = governorEffect(sentence, at, governor, relation);
      if (effect !== null) out.push(effect);
      const isModal = WORDS[sentence.language].modals.has(head.lemma);
      // A noun's verb is its own affair unless it says that the noun takes place; a clause stands under its governor.
      const occurs = WORDS[sentence.language].occur.has(head.lemma) || isExistential(sentence, governor);
      if (frame === "noun" && effect === null && !occurs) {
        if (!/^nmod/u.test(link)) break;
      } else if (frame === "noun" || isModal || link === "xcomp" || link === "ccomp") {
        if (effect === null || isModal || effect.status === "reported")
          out.push(...ownEffects(sentence, governor).filter((e) => effect === null || e.status !== "denied"));
      }
      if (/^advcl/u.test(link) && effect === null) break;
    } else break;
    at = governor;
  }
  return out;
}

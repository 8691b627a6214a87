/** The words of factuality.json in the form that the rules ask for. */
import { STATUSES, type Status } from "../../../graph/model.js";
import type { Language, Token } from "../../model/text.js";
import LEXICON from "../factuality.json" with { type: "json" };

/** What a predicate does to its complement: factuality.json says what each class means. */
export type PredicateClass =
  | Status
  | "attempt"
  | "averted"
  | "refused"
  | "hesitant"
  | "factive"
  | "ceasing"
  | "carries"
  | "decreed";

type ByStatus = ReadonlyMap<string, Status>;

/** The lists of factuality.json for one language; the file says what each is for. */
export interface Words {
  readonly predicates: ReadonlyMap<string, readonly PredicateClass[]>;
  readonly ofNouns: ReadonlySet<string>;
  readonly ofNounsWith: ReadonlyMap<string, readonly string[]>;
  readonly needReflexive: ReadonlySet<string>;
  readonly needParticle: ReadonlyMap<string, string>;
  readonly needInfinitive: ReadonlySet<string>;
  readonly reminds: ReadonlySet<string>;
  readonly charges: ReadonlySet<string>;
  readonly blames: ReadonlySet<string>;
  readonly lightVerbs: ReadonlySet<string>;
  readonly contents: ByStatus;
  readonly lacking: ByStatus;
  readonly occur: ReadonlySet<string>;
  readonly proceeds: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
  readonly tieTitles: ReadonlySet<string>;
  readonly partakes: ReadonlySet<string>;
  readonly efforts: ReadonlySet<string>;
  readonly befallen: ReadonlySet<string>;
  readonly agenda: ReadonlySet<string>;
  readonly doubts: ReadonlySet<string>;
  readonly weapons: ReadonlySet<string>;
  readonly disarms: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly beforehand: ReadonlySet<string>;
  readonly untrue: ReadonlySet<string>;
  readonly toldByPeople: ReadonlySet<string>;
  readonly confirms: ReadonlySet<string>;
  readonly hearsay: ReadonlySet<string>;
  readonly ofBearer: ReadonlySet<string>;
  readonly containers: ReadonlySet<string>;
  readonly achieved: ReadonlySet<string>;
  readonly adverbs: ByStatus;
  readonly wrongly: ReadonlySet<string>;
  readonly lies: ReadonlySet<string>;
  readonly includes: ReadonlySet<string>;
  readonly adjectives: ReadonlyMap<string, Status | "attempt" | "averted">;
  readonly modals: ByStatus;
  readonly marks: ByStatus;
  readonly openers: readonly (readonly [readonly string[], Status])[];
  readonly earlier: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
  readonly interrogatives: ReadonlySet<string>;
  readonly negativeDeterminers: ReadonlySet<string>;
  readonly nearly: ReadonlySet<string>;
  readonly restricting: ReadonlySet<string>;
  readonly hands: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
  readonly holdsResponsible: ReadonlySet<string>;
  readonly sees: ReadonlySet<string>;
  readonly ownPlans: ReadonlySet<string>;
  readonly ownDenials: ReadonlySet<string>;
  readonly ownAccusations: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly tells: ReadonlySet<string>;
  readonly tellingNouns: ReadonlySet<string>;
  readonly selfStyled: ReadonlySet<string>;
  readonly presumed: ReadonlySet<string>;
  readonly designate: ReadonlySet<string>;
  readonly intends: ReadonlySet<string>;
  readonly journeys: ReadonlySet<string>;
  readonly harbours: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly tomorrow: ReadonlySet<string>;
  readonly next: ReadonlySet<string>;
  readonly acquits: ReadonlySet<string>;
  readonly fictions: ReadonlySet<string>;
  readonly plays: ReadonlySet<string>;
  readonly retorts: ReadonlySet<string>;
  readonly drills: ReadonlySet<string>;
  readonly depictions: ReadonlySet<string>;
  readonly shows: ReadonlySet<string>;
  readonly pictures: ReadonlySet<string>;
  readonly doctored: ReadonlySet<string>;
  readonly forgeries: ReadonlySet<string>;
  readonly provides: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly foresees: ReadonlySet<string>;
  readonly fronted: ReadonlySet<string>;
  readonly saviours: ReadonlySet<string>;
  readonly supposes: ReadonlySet<string>;
  readonly drafts: ReadonlySet<string>;
  readonly passes: ReadonlySet<string>;
  readonly votedDown: ReadonlySet<string>;
  readonly whoever: ReadonlySet<string>;
  readonly satires: ReadonlySet<string>;
  readonly news: ReadonlySet<string>;
  readonly overstated: ReadonlySet<string>;
  readonly vainly: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
}

type Lists = Readonly<Record<string, readonly string[]>>;

const statusOf = <T extends string>(words: Lists): ReadonlyMap<string, T> =>
  new Map(Object.entries(words).flatMap(([status, list]) => list.map((w) => [w, status as T] as const)));

function wordsOf(language: Language): Words {
  const data = LEXICON[language];
  const predicates = new Map<string, PredicateClass[]>();
  for (const [name, list] of Object.entries(data.predicates))
    for (const word of list) predicates.set(word, [...(predicates.get(word) ?? []), name as PredicateClass]);
  return {
    predicates,
    ofNouns: new Set(data.of_nouns),
    ofNounsWith: new Map(Object.entries(data.of_nouns_with)),
    needReflexive: new Set(data.need_reflexive),
    needParticle: new Map(Object.entries(data.need_particle)),
    needInfinitive: new Set(data.need_infinitive),
    reminds: new Set(data.reminds),
    charges: new Set(data.charges),
    blames: new Set(data.blames),
    lightVerbs: new Set(data.light_verbs),
    contents: statusOf(data.contents),
    lacking: statusOf(data.lacking),
    occur: new Set(data.occur),
    proceeds: new Set(data.proceeds),
    acts: new Set(data.acts),
    tieTitles: new Set(data.tie_titles),
    partakes: new Set(data.partakes),
    efforts: new Set(data.efforts),
    befallen: new Set(data.befallen),
    agenda: new Set(data.agenda),
    doubts: new Set(data.doubts),
    weapons: new Set(data.weapons),
    disarms: new Set(data.disarms),
    stops: new Set(data.stops),
    beforehand: new Set(data.beforehand),
    untrue: new Set(data.untrue),
    toldByPeople: new Set(data.told_by_people),
    confirms: new Set(data.confirms),
    hearsay: new Set(data.hearsay),
    ofBearer: new Set(data.of_bearer),
    containers: new Set(data.containers),
    achieved: new Set(data.achieved),
    adverbs: statusOf(data.adverbs),
    wrongly: new Set(data.wrongly),
    lies: new Set(data.lies),
    includes: new Set(data.includes),
    adjectives: statusOf(data.adjectives),
    modals: statusOf(data.modals),
    marks: statusOf(data.marks),
    openers: Object.entries(data.openers).flatMap(([status, list]) =>
      list.map((phrase) => [phrase.split(" "), status as Status] as const),
    ),
    earlier: new Set(data.earlier),
    later: new Set(data.later),
    interrogatives: new Set(data.interrogatives),
    negativeDeterminers: new Set(data.negative_determiners),
    nearly: new Set(data.nearly),
    restricting: new Set(data.restricting),
    hands: new Set(data.hands),
    points: new Set(data.points),
    holdsResponsible: new Set(data.holds_responsible),
    sees: new Set(data.sees),
    ownPlans: new Set(data.own_plans),
    ownDenials: new Set(data.own_denials),
    ownAccusations: new Set(data.own_accusations),
    counts: new Set(data.counts),
    tells: new Set(data.tells),
    tellingNouns: new Set<string>(data.telling_nouns),
    selfStyled: new Set(data.self_styled),
    presumed: new Set(data.presumed),
    designate: new Set(data.designate),
    intends: new Set(data.intends),
    journeys: new Set(data.journeys),
    harbours: new Set(data.harbours),
    weekdays: new Set(data.weekdays),
    tomorrow: new Set(data.tomorrow),
    next: new Set(data.next),
    acquits: new Set(data.acquits),
    fictions: new Set(data.fictions),
    plays: new Set(data.plays),
    retorts: new Set(data.retorts),
    drills: new Set(data.drills),
    depictions: new Set(data.depictions),
    shows: new Set(data.shows),
    pictures: new Set(data.pictures),
    doctored: new Set(data.doctored),
    forgeries: new Set(data.forgeries),
    provides: new Set(data.provides),
    terms: new Set(data.terms),
    foresees: new Set(data.foresees),
    fronted: new Set(data.fronted),
    saviours: new Set(data.saviours),
    supposes: new Set(data.supposes),
    drafts: new Set(data.drafts),
    passes: new Set(data.passes),
    votedDown: new Set(data.voted_down),
    whoever: new Set(data.whoever),
    satires: new Set(data.satires),
    news: new Set(data.news),
    overstated: new Set(data.overstated),
    vainly: new Set(data.vainly),
    sources: new Set(data.sources),
    roles: new Set(data.roles),
    measures: new Set(data.measures),
    occasions: new Set(data.occasions),
  };
}

/** The words of either language. */
export const WORDS: Readonly<Record<Language, Words>> = { fr: wordsOf("fr"), en: wordsOf("en") };

/** The word as written, in lower case. */
export const key = (token: Token): string => token.text.toLowerCase();

/** The lemma of a verb whose stem keeps its sound by its spelling: "menaçant" is of "menacer", not of "menaçer". */
export const lemmaOf = (token: Token): string => token.lemma.replace(/çer$/u, "cer").replace(/geer$/u, "ger");

/** Whether the list holds the word by its lemma or, where the lemma is guessed wrong, by its form. */
export const holds = (list: { has(word: string): boolean }, token: Token): boolean =>
  list.has(lemmaOf(token)) || list.has(key(token));

/** Classes of a word by its lemma, or by its form where the lexicon knows the form alone ("accused", "prêts"). */
export const classesOf = (words: Words, token: Token): readonly PredicateClass[] =>
  words.predicates.get(key(token)) ??
  words.predicates.get(lemmaOf(token)) ??
  words.predicates.get(lemmaOf(token).replace(/é$/u, "er")) ??
  // "pledg": a lemma that lost its ending.
  words.predicates.get(`${token.lemma}e`) ??
  [];

/** "threatened" is the act itself of THREATENED, wherever the reader puts the trigger. */
export function isOwnWord(language: Language, relation: string, token: Token): boolean {
  const words: Lists = LEXICON[language].own_words;
  return Object.hasOwn(words, relation) && holds(new Set(words[relation]), token);
}

const rank = (status: Status) => STATUSES.indexOf(status);

/** The weaker of two statuses. */
export const weaker = (a: Status, b: Status): Status => (rank(b) > rank(a) ? b : a);

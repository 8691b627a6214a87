/**
 * Registers of names: what a name means by its kind. A name that several entries of a kind bear has no answer
 * (knowledge/ambiguous.json names those that are known to).
 */
import { KIND_OF_TYPE, type Kind, type NodeType } from "../../graph/model.js";
import type { Gazetteer } from "./know-name.js";
import type { KnownName } from "./known-name.js";
import { foldName } from "./name-keys.js";

export interface NamesByLanguage {
  readonly fr: readonly string[];
  readonly en: readonly string[];
}
/** A state, or a territory that news names like one; it is an Actor (state) and a Place (country). */
export interface StateEntry {
  readonly key: string;
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly territory: boolean;
  readonly names: NamesByLanguage;
  readonly demonyms: NamesByLanguage;
  readonly capitals: NamesByLanguage;
}
export interface RegisterEntry {
  readonly key: string;
  readonly type: NodeType;
  readonly names: NamesByLanguage;
  readonly country: string | null;
  /** Key of the state or body that it belongs to. */
  readonly partOf: string | null;
}
export interface RegisterData {
  readonly states: readonly StateEntry[];
  readonly entries: readonly RegisterEntry[];
  /** Folded names that have no answer. */
  readonly ambiguous: readonly string[];
}

/** What is shown and exported of an entry. */
export interface Described {
  readonly name: string;
  readonly names: NamesByLanguage;
  readonly country: string | null;
  /** "wikidata:Q30", or null where the key is our own. */
  readonly sameAs: string | null;
}

export interface Registers extends Gazetteer {
  /** The entry with this key, as a thing of this kind. */
  readonly describe: (key: string, kind: Kind) => Described | null;
  /** How many entries there are. */
  readonly size: number;
}

/** Names of at most this many letters count by their capitals alone: "UN", "EI", "US" are words when folded. */
const SHORT = 3;
const LEADING = /^(?:the |les? |la |l['’]|du |des |de l['’]|d['’])/iu;
const shortKey = (name: string): string | null => {
  const plain = name.replace(LEADING, "").replace(/[.\s]/gu, "");
  return plain.length <= SHORT && plain === plain.toUpperCase() && /\p{L}/u.test(plain) ? plain : null;
};

/** A table from names to one answer; a name with two answers has none. */
class Names<T extends { readonly key: string }> {
  readonly #table = new Map<string, T | null>();
  constructor(readonly ambiguous: ReadonlySet<string>) {}
  add(name: string, value: T): void {
    const short = shortKey(name);
    const key = short === null ? foldName(name) : `=${short}`;
    if (key === "" || (short === null && this.ambiguous.has(key))) return;
    const known = this.#table.get(key);
    if (known === undefined) this.#table.set(key, value);
    else if (known !== null && known.key !== value.key) this.#table.set(key, null);
  }
  get(name: string): T | null {
    const short = shortKey(name);
    return (short === null ? null : this.#table.get(`=${short}`)) ?? this.#table.get(foldName(name)) ?? null;
  }
}

const all = (names: NamesByLanguage): readonly string[] => [...names.fr, ...names.en];

/** Plurals of one-word acronyms and the like are left to the data; nothing is guessed here. */
export function createRegisters(data: RegisterData): Registers {
  const ambiguous = new Set(data.ambiguous);
  const byKind: Readonly<Record<Kind, Names<KnownName>>> = {
    Actor: new Names(ambiguous),
    Group: new Names(ambiguous),
    Place: new Names(ambiguous),
  };
  const demonyms = new Names<KnownName>(ambiguous);
  const capitals = new Names<KnownName>(ambiguous);
  const capitalOf = new Map<string, KnownName>();
  const described = new Map<string, Described>();
  const wikidata = (key: string) => (/^Q\d+$/u.test(key) ? `wikidata:${key}` : null);

  for (const { key, code, names, demonyms: people, capitals: seats } of data.states) {
    const name = names.fr[0] ?? names.en[0] ?? code;
    const state: KnownName = { key, type: "state", name, country: code, subtype: null };
    for (const n of all(names)) {
      byKind.Actor.add(n, state);
      byKind.Place.add(n, { ...state, type: "country" });
    }
    for (const n of all(people)) demonyms.add(n, state);
    for (const n of all(seats)) capitals.add(n, state);
    const description = { name, names, country: code, sameAs: wikidata(key) };
    described.set(`Actor ${key}`, description);
    described.set(`Place ${key}`, description);
    // The capital itself, as a place.
    const [fr, en] = [seats.fr[0], seats.en[0]];
    if (fr === undefined || en === undefined) continue;
    for (const city of new Set(all(seats))) {
      const isFirst = seats.fr.indexOf(city) <= 0 && seats.en.indexOf(city) <= 0;
      const cityKey = isFirst ? `wg:capital-${code}` : `wg:seat-${code}-${foldName(city).replace(/[^a-z0-9]+/gu, "-")}`;
      const place: KnownName = { key: cityKey, type: "city", name: isFirst ? fr : city, country: code, subtype: null };
      byKind.Place.add(city, place);
      if (isFirst) capitalOf.set(key, place);
      if (!described.has(`Place ${cityKey}`))
        described.set(`Place ${cityKey}`, {
          name: isFirst ? fr : city,
          names: isFirst ? { fr: [fr], en: [en] } : { fr: [city], en: [city] },
          country: code,
          sameAs: null,
        });
    }
  }
  for (const { key, type, names, country } of data.entries) {
    const name = names.fr[0] ?? names.en[0] ?? key;
    const entry: KnownName = { key, type, name, country, subtype: null };
    for (const n of all(names)) byKind[KIND_OF_TYPE[type]].add(n, entry);
    described.set(`${KIND_OF_TYPE[type]} ${key}`, { name, names, country, sameAs: wikidata(key) });
  }
  return {
    lookup: (name, kind) => byKind[kind].get(name),
    demonym: (word) => demonyms.get(word),
    capital: (name) => capitals.get(name),
    capitalOf: (state) => capitalOf.get(state) ?? null,
    describe: (key, kind) => described.get(`${kind} ${key}`) ?? null,
    size: data.states.length + data.entries.length,
  };
}

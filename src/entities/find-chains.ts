/**
 * Chains: which mentions of one article are one referent. Sieves from sure to less sure: register key, same name,
 * acronym, partial name, apposition and title, repeated nominal, role noun, demonstrative, pronoun.
 */
import { DisjointSets } from "../../graph/disjoint-sets.js";
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import type { Referent } from "../model/entity.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import { joinBareGovernments, joinDemonstratives, joinRoleNouns } from "./anaphor-sieves.js";
import CHAINS from "./chains.json" with { type: "json" };
import type { Known } from "./known-mention.js";
import type { KnowName } from "./known-name.js";
import { nameOf } from "./mention-name.js";
import { foldName } from "./name-keys.js";
import { joinAcronyms, joinIntroducedNames, joinPartialNames, joinSameNames } from "./name-sieves.js";
import {
  joinAppositions,
  joinCommonHeads,
  joinParts,
  joinRepeatedNominals,
  joinTitleNominals,
  joinTitlesWithin,
  PARTS,
} from "./nominal-sieves.js";
import { readDescriptions } from "./read-descriptions.js";
import SUBTYPE_WORDS from "./subtypes.json" with { type: "json" };

export interface Chained {
  readonly referents: readonly Referent[];
  /** Referent of each mention. */
  readonly referentOf: readonly number[];
}

const SUBTYPES = new Map(
  Object.entries(SUBTYPE_WORDS.subtypes).flatMap(([subtype, words]) =>
    words.map((w) => [foldName(w), subtype] as const),
  ),
);
const FACILITIES: ReadonlySet<string> = new Set(SUBTYPE_WORDS.facilities);
/** Before a common noun that stands for what has no name; a number stays, and "un" of "un de ses gardes". */
const DETERMINER =
  /^(?:des|les|le|la|un|une|l['’]|du|ces|cette|cet|ce|ses|son|sa|leurs?|the|an?|these|those|this|its|their|his|her)(?:\s+|(?<=['’]))(?!des?\s|d['’]|of\s)/iu;
/** What a name of several words opens with that is no part of it, and a quotation that its words do not close. */
const OPENING =
  /^(?:[Dd]es|[Ll]es|[Uu]ne?|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ss]es|[Ss]on|[Ss]a|[Ll]eurs?)\s+(?=\p{Ll})/u;
const UNCLOSED = /\s*[«“][^»”]*$/u;
const ACRONYM = /^[\p{Lu}\d.-]{2,8}$/u;
const COLLECTIVE = new Set(CHAINS.collective.map(foldName));
const SMALL_WORDS = new Set(["des", "les", "the", "dans", "sur", "aux", "and", "pour", "par", "from", "une"]);

/** Kinds of people whose common noun with a name beside it ("des soldats turcs") is no name. */
const UNNAMED_PEOPLE: ReadonlySet<NodeType> = new Set(["crowd", "armed_group", "military"]);

function isNamed(items: readonly Known[], type: NodeType): boolean {
  return items.some(({ name, known, mention, isDemonym }) => {
    if (known !== null) return true;
    if (mention.form === "adjective") return type === "state" || type === "country";
    if (type === "person") return name.name !== null && !isDemonym;
    if (name.name === null) return !name.indefinite && type !== "crowd" && COLLECTIVE.has(name.headLemma);
    if (UNNAMED_PEOPLE.has(type)) {
      if (name.indefinite) return false;
      if (isDemonym && type === "crowd" && name.number !== "Plur") return false;
      return name.headIsName || COLLECTIVE.has(name.headLemma) || (name.number !== "Plur" && type !== "crowd");
    }
    return name.headIsName || !name.indefinite;
  });
}

/** The fullest name for persons, else the register's, else the most frequent name, the longest of equals; a building is not called by its parts. */
function displayName(all: readonly Known[], text: string): string {
  const known = all.find((i) => i.known !== null)?.known;
  if (known !== undefined && known !== null) return known.name;
  const wholes = all.filter((i) => i.type !== "facility" || !PARTS.has(i.name.headLemma));
  const items = wholes.some((i) => i.name.name !== null) ? wholes : all;
  const names = items.flatMap((i) =>
    i.name.name === null || i.mention.form === "adjective"
      ? []
      : [i.name.name.replace(UNCLOSED, "").replace(OPENING, "") || i.name.name],
  );
  const nominals = items.flatMap((i) =>
    i.mention.form === "pronoun" ? [] : [text.slice(i.mention.start, i.mention.end).replace(DETERMINER, "")],
  );
  const words = nominals.length > 0 ? nominals : items.map((i) => text.slice(i.mention.start, i.mention.end));
  const pool = names.length > 0 ? names : words;
  const count = new Map<string, number>();
  for (const n of pool) count.set(n, (count.get(n) ?? 0) + 1);
  const hasLonger = pool.some((n) => !ACRONYM.test(n) && /\s/u.test(n));
  // An acronym stands for a name that the article gives in full as well.
  const weight = (n: string) => (ACRONYM.test(n) && hasLonger ? 0 : (count.get(n) ?? 0));
  const rank = (n: string) =>
    (items[0]?.type === "person" ? n.split(/\s+/u).length * 1000 : weight(n) * 1000) + Math.min(n.length, 999);
  return pool.reduce((a, b) => (rank(b) > rank(a) ? b : a), pool[0] ?? "?").replace(/\s+/gu, " ");
}

function typeOf(items: readonly Known[]): NodeType {
  const known = items.find((i) => i.known !== null)?.known;
  if (known !== undefined && known !== null) return known.type;
  const votes = new Map<NodeType, number>();
  for (const i of items) votes.set(i.type, (votes.get(i.type) ?? 0) + (i.name.name === null ? 1 : 2));
  return [...votes].reduce((a, b) => (b[1] > a[1] ? b : a), [items[0]?.type ?? "crowd", 0] as [NodeType, number])[0];
}

/** What the head noun says of a place or body: "ambassade" is an embassy. */
function subtypeOf(items: readonly Known[]): string | null {
  for (const { name, type } of items) {
    if (type === "person" || type === "state") continue;
    const found = SUBTYPES.get(name.headLemma) ?? SUBTYPES.get(name.words[0] ?? "");
    if (found !== undefined) return found;
  }
  return null;
}

/** Chains of the mentions; `antecedents` are pairs of indexes into them. */
export function findChains(
  sentences: readonly Sentence[],
  text: string,
  mentions: readonly Mention[],
  antecedents: readonly (readonly [pronoun: number, antecedent: number])[],
  know: KnowName,
): Chained {
  const read: Known[] = mentions.map((mention) => {
    const sentence = sentences[mention.sentence];
    if (sentence === undefined) throw new RangeError(`mention of sentence ${mention.sentence}, which is not there`);
    const name = nameOf(sentence, text, mention);
    const ask = (words: string) =>
      know.name({ name: words, type: mention.type, form: mention.form, language: sentence.language });
    const isName = mention.form === "name";
    // As it stands, else without generic words before it: "groupe État islamique".
    const known =
      ask(isName ? (name.name ?? "") : text.slice(mention.start, mention.end)) ??
      (isName && name.name !== null ? ask(name.key) : null);
    const modifiers = know
      .withStates(foldName(text.slice(mention.start, mention.end)))
      .filter(
        (w) =>
          w.length > 2 &&
          w !== name.headLemma &&
          !SMALL_WORDS.has(w) &&
          w !== foldName(sentence.tokens[mention.head]?.text ?? ""),
      );
    const isDemonym = name.words.length === 1 && know.isDemonym(name.key);
    const isPlace = !name.headIsName && FACILITIES.has(SUBTYPES.get(name.headLemma) ?? "");
    const type = known?.type ?? (isPlace && mention.form !== "pronoun" ? "facility" : mention.type);
    return { mention, name, known, type, modifiers, isDemonym };
  });
  const items = readDescriptions(read, sentences, text);
  const sets = new DisjointSets(items.length);
  joinSameNames(sets, items);
  joinAcronyms(sets, items, text);
  joinIntroducedNames(sets, items, text);
  joinPartialNames(sets, items);
  joinAppositions(sets, items, sentences);
  joinTitlesWithin(sets, items, sentences);
  joinRepeatedNominals(sets, items);
  joinTitleNominals(sets, items, sentences, text);
  joinCommonHeads(sets, items);
  joinParts(sets, items);
  joinBareGovernments(sets, items);
  joinRoleNouns(sets, items);
  joinDemonstratives(sets, items, sentences);
  for (const [pronoun, antecedent] of antecedents) sets.join(antecedent, pronoun);

  const all = mentions;
  const members = new Map<number, number[]>();
  all.forEach((_, k) => {
    const root = sets.find(k);
    members.set(root, [...(members.get(root) ?? []), k]);
  });
  const referentOf = new Array<number>(all.length).fill(0);
  const referents = [...members.values()].map((group, r): Referent => {
    for (const k of group) referentOf[k] = r;
    const own = group.flatMap((k) => items[k] ?? []);
    const known = own.find((i) => i.known !== null)?.known ?? null;
    const type = typeOf(own);
    return {
      kind: KIND_OF_TYPE[type],
      type,
      named: isNamed(own, type),
      name: displayName(own, text),
      register: known?.key ?? null,
      country: known?.country ?? null,
      subtype: known?.subtype ?? subtypeOf(own),
      mentions: [...group].sort((a, b) => (all[a]?.start ?? 0) - (all[b]?.start ?? 0) || a - b),
    };
  });
  return { referents, referentOf };
}

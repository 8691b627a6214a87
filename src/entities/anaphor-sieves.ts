/**
 * Sieves of chains for definite nominals that name nobody and go back to whom the article speaks of: "le gouvernement",
 * "le mouvement", "ces milices". find-chains.ts has the order of all sieves.
 */
import type { DisjointSets } from "../../graph/disjoint-sets.js";
import { KIND_OF_TYPE } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import GOVERNMENTS from "./governments.json" with { type: "json" };
import { type Known, only, typesMeet } from "./known-mention.js";
import { foldName } from "./name-keys.js";

const GOVERNMENT_HEADS = new Set(GOVERNMENTS.heads.map(foldName));
const ROLE_NOUNS: Readonly<Record<string, readonly string[]>> = CHAINS.role_nouns;
const ROLE_SENTENCES_BACK = 2;
const COUNTRY_NOUNS = new Set(CHAINS.role_nouns.country.map(foldName));

const DEMONSTRATIVE = new Set(CHAINS.determiners.demonstrative);
const GROUPS = new Set(CHAINS.groups.map(foldName));
const GROUPS_SENTENCES_BACK = 4;

/** What may be said of "le gouvernement" without making it another state's. */
const BARE_WORDS = new Set(GOVERNMENTS.bare.map(foldName));
const GENERIC = new Set(CHAINS.generic.map(foldName));
const DIRECTIONS = new Set(CHAINS.directions.map(foldName));
/** A modifier that is a state's key (Known.modifiers). */
const STATE_KEY = /^Q\d+$/u;

/** The first mention of the state that the article speaks of most; -1 where it speaks of none. */
function mainState(items: readonly Known[]): number {
  const counts = new Map<string, { count: number; first: number }>();
  items.forEach((item, k) => {
    if (item.known === null || (item.type !== "state" && item.type !== "country")) return;
    const entry = counts.get(item.known.key) ?? { count: 0, first: -1 };
    counts.set(item.known.key, {
      count: entry.count + 1,
      first: entry.first < 0 && item.type === "state" ? k : entry.first,
    });
  });
  const [main] = [...counts.values()]
    .filter((c) => c.first >= 0)
    .sort((a, b) => b.count - a.count || a.first - b.first);
  return main?.first ?? -1;
}

/** "le gouvernement", "l'actuel gouvernement", "l'État": no name of its own. */
function isBareGovernment({ name, modifiers }: Known): boolean {
  const [word = ""] = name.words;
  if (name.name !== null) return name.words.length === 1 && GOVERNMENT_HEADS.has(word);
  return GOVERNMENT_HEADS.has(name.headLemma) && modifiers.every((w) => BARE_WORDS.has(w));
}

/** The state of the person whose government it is ("le régime de Bachar al-Assad", "the Karzai government"); -1 where unknown. */
function stateOfRuler(item: Known, items: readonly Known[]): number {
  const words = item.name.words.filter((w) => !GOVERNMENT_HEADS.has(w)).map((w) => w.replace(/'s$/u, ""));
  if (words.length === item.name.words.length || words.length === 0) return -1;
  const ruler = items.find(
    ({ type, name, known }) => type === "person" && known !== null && name.words.at(-1) === words.at(-1),
  );
  const country = ruler?.known?.country ?? null;
  return country === null ? -1 : items.findIndex(({ type, known }) => type === "state" && known?.country === country);
}

/** "le gouvernement" without a name: the state that the article speaks of most; one known by its ruler: the ruler's state. */
export function joinBareGovernments(sets: DisjointSets, items: readonly Known[]): void {
  const main = mainState(items);
  items.forEach((item, k) => {
    if (item.type !== "state" || item.known !== null || item.mention.form === "pronoun") return;
    const state = isBareGovernment(item) ? main : stateOfRuler(item, items);
    if (state >= 0) sets.join(state, k);
  });
}

/** The noun by which a nominal stands for what was named: its head, or the country in "le nord du pays". */
function roleNoun({ name }: Known): string {
  const last = name.words.at(-1) ?? "";
  return DIRECTIONS.has(name.headLemma) && COUNTRY_NOUNS.has(last) ? last : name.headLemma;
}

/** "le mouvement", "le groupe terroriste", "le président": back to the name of its type in the sentences just before. */
export function joinRoleNouns(sets: DisjointSets, items: readonly Known[]): void {
  items.forEach((item, k) => {
    const { name, type, mention } = item;
    if (name.name !== null || name.indefinite || name.number === "Plur" || mention.form !== "nominal") return;
    const noun = roleNoun(item);
    if (!name.definite && noun === name.headLemma) return;
    if (!(ROLE_NOUNS[type] ?? []).includes(noun)) return;
    const isPlain = item.modifiers.every((w) => w === noun || GENERIC.has(w) || DIRECTIONS.has(w) || STATE_KEY.test(w));
    if (type === "person" ? name.words.length > 1 : !isPlain) return;
    const before = items.flatMap((other, q) => {
      const isBefore = other.mention.start < mention.start && other.mention.form === "name" && other.name.name !== null;
      return isBefore && other.type === type ? [q] : [];
    });
    const near = before.filter((q) => mention.sentence - (items[q]?.mention.sentence ?? 0) <= ROLE_SENTENCES_BACK);
    const found = only(sets, near.length > 0 || type === "person" ? near : before);
    if (found !== null) sets.join(found, k);
  });
}

/** "ces groupes", "those militias": back to the several that were spoken of last, by a pronoun too. */
export function joinDemonstratives(sets: DisjointSets, items: readonly Known[], sentences: readonly Sentence[]): void {
  const isSeveral = ({ name, type, mention }: Known) =>
    name.number === "Plur" && KIND_OF_TYPE[type] === "Group" && mention.form !== "adjective";
  items.forEach((item, k) => {
    const { mention, name } = item;
    const isPointing = sentences[mention.sentence]?.tokens.some(
      (t) => t.head === mention.head && DEMONSTRATIVE.has(t.text.toLowerCase()),
    );
    if (!isSeveral(item) || isPointing !== true || !GROUPS.has(name.headLemma) || name.words.length > 2) return;
    // Their own noun may have said already who they are.
    if (items.some((other, q) => other.mention.end <= mention.start && sets.find(q) === sets.find(k))) return;
    const before = items.flatMap((other, q) => {
      const isNear = mention.sentence - other.mention.sentence <= GROUPS_SENTENCES_BACK;
      const isBefore = other.mention.end <= mention.start;
      return isNear && isBefore && isSeveral(other) && typesMeet(other.type, item.type) ? [q] : [];
    });
    // One of its very type stands before the last of another.
    const rank = (q: number) => (items[q]?.type === item.type ? 1e9 : 0) + (items[q]?.mention.start ?? 0);
    const [last] = before.toSorted((a, b) => rank(b) - rank(a));
    if (last !== undefined) sets.join(last, k);
  });
}

/**
 * Sieves of chains that go by common nouns: appositions, titles, a nominal that says the same again, one head with what
 * distinguishes it, parts of a building. find-chains.ts has the order of all sieves.
 */
import type { DisjointSets } from "../../graph/disjoint-sets.js";
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import { type Known, only, typesMeet } from "./known-mention.js";
import { foldName } from "./name-keys.js";

/** Nouns for a piece of a building, folded. */
export const PARTS: ReadonlySet<string> = new Set(CHAINS.parts.map(foldName));
/** Sentences below the title that tell again what it tells. */
const LEAD_SENTENCES = 3;
/** Types of which an article speaks by a common noun and what distinguishes it: "l'ambassade", "the base". */
const COMMON_HEAD_TYPES: ReadonlySet<NodeType> = new Set([
  "facility",
  "region",
  "water",
  "military",
  "government_body",
  "armed_group",
  "company",
  "ngo",
  "igo",
  "party",
  "media",
  "religious",
]);

/** "Mark Esper, le chef du Pentagone": a nominal in apposition to a name of its type. */
export function joinAppositions(sets: DisjointSets, items: readonly Known[], sentences: readonly Sentence[]): void {
  items.forEach((item, k) => {
    if (item.mention.form === "adjective") return;
    const sentence = sentences[item.mention.sentence];
    const head = sentence?.tokens[item.mention.head];
    if (sentence === undefined || head === undefined || !/^(?:appos|flat)/u.test(head.relation)) return;
    const q = items.findIndex(
      (other) => other.mention.sentence === item.mention.sentence && other.mention.head === head.head,
    );
    const other = items[q];
    if (other === undefined || other.type !== item.type) return;
    if (item.name.name !== null && other.name.name !== null) return;
    if (item.name.indefinite && other.name.indefinite) return;
    sets.join(q, k);
  });
}

/** "UN envoy Ingrid Solheim": a title read as a mention of its own within the name that it is of, or right before it. */
export function joinTitlesWithin(sets: DisjointSets, items: readonly Known[], sentences: readonly Sentence[]): void {
  items.forEach((item, k) => {
    const { mention } = item;
    if (item.type !== "person" || item.name.name !== null) return;
    const tokens = sentences[mention.sentence]?.tokens ?? [];
    const head = tokens[mention.head];
    const isMarked = tokens.some((t) => t.head === mention.head && t.relation === "case");
    if (head === undefined || isMarked || !/^(?:nmod|compound|flat|appos)/u.test(head.relation)) return;
    const whole = items.findIndex(
      ({ type, name, mention: m }) =>
        type === "person" &&
        name.name !== null &&
        m.sentence === mention.sentence &&
        m.head === head.head &&
        ((m.first <= mention.first && mention.last <= m.last) || mention.last === m.first),
    );
    if (whole >= 0) sets.join(whole, k);
  });
}

/** A lower-case nominal that says the same again: "des manifestants … les manifestants". */
export function joinRepeatedNominals(sets: DisjointSets, items: readonly Known[]): void {
  items.forEach((item, k) => {
    if (item.name.name !== null || item.known !== null || item.name.indefinite || item.mention.form !== "nominal")
      return;
    for (let q = k - 1; q >= 0; q--) {
      const other = items[q];
      if (other === undefined || other.name.name !== null || other.mention.form !== "nominal") continue;
      if (other.name.headLemma !== item.name.headLemma) continue;
      // In the very same words the type may have been read otherwise.
      const isSame = other.name.key === item.name.key && typesMeet(other.type, item.type);
      if (other.type !== item.type && !isSame) continue;
      if (other.name.number !== item.name.number) continue;
      const shorter = item.name.words.every((w) => other.name.words.includes(w));
      if (other.name.key !== item.name.key && !(item.name.definite && shorter)) continue;
      sets.join(q, k);
      return;
    }
  });
}

/** "Six humanitaires tués" above, "Six humanitaires ont été tués" below: the lead tells of those of the title. */
export function joinTitleNominals(
  sets: DisjointSets,
  items: readonly Known[],
  sentences: readonly Sentence[],
  text: string,
): void {
  const ofTitle = new Map<string, number>();
  items.forEach(({ mention, type }, k) => {
    if (mention.form === "pronoun" || mention.form === "adjective") return;
    const key = `${type} ${foldName(text.slice(mention.start, mention.end))}`;
    if (sentences[mention.sentence]?.zone === "title") {
      if (!ofTitle.has(key)) ofTitle.set(key, k);
      return;
    }
    const above = ofTitle.get(key);
    const title = above === undefined ? undefined : items[above]?.mention;
    if (above !== undefined && title !== undefined && mention.sentence - title.sentence <= LEAD_SENTENCES)
      sets.join(above, k);
  });
}

const isCommon = ({ name, type }: Known): boolean =>
  !name.headIsName && !name.indefinite && COMMON_HEAD_TYPES.has(type);

/** "l'ambassade" and "l'ambassade américaine à Bagdad": one head, and nothing said of the one that differs. */
export function joinCommonHeads(sets: DisjointSets, items: readonly Known[]): void {
  // Equal modifiers first: the same thing said twice.
  const first = new Map<string, number>();
  items.forEach((item, k) => {
    if (!isCommon(item) || item.modifiers.length === 0) return;
    const key = [item.type, item.name.headLemma, item.name.number, ...[...item.modifiers].sort()].join(" ");
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, k);
    else sets.join(earlier, k);
  });
  // Then the shorter to the one longer that says all that it says, from the most told to the least.
  const order = items
    .map((_, k) => k)
    .sort((a, b) => (items[b]?.modifiers.length ?? 0) - (items[a]?.modifiers.length ?? 0) || a - b);
  for (const k of order) {
    const item = items[k];
    if (item === undefined || !isCommon(item)) continue;
    if (item.mention.form !== "name" && item.mention.form !== "nominal") continue;
    const candidates = items.flatMap((other, q) => {
      const same =
        q !== k &&
        other.name.headLemma === item.name.headLemma &&
        other.name.number === item.name.number &&
        !other.name.headIsName &&
        typesMeet(other.type, item.type) &&
        other.modifiers.length > item.modifiers.length;
      return same && item.modifiers.every((w) => other.modifiers.includes(w)) ? [q] : [];
    });
    const found = only(sets, candidates);
    if (found !== null) sets.join(found, k);
  }
}

/** "le complexe de l'ambassade": a piece of a building is the building. */
export function joinParts(sets: DisjointSets, items: readonly Known[]): void {
  items.forEach((item, k) => {
    if (!PARTS.has(item.name.headLemma) || KIND_OF_TYPE[item.type] !== "Place") return;
    const inner = items.findIndex(
      (other, q) =>
        q !== k &&
        other.type === "facility" &&
        other.mention.sentence === item.mention.sentence &&
        other.mention.first > item.mention.head &&
        other.mention.last <= item.mention.last,
    );
    if (inner >= 0) {
      sets.join(inner, k);
      return;
    }
    // The building was not read within: the one that the article knows by that noun and all that is said of it here.
    const whole = items.flatMap((other, q) => {
      const isKnown = other.type === "facility" && !other.name.headIsName && !PARTS.has(other.name.headLemma);
      const words = item.modifiers.filter((w) => w !== other.name.headLemma);
      const isSame = item.modifiers.length > words.length && words.every((w) => other.modifiers.includes(w));
      return q !== k && isKnown && isSame ? [q] : [];
    });
    const found = only(sets, whole);
    if (found !== null) sets.join(found, k);
  });
}

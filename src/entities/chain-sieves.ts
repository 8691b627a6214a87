/**
 * Sieves that join mentions of one referent, from sure to less sure. Each joins what earlier ones left apart; kinds
 * never mix, for types that do not meet are not joined. find-chains.ts has their order.
 */
import type { DisjointSets } from "../../graph/disjoint-sets.js";
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import GOVERNMENTS from "./governments.json" with { type: "json" };
import type { KnownName } from "./known-name.js";
import type { MentionName } from "./mention-name.js";
import { foldName, initialsOf } from "./name-keys.js";

const PARTS = new Set(CHAINS.parts.map(foldName));
const GOVERNMENT_HEADS = new Set(GOVERNMENTS.heads.map(foldName));
const ROLE_NOUNS: Readonly<Record<string, readonly string[]>> = CHAINS.role_nouns;
const LOOSE_TYPES: readonly ReadonlySet<NodeType>[] = [
  new Set(["armed_group", "military", "party", "crowd"]),
  new Set(["government_body", "igo", "ngo", "media", "company", "party", "religious"]),
  new Set(["country", "region", "city", "facility", "water"]),
];
const ROLE_SENTENCES_BACK = 2;
/** Sentences below the title that tell again what it tells. */
const LEAD_SENTENCES = 3;
/** Types of which an article speaks by a common noun and what distinguishes it: "l'ambassade", "the base". */
const COMMON_HEAD_TYPES: ReadonlySet<NodeType> = new Set(["facility", "military", "government_body", "armed_group"]);

/** Types that one thing may be given by different mentions. */
function typesMeet(a: NodeType, b: NodeType): boolean {
  return a === b || LOOSE_TYPES.some((set) => set.has(a) && set.has(b));
}

export interface Known {
  /** Words that tell the referent from others of its head: names of states as keys, the head and small words left out. */
  readonly modifiers: readonly string[];
  readonly isDemonym: boolean;
  readonly mention: Mention;
  readonly name: MentionName;
  readonly known: KnownName | null;
  /** Type after the register's word. */
  readonly type: NodeType;
}

/** The only element that passes, or null where none or several (of different sets) do. */
function only(sets: DisjointSets, candidates: readonly number[]): number | null {
  const roots = new Set(candidates.map((k) => sets.find(k)));
  return roots.size === 1 ? (candidates[0] ?? null) : null;
}

export function joinSameNames(sets: DisjointSets, items: readonly Known[]): void {
  const first = new Map<string, number>();
  items.forEach((item, k) => {
    const kind = KIND_OF_TYPE[item.type];
    const keys = [
      ...(item.known === null ? [] : [`register ${kind} ${item.known.key}`]),
      ...(item.name.name === null || item.name.key === "" ? [] : [`name ${kind} ${item.name.key}`]),
    ];
    for (const key of keys) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, k);
      else if (typesMeet(items[earlier]?.type ?? item.type, item.type)) sets.join(earlier, k);
    }
  });
}

/** "Front du Djebel Marra (FDM)": an acronym right after its name, or made of its initials. */
export function joinAcronyms(sets: DisjointSets, items: readonly Known[], text: string): void {
  items.forEach((item, k) => {
    const name = item.name.name;
    if (name === null || !/^[\p{Lu}\d.-]{2,10}s?$/u.test(name)) return;
    const letters = foldName(name).replace(/[^\p{L}]/gu, "");
    const candidates = items.flatMap((other, q) => {
      if (q === k || other.name.name === null || other.name.words.length < 2 || !typesMeet(other.type, item.type))
        return [];
      const between = text.slice(other.mention.end, item.mention.start);
      const bracketed = other.mention.end <= item.mention.start && /^\s*\($/u.test(between);
      return bracketed || initialsOf(other.name.name) === letters ? [q] : [];
    });
    const found = only(sets, candidates);
    if (found !== null) sets.join(found, k);
  });
}

/** "Trump" after "Donald Trump", "les Brigades" after "Brigades du Hezbollah": where one fuller name alone fits. */
export function joinPartialNames(sets: DisjointSets, items: readonly Known[]): void {
  items.forEach((item, k) => {
    if (item.name.name === null || item.known !== null || item.mention.form !== "name") return;
    const { words } = item.name;
    const isPerson = item.type === "person";
    if (isPerson ? words.length > 2 : words.length > 3) return;
    const candidates = items.flatMap((other, q) => {
      if (other.name.name === null || other.name.words.length <= words.length || !typesMeet(other.type, item.type))
        return [];
      const longer = other.name.words;
      const tail = words.every((w, n) => longer[longer.length - words.length + n] === w);
      const front = words.every((w, n) => longer[n] === w);
      if (isPerson) return tail || (front && words.length === 1) ? [q] : [];
      return KIND_OF_TYPE[item.type] === "Group" && (front || (tail && words.length > 1)) ? [q] : [];
    });
    const tailFirst = isPerson ? candidates.filter((q) => items[q]?.name.words.at(-1) === words.at(-1)) : candidates;
    const found = only(sets, tailFirst.length > 0 ? tailFirst : candidates);
    if (found !== null) sets.join(found, k);
  });
}

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

/** "UN envoy Ingrid Solheim": a title read as a mention of its own within the name that it is of. */
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
        m.first <= mention.first &&
        mention.last <= m.last,
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
      if (other.name.headLemma !== item.name.headLemma || other.type !== item.type) continue;
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
    if (inner >= 0) sets.join(inner, k);
  });
}

/** "le gouvernement" without a name: the state that the article speaks of most. */
export function joinBareGovernments(sets: DisjointSets, items: readonly Known[]): void {
  const counts = new Map<string, { count: number; first: number }>();
  items.forEach((item, k) => {
    if (item.known === null || (item.type !== "state" && item.type !== "country")) return;
    const entry = counts.get(item.known.key) ?? { count: 0, first: -1 };
    counts.set(item.known.key, {
      count: entry.count + 1,
      first: entry.first < 0 && item.type === "state" ? k : entry.first,
    });
  });
  const main = [...counts.values()]
    .filter((c) => c.first >= 0)
    .sort((a, b) => b.count - a.count || a.first - b.first)[0];
  if (main === undefined) return;
  items.forEach((item, k) => {
    if (
      item.type === "state" &&
      item.name.name === null &&
      item.known === null &&
      GOVERNMENT_HEADS.has(item.name.headLemma) &&
      item.modifiers.length === 0
    ) {
      sets.join(main.first, k);
    }
  });
}

/** "le mouvement", "le président": back to the one name of its type in the sentences just before. */
export function joinRoleNouns(sets: DisjointSets, items: readonly Known[]): void {
  items.forEach((item, k) => {
    if (item.name.name !== null || !item.name.definite || item.name.indefinite || item.name.number === "Plur") return;
    if (!(ROLE_NOUNS[item.type] ?? []).includes(item.name.headLemma) || item.name.words.length > 1) return;
    const before = items.flatMap((other, q) => {
      const back = item.mention.sentence - other.mention.sentence;
      const near = back >= 0 && back <= ROLE_SENTENCES_BACK && other.mention.start < item.mention.start;
      return near && other.type === item.type && other.name.name !== null && other.mention.form === "name" ? [q] : [];
    });
    const found = only(sets, before);
    if (found !== null) sets.join(found, k);
  });
}

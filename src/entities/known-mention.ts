/** A mention of an article with what its name and the registers tell of it, and the questions that all sieves of chains ask. */
import type { DisjointSets } from "../../graph/disjoint-sets.js";
import type { NodeType } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { KnownName } from "./known-name.js";
import type { MentionName } from "./mention-name.js";

const LOOSE_TYPES: readonly ReadonlySet<NodeType>[] = [
  new Set(["armed_group", "military", "party", "crowd"]),
  new Set(["government_body", "igo", "ngo", "media", "company", "party", "religious"]),
  new Set(["country", "region", "city", "facility", "water"]),
];

/** Types that one thing may be given by different mentions. */
export function typesMeet(a: NodeType, b: NodeType): boolean {
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
export function only(sets: DisjointSets, candidates: readonly number[]): number | null {
  const roots = new Set(candidates.map((k) => sets.find(k)));
  return roots.size === 1 ? (candidates[0] ?? null) : null;
}

/**
 * State or place: a country's name is its state where it acts and its ground where things happen. A mention that the
 * relation needs on the other side is given a twin of the other type over the same words.
 */
import { KIND_OF_TYPE, type NodeType } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Mention } from "../../model/mention.js";
import { mayStand } from "./candidate.js";

const OTHER_SIDE: Partial<Record<NodeType, NodeType>> = { country: "state", state: "country" };

/** Whether the type stands here by itself, not by its other side. */
function standsItself(claim: ReadClaim, end: 0 | 1, type: NodeType): boolean {
  const other = OTHER_SIDE[type];
  if (other === undefined) return true;
  // The other side may stand wherever this one may not: ask for a type of this kind that has no other side.
  return mayStand(claim.relation, end, KIND_OF_TYPE[type] === "Place" ? "city" : "person");
}

export function takeSides(
  mentions: readonly Mention[],
  claims: readonly ReadClaim[],
): { readonly mentions: readonly Mention[]; readonly claims: readonly ReadClaim[] } {
  const all = [...mentions];
  const twins = new Map<number, number>();
  const sideOf = (claim: ReadClaim, end: 0 | 1, index: number | null): number | null => {
    const mention = index === null ? undefined : mentions[index];
    if (index === null || mention === undefined || standsItself(claim, end, mention.type)) return index;
    const known = twins.get(index);
    if (known !== undefined) return known;
    all.push({ ...mention, type: OTHER_SIDE[mention.type] ?? mention.type });
    twins.set(index, all.length - 1);
    return all.length - 1;
  };
  const sided = claims.map((claim) => ({
    ...claim,
    source: sideOf(claim, 0, claim.source),
    target: sideOf(claim, 1, claim.target) ?? claim.target,
  }));
  // A mention that only its twin uses was misjudged: it takes the twin's place.
  const used = new Set(sided.flatMap((c) => [c.source, c.target]));
  const retyped = all.slice(0, mentions.length).map((m, k) => {
    const twin = twins.get(k);
    return twin !== undefined && !used.has(k) ? { ...m, type: all[twin]?.type ?? m.type } : m;
  });
  return { mentions: [...retyped, ...all.slice(mentions.length)], claims: sided };
}

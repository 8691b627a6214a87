/**
 * One word says one thing: where the reader takes a trigger for several relations of speech between the same two, or for
 * one relation in both directions, the most probable stands.
 */
import { type Relation, SYMMETRIC } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";

/** Relations of speech: one verb is one of them. */
const SPEECH: ReadonlySet<Relation> = new Set([
  "ACCUSED",
  "CONDEMNED",
  "CALLED_ON",
  "REJECTED",
  "WARNED",
  "THREATENED",
  "BACKED",
]);

export function dropRivalClaims(claims: readonly ReadClaim[]): ReadClaim[] {
  const loses = (a: ReadClaim, b: ReadClaim): boolean => {
    if (a === b || a.trigger !== b.trigger || b.probability <= a.probability) return false;
    const isReverse = a.source === b.target && a.target === b.source;
    if (isReverse && a.relation === b.relation) return !SYMMETRIC.has(a.relation);
    const isSame = a.source === b.source && a.target === b.target;
    return (isSame || isReverse) && SPEECH.has(a.relation) && SPEECH.has(b.relation) && a.relation !== b.relation;
  };
  return claims.filter((a) => !claims.some((b) => loses(a, b)));
}

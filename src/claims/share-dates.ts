/**
 * One act, one day: acts of violence that a sentence tells together ("tués dans un attentat perpétré mardi") share the
 * day that it gives one of them, where it gives just one.
 */
import { CLASS_OF_STATUS, VIOLENCE, type When } from "../../graph/model.js";
import type { QualifiedClaim } from "./qualify-claims.js";

export function shareDates(claims: readonly QualifiedClaim[]): QualifiedClaim[] {
  const days = new Map<string, Map<string, When>>();
  const key = (c: QualifiedClaim) => `${c.sentence} ${CLASS_OF_STATUS[c.status]}`;
  for (const claim of claims) {
    if (claim.when === null || !VIOLENCE.has(claim.relation)) continue;
    const known = days.get(key(claim)) ?? new Map<string, When>();
    known.set(`${claim.when.from} ${claim.when.to}`, claim.when);
    days.set(key(claim), known);
  }
  return claims.map((claim) => {
    const known = claim.when === null && VIOLENCE.has(claim.relation) ? days.get(key(claim)) : undefined;
    const [only] = known?.size === 1 ? known.values() : [];
    return only === undefined ? claim : { ...claim, when: only };
  });
}

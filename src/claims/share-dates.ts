/**
 * One act, one day: acts of violence that a sentence tells together ("tués dans un attentat perpétré mardi") share the
 * day that it gives one of them, where it gives just one and none is told as earlier or later ("après des frappes").
 */
import { CLASS_OF_STATUS, VIOLENCE, type When } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import type { QualifiedClaim } from "./qualify-claims.js";
import { isAtOtherTime } from "./time.js";

export function shareDates(sentences: readonly Sentence[], claims: readonly QualifiedClaim[]): QualifiedClaim[] {
  const days = new Map<string, Map<string, When>>();
  const key = (c: QualifiedClaim) => `${c.sentence} ${CLASS_OF_STATUS[c.status]}`;
  for (const claim of claims) {
    if (claim.when === null || !VIOLENCE.has(claim.relation)) continue;
    const known = days.get(key(claim)) ?? new Map<string, When>();
    known.set(`${claim.when.from} ${claim.when.to}`, claim.when);
    days.set(key(claim), known);
  }
  return claims.map((claim) => {
    const sentence = sentences[claim.sentence];
    const isOpen = claim.when === null && VIOLENCE.has(claim.relation);
    if (!isOpen || (sentence !== undefined && isAtOtherTime(sentence, claim.trigger))) return claim;
    const known = days.get(key(claim));
    const [only] = known?.size === 1 ? known.values() : [];
    return only === undefined ? claim : { ...claim, when: only };
  });
}

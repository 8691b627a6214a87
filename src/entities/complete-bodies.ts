/**
 * The country of bodies and forces that an article says to be part of one state ("la police malienne"): it tells them
 * from those of other states that bear the same name.
 */
import type { ReadEvidence } from "../model/claim.js";
import type { Referent } from "../model/entity.js";

export function completeBodies(referents: readonly Referent[], evidence: readonly ReadEvidence[]): Referent[] {
  const countries = new Map<number, Set<string>>();
  for (const { relation, source, target, status } of evidence) {
    const country = referents[target]?.type === "state" ? referents[target]?.country : null;
    if (relation !== "PART_OF" || source === null || country === null || country === undefined || status !== "asserted")
      continue;
    countries.set(source, (countries.get(source) ?? new Set()).add(country));
  }
  return referents.map((referent, k) => {
    const [only] = countries.get(k)?.size === 1 ? (countries.get(k) ?? []) : [];
    return referent.country === null && only !== undefined ? { ...referent, country: only } : referent;
  });
}

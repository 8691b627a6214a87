/**
 * Ties of structure to something without a name ("hubs de la région", "membres de ces milices") say nothing that a
 * reader could look up, no more than the country of somebody without a name ("un gendarme malien") does: they are left
 * out. Acts keep their unnamed sides. Nobody is a member of a place.
 */
import type { Relation } from "../../graph/model.js";
import type { ReadEvidence } from "../model/claim.js";
import type { Referent } from "../model/entity.js";

const TIES: ReadonlySet<Relation> = new Set(["LOCATED_IN", "PART_OF", "MEMBER_OF"]);

export function dropLooseTies(evidence: readonly ReadEvidence[], referents: readonly Referent[]): ReadEvidence[] {
  return evidence.filter((e) => {
    if (!TIES.has(e.relation)) return true;
    const target = referents[e.target];
    if (target?.named !== true) return false;
    if (e.relation !== "MEMBER_OF") return true;
    const isUnnamed = e.source !== null && referents[e.source]?.named === false;
    return target.kind !== "Place" && !(isUnnamed && target.type === "state");
  });
}

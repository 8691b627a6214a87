/**
 * Ties of structure to something without a name ("hubs de la région", "membres de ces milices") say nothing that a
 * reader could look up: they are left out. Acts keep their unnamed sides.
 */
import type { Relation } from "../../graph/model.js";
import type { ReadEvidence } from "../model/claim.js";
import type { Referent } from "../model/entity.js";

const TIES: ReadonlySet<Relation> = new Set(["LOCATED_IN", "PART_OF", "MEMBER_OF"]);

export function dropLooseTies(evidence: readonly ReadEvidence[], referents: readonly Referent[]): ReadEvidence[] {
  return evidence.filter((e) => !TIES.has(e.relation) || referents[e.target]?.named === true);
}

/**
 * The open agent gives way to a named one: where the sentence tells who did the same thing to the same target, the
 * claim "somebody did" says nothing more (claims.md, section 1).
 */
import { CLASS_OF_STATUS } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";

export function dropOpenAgents(claims: readonly ReadClaim[]): ReadClaim[] {
  const told = new Set(
    claims.filter((c) => c.source !== null).map((c) => `${c.relation} ${c.target} ${CLASS_OF_STATUS[c.status]}`),
  );
  return claims.filter((c) => c.source !== null || !told.has(`${c.relation} ${c.target} ${CLASS_OF_STATUS[c.status]}`));
}

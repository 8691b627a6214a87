/**
 * The agent that the sentence makes plain: death, injury or damage by the open agent takes the one that the same
 * sentence names for an act of violence, where there is just one ("an attack by gunmen left six dead"; claims.md,
 * section 1).
 */
import { CLASS_OF_STATUS, type Relation, VIOLENCE } from "../../graph/model.js";
import type { ReadClaim } from "../model/claim.js";

const CONSEQUENCES: ReadonlySet<Relation> = new Set(["KILLED", "WOUNDED", "DAMAGED"]);

export function lendAgents<C extends ReadClaim>(claims: readonly C[]): C[] {
  const agents = new Map<string, Map<number, C>>();
  const key = (c: C) => `${c.sentence} ${CLASS_OF_STATUS[c.status]}`;
  for (const claim of claims) {
    if (claim.source === null || !VIOLENCE.has(claim.relation) || claim.relation === "CLASHED_WITH") continue;
    const known = agents.get(key(claim)) ?? new Map<number, C>();
    known.set(claim.source, claim);
    agents.set(key(claim), known);
  }
  return claims.map((claim) => {
    if (claim.source !== null || !CONSEQUENCES.has(claim.relation)) return claim;
    const known = agents.get(key(claim));
    const [only] = known?.size === 1 ? known.keys() : [];
    return only === undefined || only === claim.target
      ? claim
      : { ...claim, source: only, rule: `${claim.rule}+agent` };
  });
}

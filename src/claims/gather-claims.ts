/** Evidence to claims: one for each source, relation, target, class and event. */
import type { BareClaim } from "../../graph/derive.js";
import { claimId } from "../../graph/ids.js";
import { CLASS_OF_STATUS, type Evidence, type Relation } from "../../graph/model.js";
import { byId, compareLists, evidenceOrder } from "../../graph/order.js";

/** Evidence with the ends (node ids) and event that it speaks of. */
export interface PlacedEvidence {
  readonly source: string;
  readonly relation: Relation;
  readonly target: string;
  readonly event: string | null;
  readonly evidence: Evidence;
}

/** Sorted by id; evidence that says all the same is kept once. */
export function gatherClaims(placed: readonly PlacedEvidence[]): BareClaim[] {
  const claims = new Map<string, BareClaim & { readonly evidence: Evidence[] }>();
  const seen = new Set<string>();
  for (const { source, relation, target, event, evidence } of placed) {
    const cls = CLASS_OF_STATUS[evidence.status];
    const id = claimId(source, relation, target, cls, event);
    const key = `${id} ${JSON.stringify(evidence)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = claims.get(id);
    if (known === undefined) claims.set(id, { id, source, relation, target, class: cls, event, evidence: [evidence] });
    else known.evidence.push(evidence);
  }
  for (const { evidence } of claims.values()) evidence.sort((a, b) => compareLists(evidenceOrder(a), evidenceOrder(b)));
  return [...claims.values()].sort(byId);
}

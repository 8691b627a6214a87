/** Evidence gathered into claims: one claim when source, relation, target, class and event agree. */
import { canonicalEvidence } from "../../graph/canonical.js";
import type { ClaimCore } from "../../graph/derive.js";
import { claimId } from "../../graph/ids.js";
import { CLASS_OF_STATUS, type Evidence, type Relation, SYMMETRIC } from "../../graph/model.js";
import { compareCodePoints, compareEvidence, compareIds } from "../../graph/order.js";

/** Evidence with the ids of its ends and its event (null for standing relations). */
export interface PlacedEvidence {
  readonly source: string;
  readonly relation: Relation;
  readonly target: string;
  readonly event: string | null;
  readonly evidence: Evidence;
}

/** A symmetric relation has the smaller id as source. */
function directed(placed: PlacedEvidence): PlacedEvidence {
  const { source, relation, target, evidence } = placed;
  if (!SYMMETRIC.has(relation) || compareCodePoints(source, target) <= 0) return placed;
  const { sourceSpan, targetSpan } = evidence;
  return {
    ...placed,
    source: target,
    target: source,
    evidence: { ...evidence, sourceSpan: targetSpan, targetSpan: sourceSpan },
  };
}

/** Evidence in the order of the graph; what is equal in all is kept once. */
export function sortEvidence(evidence: readonly Evidence[]): Evidence[] {
  const distinct = new Map(evidence.map(canonicalEvidence).map((item) => [JSON.stringify(item), item]));
  return [...distinct.values()].sort(compareEvidence);
}

/** Claims without their derived values, sorted by id. */
export function gatherClaims(placed: readonly PlacedEvidence[]): ClaimCore[] {
  const claims = new Map<string, Omit<ClaimCore, "evidence"> & { readonly evidence: Evidence[] }>();
  for (const item of placed) {
    const { source, relation, target, event, evidence } = directed(item);
    const said = { source, relation, target, class: CLASS_OF_STATUS[evidence.status], event };
    const id = claimId(said);
    const claim = claims.get(id);
    if (claim === undefined) claims.set(id, { id, ...said, evidence: [evidence] });
    else claim.evidence.push(evidence);
  }
  return [...claims.values()].map((c) => ({ ...c, evidence: sortEvidence(c.evidence) })).sort(compareIds);
}

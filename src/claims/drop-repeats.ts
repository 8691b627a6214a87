/**
 * One sentence says one thing once: where a referent stands in it by two names ("Front de libération du Tamesna (FLT)"),
 * the pair of mentions nearest to the trigger is the evidence.
 */
import type { Span } from "../../graph/model.js";
import type { ReadEvidence } from "../model/claim.js";

const distance = (a: Span | null, b: Span): number => (a === null ? 0 : Math.abs(a[0] - b[0]));
const spread = (e: ReadEvidence): number => distance(e.sourceSpan, e.trigger) + distance(e.targetSpan, e.trigger);

export function dropRepeats(evidence: readonly ReadEvidence[]): ReadEvidence[] {
  const nearest = new Map<string, ReadEvidence>();
  const keyOf = (e: ReadEvidence) => `${e.sentence} ${e.source} ${e.relation} ${e.target} ${e.status}`;
  for (const e of evidence) {
    const known = nearest.get(keyOf(e));
    if (known === undefined || spread(e) < spread(known)) nearest.set(keyOf(e), e);
  }
  return evidence.filter((e) => nearest.get(keyOf(e)) === e);
}

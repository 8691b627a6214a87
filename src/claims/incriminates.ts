/**
 * Who says of others that they sponsor a force accuses them (claims.md, section 3): told as reported where a party says it, it is alleged. An
 * organisation, a newspaper or an expert that says so reports, who speaks of himself admits, and what is presupposed ("les milices soutenues par
 * …") stays as it is.
 */
import type { NodeType, Status } from "../../graph/model.js";
import type { ReadClaim } from "../model/claim.js";
import type { Sentence } from "../model/text.js";

/** Who has a side. */
const PARTIES: ReadonlySet<NodeType> = new Set([
  "person",
  "state",
  "government_body",
  "party",
  "armed_group",
  "military",
]);

/** @param speaker type of the mention that says so, and whether it is the claim's own source */
export function incriminates(
  { tokens }: Sentence,
  claim: ReadClaim,
  status: Status,
  speaker: { readonly type: NodeType; readonly isSource: boolean } | null,
): boolean {
  if (claim.relation !== "SPONSORS" || status !== "reported" || speaker === null || speaker.isSource) return false;
  const trigger = tokens[claim.trigger];
  const isTold = trigger?.upos === "VERB" && !/^(?:acl$|amod)/u.test(trigger.relation);
  return isTold && PARTIES.has(speaker.type);
}

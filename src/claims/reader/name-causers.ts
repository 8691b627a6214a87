/**
 * Causatives: "The governor had three officers arrested": the sentence names who had it done, though the participle's own agent is open.
 * A person has people killed and villages burned; a force or a state that "had three soldiers killed" has lost them.
 */
import type { Relation } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf } from "../syntax.js";
import { type Candidate, mayStand } from "./candidate.js";
import { causationOf } from "./causation.js";

/** What one suffers as well as has done: of these a person alone is the causer. */
const SUFFERED: ReadonlySet<Relation> = new Set([
  "KILLED",
  "WOUNDED",
  "ATTACKED",
  "STRUCK",
  "DAMAGED",
  "ABDUCTED",
  "SEIZED",
]);

/** The claims of a sentence, those under a causative verb told of who has it done, or of the open agent where it was suffered. */
export function nameCausers(
  sentence: Sentence,
  candidates: readonly Candidate[],
  claims: readonly ReadClaim[],
): ReadClaim[] {
  const headOf = new Map(candidates.map((c) => [c.mention, c.position - 1]));
  return claims.map((claim) => {
    const { causer: head } = causationOf(sentence, claim.trigger);
    const causer = candidates.find((c) => head >= 0 && c.position === head + 1);
    if (causer === undefined || causer.mention === claim.target || !mayStand(claim.relation, 0, causer.type))
      return claim;
    const isSuffered = SUFFERED.has(claim.relation) && causer.type !== "person";
    if (claim.source === causer.mention) return isSuffered ? { ...claim, source: null } : claim;
    // "a fait expulser l'ambassadeur du | Rwanda": what stands within the target did nothing to it.
    const [source, target] = [headOf.get(claim.source ?? -1) ?? -1, headOf.get(claim.target) ?? -1];
    const isOpen = claim.source === null || ancestorsOf(sentence, source).includes(target);
    return isOpen && !isSuffered ? { ...claim, source: causer.mention } : claim;
  });
}

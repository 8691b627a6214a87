/**
 * Causatives: "The governor had three officers arrested": the sentence names who had it done, though the participle's own agent is open.
 * A person has people killed and villages burned; a force or a state that "had three soldiers killed" has lost them.
 */
import type { Relation } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal, lemmaAt, relationOf, subjectOf } from "../syntax.js";
import { type Candidate, mayStand } from "./candidate.js";
import ROLES from "./roles.json" with { type: "json" };

const CAUSATIVE = new Set(ROLES.causative);
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

/** Token index of who has it done; -1 where no causative verb stands above the participle. */
export function causerOf(sentence: Sentence, participle: number): number {
  const token = sentence.tokens[participle];
  const isParticiple = token?.feats.VerbForm === "Part" && token.feats.Tense !== "Pres";
  if (token === undefined || !(isParticiple || token.feats.VerbForm === "Inf")) return -1;
  // Below the verb, or below its object: the trees have both.
  const isBelowObject = /^acl/u.test(token.relation) && relationOf(sentence, token.head) === "obj";
  const verb = isBelowObject
    ? (sentence.tokens[token.head]?.head ?? -1)
    : /^(?:xcomp|ccomp)/u.test(token.relation)
      ? token.head
      : -1;
  if (!isVerbal(sentence.tokens[verb]) || !CAUSATIVE.has(lemmaAt(sentence, verb))) return -1;
  const hasOwnAgent = childrenOf(sentence, participle).some((k) => relationOf(sentence, k) === "obl:agent");
  return hasOwnAgent ? -1 : subjectOf(sentence, verb);
}

/** The claims of a sentence, those of the open agent whose causer the sentence names told of the causer. */
export function nameCausers(
  sentence: Sentence,
  candidates: readonly Candidate[],
  claims: readonly ReadClaim[],
): ReadClaim[] {
  const headOf = new Map(candidates.map((c) => [c.mention, c.position - 1]));
  return claims.map((claim) => {
    // "a fait expulser l'ambassadeur du | Rwanda": what stands within the target did nothing to it.
    const isWithin = ancestorsOf(sentence, headOf.get(claim.source ?? -1) ?? -1).includes(
      headOf.get(claim.target) ?? -2,
    );
    if (claim.source !== null && !isWithin) return claim;
    const position = causerOf(sentence, claim.trigger) + 1;
    const causer = candidates.find((c) => position > 0 && c.position === position);
    if (causer === undefined || causer.mention === claim.target || !mayStand(claim.relation, 0, causer.type))
      return claim;
    return SUFFERED.has(claim.relation) && causer.type !== "person" ? claim : { ...claim, source: causer.mention };
  });
}

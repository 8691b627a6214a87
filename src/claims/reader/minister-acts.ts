/**
 * What a minister does is the minister's: "le ministre de la Défense, Kalla Moutari, a reçu …" is read of the ministry that the title names, too.
 * Ties stay the body's own.
 */
import { STANDING } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Sentence } from "../../model/text.js";
import { childrenOf, relationOf } from "../syntax.js";
import type { Candidate } from "./candidate.js";
import { ministerOf, type TieEnd } from "./ties-by-build.js";

const BESIDE = /^(?:appos|flat|nmod$)/u;

/**
 * The person whose title names the body; null where the title stands alone.
 * @param persons by the token of their head
 */
export function bearerOf<P>(sentence: Sentence, body: TieEnd, persons: ReadonlyMap<number, P>): P | null {
  const title = ministerOf(sentence, body);
  if (title < 0) return null;
  const beside = childrenOf(sentence, title).filter((k) => BESIDE.test(relationOf(sentence, k)));
  const above = BESIDE.test(relationOf(sentence, title)) ? [sentence.tokens[title]?.head ?? -1] : [];
  for (const at of [title, ...beside, ...above]) {
    const found = persons.get(at);
    if (found !== undefined) return found;
  }
  return null;
}

/** Claims whose ends are ministries within their minister's title, told of the minister; one that is told so already is dropped. */
export function tellOfMinisters(
  sentence: Sentence,
  candidates: readonly Candidate[],
  claims: readonly ReadClaim[],
): ReadClaim[] {
  const persons = new Map(candidates.flatMap((c) => (c.type === "person" ? [[c.position - 1, c] as const] : [])));
  const bearers = new Map(
    candidates.flatMap((c) => {
      const bearer =
        c.type === "government_body" ? bearerOf(sentence, { head: c.position - 1, type: c.type }, persons) : null;
      return bearer === null ? [] : [[c.mention, bearer.mention] as const];
    }),
  );
  const told = new Set(claims.map((c) => `${c.source} ${c.relation} ${c.target}`));
  return claims.flatMap((claim) => {
    if (STANDING.has(claim.relation)) return [claim];
    const source = claim.source === null ? null : (bearers.get(claim.source) ?? claim.source);
    const target = bearers.get(claim.target) ?? claim.target;
    if (source === claim.source && target === claim.target) return [claim];
    const isTold = told.has(`${source} ${claim.relation} ${target}`) || source === target;
    return isTold ? [] : [{ ...claim, source, target }];
  });
}

/**
 * Mentions are weighed twice: what may be one is offered to the reader of claims, and stays if a claim stands on it; what
 * no claim needs must be surer to become a node. Who speaks for a claim is needed by it.
 */
import type { ReadClaim } from "../../model/claim.js";
import type { Mention } from "../../model/mention.js";

type Link = readonly [pronoun: number, antecedent: number];

/**
 * @param mentions of an article
 * @param links pronouns and their antecedents, indexes into `mentions`
 * @param claims whose ends are such indexes
 * @param speakers indexes of mentions that speak for a claim
 * @param least probability of a mention that no claim needs
 */
export function dropUnsure(
  mentions: readonly Mention[],
  links: readonly Link[],
  claims: readonly ReadClaim[],
  speakers: readonly number[],
  least: number,
): { readonly mentions: Mention[]; readonly links: Link[]; readonly claims: ReadClaim[] } {
  const used = new Set<number | null>([...claims.flatMap((c) => [c.source, c.target]), ...speakers]);
  for (const [pronoun, antecedent] of links) if (used.has(pronoun)) used.add(antecedent);
  const place = new Map<number, number>();
  const kept = mentions.filter((mention, k) => {
    if (mention.probability < least && !used.has(k)) return false;
    place.set(k, place.size);
    return true;
  });
  const at = (k: number) => place.get(k) ?? -1;
  return {
    mentions: kept,
    links: links.flatMap(([pronoun, antecedent]): Link[] =>
      place.has(pronoun) && place.has(antecedent) ? [[at(pronoun), at(antecedent)]] : [],
    ),
    claims: claims.map((c) => ({ ...c, source: c.source === null ? null : at(c.source), target: at(c.target) })),
  };
}

/**
 * Mentions are weighed twice: what may be one is offered to the reader of claims, and stays if a claim stands on it; what
 * no claim needs must be surer to become a node. Who speaks for a claim is needed by it.
 */
import { KIND_OF_TYPE } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Mention } from "../../model/mention.js";
import { OPENS_BRACKET } from "../../model/opens-bracket.js";

/** "l'OTL (Organisation du traité du Levant)": what fills the brackets right behind a name of its kind is that name in full, or its acronym. */
function fillsBrackets(mention: Mention, mentions: readonly Mention[], text: string, least: number): boolean {
  if (mention.form !== "name" || mention.type === "person" || text[mention.end] !== ")") return false;
  return mentions.some(
    (m) =>
      m.form === "name" &&
      m.probability >= least &&
      KIND_OF_TYPE[m.type] === KIND_OF_TYPE[mention.type] &&
      OPENS_BRACKET.test(text.slice(m.end, mention.start)),
  );
}

type Link = readonly [pronoun: number, antecedent: number];

/**
 * @param mentions of an article
 * @param links pronouns and their antecedents, indexes into `mentions`
 * @param claims whose ends are such indexes
 * @param speakers indexes of mentions that speak for a claim
 * @param least probability of a mention that no claim needs
 * @param text of the article
 */
export function dropUnsure(
  mentions: readonly Mention[],
  links: readonly Link[],
  claims: readonly ReadClaim[],
  speakers: readonly number[],
  least: number,
  text: string,
): { readonly mentions: Mention[]; readonly links: Link[]; readonly claims: ReadClaim[] } {
  const used = new Set<number | null>([...claims.flatMap((c) => [c.source, c.target]), ...speakers]);
  for (const [pronoun, antecedent] of links) if (used.has(pronoun)) used.add(antecedent);
  const place = new Map<number, number>();
  const kept = mentions.filter((mention, k) => {
    if (mention.probability < least && !used.has(k) && !fillsBrackets(mention, mentions, text, least)) return false;
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

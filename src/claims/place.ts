/** Where an act took place: the nearest place mention of the trigger's clause that a locative preposition opens. */
import { KIND_OF_TYPE, type Relation, STANDING } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import { ancestorsOf, childrenOf } from "./syntax.js";

const LOCATIVE: ReadonlySet<string> = new Set(
  "à a au aux en dans sur près de d' du des vers chez devant autour in at on near inside outside within around across".split(
    " ",
  ),
);
/** Posts whose place is where they serve, not where the act was: "l'ambassadeur à Khartoum". */
const POSTS: ReadonlySet<string> = new Set(
  "ambassadeur ambassadrice consul correspondant correspondante envoyé envoyée représentant représentante attaché ambassador envoy correspondent representative attaché".split(
    " ",
  ),
);
const CLAUSE_EDGE = /^(?:ccomp|parataxis|acl:relcl|advcl)/u;

/**
 * @param places mentions of this sentence by their index among the article's
 * @param ends the claim's own ends, which are not its place
 * @returns the index of the mention, or null
 */
export function placeOf(
  sentence: Sentence,
  trigger: number,
  relation: Relation,
  places: readonly (readonly [index: number, mention: Mention])[],
  ends: readonly (number | null)[],
): number | null {
  if (STANDING.has(relation)) return null;
  const up = [trigger, ...ancestorsOf(sentence, trigger)];
  let best: number | null = null;
  let bestSteps = 6;
  for (const [index, mention] of places) {
    if (KIND_OF_TYPE[mention.type] !== "Place" || ends.includes(index) || mention.form === "adjective") continue;
    const located = childrenOf(sentence, mention.head).some((k) => {
      const child = sentence.tokens[k];
      return child !== undefined && child.relation.startsWith("case") && LOCATIVE.has(child.lemma.toLowerCase());
    });
    if (!located) continue;
    const from = [mention.head, ...ancestorsOf(sentence, mention.head)];
    const joint = up.findIndex((k) => from.includes(k));
    if (joint < 0 || POSTS.has(sentence.tokens[from[1] ?? -1]?.lemma ?? "")) continue;
    const down = from.indexOf(up[joint] ?? -1);
    const crosses = [...up.slice(0, joint), ...from.slice(0, down)].some((k) =>
      CLAUSE_EDGE.test(sentence.tokens[k]?.relation ?? ""),
    );
    const steps = joint + down + mention.head / 1000;
    if (!crosses && steps < bestSteps) [best, bestSteps] = [index, steps];
  }
  return best;
}

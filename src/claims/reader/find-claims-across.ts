/** Claims of one sentence whose one end stands in a sentence before: where the sentence itself names nobody for it. */
import type { Relation } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Sentence } from "../../model/text.js";
import { type Candidate, mayStand } from "./candidate.js";
import { isElsewhere } from "./elsewhere.js";
import { statusOf, type Thresholds, triggerOf } from "./find-claims.js";
import type { PairScores, ReaderLabels } from "./reader-model.js";
import { isRuledOut } from "./rule-out.js";

/**
 * @param candidates of the sentence and, at positions beyond its tokens, of the sentences before
 * @param told what the sentence says of its own mentions
 */
export function findClaimsAcross(
  sentence: Sentence,
  candidates: readonly Candidate[],
  scores: PairScores,
  labels: ReaderLabels,
  thresholds: Thresholds,
  told: readonly ReadClaim[],
): ReadClaim[] {
  const width = labels.relations.length;
  const count = labels.statuses.length;
  const isOther = (position: number) => isElsewhere(sentence, position);
  const byPosition = new Map(candidates.map((c) => [c.position, c]));
  const named = new Set(
    told.flatMap((c) =>
      c.source === null ? [] : [`${c.relation} source ${c.target}`, `${c.relation} target ${c.source}`],
    ),
  );
  const best = new Map<string, ReadClaim>();
  scores.pairs.forEach(([i, j], p) => {
    const [source, target] = [byPosition.get(i), byPosition.get(j)];
    if (isOther(i) === isOther(j) || source === undefined || target === undefined) return;
    labels.relations.forEach((relation: Relation, r) => {
      const probability = scores.relation[p * width + r] ?? 0;
      if (probability < thresholds.across || source.mention === target.mention) return;
      if (!mayStand(relation, 0, source.type) || !mayStand(relation, 1, target.type)) return;
      // One end is found elsewhere only where the sentence names none for the other.
      const key = isOther(i) ? `${relation} source ${target.mention}` : `${relation} target ${source.mention}`;
      if (named.has(key) || (best.get(key)?.probability ?? 0) >= probability) return;
      const here = isOther(i) ? j : i;
      const trigger = triggerOf(sentence, scores.trigger[p * width + r] ?? 0, 0, here);
      if (isOther(i) && isRuledOut(sentence, relation, trigger, null, { head: j - 1, type: target.type })) return;
      best.set(key, {
        sentence: sentence.index,
        source: source.mention,
        relation,
        target: target.mention,
        trigger,
        status: statusOf(scores.status.subarray(p * count, (p + 1) * count), relation, labels.statuses),
        probability,
        rule: `model:${sentence.tokens[trigger]?.lemma ?? ""}+before`,
      });
    });
  });
  return [...best.values()];
}

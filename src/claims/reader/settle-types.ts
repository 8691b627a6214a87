/**
 * One type for one name: a name that stands several times in an article has the type that its mentions give together.
 * A country's name may be state here and country there, and keeps both.
 */
import type { NodeType } from "../../../graph/model.js";
import type { Mention } from "../../model/mention.js";
import { bestType, type TypeScores } from "./find-mentions.js";
import type { ReaderLabels } from "./reader-model.js";

const SIDES: ReadonlySet<NodeType> = new Set(["state", "country"]);

export function settleTypes(
  text: string,
  found: readonly { readonly mention: Mention; readonly scores: TypeScores }[],
  labels: ReaderLabels,
): Mention[] {
  const sums = new Map<string, Float64Array>();
  const keyOf = (m: Mention) => (m.form === "name" ? text.slice(m.start, m.end).toLowerCase() : null);
  for (const { mention, scores } of found) {
    const key = keyOf(mention);
    if (key === null) continue;
    const sum = sums.get(key) ?? new Float64Array(labels.types.length);
    for (let k = 1; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (scores[k] ?? 0);
    sums.set(key, sum);
  }
  return found.map(({ mention }) => {
    const key = keyOf(mention);
    const sum = key === null ? undefined : sums.get(key);
    if (sum === undefined) return mention;
    const type = bestType(Float32Array.from(sum), labels);
    return SIDES.has(type) && SIDES.has(mention.type) ? mention : { ...mention, type };
  });
}

/** By what means an act of force was done: the nearest word of modes.json in the trigger's own clause. */
import type { Mode, Relation } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import MODES from "./modes.json" with { type: "json" };
import { ancestorsOf, caseOf } from "./syntax.js";

const FORCE: ReadonlySet<string> = new Set(MODES.relations);
const WORDS = Object.entries(MODES.modes).flatMap(([mode, words]) =>
  words.map((w) => [mode as Mode, w.split(" ")] as const),
);
const WEAK: ReadonlySet<string> = new Set(MODES.weak);
const OTHER_TIME: ReadonlySet<string> = new Set(MODES.other_time);
const MOST_STEPS = 5;
/** Steps that a weak word counts more. */
const WEAKNESS = 1.5;

export function modeOf(sentence: Sentence, trigger: number, relation: Relation): Mode | null {
  if (!FORCE.has(relation)) return null;
  const { tokens } = sentence;
  const up = [trigger, ...ancestorsOf(sentence, trigger)];
  let best: Mode | null = null;
  let bestSteps = MOST_STEPS;
  for (const [mode, words] of WORDS) {
    for (let k = 0; k + words.length <= tokens.length; k++) {
      const says = words.every((w, n) => {
        const token = tokens[k + n];
        return (
          token !== undefined && (token.lemma.toLowerCase() === w || token.text.toLowerCase().replace(/’/gu, "'") === w)
        );
      });
      if (!says) continue;
      const from = [k, ...ancestorsOf(sentence, k)];
      const joint = up.findIndex((a) => from.includes(a));
      if (joint < 0) continue;
      // "a attaqué l'ambassade après des frappes aériennes": the means of another act.
      const below = from.slice(0, from.indexOf(up[joint] ?? -1));
      if (below.some((a) => OTHER_TIME.has(caseOf(sentence, a)))) continue;
      const steps =
        joint +
        from.indexOf(up[joint] ?? -1) +
        (words.length > 1 ? -0.5 : 0) +
        (WEAK.has(words[0] ?? "") && words.length === 1 ? WEAKNESS : 0);
      const crosses = [...up.slice(0, joint), ...below].some((a) =>
        /^(?:ccomp|parataxis|acl:relcl|conj)/u.test(tokens[a]?.relation ?? ""),
      );
      if (steps < bestSteps && (!crosses || steps <= 1)) [best, bestSteps] = [mode, steps];
    }
  }
  return best;
}

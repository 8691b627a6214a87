/** Claims by relation, by status or by language: which of them are read well, and which are not. */
import { type Graph, RELATIONS, STATUSES } from "../../graph/model.js";
import type { Gold, GoldClaim } from "./gold.js";
import { matchArticle } from "./match-article.js";
import type { ToldClaim } from "./match-claims.js";
import { type Score, scoreOf } from "./score.js";

export const BREAKDOWNS = ["relation", "status", "language"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export interface Part {
  readonly part: string;
  /** Claims told that count, and required claims of gold. */
  readonly told: number;
  readonly gold: number;
  readonly score: Score;
}

const KEYS: Readonly<
  Record<Breakdown, { told: (c: ToldClaim, gold: Gold) => string; gold: (c: GoldClaim, gold: Gold) => string }>
> = {
  relation: { told: (c) => c.claim.relation, gold: (c) => c.relation },
  // A claim is right here where its very status is gold's, not only its class.
  status: { told: (c) => c.status, gold: (c) => c.status },
  language: { told: (_, gold) => gold.language, gold: (_, gold) => gold.language },
};
const ORDER: Readonly<Record<Breakdown, readonly string[]>> = {
  relation: RELATIONS,
  status: STATUSES,
  language: ["fr", "en"],
};

/** As the strict claim figure counts: optional claims of gold and repeats neither for nor against. */
export function breakDown(graph: Graph, golds: readonly Gold[], by: Breakdown): Part[] {
  const keys = KEYS[by];
  const parts = new Map(ORDER[by].map((part) => [part, { right: 0, told: 0, gold: 0 }]));
  const partOf = (part: string) => parts.get(part) ?? { right: 0, told: 0, gold: 0 };
  for (const gold of golds) {
    const { told, strict } = matchArticle(graph, gold);
    for (const claim of gold.claims) if (claim.optional !== true) partOf(keys.gold(claim, gold)).gold += 1;
    told.forEach((claim, i) => {
      const wanted = gold.claims[strict.pairs.get(i) ?? -1];
      if (wanted?.optional === true || strict.repeats.has(i)) return;
      const part = partOf(keys.told(claim, gold));
      part.told += 1;
      if (wanted !== undefined && keys.told(claim, gold) === keys.gold(wanted, gold)) part.right += 1;
    });
  }
  return [...parts]
    .filter(([, { told, gold }]) => told + gold > 0)
    .map(([part, { right, told, gold }]) => ({ part, told, gold, score: scoreOf(right, told, right, gold) }));
}

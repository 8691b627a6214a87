/** Whether the scores of claims are true to their word: of those scored near .7, seven in ten should be right. */
import type { Graph } from "../../graph/model.js";
import type { Gold } from "./gold.js";
import { matchArticle } from "./match-article.js";

export interface Scored {
  readonly article: string;
  readonly score: number;
  readonly isRight: boolean;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  /** Mean score, and share of claims that are right; 0 where there are none. */
  readonly score: number;
  readonly right: number;
}

const BINS = 10;

/** Claims that count in the strict figure, with the score of their best evidence in the article. */
export function scoredClaims(graph: Graph, golds: readonly Gold[]): Scored[] {
  return golds.flatMap((gold) => {
    const { told, strict } = matchArticle(graph, gold);
    return told.flatMap((claim, i): Scored[] => {
      const wanted = gold.claims[strict.pairs.get(i) ?? -1];
      const scores = claim.evidence.flatMap((e) => e.score ?? []);
      if (wanted?.optional === true || strict.repeats.has(i) || scores.length === 0) return [];
      return [{ article: gold.article, score: Math.max(...scores), isRight: wanted !== undefined }];
    });
  });
}

export function reliability(claims: readonly Scored[]): { readonly bins: readonly Bin[]; readonly error: number } {
  const mean = (values: readonly number[]) =>
    values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
  const bins = Array.from({ length: BINS }, (_, k): Bin => {
    const own = claims.filter((c) => Math.min(BINS - 1, Math.floor(c.score * BINS)) === k);
    return {
      from: k / BINS,
      to: (k + 1) / BINS,
      claims: own.length,
      score: mean(own.map((c) => c.score)),
      right: mean(own.map((c) => Number(c.isRight))),
    };
  });
  // Expected calibration error: M. P. Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning", 2015.
  const error = bins.reduce((sum, b) => sum + (b.claims / Math.max(1, claims.length)) * Math.abs(b.score - b.right), 0);
  return { bins, error };
}

/** Figures as lines of text: one for each article, then the intervals and the pooled figures as JSON for programs. */
import type { Part } from "./breakdown.js";
import { intervalsOf } from "./intervals.js";
import type { reliability } from "./reliability.js";
import type { Evaluation, Figures, Score } from "./score.js";

const NAME_WIDTH = 40;
const short = (x: number): string => x.toFixed(2);
const exact = (x: number): number => Number(x.toFixed(3));
const list = ({ precision, recall, f1 }: Score): number[] => [precision, recall, f1].map(exact);

function articleLine(name: string, { node, claim, claimLenient, claimStatus, counts }: Figures): string {
  const claims = `claim P ${short(claim.precision)} R ${short(claim.recall)} F ${short(claim.f1)}`;
  const more = `lenient ${short(claimLenient.f1)}  +status ${short(claimStatus.f1)}`;
  return `${name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH)} node ${short(node.f1)}  ${claims}  ${more}  (${counts.claims} told, ${counts.goldClaims} gold)`;
}

/** Keys as the reference scorer writes them; `toll` and `chains` are our own. */
export const pooledRecord = (figures: Figures): Readonly<Record<string, number | readonly number[]>> => ({
  node: list(figures.node),
  claim: list(figures.claim),
  claim_lenient: list(figures.claimLenient),
  claim_status: list(figures.claimStatus),
  false_facts: figures.falseFacts,
  false_fact_rate: exact(figures.falseFactRate),
  traps: figures.traps,
  sprung_rate: exact(figures.sprungRate),
  by: exact(figures.speaker),
  when: exact(figures.day),
  toll: exact(figures.toll),
  chains: list(figures.chains),
});

/** The parts of a breakdown as a table. */
export function formatParts(by: string, parts: readonly Part[]): string {
  const line = (part: string, ...columns: (string | number)[]) =>
    `${part.padEnd(NAME_WIDTH / 2)}${columns.map((c) => String(c).padStart(8)).join("")}`;
  const rows = parts.map(({ part, told, gold, score }) =>
    line(part, told, gold, short(score.precision), short(score.recall), short(score.f1)),
  );
  return `${[line(`by ${by}`, "told", "gold", "P", "R", "F1"), ...rows].join("\n")}\n`;
}

export function formatReliability({ bins, error }: ReturnType<typeof reliability>): string {
  const rows = bins
    .filter((b) => b.claims > 0)
    .map(
      (b) =>
        `${`${b.from.toFixed(1)} to ${b.to.toFixed(1)}`.padEnd(12)}${String(b.claims).padStart(6)} claims, score ${short(b.score)}, right ${short(b.right)}`,
    );
  return `${[...rows, `expected calibration error ${short(error)}`].join("\n")}\n`;
}

/** 95 % intervals of the pooled figures; the last line but one, for programs as well. */
const intervalsLine = (evaluation: Evaluation): string =>
  `intervals: ${JSON.stringify(Object.fromEntries(Object.entries(intervalsOf(evaluation)).map(([key, ends]) => [key, ends.map(exact)])))}`;

export function formatFigures(evaluation: Evaluation): string {
  const { articles, pooled } = evaluation;
  const lines = articles.flatMap(({ article, isMissing, figures }) => [
    ...(isMissing ? [`The graph holds no article ${article}.`] : []),
    articleLine(article, figures),
  ]);
  const intervals = articles.length > 1 ? [intervalsLine(evaluation)] : [];
  return `${[...lines, ...intervals, `pooled: ${JSON.stringify(pooledRecord(pooled))}`].join("\n")}\n`;
}

/** How sure the pooled figures are: the middle 95 % of what articles drawn anew from the same ones would have given (bootstrap). */
import { randomFrom } from "./random.js";
import { type Counts, type Evaluation, type Figures, figuresOf, sumCounts } from "./score.js";

/** Draws; source of the method: B. Efron, "Bootstrap methods: another look at the jackknife", 1979. */
const DRAWS = 1000;
const SEED = 7;
const [LOW, HIGH] = [0.025, 0.975];

export type Interval = readonly [low: number, high: number];

/** The figures that have an interval, and where they stand. */
export const MEASURED = {
  node: (f: Figures) => f.node.f1,
  claim: (f: Figures) => f.claim.f1,
  claim_status: (f: Figures) => f.claimStatus.f1,
  false_fact_rate: (f: Figures) => f.falseFactRate,
  sprung_rate: (f: Figures) => f.sprungRate,
  by: (f: Figures) => f.speaker,
  when: (f: Figures) => f.day,
} as const;
export type Measured = keyof typeof MEASURED;

export function intervalsOf({ articles }: Evaluation): Readonly<Record<Measured, Interval>> {
  const random = randomFrom(SEED);
  const counts = articles.map((a) => a.figures.counts);
  const drawn = Array.from({ length: DRAWS }, () =>
    figuresOf(counts.map((): Counts => counts[Math.floor(random() * counts.length)] as Counts).reduce(sumCounts)),
  );
  const middle = (measure: (f: Figures) => number): Interval => {
    const values = drawn.map(measure).sort((a, b) => a - b);
    const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
    return [at(LOW), at(HIGH)];
  };
  return Object.fromEntries(Object.entries(MEASURED).map(([key, measure]) => [key, middle(measure)])) as Record<
    Measured,
    Interval
  >;
}

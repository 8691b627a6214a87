/** The interval of a claim from those of its evidence. ISO days, both included. */
import { BASES, type Evidence, PRECISIONS, STATUSES, type When } from "../model.js";
import { compareCodePoints, compareNullable } from "../order.js";

/** Intervals that meet two by two share a day: the latest beginning is not past the earliest end. */
function allMeet(whens: readonly When[]): boolean {
  const latest = whens.reduce((day, { from }) => (from !== null && from > day ? from : day), "");
  return whens.every(({ to }) => to === null || to >= latest);
}

/** Whether `inner` lies within `outer`. */
const isWithin = (inner: When, outer: When): boolean =>
  (outer.from === null || (inner.from !== null && inner.from >= outer.from)) &&
  (outer.to === null || (inner.to !== null && inner.to <= outer.to));

const days = ({ from, to }: When): number => {
  const length = from === null || to === null ? Number.NaN : Date.parse(to) - Date.parse(from);
  return Number.isNaN(length) ? Number.MAX_SAFE_INTEGER : length;
};

interface Reading {
  readonly when: When;
  /** Place in STATUSES of the strongest evidence that gives it. */
  strength: number;
  readonly articles: Set<string>;
}

/** Evidence by interval; of the bases that give the same one, the most explicit. */
function readingsOf(evidence: readonly Evidence[]): Reading[] {
  const readings = new Map<string, Reading>();
  for (const { when, status, article } of evidence) {
    if (when === null) continue;
    const key = JSON.stringify([when.from, when.to, when.precision]);
    const strength = STATUSES.indexOf(status);
    const known = readings.get(key);
    if (known === undefined) {
      readings.set(key, { when, strength, articles: new Set([article]) });
      continue;
    }
    known.articles.add(article);
    const isMoreExplicit = BASES.indexOf(when.basis) < BASES.indexOf(known.when.basis);
    readings.set(key, {
      when: isMoreExplicit ? when : known.when,
      strength: Math.min(known.strength, strength),
      articles: known.articles,
    });
  }
  return [...readings.values()];
}

const byEarliest = (a: When, b: When): number =>
  compareNullable(a.from, b.from, compareCodePoints) ||
  compareNullable(a.to, b.to, compareCodePoints) ||
  PRECISIONS.indexOf(a.precision) - PRECISIONS.indexOf(b.precision);

function hull(spans: readonly When[]): When {
  const froms = spans.map((s) => s.from);
  const tos = spans.map((s) => s.to);
  return {
    from: froms.includes(null) ? null : froms.reduce((a, b) => ((a ?? "") < (b ?? "") ? a : b), froms[0] ?? null),
    to: tos.includes(null) ? null : tos.reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), tos[0] ?? null),
    precision: "span",
    basis: BASES.find((basis) => spans.some((s) => s.basis === basis)) ?? "explicit",
  };
}

/**
 * Points (day to year) give the narrowest one that lies inside all others; spans alone, if they meet, give their hull.
 * Else the interval of the strongest status, then of most articles, then the earliest.
 */
export function deriveWhen(evidence: readonly Evidence[]): When | null {
  const readings = readingsOf(evidence);
  if (readings.length === 0) return null;
  const whens = readings.map((r) => r.when);
  const points = whens.filter((w) => w.precision !== "span").sort((a, b) => days(a) - days(b) || byEarliest(a, b));
  const narrowest = points[0];
  if (narrowest !== undefined && whens.every((w) => isWithin(narrowest, w))) return narrowest;
  if (narrowest === undefined && allMeet(whens)) return hull(whens);
  readings.sort((a, b) => a.strength - b.strength || b.articles.size - a.articles.size || byEarliest(a.when, b.when));
  return readings[0]?.when ?? null;
}

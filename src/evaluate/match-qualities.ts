/** Who says so, when and how many: whether what a matched claim says of them is what gold says. */
import type { GoldClaim } from "./gold.js";
import type { ArticleMatch } from "./match-article.js";
import { asList, scoredClass, type ToldClaim } from "./match-claims.js";

/** A claim with gold's; speaker, day and toll are null where gold names none. */
export interface MatchedClaim {
  readonly claim: ToldClaim;
  readonly wanted: GoldClaim;
  readonly status: boolean;
  readonly speaker: boolean | null;
  readonly day: boolean | null;
  readonly toll: boolean | null;
}

/** From when on, as written; "" where it is not told. */
export const fromOf = (when: GoldClaim["when"]): string => (typeof when === "string" ? when : when?.from) ?? "";

/** The first day of "2026-03", "2026-03-01/2026-03-31" or an interval; "" where there is none. */
function firstDay(when: GoldClaim["when"]): string {
  const day = (fromOf(when).split("/")[0] ?? "").slice(0, 10);
  return day === "" ? "" : day + "-01".repeat(Math.trunc((10 - day.length) / 3));
}

/** Whether for every key of gold's toll some evidence gives the same least number. */
function tollAgrees(wanted: NonNullable<GoldClaim["toll"]>, told: ToldClaim): boolean {
  return Object.entries(wanted).every(([key, count]) => {
    const least = typeof count === "number" ? count : (count?.min ?? null);
    return told.evidence.some((e) => (new Map(Object.entries(e.toll)).get(key)?.min ?? null) === least);
  });
}

/** Every matched claim of an article with what is right of it. */
export function matchQualities({ gold, told, nodes, strict }: ArticleMatch): MatchedClaim[] {
  return [...strict.pairs].flatMap(([i, j]): MatchedClaim[] => {
    const [claim, wanted] = [told[i], gold.claims[j]];
    if (claim === undefined || wanted === undefined) return [];
    const speakers = asList(wanted.by);
    const hasToll = wanted.toll && Object.keys(wanted.toll).length > 0;
    return [
      {
        claim,
        wanted,
        status: scoredClass(claim.status) === scoredClass(wanted.status),
        speaker: speakers.length === 0 ? null : claim.by.some((id) => speakers.includes(nodes.entityOf.get(id) ?? "")),
        day: wanted.when ? firstDay(claim.when) === firstDay(wanted.when) : null,
        toll: wanted.toll && hasToll ? tollAgrees(wanted.toll, claim) : null,
      },
    ];
  });
}

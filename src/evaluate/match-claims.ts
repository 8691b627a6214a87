/** Which claims of a graph, as one article tells them, are which claims of its gold file. */
import {
  type Article,
  type Claim,
  type Evidence,
  type Graph,
  type Relation,
  STATUSES,
  type Status,
  SYMMETRIC,
} from "../../graph/model.js";
import type { Gold, GoldClaim } from "./gold.js";
import LENIENT from "./lenient-relations.json" with { type: "json" };
import type { NodeMatch } from "./match-nodes.js";

/** A claim as the article tells it: its strongest status there, who says so and when. */
export interface ToldClaim {
  readonly claim: Claim;
  /** Evidence of the article, the strongest first. */
  readonly evidence: readonly Evidence[];
  readonly status: Status;
  readonly by: readonly string[];
  readonly when: Claim["when"];
  /** Gold entities of its ends. */
  readonly source: string | undefined;
  readonly target: string | undefined;
}

/** Planned, possible and denied are one class here. */
export type ScoredClass = "happened" | "alleged" | "not";
export const scoredClass = (status: Status): ScoredClass =>
  status === "asserted" || status === "reported" ? "happened" : status === "alleged" ? "alleged" : "not";

export const asList = (value: string | readonly string[] | null | undefined): readonly string[] =>
  typeof value === "string" ? [value] : (value ?? []);

export function toldClaims(graph: Graph, article: Article | null, { entityOf }: NodeMatch): ToldClaim[] {
  if (article === null) return [];
  return graph.claims.flatMap((claim): ToldClaim[] => {
    const evidence = claim.evidence
      .filter((e) => e.article === article.id)
      .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
    const [first] = evidence;
    if (first === undefined) return [];
    const isAlone = claim.evidence.length === evidence.length;
    return [
      {
        claim,
        evidence,
        status: first.status,
        by: evidence.find((e) => e.by.length > 0)?.by ?? (isAlone ? claim.by : []),
        when: evidence.find((e) => e.when !== null)?.when ?? (isAlone ? claim.when : null),
        source: entityOf.get(claim.source),
        target: entityOf.get(claim.target),
      },
    ];
  });
}

const sameRelation = (a: Relation, b: Relation, isLenient: boolean): boolean =>
  a === b || (isLenient && LENIENT.groups.some((group) => group.includes(a) && group.includes(b)));

const holds = (list: string | readonly string[], entity: string | undefined): boolean =>
  entity !== undefined && asList(list).includes(entity);

const endsAgree = ({ source, target }: ToldClaim, gold: GoldClaim): boolean =>
  holds(gold.source, source) && holds(gold.target, target);

const endsAgreeTurned = ({ source, target }: ToldClaim, gold: GoldClaim): boolean =>
  holds(gold.target, source) && holds(gold.source, target);

const agrees = (told: ToldClaim, gold: GoldClaim, isLenient: boolean): boolean =>
  sameRelation(told.claim.relation, gold.relation, isLenient) &&
  (endsAgree(told, gold) || (SYMMETRIC.has(gold.relation) && endsAgreeTurned(told, gold)));

/** Whether a claim speaks of the act that gold knows, whoever of the two is said to have done it. */
export const sameAct = (told: ToldClaim, gold: GoldClaim): boolean =>
  sameRelation(told.claim.relation, gold.relation, true) && (endsAgree(told, gold) || endsAgreeTurned(told, gold));

const overlap = (a: string | readonly string[], b: string | readonly string[]): boolean =>
  asList(a).some((item) => asList(b).includes(item));

/** Whether two gold claims are of one act, either way round. */
export const sameGoldAct = (a: GoldClaim, b: GoldClaim): boolean =>
  sameRelation(a.relation, b.relation, true) &&
  ((overlap(a.source, b.source) && overlap(a.target, b.target)) ||
    (overlap(a.source, b.target) && overlap(a.target, b.source)));

export interface ClaimMatch {
  /** Index of the gold claim by index of the told claim, one to one. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Told claims that repeat one already found, in the same class: no error. */
  readonly repeats: ReadonlySet<number>;
}

export function matchClaims(told: readonly ToldClaim[], gold: Gold, isLenient: boolean): ClaimMatch {
  const candidates = told
    .flatMap((claim, i) =>
      gold.claims.flatMap((wanted, j) =>
        agrees(claim, wanted, isLenient)
          ? [
              {
                i,
                j,
                isOtherClass: scoredClass(claim.status) !== scoredClass(wanted.status),
                isOptional: wanted.optional === true,
                isOtherStatus: claim.status !== wanted.status,
              },
            ]
          : [],
      ),
    )
    .sort(
      (a, b) =>
        Number(a.isOtherClass) - Number(b.isOtherClass) ||
        Number(a.isOptional) - Number(b.isOptional) ||
        Number(a.isOtherStatus) - Number(b.isOtherStatus) ||
        a.i - b.i ||
        a.j - b.j,
    );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  const repeats = new Set(candidates.filter(({ i, isOtherClass }) => !isOtherClass && !pairs.has(i)).map(({ i }) => i));
  return { pairs, repeats };
}

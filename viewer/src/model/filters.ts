/** What passes: the flat list of choices, as pure functions of the graph. */
import type { Claim, Edge, GraphNode, NodeType, Relation, Status } from "../../../graph/model.js";
import { degreeOf, type GraphIndex } from "./graph-index.js";
import { dayNumber } from "./histogram.js";
import { isFact, placeOfClaim } from "./standing.js";

/** Days of events, or days of publication. */
export type Clock = "event" | "published";

export interface Filters {
  readonly hiddenRelations: ReadonlySet<Relation>;
  readonly hiddenStatuses: ReadonlySet<Status>;
  readonly hiddenTypes: ReadonlySet<NodeType>;
  readonly hiddenPublishers: ReadonlySet<string>;
  /** One article alone, or null. */
  readonly article: string | null;
  /** ISO 3166 code of one of the ends, or null. */
  readonly country: string | null;
  readonly namedOnly: boolean;
  readonly factsOnly: boolean;
  /** Independent sources of an edge, edges of a node, calibrated probability of a claim: at least. */
  readonly minSources: number;
  readonly minDegree: number;
  readonly minScore: number;
  readonly clock: Clock;
  /** ISO days, both included; null where open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether what has no day passes while days are chosen. */
  readonly undated: boolean;
}

export const NO_FILTERS: Filters = {
  hiddenRelations: new Set(),
  hiddenStatuses: new Set(),
  hiddenTypes: new Set(),
  hiddenPublishers: new Set(),
  article: null,
  country: null,
  namedOnly: false,
  factsOnly: false,
  minSources: 1,
  minDegree: 1,
  minScore: 0,
  clock: "event",
  from: null,
  to: null,
  undated: true,
};

/** How many of the choices are not as at first; all that is hidden of one list is one. */
export function countActive(filters: Filters): number {
  const sets = [filters.hiddenRelations, filters.hiddenStatuses, filters.hiddenTypes, filters.hiddenPublishers];
  return (
    sets.filter((set) => set.size > 0).length +
    (
      ["article", "country", "namedOnly", "factsOnly", "minSources", "minDegree", "minScore", "undated"] as const
    ).filter((key) => filters[key] !== NO_FILTERS[key]).length +
    Number(filters.from !== null || filters.to !== null)
  );
}

const day = (instant: string | null | undefined): string | null => instant?.slice(0, 10) ?? null;

/** First and last day of a claim on the chosen clock; null where it has none. */
export function daysOfClaim(index: GraphIndex, claim: Claim, clock: Clock): readonly [string, string] | null {
  if (clock === "event") {
    const from = claim.when?.from ?? claim.when?.to ?? null;
    const to = claim.when?.to ?? claim.when?.from ?? null;
    return from === null || to === null ? null : [from, to];
  }
  let first: string | null = null;
  let last: string | null = null;
  for (const { article } of claim.evidence) {
    const published = day(index.articles.get(article)?.published);
    if (published === null) continue;
    if (first === null || published < first) first = published;
    if (last === null || published > last) last = published;
  }
  return first === null || last === null ? null : [first, last];
}

const startsOf = new WeakMap<GraphIndex, Map<Clock, Float64Array>>();

/** The number of the first day of each claim, in the graph's order; NaN where it has none. Reckoned once a graph. */
export function startDays(index: GraphIndex, clock: Clock): Float64Array {
  const known = startsOf.get(index) ?? new Map<Clock, Float64Array>();
  startsOf.set(index, known);
  let starts = known.get(clock);
  if (starts === undefined) {
    starts = Float64Array.from(index.graph.claims, (claim) => {
      const days = daysOfClaim(index, claim, clock);
      return days === null ? Number.NaN : dayNumber(days[0]);
    });
    known.set(clock, starts);
  }
  return starts;
}

export interface Sieve {
  readonly node: (node: GraphNode | undefined) => boolean;
  /** The claim itself, whatever its ends. */
  readonly claim: (claim: Claim) => boolean;
  readonly edge: (edge: Edge) => boolean;
}

/** The choices as three questions; those left as at first cost nothing. */
export function createSieve(index: GraphIndex, filters: Filters): Sieve {
  const { hiddenRelations, hiddenStatuses, hiddenTypes, hiddenPublishers, article, country, from, to } = filters;
  const isDated = from !== null || to !== null || !filters.undated;
  const readsClaims = article !== null || hiddenPublishers.size > 0 || isDated || filters.minScore > 0;

  const inTime = (claim: Claim): boolean => {
    const days = daysOfClaim(index, claim, filters.clock);
    if (days === null) return filters.undated;
    return (from === null || days[1] >= from) && (to === null || days[0] <= to);
  };
  const isSaid = (claim: Claim): boolean =>
    (article === null || claim.evidence.some((e) => e.article === article)) &&
    (hiddenPublishers.size === 0 ||
      claim.evidence.some((e) => !hiddenPublishers.has(index.articles.get(e.article)?.publisher ?? ""))) &&
    (filters.minScore === 0 || claim.score === null || claim.score >= filters.minScore) &&
    (!isDated || inTime(claim));

  const node = (n: GraphNode | undefined): boolean =>
    n !== undefined &&
    !hiddenTypes.has(n.type) &&
    (!filters.namedOnly || n.named) &&
    (filters.minDegree <= 1 || degreeOf(index, n.id) >= filters.minDegree);
  const isAnyNode = index.isClosed && hiddenTypes.size === 0 && !filters.namedOnly && filters.minDegree <= 1;
  const ends = (source: string, target: string): boolean => {
    if (isAnyNode && country === null) return true;
    const a = index.nodes.get(source);
    const b = index.nodes.get(target);
    return node(a) && node(b) && (country === null || a?.country === country || b?.country === country);
  };
  return {
    node,
    claim: (claim) =>
      !hiddenRelations.has(claim.relation) &&
      !hiddenStatuses.has(claim.status) &&
      (!filters.factsOnly || placeOfClaim(claim) === "fact") &&
      (filters.minSources <= 1 || (index.edgeOfClaim.get(claim.id)?.independentSources ?? 1) >= filters.minSources) &&
      ends(claim.source, claim.target) &&
      isSaid(claim),
    edge: (edge) =>
      !hiddenRelations.has(edge.relation) &&
      !hiddenStatuses.has(edge.status) &&
      (!filters.factsOnly || isFact(edge)) &&
      edge.independentSources >= filters.minSources &&
      ends(edge.source, edge.target) &&
      (!readsClaims ||
        edge.claims.some((id) => {
          const claim = index.claims.get(id);
          return claim !== undefined && isSaid(claim);
        })),
  };
}

export const passingEdges = (index: GraphIndex, sieve: Sieve): Edge[] => index.graph.edges.filter(sieve.edge);
/** Claims of every class, for the lists. */
export const passingClaims = (index: GraphIndex, sieve: Sieve): Claim[] => index.graph.claims.filter(sieve.claim);

export function toggled<T>(set: ReadonlySet<T>, values: readonly T[], hide: boolean): Set<T> {
  const next = new Set(set);
  for (const value of values) {
    if (hide) next.add(value);
    else next.delete(value);
  }
  return next;
}

/** What is hidden when only some of all are to be shown; nothing where they are the only ones already. */
export function allBut<T>(hidden: ReadonlySet<T>, all: readonly T[], shown: readonly T[]): Set<T> {
  const others = all.filter((value) => !shown.includes(value));
  const isDone = others.every((value) => hidden.has(value)) && !shown.some((value) => hidden.has(value));
  return new Set(isDone ? [] : others);
}

/** Figures of a graph against gold files, as the reference scorer counts them. */
import type { Graph } from "../../graph/model.js";
import type { Gold, GoldClaim } from "./gold.js";
import { type ArticleMatch, matchArticle } from "./match-article.js";
import { type ClaimMatch, sameAct, scoredClass } from "./match-claims.js";
import { type MatchedClaim, matchQualities } from "./match-qualities.js";
import { type ChainCounts, scoreChains } from "./score-chains.js";

/** Counts of one article; those of many are their sums. */
export interface Counts extends ChainCounts {
  readonly nodesRight: number;
  readonly nodes: number;
  readonly goldNodesFound: number;
  readonly goldNodes: number;
  readonly claimsRight: number;
  readonly claims: number;
  readonly goldClaims: number;
  readonly claimsRightLenient: number;
  readonly claimsLenient: number;
  readonly statusRight: number;
  readonly falseFacts: number;
  readonly happened: number;
  readonly trapsSprung: number;
  readonly traps: number;
  readonly speakerRight: number;
  readonly speakers: number;
  readonly dayRight: number;
  readonly days: number;
  readonly tollRight: number;
  readonly tolls: number;
}

/** Precision, recall and F1, each from 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Figures {
  readonly node: Score;
  readonly claim: Score;
  readonly claimLenient: Score;
  readonly claimStatus: Score;
  readonly falseFacts: number;
  /** Share of what is shown as happened. */
  readonly falseFactRate: number;
  readonly traps: number;
  /** Share of gold's claims of acts that did not happen, or are alleged alone, that were shown as happened. */
  readonly sprungRate: number;
  /** Shares of matched claims whose gold names them that agree. */
  readonly speaker: number;
  readonly day: number;
  readonly toll: number;
  /** B³ over mentions: see score-chains.ts. */
  readonly chains: Score;
  readonly counts: Counts;
}

export interface Evaluation {
  readonly articles: readonly {
    readonly article: string;
    readonly isMissing: boolean;
    readonly figures: Figures;
  }[];
  readonly pooled: Figures;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function scoreOf(right: number, told: number, found: number, wanted: number): Score {
  const [precision, recall] = [share(right, told), share(found, wanted)];
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

const isRequired = (claim: GoldClaim | undefined): boolean => claim !== undefined && claim.optional !== true;

/** Claims right, and claims that count: neither those of optional gold nor repeats. */
function countClaims({ gold, told }: ArticleMatch, { pairs, repeats }: ClaimMatch): { right: number; counted: number } {
  const right = [...pairs.values()].filter((j) => isRequired(gold.claims[j])).length;
  return { right, counted: told.length - (pairs.size - right) - repeats.size };
}

/** What is said of the matched claims. */
function countQualities(match: ArticleMatch) {
  const matched = matchQualities(match);
  const count = (test: (m: MatchedClaim) => boolean) => matched.filter(test).length;
  return {
    speakerRight: count((m) => m.speaker === true),
    speakers: count((m) => m.speaker !== null),
    dayRight: count((m) => m.day === true),
    days: count((m) => m.day !== null),
    tollRight: count((m) => m.toll === true),
    tolls: count((m) => m.toll !== null),
    statusRight: count((m) => m.status && isRequired(m.wanted)),
  };
}

export function countArticle(graph: Graph, match: ArticleMatch): Counts {
  const { gold, nodes, told, falseFacts, traps } = match;
  const strict = countClaims(match, match.strict);
  const lenient = countClaims(match, match.lenient);
  const found = new Set(nodes.found.values());
  return {
    nodesRight: nodes.named.filter(({ id }) => nodes.found.has(id)).length,
    nodes: nodes.named.length,
    goldNodesFound: nodes.namedGold.filter(({ id }) => found.has(id)).length,
    goldNodes: nodes.namedGold.length,
    claimsRight: strict.right,
    claims: strict.counted,
    goldClaims: gold.claims.filter(isRequired).length,
    claimsRightLenient: lenient.right,
    claimsLenient: lenient.counted,
    falseFacts: falseFacts.size,
    happened: told.filter((c) => scoredClass(c.status) === "happened").length,
    trapsSprung: traps.filter((trap) => [...falseFacts.keys()].some((claim) => sameAct(claim, trap))).length,
    traps: traps.length,
    ...countQualities(match),
    ...scoreChains(graph, match),
  };
}

export function figuresOf(counts: Counts): Figures {
  const c = counts;
  return {
    node: scoreOf(c.nodesRight, c.nodes, c.goldNodesFound, c.goldNodes),
    claim: scoreOf(c.claimsRight, c.claims, c.claimsRight, c.goldClaims),
    claimLenient: scoreOf(c.claimsRightLenient, c.claimsLenient, c.claimsRightLenient, c.goldClaims),
    claimStatus: scoreOf(c.statusRight, c.claims, c.statusRight, c.goldClaims),
    falseFacts: c.falseFacts,
    falseFactRate: share(c.falseFacts, c.happened),
    traps: c.traps,
    sprungRate: share(c.trapsSprung, c.traps),
    speaker: share(c.speakerRight, c.speakers),
    day: share(c.dayRight, c.days),
    toll: share(c.tollRight, c.tolls),
    chains: scoreOf(c.chainPrecision, c.chainMentions, c.chainRecall, c.chainMentions),
    counts,
  };
}

const NOTHING: Counts = {
  nodesRight: 0,
  nodes: 0,
  goldNodesFound: 0,
  goldNodes: 0,
  claimsRight: 0,
  claims: 0,
  goldClaims: 0,
  claimsRightLenient: 0,
  claimsLenient: 0,
  statusRight: 0,
  falseFacts: 0,
  happened: 0,
  trapsSprung: 0,
  traps: 0,
  speakerRight: 0,
  speakers: 0,
  dayRight: 0,
  days: 0,
  tollRight: 0,
  tolls: 0,
  chainPrecision: 0,
  chainRecall: 0,
  chainMentions: 0,
};

const COUNTED = Object.keys(NOTHING) as (keyof Counts)[];

export const sumCounts = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(COUNTED.map((key) => [key, a[key] + b[key]])) as unknown as Counts;

export function evaluate(graph: Graph, golds: readonly Gold[]): Evaluation {
  const counted = golds.map((gold) => {
    const match = matchArticle(graph, gold);
    return { article: gold.article, isMissing: match.article === null, counts: countArticle(graph, match) };
  });
  return {
    articles: counted.map(({ article, isMissing, counts }) => ({ article, isMissing, figures: figuresOf(counts) })),
    pooled: figuresOf(counted.reduce((total, { counts }) => sumCounts(total, counts), NOTHING)),
  };
}

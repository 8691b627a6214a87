/**
 * Values of claims and edges, which all follow from the evidence. Source: docs/graph-json.md, "Rules". The same function
 * serves building, merging and checking, so a graph can never hold values of its own.
 */
import { canonicalClaim } from "./canonical.js";
import { deriveEdges } from "./derive/edges.js";
import { groupBy } from "./derive/group-by.js";
import { type ClaimIndex, deedKey, deniesAct, deriveLinks, endsKey, pairKey, sentenceKey } from "./derive/links.js";
import { type ClaimCore, differences, isAct } from "./derive/rivals.js";
import { deriveWhen } from "./derive/when.js";
import {
  type Article,
  type Claim,
  CONTESTED,
  type Contested,
  type Edge,
  type Evidence,
  type GraphNode,
  STATUSES,
  TOLL_KEYS,
  type Toll,
} from "./model.js";
import { compareCodePoints, compareIds, comparePublication, sortedUnique } from "./order.js";

export type { ClaimCore } from "./derive/rivals.js";

function mostFrequent(places: readonly string[]): string | null {
  const [first] = [...groupBy(places, (p) => p)].sort(
    ([a, left], [b, right]) => right.length - left.length || compareCodePoints(a, b),
  );
  return first?.[0] ?? null;
}

/** For each key the count of the latest article that gives one; in one article, the last. Undated articles come first. */
function deriveToll(evidence: readonly Evidence[], articles: ReadonlyMap<string, Article>): Toll {
  const publishedOf = (id: string) => articles.get(id)?.published ?? null;
  const told = evidence
    .map((item, place) => ({ item, place, published: publishedOf(item.article) }))
    .sort(
      (a, b) =>
        Number(a.published !== null) - Number(b.published !== null) ||
        comparePublication(
          { id: a.item.article, published: a.published },
          { id: b.item.article, published: b.published },
        ) ||
        a.place - b.place,
    );
  return Object.fromEntries(
    TOLL_KEYS.flatMap((key) => {
      const count = told.findLast(({ item }) => item.toll[key] !== undefined)?.item.toll[key];
      return count === undefined ? [] : [[key, count]];
    }),
  );
}

function deriveValues(core: ClaimCore, articles: ReadonlyMap<string, Article>) {
  const status = STATUSES.find((s) => core.evidence.some((e) => e.status === s)) ?? "asserted";
  const scores = core.evidence.flatMap(({ score }) => score ?? []);
  return {
    status,
    by: sortedUnique(core.evidence.flatMap((e) => (e.status === status ? e.by : []))),
    when: deriveWhen(core.evidence),
    where: mostFrequent(core.evidence.flatMap(({ where }) => where ?? [])),
    toll: deriveToll(core.evidence, articles),
    modes: sortedUnique(core.evidence.flatMap(({ mode }) => mode ?? [])) as Claim["modes"],
    score: scores.length === 0 ? null : scores.reduce((a, b) => Math.max(a, b)),
  };
}

/** Place of each claim's first evidence in the order of publication and text. */
function orderOfTelling(cores: readonly ClaimCore[], articles: ReadonlyMap<string, Article>): Map<string, number> {
  const rank = new Map([...articles.values()].sort(comparePublication).map(({ id }, place) => [id, place]));
  const first = cores.map(({ id, evidence }) => {
    const places = evidence.map((e) => [rank.get(e.article) ?? rank.size, e.trigger[0]] as const);
    return {
      id,
      place: places.reduce((a, b) => (a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? a : b), places[0] ?? [0, 0]),
    };
  });
  first.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]);
  const order = new Map<string, number>();
  let at = -1;
  let before: readonly number[] = [];
  for (const { id, place } of first) {
    if (place[0] !== before[0] || place[1] !== before[1]) at += 1;
    before = place;
    order.set(id, at);
  }
  return order;
}

function indexOf(
  cores: readonly ClaimCore[],
  articles: ReadonlyMap<string, Article>,
  nodes: ReadonlyMap<string, GraphNode>,
): ClaimIndex {
  const intended = cores.filter((c) => c.class === "intended");
  const intendedIn = new Map<string, Set<ClaimCore>>();
  for (const plan of intended)
    for (const e of plan.evidence)
      intendedIn.set(sentenceKey(e), (intendedIn.get(sentenceKey(e)) ?? new Set()).add(plan));
  return {
    intendedIn: new Map([...intendedIn].map(([key, plans]) => [key, [...plans]])),
    byEnds: groupBy(cores, endsKey),
    byDeed: groupBy(
      cores.filter((c) => isAct(c) && c.event !== null),
      deedKey,
    ),
    alleged: groupBy(
      cores.filter((c) => c.class === "alleged"),
      (c) => c.source,
    ),
    intended: groupBy(intended, pairKey),
    firstTold: orderOfTelling(cores, articles),
    nodes,
  };
}

/**
 * Claims with all their values, sorted by id.
 * @param cores what the claims say, with their evidence sorted
 */
export function deriveClaims(
  cores: readonly ClaimCore[],
  articles: ReadonlyMap<string, Article>,
  nodes: ReadonlyMap<string, GraphNode>,
): Claim[] {
  const index = indexOf(cores, articles, nodes);
  return cores
    .map((core): Claim => {
      const found = new Set<Contested>();
      const contradicted: string[] = [];
      const denials = index.byEnds.get(endsKey(core)) ?? [];
      if (denials.some((denial) => deniesAct(denial, core))) found.add("denied");
      const rivals = !isAct(core) ? [] : core.event === null ? [core] : (index.byDeed.get(deedKey(core)) ?? []);
      for (const other of rivals) {
        const over = differences(core, other, nodes, articles);
        for (const one of over) found.add(one);
        if (over.length > 0 && compareCodePoints(core.id, other.id) < 0) contradicted.push(other.id);
      }
      return canonicalClaim({
        id: core.id,
        source: core.source,
        relation: core.relation,
        target: core.target,
        class: core.class,
        event: core.event,
        ...deriveValues(core, articles),
        contested: CONTESTED.filter((c) => found.has(c)).sort(compareCodePoints),
        links: deriveLinks(core, index, contradicted),
        evidence: core.evidence,
      });
    })
    .sort(compareIds);
}

export interface Derived {
  readonly claims: Claim[];
  readonly edges: Edge[];
}

/** All claims and edges of a graph from what its claims say. */
export function derive(
  cores: readonly ClaimCore[],
  articles: readonly Article[],
  nodes: readonly GraphNode[],
): Derived {
  const articleOf = new Map(articles.map((a) => [a.id, a]));
  const nodeOf = new Map(nodes.map((n) => [n.id, n]));
  const claims = deriveClaims(cores, articleOf, nodeOf);
  return { claims, edges: deriveEdges(claims, articleOf, nodeOf) };
}

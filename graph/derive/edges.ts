/** Edges from claims: one for each source, relation and target with a claim that happened or is alleged. */
import { DisjointSets } from "../disjoint-sets.js";
import { edgeId } from "../ids.js";
import { type Article, type Claim, type Edge, type GraphNode, STATUSES } from "../model.js";
import { compareIds, sortedUnique } from "../order.js";
import { groupBy } from "./group-by.js";
import { deniesAct, endsKey } from "./links.js";
import { isAct } from "./rivals.js";

/** The article that a copy goes back to, through copies of copies; an unknown id stands for itself. */
function originalOf(id: string, articles: ReadonlyMap<string, Article>): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const next = articles.get(at)?.copyOf ?? null;
    if (next === null || seen.has(next)) return at;
    seen.add(at);
    at = next;
  }
}

/** Articles, once copies and articles of one publisher are counted once. */
function countIndependent(ids: readonly string[], articles: ReadonlyMap<string, Article>): number {
  const sets = new DisjointSets(ids.length);
  const holders = new Map<string, number>();
  ids.forEach((id, place) => {
    const publisher = articles.get(id)?.publisher ?? null;
    const keys = [`article ${originalOf(id, articles)}`, ...(publisher === null ? [] : [`publisher ${publisher}`])];
    for (const key of keys) {
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, place);
      else sets.join(holder, place);
    }
  });
  return new Set(ids.map((_, place) => sets.find(place))).size;
}

interface Context {
  readonly articles: ReadonlyMap<string, Article>;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly byEvent: ReadonlyMap<string | null, readonly Claim[]>;
  /** Denied claims by relation and target. */
  readonly denials: ReadonlyMap<string, readonly Claim[]>;
  /** Ids of articles that correct an article, by its id. */
  readonly correctors: ReadonlyMap<string, ReadonlySet<string>>;
}

const deniedKey = ({ relation, target }: Claim): string => `${relation} ${target}`;

/**
 * Whether every article of the edge was corrected on this point: a correction of it, or of what it copies, denies the
 * act, of the same source or of the open agent.
 */
function isWithdrawn(act: Claim, articleIds: readonly string[], context: Context): boolean {
  const deniers = new Set<string>();
  for (const denial of context.denials.get(deniedKey(act)) ?? []) {
    const isOpen = context.nodes.get(denial.source)?.type === "unknown";
    if (denial.source === act.source || isOpen) for (const { article } of denial.evidence) deniers.add(article);
  }
  if (deniers.size === 0) return false;
  return articleIds.every((id) =>
    [id, originalOf(id, context.articles)].some((said) =>
      [...(context.correctors.get(said) ?? [])].some((corrector) => deniers.has(corrector)),
    ),
  );
}

/** First and last day of those claims that give one. */
function daysOf(claims: readonly Claim[]): Pick<Edge, "firstDay" | "lastDay"> {
  const ends = claims.flatMap(({ when }) => (when === null ? [] : [when]));
  const froms = sortedUnique(ends.flatMap(({ from }) => from ?? []));
  const tos = sortedUnique(ends.flatMap(({ to }) => to ?? []));
  return { firstDay: froms[0] ?? null, lastDay: tos.at(-1) ?? null };
}

function deriveEdge(acts: readonly Claim[], denied: readonly Claim[], context: Context): Edge | null {
  const [act] = acts;
  if (act === undefined) return null;
  const status = STATUSES.find((s) => acts.some((c) => c.status === s)) ?? act.status;
  const articleIds = sortedUnique(acts.flatMap((c) => c.evidence.map((e) => e.article)));
  const deniers = denied.filter((denial) => acts.some((c) => deniesAct(denial, c)));
  const isDated = acts.some((c) => c.when !== null);
  const ofEvents = acts.flatMap((c) => (c.event === null ? [] : (context.byEvent.get(c.event) ?? [])));
  return {
    id: edgeId(act),
    relation: act.relation,
    source: act.source,
    target: act.target,
    status,
    by: sortedUnique(acts.flatMap((c) => (c.status === status ? c.by : []))),
    contested:
      acts.some((c) => c.contested.includes("denied") || c.contested.includes("agent")) && status !== "asserted",
    deniedBy: sortedUnique(deniers.flatMap((c) => c.by)),
    withdrawn: isWithdrawn(act, articleIds, context),
    claims: sortedUnique(acts.map((c) => c.id)),
    articles: articleIds.length,
    independentSources: countIndependent(articleIds, context.articles),
    ...daysOf(isDated ? acts : ofEvents),
  };
}

/** @param claims with their derived values */
export function deriveEdges(
  claims: readonly Claim[],
  articles: ReadonlyMap<string, Article>,
  nodes: ReadonlyMap<string, GraphNode>,
): Edge[] {
  const correctors = new Map<string, Set<string>>();
  for (const { id, corrects } of articles.values())
    for (const said of corrects) correctors.set(said, (correctors.get(said) ?? new Set()).add(id));
  const context: Context = {
    articles,
    nodes,
    correctors,
    byEvent: groupBy(claims, (c) => c.event),
    denials: groupBy(
      claims.filter((c) => c.class === "denied"),
      deniedKey,
    ),
  };
  return [...groupBy(claims, endsKey).values()]
    .flatMap((same) => {
      const denied = same.filter((c) => c.class === "denied");
      return deriveEdge(same.filter(isAct), denied, context) ?? [];
    })
    .sort(compareIds);
}

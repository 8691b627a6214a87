/**
 * What follows from the evidence: every value of claims and edges (docs/graph-json.md, "Derived values"). The checker
 * and the merge compute it again.
 */

import { edgeId } from "./ids.js";
import {
  type Article,
  type Claim,
  type Contested,
  type Count,
  type Edge,
  type Evidence,
  type GraphNode,
  type Link,
  STATUSES,
  type Status,
  TOLL_KEYS,
  type Toll,
  type When,
} from "./model.js";
import { compareText, sortedTexts } from "./order.js";

/** A claim as its evidence and identity alone. */
export type BareClaim = Pick<Claim, "id" | "source" | "relation" | "target" | "class" | "event" | "evidence">;

const rank = (status: Status): number => STATUSES.indexOf(status);

export function strongest(statuses: readonly Status[]): Status {
  return statuses.reduce((a, b) => (rank(b) < rank(a) ? b : a), statuses[0] ?? "denied");
}

const from = (w: When): string => w.from ?? "0000";
const to = (w: When): string => w.to ?? "9999";
const meet = (a: When, b: When): boolean => from(a) <= to(b) && from(b) <= to(a);
const inside = (a: When, b: When): boolean => from(b) <= from(a) && to(a) <= to(b);

/** Points give the narrowest that lies inside all others, spans their hull; dates that don't meet are weighed. */
function whenOf(evidence: readonly Evidence[]): When | null {
  const dated = evidence.flatMap((e) =>
    e.when === null ? [] : [{ when: e.when, status: e.status, article: e.article }],
  );
  if (dated.length === 0) return null;
  const whens = dated.map((d) => d.when);
  const order = (a: When, b: When) =>
    compareText(from(a), from(b)) || compareText(to(a), to(b)) || compareText(a.basis, b.basis);
  const points = whens.filter((w) => w.precision !== "span").sort(order);
  const narrowest = points.find((w) => whens.every((other) => inside(w, other)));
  if (narrowest !== undefined) return narrowest;
  if (points.length === 0 && whens.every((a) => whens.every((b) => meet(a, b)))) {
    const first = [...whens].sort(order)[0];
    const ends = whens.map((w) => w.to);
    const last = ends.includes(null) ? null : (sortedTexts(ends as string[]).at(-1) ?? null);
    return first === undefined ? null : { ...first, to: last };
  }
  const articles = (w: When) => new Set(dated.filter((d) => order(d.when, w) === 0).map((d) => d.article)).size;
  return (
    [...dated].sort(
      (a, b) => rank(a.status) - rank(b.status) || articles(b.when) - articles(a.when) || order(a.when, b.when),
    )[0]?.when ?? null
  );
}

/** The most frequent, then the smallest. */
function whereOf(evidence: readonly Evidence[]): string | null {
  const counts = new Map<string, number>();
  for (const { where } of evidence) if (where !== null) counts.set(where, (counts.get(where) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? null;
}

/** For each key that of the latest article that gives one. */
function tollOf(evidence: readonly Evidence[], published: ReadonlyMap<string, string | null>): Toll {
  const latest = [...evidence].sort(
    (a, b) =>
      compareText(published.get(b.article) ?? "", published.get(a.article) ?? "") ||
      compareText(b.article, a.article) ||
      a.start - b.start ||
      a.trigger[0] - b.trigger[0],
  );
  return Object.fromEntries(
    TOLL_KEYS.flatMap((key) => {
      const count = latest.find((e) => e.toll[key] !== undefined)?.toll[key];
      return count === undefined ? [] : [[key, count]];
    }),
  );
}

const disjoint = (a: Count, b: Count): boolean =>
  (a.max !== null && b.min !== null && a.max < b.min) || (b.max !== null && a.min !== null && b.max < a.min);

function tollsDiffer(evidence: readonly Evidence[]): boolean {
  return TOLL_KEYS.some((key) =>
    evidence.some((a) =>
      evidence.some((b) => {
        const [x, y] = [a.toll[key], b.toll[key]];
        const speakers = a.by.join() !== b.by.join() || a.attribution !== b.attribution;
        return x !== undefined && y !== undefined && speakers && disjoint(x, y);
      }),
    ),
  );
}

const daysDiffer = (evidence: readonly Evidence[]): boolean => {
  const whens = evidence.flatMap((e) => (e.when === null ? [] : [e.when]));
  return whens.some((a) => whens.some((b) => !meet(a, b)));
};

const group = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const out = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const list = out.get(k);
    if (list === undefined) out.set(k, [item]);
    else list.push(item);
  }
  return out;
};

const ends = (c: BareClaim): string => JSON.stringify([c.source, c.relation, c.target]);
const articlesOf = (c: BareClaim): Set<string> => new Set(c.evidence.map((e) => e.article));

/** The same event, or one of the two has none that another article's could be. */
const sameHappening = (a: BareClaim, b: BareClaim): boolean =>
  a.event === b.event || a.event === null || b.event === null;

export function deriveClaims(
  articles: readonly Article[],
  nodes: readonly GraphNode[],
  bare: readonly BareClaim[],
): Claim[] {
  const published = new Map(articles.map((a) => [a.id, a.published]));
  const named = new Set(nodes.filter((n) => n.named).map((n) => n.id));
  const sameEnds = group(bare, ends);
  const sameAct = group(bare, (c) => JSON.stringify([c.relation, c.target, c.event]));
  const speakers = (c: BareClaim) => new Set(c.evidence.flatMap((e) => e.by));
  const allegedBySource = group(
    bare.filter((c) => c.class === "alleged" && c.relation !== "ACCUSED"),
    (c) => c.source,
  );

  const contestedOf = (c: BareClaim): Contested[] => {
    const out: Contested[] = [];
    const others = (sameEnds.get(ends(c)) ?? []).filter((o) => o !== c && sameHappening(o, c));
    if (c.class !== "denied" && others.some((o) => o.class === "denied")) out.push("denied");
    if (tollsDiffer(c.evidence)) out.push("toll");
    if (daysDiffer(c.evidence)) out.push("day");
    const rivals = c.event === null ? [] : (sameAct.get(JSON.stringify([c.relation, c.target, c.event])) ?? []);
    const isOpen = (o: BareClaim) => o.class === "happened" || o.class === "alleged";
    if (
      isOpen(c) &&
      named.has(c.source) &&
      rivals.some((o) => isOpen(o) && o.source !== c.source && named.has(o.source))
    )
      out.push("agent");
    return out.sort(compareText) as Contested[];
  };

  const linksOf = (c: BareClaim): Link[] => {
    const found = new Set<string>();
    if (c.relation === "ACCUSED" && c.class === "happened") {
      const where = articlesOf(c);
      for (const act of allegedBySource.get(c.target) ?? [])
        if (act.evidence.some((e) => where.has(e.article) && e.by.includes(c.source))) found.add(`${act.id} accuses`);
    }
    if (c.class === "denied" && speakers(c).size > 0)
      for (const act of sameEnds.get(ends(c)) ?? [])
        if ((act.class === "happened" || act.class === "alleged") && sameHappening(act, c))
          found.add(`${act.id} denies`);
    return [...found].sort(compareText).map((text) => {
      const [claim = "", kind] = text.split(" ");
      return { claim, kind: kind as Link["kind"] };
    });
  };

  return bare.map((c) => {
    const status = strongest(c.evidence.map((e) => e.status));
    return {
      id: c.id,
      source: c.source,
      relation: c.relation,
      target: c.target,
      class: c.class,
      event: c.event,
      status,
      by: sortedTexts(c.evidence.filter((e) => e.status === status).flatMap((e) => e.by)),
      when: whenOf(c.evidence),
      where: whereOf(c.evidence),
      toll: tollOf(c.evidence, published),
      modes: sortedTexts(c.evidence.flatMap((e) => (e.mode === null ? [] : [e.mode]))) as Claim["modes"],
      contested: contestedOf(c),
      links: linksOf(c),
      score: null,
      evidence: c.evidence,
    };
  });
}

/** Articles once copies and articles of one publisher are counted once. */
function independentSources(ids: ReadonlySet<string>, articles: ReadonlyMap<string, Article>): number {
  const sources = new Set<string>();
  for (const id of ids) {
    const original = articles.get(articles.get(id)?.copyOf ?? id);
    const publisher = original?.publisher ?? null;
    sources.add(publisher === null ? (original?.id ?? id) : `publisher ${publisher}`);
  }
  return sources.size;
}

/** One edge for each (source, relation, target) with a claim that happened or is alleged; sorted by id. */
export function deriveEdges(articles: readonly Article[], claims: readonly Claim[]): Edge[] {
  const byArticle = new Map(articles.map((a) => [a.id, a]));
  const corrected = new Set(articles.flatMap((a) => a.corrects));
  const byEvent = group(
    claims.filter((c) => c.event !== null),
    (c) => c.event ?? "",
  );
  const all = group(claims, ends);
  const edges = [...all.values()].flatMap((same): Edge[] => {
    const shown = same.filter((c) => c.class === "happened" || c.class === "alleged");
    const [first] = shown;
    if (first === undefined) return [];
    const status = strongest(shown.map((c) => c.status));
    const ids = new Set(shown.flatMap((c) => c.evidence.map((e) => e.article)));
    const own = shown.flatMap((c) => (c.when === null ? [] : [c.when]));
    const events = shown.flatMap((c) => (c.event === null ? [] : (byEvent.get(c.event) ?? [])));
    const days = own.length > 0 ? own : events.flatMap((c) => (c.when === null ? [] : [c.when]));
    const deniers = same.filter((c) => c.class === "denied");
    const isDenied = shown.some((c) => c.contested.includes("denied"));
    return [
      {
        id: edgeId(first.source, first.relation, first.target),
        relation: first.relation,
        source: first.source,
        target: first.target,
        status,
        by: sortedTexts(shown.filter((c) => c.status === status).flatMap((c) => c.by)),
        contested: status !== "asserted" && (isDenied || shown.some((c) => c.contested.includes("agent"))),
        deniedBy: isDenied ? sortedTexts(deniers.flatMap((c) => c.by)) : [],
        withdrawn: ids.size > 0 && [...ids].every((id) => corrected.has(id)),
        claims: sortedTexts(shown.map((c) => c.id)),
        articles: ids.size,
        independentSources: independentSources(ids, byArticle),
        firstDay: sortedTexts(days.flatMap((w) => (w.from === null ? [] : [w.from])))[0] ?? null,
        lastDay: sortedTexts(days.flatMap((w) => (w.to === null ? [] : [w.to]))).at(-1) ?? null,
      },
    ];
  });
  return edges.sort((a, b) => compareText(a.id, b.id));
}

/**
 * Happenings of one article: which evidence of event relations speaks of one act. Within one family (violence, or the
 * same relation), evidence is one happening when its days meet and it shares an end, a place or a sentence; undated
 * evidence joins the dated happening it shares one with, or the only one of its family (docs/graph-json.md, "Event").
 */
import { type Relation, STANDING, VIOLENCE, type When } from "../../graph/model.js";

/** What happenings are told by; ends and place are referents, null the open agent or no place. */
export interface Told {
  readonly sentence: number;
  readonly source: number | null;
  readonly relation: Relation;
  readonly target: number;
  readonly when: When | null;
  readonly where: number | null;
}

const familyOf = (relation: Relation): string => (VIOLENCE.has(relation) ? "violence" : relation);

const meet = (a: When, b: When): boolean =>
  (a.from ?? "0000") <= (b.to ?? "9999") && (b.from ?? "0000") <= (a.to ?? "9999");

function share(a: Told, b: Told): boolean {
  if (a.sentence === b.sentence) return true;
  const places = [a.where, a.target].filter((p) => p !== null);
  return (
    a.target === b.target ||
    (a.source !== null && (a.source === b.source || a.source === b.target)) ||
    (b.source !== null && b.source === a.target) ||
    places.some((p) => p === b.where || p === b.target)
  );
}

/** The happening of each piece of evidence, numbered by its first; null for standing relations. */
export function findHappenings(evidence: readonly Told[]): (number | null)[] {
  const parent = evidence.map((_, k) => k);
  const find = (k: number): number => {
    let at = k;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const join = (a: number, b: number) => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  const families = new Map<string, number[]>();
  evidence.forEach((e, k) => {
    if (STANDING.has(e.relation)) return;
    const family = familyOf(e.relation);
    families.set(family, [...(families.get(family) ?? []), k]);
  });
  for (const members of families.values()) {
    const at = (k: number) => evidence[k] as Told;
    const dated = members.filter((k) => at(k).when !== null);
    const undated = members.filter((k) => at(k).when === null);
    for (const a of dated)
      for (const b of dated)
        if (a < b && meet(at(a).when as When, at(b).when as When) && share(at(a), at(b))) join(a, b);
    for (const a of undated) for (const b of undated) if (a < b && share(at(a), at(b))) join(a, b);
    const happenings = new Set(dated.map(find));
    const groups = new Map<number, number[]>();
    for (const k of undated) groups.set(find(k), [...(groups.get(find(k)) ?? []), k]);
    for (const group of groups.values()) {
      const shared = new Set(dated.filter((d) => group.some((k) => share(at(d), at(k)))).map(find));
      const [only] = shared.size === 1 ? shared : shared.size === 0 && happenings.size === 1 ? happenings : [];
      if (only !== undefined) join(group[0] ?? only, only);
    }
  }
  return evidence.map((e, k) => (STANDING.has(e.relation) ? null : find(k)));
}

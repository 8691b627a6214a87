/**
 * Which evidence of one article speaks of one happening. Source: docs/graph-json.md, "Event": its days meet and it shares
 * an end, a place or a sentence, within one family (violence, or the same relation). Undated evidence joins the dated
 * happening that it shares something with, or the only one of its family in the article; else it stands apart.
 */
import { groupBy } from "../../graph/derive/group-by.js";
import { DisjointSets } from "../../graph/disjoint-sets.js";
import { type Evidence, type Relation, STANDING, VIOLENCE, type When } from "../../graph/model.js";

/** Evidence with its ends; the open agent is null. Ends and places are compared with each other by equality. */
export interface Told extends Pick<Evidence, "sentence" | "when"> {
  readonly relation: Relation;
  readonly source: string | null;
  readonly target: string;
  readonly where: string | null;
}

const FIRST_DAY = "";
const LAST_DAY = "\uffff";

/** What evidence can share with other evidence: a sentence, an end, a place. */
function sharedKeys({ sentence, source, target, where }: Told): Set<string> {
  const things = [source, target, where].filter((thing) => thing !== null);
  return new Set([`sentence ${sentence}`, ...things.map((thing) => `thing ${thing}`)]);
}

/** Members of one key whose intervals form an unbroken chain are one happening. */
function joinWhereDaysMeet(
  members: readonly number[],
  whenOf: (item: number) => When | null,
  sets: DisjointSets,
): void {
  const intervals = members
    .map((item) => ({ item, from: whenOf(item)?.from ?? FIRST_DAY, to: whenOf(item)?.to ?? LAST_DAY }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.item - b.item));
  let open: { item: number; to: string } | null = null;
  for (const { item, from, to } of intervals) {
    if (open !== null && from <= open.to) sets.join(open.item, item);
    if (open === null || from > open.to || to > open.to) open = { item, to };
  }
}

/** Joins undated happenings of a family to a dated one. */
function joinUndated(family: readonly number[], told: readonly Told[], sets: DisjointSets): void {
  const isDated = (item: number): boolean => (told[item]?.when ?? null) !== null;
  const dated = family.filter(isDated);
  const happenings = new Set(dated.map((item) => sets.find(item)));
  const holders = new Map<string, Set<number>>();
  for (const item of dated) {
    const evidence = told[item];
    if (evidence === undefined) continue;
    for (const key of sharedKeys(evidence)) holders.set(key, (holders.get(key) ?? new Set()).add(sets.find(item)));
  }
  const undated = groupBy(
    family.filter((item) => !isDated(item)),
    (item) => sets.find(item),
  );
  for (const members of undated.values()) {
    const shared = new Set(
      members.flatMap((item) => {
        const evidence = told[item];
        return evidence === undefined ? [] : [...sharedKeys(evidence)].flatMap((key) => [...(holders.get(key) ?? [])]);
      }),
    );
    const [only, ...others] = shared.size > 0 ? shared : happenings;
    const [first] = members;
    if (only !== undefined && others.length === 0 && first !== undefined) sets.join(only, first);
  }
}

/**
 * The happening of each piece of evidence, as the smallest index of its members; null for standing relations.
 * @param told evidence of one article
 */
export function findHappenings(told: readonly Told[]): (number | null)[] {
  const sets = new DisjointSets(told.length);
  const events = told.flatMap(({ relation }, item) => (STANDING.has(relation) ? [] : [item]));
  const familyOf = (item: number): string => {
    const relation = told[item]?.relation;
    return relation !== undefined && VIOLENCE.has(relation) ? "violence" : (relation ?? "");
  };
  for (const family of groupBy(events, familyOf).values()) {
    const byKey = groupBy(
      family.flatMap((item) => {
        const evidence = told[item];
        return evidence === undefined ? [] : [...sharedKeys(evidence)].map((key) => ({ key, item }));
      }),
      ({ key, item }) => `${told[item]?.when === null ? "undated" : "dated"} ${key}`,
    );
    for (const members of byKey.values())
      joinWhereDaysMeet(
        members.map(({ item }) => item),
        (item) => told[item]?.when ?? null,
        sets,
      );
    joinUndated(family, told, sets);
  }
  return told.map(({ relation }, item) => (STANDING.has(relation) ? null : sets.find(item)));
}

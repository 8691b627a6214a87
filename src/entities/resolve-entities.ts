/**
 * Resolution over articles: referents are one thing when a register knows both by one key, or when both have names that
 * fold alike and are of one kind and country. Unnamed referents stay within their article; so does a person's lone
 * surname, unless one person alone bears it in all articles: a wrong join is worse than a missed one.
 */

import { DisjointSets } from "../../graph/disjoint-sets.js";
import type { Kind, NodeType } from "../../graph/model.js";
import type { Referent } from "../model/entity.js";
import type { Reading } from "../model/reading.js";
import type { Resolution, ResolvedNode } from "../model/resolution.js";
import { foldName } from "./name-keys.js";
import PORTFOLIO_WORDS from "./portfolios.json" with { type: "json" };
import type { Described } from "./registers.js";

export interface Place {
  /** Index of the reading, index of the referent. */
  readonly article: number;
  readonly referent: number;
}

const PORTFOLIOS = new Set(PORTFOLIO_WORDS.portfolios.map(foldName));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names of groups that are sure enough to join by: in full, or an acronym of three letters at least. */
const isFullName = (name: string): boolean =>
  /\p{Lu}/u.test(name) && (/\s\S/u.test(name) || /^\p{Lu}{3,8}$/u.test(name));

/** What joins a referent to others over articles; nothing where it stays alone. */
function joinKeys(
  referent: Referent,
  written: readonly string[],
  surnames: ReadonlyMap<string, string | null>,
): string[] {
  if (referent.register !== null) return [`register ${referent.kind} ${referent.register}`];
  if (!referent.named) return [];
  const folded = foldName(referent.name);
  if (folded.length < 2) return [];
  if (referent.type === "person" && !folded.includes(" ")) {
    const full = surnames.get(folded);
    return full === undefined || full === null ? [] : [`person ${full}`];
  }
  if (referent.type === "person") return [`person ${folded}`];
  const names = [referent.name, ...(referent.kind === "Group" ? written.filter(isFullName) : [])];
  return [...new Set(names)].flatMap((name) => {
    const key = foldName(name);
    // "police", "Défense": of some state; which one, only a country tells.
    const isGeneric = !/\p{Lu}/u.test(name) || PORTFOLIOS.has(key);
    return isGeneric && referent.country === null ? [] : [`${referent.kind} ${key} ${referent.country ?? ""}`];
  });
}

/** Names of one referent as its article writes them. */
function writtenNames(reading: Reading, referent: Referent): string[] {
  return referent.mentions
    .flatMap((m) => reading.mentions[m] ?? [])
    .filter((m) => m.form === "name")
    .map((m) => reading.article.text.slice(m.start, m.end));
}

/** The full name that ends in each surname, where there is just one; null where there are several. */
function surnamesOf(referents: readonly Referent[]): Map<string, string | null> {
  const out = new Map<string, string | null>();
  for (const { type, named, name } of referents) {
    const folded = foldName(name);
    const surname = folded.split(" ").at(-1) ?? "";
    if (type !== "person" || !named || surname === folded || surname === "") continue;
    const known = out.get(surname);
    out.set(surname, known === undefined || known === folded ? folded : null);
  }
  return out;
}

function mostFrequent<T>(values: readonly T[], order: (a: T, b: T) => number): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || order(a[0], b[0]))[0]?.[0] ?? null;
}

/** Names as written, by the language of their article; adjectives and nominals are no names. */
function namesOf(members: readonly Place[], readings: readonly Reading[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  for (const { article, referent } of members) {
    const reading = readings[article];
    const one = reading?.referents[referent];
    if (reading === undefined || one === undefined || !one.named) continue;
    const { language, text } = reading.article;
    const names = out.get(language) ?? new Set<string>();
    const forms = one.mentions.flatMap((m) => reading.mentions[m] ?? []).filter((m) => m.form === "name");
    if (one.type !== "person")
      for (const m of forms) names.add(text.slice(m.start, m.end).replace(/\s+/gu, " ").trim());
    names.add(one.name);
    out.set(language, names);
  }
  return out;
}

function nodeOf(
  members: readonly Place[],
  readings: readonly Reading[],
  describe: (key: string, kind: Kind) => Described | null,
): ResolvedNode {
  const referents = members.flatMap(({ article, referent }) => readings[article]?.referents[referent] ?? []);
  const first = referents[0] as Referent;
  const key = first.register;
  const described = key === null ? null : describe(key, first.kind);
  const names = namesOf(members, readings);
  for (const [language, list] of Object.entries(described?.names ?? {})) {
    const known = names.get(language) ?? new Set<string>();
    for (const name of list.slice(0, 1)) known.add(name);
    names.set(language, known);
  }
  const longest = (a: string, b: string) => b.length - a.length || compare(a, b);
  const types = mostFrequent<NodeType>(
    referents.map((r) => r.type),
    compare,
  );
  return {
    kind: first.kind,
    type: types ?? first.type,
    subtype: mostFrequent(
      referents.flatMap((r) => r.subtype ?? []),
      compare,
    ),
    named: first.named,
    name:
      described?.name ??
      mostFrequent(
        referents.map((r) => r.name),
        longest,
      ) ??
      first.name,
    names: Object.fromEntries(
      [...names].sort(([a], [b]) => compare(a, b)).map(([l, list]) => [l, [...list].sort(compare)]),
    ),
    country:
      described?.country ??
      mostFrequent(
        referents.flatMap((r) => r.country ?? []),
        compare,
      ),
    sameAs: described?.sameAs === null || described === null ? [] : [described.sameAs],
    registerKey: key,
  };
}

export function createResolver(
  describe: (key: string, kind: Kind) => Described | null,
): (readings: readonly Reading[]) => Resolution {
  return (readings) => {
    // In the order of article ids, so that the order of the files changes nothing.
    const order = readings
      .map((_, k) => k)
      .sort((a, b) => compare(readings[a]?.article.id ?? "", readings[b]?.article.id ?? ""));
    const everyone = order.flatMap((k) => readings[k]?.referents ?? []);
    const surnames = surnamesOf(everyone.filter((r) => r.register === null));
    const places = order.flatMap((article) =>
      (readings[article]?.referents ?? []).map((_, referent): Place => ({ article, referent })),
    );
    const sets = new DisjointSets(places.length);
    const first = new Map<string, number>();
    places.forEach(({ article, referent }, k) => {
      const reading = readings[article];
      const one = reading?.referents[referent];
      if (reading === undefined || one === undefined) return;
      for (const key of joinKeys(one, writtenNames(reading, one), surnames)) {
        const known = first.get(key);
        if (known === undefined) first.set(key, k);
        else sets.join(known, k);
      }
    });
    const byRoot = new Map<number, Place[]>();
    places.forEach((place, k) => {
      const group = byRoot.get(sets.find(k)) ?? [];
      group.push(place);
      byRoot.set(sets.find(k), group);
    });
    const groups = [...byRoot.values()];
    const nodeIndex = readings.map(({ referents }) => new Array<number>(referents.length).fill(-1));
    const nodes = groups.map((members, k) => {
      for (const { article, referent } of members) {
        const row = nodeIndex[article];
        if (row !== undefined) row[referent] = k;
      }
      return nodeOf(members, readings, describe);
    });
    return { nodeOf: nodeIndex, nodes };
  };
}

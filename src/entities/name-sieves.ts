/**
 * Sieves of chains that go by proper names: the same name, an acronym and what it stands for, a part of a name, a name and
 * the common noun that introduces it. find-chains.ts has the order of all sieves.
 */
import type { DisjointSets } from "../../graph/disjoint-sets.js";
import { KIND_OF_TYPE } from "../../graph/model.js";
import { OPENS_BRACKET } from "../model/opens-bracket.js";
import CHAINS from "./chains.json" with { type: "json" };
import { type Known, only, typesMeet } from "./known-mention.js";
import { foldName, initialsOf, initialsOfAll } from "./name-keys.js";

export function joinSameNames(sets: DisjointSets, items: readonly Known[]): void {
  const first = new Map<string, number>();
  items.forEach((item, k) => {
    const kind = KIND_OF_TYPE[item.type];
    const keys = [
      ...(item.known === null ? [] : [`register ${kind} ${item.known.key}`]),
      ...(item.name.name === null || item.name.key === "" ? [] : [`name ${kind} ${item.name.key}`]),
    ];
    for (const key of keys) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, k);
      else if (typesMeet(items[earlier]?.type ?? item.type, item.type)) sets.join(earlier, k);
    }
  });
}

const ACRONYM = /^\p{Lu}[\p{L}\d.-]{1,9}$/u;
/** Capitals and digits of an acronym, folded, the small letters of "MoI" and a plural's s left out; null for other names. */
function lettersOf(name: string): string | null {
  const capitals = name.match(/[\p{Lu}\d]/gu) ?? [];
  return ACRONYM.test(name) && capitals.length >= 2 ? foldName(capitals.join("")) : null;
}

/** Two entries of the registers are two things, however near they stand. */
const areKnownApart = (a: Known, b: Known): boolean =>
  a.known !== null && b.known !== null && a.known.key !== b.known.key;

const isWithin = (inner: Known, outer: Known): boolean =>
  inner !== outer && outer.mention.start <= inner.mention.start && inner.mention.end <= outer.mention.end;

/** Those that hold none of the others: of "les rebelles du Front uni" and "Front uni", the body that it names. */
const innermost = (items: readonly Known[], found: readonly number[]): number[] =>
  found.filter((k) => !found.some((q) => isWithin(items[q] as Known, items[k] as Known)));

/**
 * "Front du Djebel Marra (FDM)", "ONUB (Opération des Nations unies au Burundi)": what stands in brackets right after a
 * name of its kind; an acronym made of a name's initials; an acronym in the order of another language ("FLT" and "TLF").
 */
export function joinAcronyms(sets: DisjointSets, items: readonly Known[], text: string): void {
  items.forEach((item, k) => {
    const name = item.name.name;
    if (name === null || item.mention.form !== "name") return;
    const letters = lettersOf(name);
    const isGroup = KIND_OF_TYPE[item.type] === "Group";
    const candidates = items.flatMap((other, q) => {
      // The type of an acronym is often misread: groups of any type may be one.
      const meets = typesMeet(other.type, item.type) || (isGroup && KIND_OF_TYPE[other.type] === "Group");
      if (q === k || other.name.name === null || other.mention.form !== "name" || !meets) return [];
      const isBefore = other.mention.end <= item.mention.start;
      const isBracketed = isBefore && OPENS_BRACKET.test(text.slice(other.mention.end, item.mention.start));
      if (isBracketed && (letters !== null || (isGroup && text[item.mention.end] === ")")))
        return areKnownApart(item, other) ? [] : [q];
      if (letters === null) return [];
      if (
        other.name.words.length >= 2 &&
        [initialsOf(other.name.name), initialsOfAll(other.name.name)].includes(letters)
      )
        return [q];
      const others = isGroup && letters.length >= 3 ? lettersOf(other.name.name) : null;
      const isTurned =
        others !== null && others !== letters && [...others].sort().join() === [...letters].sort().join();
      return isTurned && !areKnownApart(item, other) ? [q] : [];
    });
    const found = only(sets, innermost(items, candidates));
    if (found !== null) sets.join(found, k);
  });
}

/** Words behind which a name is a complement, not what the noun before it introduces: "branche de Daech". */
const LINK = /^(?:d[eu]s?|la|les?|l['’]|d['’]|of|the|for|pour|en|aux?|à|in|at|and|et|par|by|sur|pro|anti|ex)$/u;

/** A complement of its own within the nouns before a name: "rédaction de la chaîne", not "agence de presse". */
const COMPLEMENT =
  /(?:^|\s)(?:du|des|aux?|à|of|in|at|for|by|d[eu]\s+(?:l[ae]s?|l['’]|s(?:on|a|es)|leurs?|cet?(?:te)?|ces))\b/iu;
const COLLECTIVE = new Set(CHAINS.collective.map(foldName));

/** The proper name at the end of a mention that common nouns and adjectives introduce ("quotidien suisse | Le Temps"); null else. */
function introducedName(surface: string): string | null {
  const match = /^((?:[\p{Ll}\d][^\s«“"]*\s+)+)[«“"]?\s*(\p{Lu}.*)$/su.exec(surface.trim());
  const before = match?.[1]?.trim().split(/\s+/u) ?? [];
  const name = match?.[2]?.replace(/[»”"\s]+$/u, "");
  const isComplement = LINK.test(before.at(-1) ?? "de") || COMPLEMENT.test(before.join(" "));
  return name === undefined || isComplement ? null : name;
}

/** "la société Tamesna Logistique" and "Tamesna Logistique": a name and the same with the noun that introduces it. */
export function joinIntroducedNames(sets: DisjointSets, items: readonly Known[], text: string): void {
  const first = new Map<string, number>();
  const keyOf = ({ type, name, mention }: Known): string | null => {
    if (mention.form !== "name" || name.name === null || name.indefinite || KIND_OF_TYPE[type] === "Actor") return null;
    // "représentants CGT" are people of it.
    const isPeople = name.number === "Plur" && !COLLECTIVE.has(name.headLemma) && !name.headIsName;
    const introduced = isPeople ? null : introducedName(text.slice(mention.start, mention.end));
    return `${KIND_OF_TYPE[type]} ${introduced === null ? name.key : foldName(introduced)}`;
  };
  items.forEach((item, k) => {
    const key = keyOf(item);
    if (key === null) return;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, k);
    else if (!areKnownApart(item, items[earlier] ?? item)) sets.join(earlier, k);
  });
}

/** "Trump" after "Donald Trump", "les Brigades" after "Brigades du Hezbollah": where one fuller name alone fits. */
export function joinPartialNames(sets: DisjointSets, items: readonly Known[]): void {
  items.forEach((item, k) => {
    if (item.name.name === null || item.known !== null || item.mention.form !== "name") return;
    const { words } = item.name;
    const isPerson = item.type === "person";
    if (isPerson ? words.length > 2 : words.length > 3) return;
    const [initial = "", surname] = words;
    const isInitial = isPerson && surname !== undefined && /^\p{L}\.?$/u.test(initial);
    const candidates = items.flatMap((other, q) => {
      if (other.name.name === null || !typesMeet(other.type, item.type)) return [];
      // "E. Macron".
      if (isInitial && other.name.words.at(-1) === surname && (other.name.words[0] ?? "").length > 2)
        return other.name.words[0]?.[0] === initial[0] ? [q] : [];
      if (other.name.words.length <= words.length) return [];
      const longer = other.name.words;
      const tail = words.every((w, n) => longer[longer.length - words.length + n] === w);
      const front = words.every((w, n) => longer[n] === w);
      if (isPerson) return tail || (front && words.length === 1) ? [q] : [];
      return KIND_OF_TYPE[item.type] === "Group" && (front || (tail && words.length > 1)) ? [q] : [];
    });
    const tailFirst = isPerson ? candidates.filter((q) => items[q]?.name.words.at(-1) === words.at(-1)) : candidates;
    const found = only(sets, tailFirst.length > 0 ? tailFirst : candidates);
    if (found !== null) sets.join(found, k);
  });
}

/**
 * A place told right behind another one lies around it: "le campus de Garissa, dans l'est du pays", "Qousseir, ville de la province de Homs",
 * "Mubi, a town in Adamawa state", "Kisumu (Kenya)". The parser hangs such asides anywhere, so what stands between both counts, not the tree.
 * Words are in build-words.json; positions are token indexes.
 */
import type { Sentence, Token } from "../../model/text.js";
import WORDS from "./build-words.json" with { type: "json" };

const OF = new Set(WORDS.of);
const WITHIN = new Set(WORDS.within);
const AREAS = new Set(WORDS.areas);
const NEAR = new Set(WORDS.near);
const LOCATIVE = new Set([...WORDS.locative.filter((word) => !NEAR.has(word)), ...WORDS.inside]);
/** Prepositions of a direction: what is "à l'ouest de" a place is not in it. */
const OUTSIDE = new Set(["à", "au", "aux"]);
const COMPASS = /^(?:nord|sud|est|ouest)(?:-(?:est|ouest))?$/u;
const TOWNS = new Set([...WORDS.seats, ...WORDS.towns]);
/** Words of the first place behind its head at most ("la base française de Kamboinsin, …"). */
const MOST_BEHIND_HEAD = 6;
/** Words of the aside before the second place at most. */
const MOST_OF_ASIDE = 9;

const textOf = (token: Token | undefined) => token?.text.toLowerCase().replace("’", "'") ?? "";
const isDeterminer = (token: Token | undefined) =>
  token?.upos === "DET" || (token !== undefined && /^l['’]$/iu.test(token.text));
const isQualifier = (token: Token | undefined) => token !== undefined && /^(?:ADJ|NUM|ADV)$/u.test(token.upos);

/** Index behind a preposition of the list and its article; -1 where there is none. */
function behindPreposition(tokens: readonly Token[], at: number, prepositions: ReadonlySet<string>): number {
  const token = tokens[at];
  if (token === undefined || !prepositions.has(textOf(token))) return -1;
  return isDeterminer(tokens[at + 1]) ? at + 2 : at + 1;
}

/** Index behind "nord de la", "proche banlieue est de", "province du"; `at` where there is no such noun. */
function behindPart(tokens: readonly Token[], at: number): number {
  let k = at;
  while (isQualifier(tokens[k]) && !WITHIN.has(textOf(tokens[k]))) k++;
  const noun = tokens[k];
  if (noun === undefined || !(WITHIN.has(textOf(noun)) || AREAS.has(noun.lemma.toLowerCase()))) return at;
  k++;
  while (isQualifier(tokens[k]) || WITHIN.has(textOf(tokens[k]))) k++;
  const next = behindPreposition(tokens, k, OF);
  return next < 0 ? at : next;
}

/** Whether the aside ends where the second place begins, parts of it ("dans le nord de la province de") passed over. */
function reachesEnd(tokens: readonly Token[], from: number): boolean {
  const first = behindPart(tokens, from);
  const second = behindPart(tokens, first);
  return [from, first, second].some(
    (k) => k >= 0 && tokens.slice(k).every((t) => t.upos === "ADJ" || t.upos === "PROPN"),
  );
}

/** "à Lomé", "dans l'est du pays", "au cœur de l'Aïr"; "à l'est de Hodeïda", "au nord de Gao" lie outside. */
const isWhere = (aside: readonly Token[]): boolean => {
  const from = behindPreposition(aside, 0, LOCATIVE);
  const isBeyond = OUTSIDE.has(textOf(aside[0])) && COMPASS.test(textOf(aside[from]));
  return from >= 0 && !isBeyond && reachesEnd(aside, from);
};

/** "ville de la province de Homs", "a town in Adamawa", "deux bourgs du nord-est syrien" */
function isTown(aside: readonly Token[]): boolean {
  let k = 0;
  while (isDeterminer(aside[k]) || isQualifier(aside[k])) k++;
  const noun = aside[k];
  if (noun === undefined || !TOWNS.has(noun.lemma.toLowerCase())) return false;
  k++;
  while (isQualifier(aside[k])) {
    if (NEAR.has(aside[k]?.lemma.toLowerCase() ?? "")) return false;
    k++;
  }
  const from = Math.max(behindPreposition(aside, k, OF), behindPreposition(aside, k, LOCATIVE));
  return from >= 0 && reachesEnd(aside, from);
}

/** Whether the second place stands in an aside right behind the first and says where that lies. */
export function liesBeside({ tokens }: Sentence, place: number, around: number): boolean {
  const between = tokens.slice(place + 1, around);
  const opens = between.findIndex((t) => t.upos === "PUNCT" && t.text !== "-");
  if (around <= place || opens < 0 || opens > MOST_BEHIND_HEAD) return false;
  const own = between.slice(0, opens);
  const aside = between.slice(opens + 1);
  const isNominal = own.every((t) => /^(?:ADP|DET|NOUN|PROPN|ADJ|NUM|X)$/u.test(t.upos));
  const isWhole = aside.length <= MOST_OF_ASIDE && !aside.some((t) => t.upos === "PUNCT" && t.text !== "-");
  if (!isNominal || !isWhole) return false;
  if (between[opens]?.text === "(") return (aside.length === 0 || isWhere(aside)) && tokens[around + 1]?.text === ")";
  return between[opens]?.text === "," && (isWhere(aside) || isTown(aside));
}

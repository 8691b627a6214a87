/**
 * Ties that a nominal says by its build, whatever its sentence tells: "l'aéroport de Kidal" lies in Kidal, "le port saoudien"
 * in Saudi Arabia, "l'armée turque" is of Turkey, "miliciens pro-iraniens" are allied with Iran, "Eleni Mavridis, spokeswoman for Kallisto" speaks for Kallisto. Between such
 * ends a lower probability of the reader is believed. The words are in build-words.json. Positions are token indexes.
 */
import { KIND_OF_TYPE, type NodeType, type Relation } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { caseOf, childrenOf, lemmaAt, relationOf } from "../syntax.js";
import WORDS from "./build-words.json" with { type: "json" };
import { leanerOf } from "./leaning.js";
import { liesBeside } from "./lies-beside.js";

const HEADS = new Set(WORDS.heads);
const MINISTERS = new Set(WORDS.ministers);
const MEMBERS = new Set(WORDS.members);
const NOT_NOW = new Set(WORDS.not_now);
const BODIES = new Set(WORDS.bodies);
const SEATS = new Set(WORDS.seats);
const LOCATIVE = new Set(WORDS.locative);
const OF = new Set(WORDS.of);
const SIZE: Readonly<Partial<Record<NodeType, number>>> = WORDS.size;

/** An end of a tie: its head and its type. */
export interface TieEnd {
  readonly head: number;
  readonly type: NodeType;
}

/** How the second token hangs on the first: as a complement behind a preposition, as an adjective, or before it ("Kidal airport"). */
function hangsOn(sentence: Sentence, whole: number, at: number): "of" | "locative" | "adjective" | "before" | null {
  if (sentence.tokens[at]?.head !== whole) return null;
  const relation = relationOf(sentence, at);
  if (/^amod/u.test(relation)) return "adjective";
  if (/^(?:compound|nmod:poss)/u.test(relation)) return "before";
  if (!/^(?:nmod|obl)/u.test(relation)) return null;
  const word = caseOf(sentence, at);
  if (OF.has(word)) return "of";
  return LOCATIVE.has(word) ? "locative" : null;
}

const isPlural = (sentence: Sentence, at: number) => sentence.tokens[at]?.feats.Number === "Plur";

/** Whether one place is too large to lie in the other. */
export const isTooLarge = (source: NodeType, target: NodeType): boolean => (SIZE[source] ?? 0) > (SIZE[target] ?? 5);

function liesIn(sentence: Sentence, source: TieEnd, target: TieEnd): boolean {
  if (KIND_OF_TYPE[source.type] !== "Place" || isTooLarge(source.type, target.type)) return false;
  const isOfPlace = KIND_OF_TYPE[target.type] === "Place" || target.type === "state";
  if (!isOfPlace) return false;
  if (liesBeside(sentence, source.head, target.head)) return true;
  const link = hangsOn(sentence, source.head, target.head);
  if (link === null) return false;
  return SEATS.has(lemmaAt(sentence, source.head)) && !isPlural(sentence, source.head);
}

/** "le ministre malien de la | Défense", "Yemen's information | minister": the title in which a ministry was read; -1 where none. */
function ministerOf(sentence: Sentence, { head, type }: TieEnd): number {
  if (type !== "government_body") return -1;
  if (MINISTERS.has(lemmaAt(sentence, head))) return head;
  const above = sentence.tokens[head]?.head ?? -1;
  return /^(?:nmod|compound|amod)/u.test(relationOf(sentence, head)) && MINISTERS.has(lemmaAt(sentence, above))
    ? above
    : -1;
}

function isPartOf(sentence: Sentence, source: TieEnd, target: TieEnd): boolean {
  const title = ministerOf(sentence, source);
  const ofMinister = title < 0 || target.type !== "state" ? null : hangsOn(sentence, title, target.head);
  if (ofMinister !== null && ofMinister !== "locative") return true;
  const isBody = BODIES.has(lemmaAt(sentence, source.head)) && !isPlural(sentence, source.head);
  const link = hangsOn(sentence, source.head, target.head);
  return isBody && target.type === "state" && link !== null && link !== "locative";
}

/** The title by which a person is known: the mention's head, or the noun in apposition to the name or above it. */
function titlesOf(sentence: Sentence, person: number): number[] {
  const beside = childrenOf(sentence, person).filter((k) =>
    /^(?:appos|flat|nmod|compound)/u.test(relationOf(sentence, k)),
  );
  const above = /^(?:appos|flat|nmod)/u.test(relationOf(sentence, person)) && caseOf(sentence, person) === "";
  const titles = [person, ...beside, ...(above ? [sentence.tokens[person]?.head ?? -1] : [])];
  const isPast = (at: number) => childrenOf(sentence, at).some((k) => NOT_NOW.has(lemmaAt(sentence, k)));
  // "quand il était ministre": a title that is only told of somebody, with no name beside it.
  const isNamed = (at: number) =>
    at !== person || beside.some((k) => sentence.tokens[k]?.upos === "PROPN" && caseOf(sentence, k) === "");
  return titles.filter((at) => sentence.tokens[at]?.upos === "NOUN" && !isPast(at) && isNamed(at));
}

function isTitled(sentence: Sentence, source: TieEnd, target: TieEnd, words: ReadonlySet<string>): boolean {
  if (source.type !== "person" || KIND_OF_TYPE[target.type] === "Place") return false;
  return titlesOf(sentence, source.head).some((at) => {
    const link = hangsOn(sentence, at, target.head);
    return words.has(lemmaAt(sentence, at)) && link !== null && link !== "locative";
  });
}

/** Whether the tie between the two is said by how they stand together. */
export function isTiedByBuild(sentence: Sentence, relation: Relation, source: TieEnd, target: TieEnd): boolean {
  switch (relation) {
    case "LOCATED_IN":
      return liesIn(sentence, source, target);
    case "PART_OF":
      return isPartOf(sentence, source, target);
    case "LEADS":
      return isTitled(sentence, source, target, target.type === "government_body" ? MINISTERS : HEADS);
    case "MEMBER_OF":
      return isTitled(sentence, source, target, MEMBERS);
    case "ALLIED_WITH":
      return leanerOf(sentence, target.head) === source.head || leanerOf(sentence, source.head) === target.head;
    default:
      return false;
  }
}

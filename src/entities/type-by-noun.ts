/**
 * Types of names by the nouns beside them: "le vraquier Calypso" is a ship, "la société Aurore" a company, and the same name
 * is so wherever the article has it; "Meridian Shipping" is a company by a word of its own. A lone name that was read as a
 * person's and that the registers know as a state or its seat is the state.
 */
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import type { KnowName } from "./known-name.js";
import { foldName } from "./name-keys.js";
import NOUN_TYPES from "./noun-types.json" with { type: "json" };

const byWord = (table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, NodeType> =>
  new Map(Object.entries(table).flatMap(([type, words]) => words.map((w) => [foldName(w), type as NodeType] as const)));

const INTRODUCING = byWord(NOUN_TYPES.introducing);
const FOLLOWING = byWord(NOUN_TYPES.following);
const OWN = byWord(NOUN_TYPES.own);
const SPREAD: ReadonlySet<string> = new Set(NOUN_TYPES.spread);
const SIDES: ReadonlySet<string> = new Set(NOUN_TYPES.sides);
const TWO: ReadonlySet<string> = new Set(NOUN_TYPES.two);
/** What stands around the noun for two sides. */
const BOTH: ReadonlySet<string> = new Set([...NOUN_TYPES.two, "les", "the", "ces", "aux", "des", "of"]);
const CAPITAL = /^\p{Lu}/u;

/** A proper name with the type that a noun before it gives. */
interface Introduced {
  readonly key: string;
  readonly type: NodeType;
}

/** Token index of the lower-case noun right before the name, adjectives and an opening quotation mark aside; -1 where none is. */
function nounBefore(sentence: Sentence, at: number): number {
  for (let k = at - 1; k >= 0 && at - k <= 4; k--) {
    const token = sentence.tokens[k];
    if (token === undefined) return -1;
    if (/^[«“"]$/u.test(token.text) || token.upos === "ADJ") continue;
    return token.upos === "NOUN" && !CAPITAL.test(token.text) ? k : -1;
  }
  return -1;
}

/** What a noun within the mention or right before it makes of its name; null where none introduces it. */
function nounBeside(sentence: Sentence, text: string, { head, first, last }: Mention): Introduced | null {
  const { tokens } = sentence;
  let at = first;
  while (at < last && !CAPITAL.test(tokens[at]?.text ?? "")) at++;
  const noun = nounBefore(sentence, at);
  const type = INTRODUCING.get(foldName(tokens[noun]?.lemma ?? "")) ?? INTRODUCING.get(tokens[noun]?.text ?? "");
  const [start, end] = [tokens[at]?.start, tokens[last - 1]?.end];
  const behind = FOLLOWING.get(foldName(tokens[head]?.lemma ?? ""));
  if (behind !== undefined && at < head && start !== undefined)
    return { key: foldName(text.slice(start, tokens[head - 1]?.end)), type: behind };
  if (at === last || type === undefined || start === undefined || end === undefined) return null;
  // "secrétaire du parti Jean Dupont": the noun belongs to what stands before it.
  if (noun >= first && noun !== head) return null;
  // A plural noun introduces several.
  return tokens[noun]?.feats.Number === "Plur" ? null : { key: foldName(text.slice(start, end)), type };
}

/** What a noun that is a part of the name makes of it. */
function byOwnNoun(sentence: Sentence, { first, last, type, form }: Mention): NodeType | null {
  if (form !== "name" || last - first < 2 || KIND_OF_TYPE[type] === "Group") return null;
  const words = sentence.tokens.slice(first, last);
  if (!words.every((t) => CAPITAL.test(t.text))) return null;
  return words.map((t) => OWN.get(foldName(t.text))).find((t) => t !== undefined) ?? null;
}

/** Whether the word stands for a state or its seat and for nobody that the article names in full. */
function isStateName(name: string, persons: ReadonlySet<string>, know: KnowName): boolean {
  if (persons.has(foldName(name))) return false;
  const known = know.name({ name, type: "state", form: "name", language: "fr" });
  return known !== null && known.type === "state" && !know.isDemonym(name);
}

/** "les Nuers": a plural that was read as a state and that the registers do not know as one. */
function isPeople(sentence: Sentence, { head, type }: Mention, surface: string, know: KnowName): boolean {
  const isPlural = sentence.tokens[head]?.feats.Number === "Plur";
  const ask = { name: surface, type, form: "name", language: sentence.language } as const;
  return type === "state" && isPlural && know.name(ask) === null && /^\S+$/u.test(surface);
}

/** Type of a place that was read as a force, where the registers know the name as nothing but a place; null else. */
function misreadPlace({ type }: Mention, surface: string, know: KnowName): NodeType | null {
  if (type !== "armed_group" && type !== "military") return null;
  const ask = { name: surface, form: "name", language: "fr" } as const;
  const place = know.name({ ...ask, type: "city" });
  const isPlace = place !== null && KIND_OF_TYPE[place.type] === "Place" && place.type !== "country";
  return isPlace && know.name({ ...ask, type }) === null ? place.type : null;
}

/** "les deux camps", "both camps": the sides of a quarrel, where no place is said of them. */
function isSides({ tokens }: Sentence, { head, first, last, type }: Mention): boolean {
  if (type !== "facility" || !SIDES.has(foldName(tokens[head]?.lemma ?? ""))) return false;
  const words = tokens.slice(first, last).map((t) => foldName(t.text));
  return words.every((w, k) => first + k === head || BOTH.has(w)) && words.some((w) => TWO.has(w));
}

export function typeByNoun(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  know: KnowName,
): Mention[] {
  const wordsOf = ({ start, end }: Mention) => foldName(text.slice(start, end)).split(" ");
  /** Last words of persons' names of more than one word. */
  const persons = new Set(
    mentions.flatMap((m) => (m.type === "person" && m.form === "name" ? wordsOf(m).slice(1).slice(-1) : [])),
  );
  const found = mentions.map((m) => {
    const sentence = sentences[m.sentence];
    return sentence === undefined || m.form !== "name" ? null : nounBeside(sentence, text, m);
  });
  const byKey = new Map<string, NodeType>();
  for (const one of found) {
    if (one === null || !SPREAD.has(one.type) || persons.has(one.key.split(" ").at(-1) ?? "")) continue;
    const isPlace = know.name({ name: one.key, type: "city", form: "name", language: "fr" }) !== null;
    if (!isPlace && !isStateName(one.key, persons, know)) byKey.set(one.key, one.type);
  }
  return mentions.map((mention, k) => {
    const sentence = sentences[mention.sentence];
    if (sentence !== undefined && isSides(sentence, mention)) return { ...mention, type: "crowd" };
    if (sentence === undefined || mention.form !== "name") return mention;
    const surface = text.slice(mention.start, mention.end);
    const type = found[k]?.type ?? byKey.get(foldName(surface)) ?? byOwnNoun(sentence, mention);
    if (type !== null) {
      // Within a kind the reader knows best, but a ship is no company, whatever its name sounds like.
      const isShip = type === "military" && mention.type === "company";
      return KIND_OF_TYPE[type] === KIND_OF_TYPE[mention.type] && !isShip ? mention : { ...mention, type };
    }
    if (isPeople(sentence, mention, surface, know)) return { ...mention, type: "crowd" };
    const place = misreadPlace(mention, surface, know);
    if (place !== null) return { ...mention, type: place };
    const isLone = mention.type === "person" && mention.last - mention.first === 1;
    return isLone && isStateName(surface, persons, know) ? { ...mention, type: "state" } : mention;
  });
}

/**
 * How many died, were hurt, were taken: the count on the target itself ("25 combattants"), else on a word for victims
 * near the trigger ("a fait 12 morts"). Words are in numbers.json.
 */
import type { Count, Relation, Toll, TollKey } from "../../graph/model.js";
import type { Language, Sentence, Token } from "../model/text.js";
import NUMBERS from "./numbers.json" with { type: "json" };
import { ancestorsOf, childrenOf } from "./syntax.js";

const KEY_OF: Partial<Record<Relation, TollKey>> = {
  KILLED: "dead",
  WOUNDED: "injured",
  ARRESTED: "arrested",
  ABDUCTED: "abducted",
  RELEASED: "released",
  EXPELLED: "displaced",
};
const MOST = 100_000_000;

const lower = (token: Token | undefined) => token?.text.toLowerCase().replace(/’/gu, "'") ?? "";

/** The number that one token says; null where it is none. */
function numberOf(token: Token | undefined, language: Language): number | null {
  const text = lower(token);
  if (/^\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+$/u.test(text)) return Number(text.replace(/\D/gu, ""));
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  const words: Readonly<Record<string, number>> = NUMBERS[language].numbers;
  return Object.hasOwn(words, text) ? (words[text] ?? null) : null;
}

/** The count that stands before the token at `head`, from `first` on; null where there is none. */
function countBefore(sentence: Sentence, first: number, head: number): Count | null {
  const { tokens, language } = sentence;
  const data = NUMBERS[language];
  const scale: Readonly<Record<string, number>> = data.scale;
  const about: Readonly<Record<string, number>> = data.about;
  for (let k = Math.max(0, first - 3); k <= head; k++) {
    const text = lower(tokens[k]);
    // A word outside the noun phrase counts something else.
    if (k < first && tokens[k]?.head !== head && !ancestorsOf(sentence, k).slice(0, 2).includes(head)) continue;
    if (data.vague.includes(text)) return { min: null, max: null, words: text };
    let value = numberOf(tokens[k], language) ?? (Object.hasOwn(about, text) ? (about[text] ?? null) : null);
    if (value === null || (k === head && !Object.hasOwn(about, text))) continue;
    // "une centaine": the article counts nothing.
    if (value === 1 && Object.hasOwn(about, lower(tokens[k + 1]))) continue;
    if (data.units_of_time.includes(lower(tokens[k + 1]))) continue;
    let next = k + 1;
    while (next <= head) {
      const factor = scale[lower(tokens[next])];
      const following = numberOf(tokens[next], language);
      if (factor !== undefined) value *= factor;
      else if (following !== null && value >= 20 && following < value && following > 0) value += following;
      else break;
      next++;
    }
    if (value > MOST) return null;
    const lead = tokens
      .slice(Math.max(0, k - 3), k)
      .map(lower)
      .join(" ");
    const opens = (list: readonly string[]) => list.some((w) => lead.endsWith(w) || lead.endsWith(`${w} des`));
    if (opens(data.at_least)) return { min: value, max: null, words: null };
    if (opens(data.at_most)) return { min: null, max: value, words: null };
    // "entre 10 et 15", "between 10 and 15"
    const upper = ["et", "and", "à", "to"].includes(lower(tokens[next])) ? numberOf(tokens[next + 1], language) : null;
    if (upper !== null && upper > value) return { min: value, max: upper, words: null };
    return { min: value, max: value, words: null };
  }
  return null;
}

/** @param target the mention's token range and head in this sentence, or null where it stands in another */
export function tollOf(
  sentence: Sentence,
  trigger: number,
  relation: Relation,
  target: { readonly first: number; readonly head: number; readonly last: number; readonly isPerson: boolean } | null,
): Toll {
  const key = KEY_OF[relation];
  if (key === undefined) return {};
  const { tokens, language } = sentence;
  if (target !== null) {
    const own = countBefore(sentence, target.first, target.head);
    // "des dizaines de civils": the amount is the grammatical head.
    const over = tokens[tokens[target.head]?.head ?? -1];
    const vague =
      over !== undefined && NUMBERS[language].vague.includes(lower(over))
        ? { min: null, max: null, words: lower(over) }
        : null;
    const count = own ?? vague;
    if (count !== null) return { [key]: count };
    if (target.isPerson && key !== "arrested") return { [key]: { min: 1, max: 1, words: null } };
  }
  const victims: readonly string[] = NUMBERS[language].victims[key];
  for (let k = 0; k < tokens.length; k++) {
    if (!victims.includes(lower(tokens[k]))) continue;
    const near =
      k === trigger ||
      ancestorsOf(sentence, k).includes(trigger) ||
      ancestorsOf(sentence, trigger).includes(k) ||
      childrenOf(sentence, trigger).includes(k);
    if (!near) continue;
    const count = countBefore(sentence, Math.max(0, k - 4), k);
    if (count !== null) return { [key]: count };
  }
  return {};
}

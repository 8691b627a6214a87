/**
 * How many died, were hurt, were taken: the count on the target itself ("25 combattants"), else on a word for victims
 * near the trigger ("a fait 12 morts"). Words are in numbers.json.
 */
import type { Count, Relation, Toll, TollKey } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import NUMBERS from "./numbers.json" with { type: "json" };
import { lowerText, type ReadNumber, readNumber } from "./read-number.js";
import { ancestorsOf, caseOf, childrenOf } from "./syntax.js";

const KEY_OF: Partial<Record<Relation, TollKey>> = {
  KILLED: "dead",
  WOUNDED: "injured",
  ARRESTED: "arrested",
  ABDUCTED: "abducted",
  RELEASED: "released",
  EXPELLED: "displaced",
};
const MOST = 100_000_000;

/** Numbers that are also articles and pronouns. */
const ONE = /^(?:une?|one|an?)$/u;

const isOneOf = (list: readonly string[], text: string) => list.includes(text);

/** The bound that the words before a number open, and the range that the words behind it close. */
function countOf(sentence: Sentence, first: number, { value, next }: ReadNumber): Count | null {
  const { tokens, language } = sentence;
  const data = NUMBERS[language];
  if (value > MOST) return null;
  const lead = tokens
    .slice(Math.max(0, first - 3), first)
    .map(lowerText)
    .join(" ");
  const opens = (list: readonly string[]) => list.some((w) => lead.endsWith(w) || lead.endsWith(`${w} des`));
  if (opens(data.at_least)) return { min: value, max: null, words: null };
  if (opens(data.at_most)) return { min: null, max: value, words: null };
  // "entre 10 et 15", "between 10 and 15"
  const isRange = isOneOf(["et", "and", "à", "to"], lowerText(tokens[next]));
  const upper = isRange ? (readNumber(tokens, next + 1, language)?.value ?? null) : null;
  if (upper !== null && upper > value) return { min: value, max: upper, words: null };
  return { min: value, max: value, words: null };
}

/** The amount that begins at the token: a number, a word for about so many ("une centaine"), a vague word; null where none does. */
function amountAt(sentence: Sentence, at: number): { readonly count: Count | null; readonly next: number } | null {
  const { tokens, language } = sentence;
  const data = NUMBERS[language];
  const about: Readonly<Record<string, number>> = data.about;
  const [text, behind] = [lowerText(tokens[at]), lowerText(tokens[at + 1])];
  const number = readNumber(tokens, at, language);
  // "some 200": the number counts, but "several hundred" is vague; "une centaine": the article counts nothing.
  if (data.vague.includes(text))
    return readNumber(tokens, at + 1, language) === null || Object.hasOwn(data.scale, behind)
      ? { count: { min: null, max: null, words: text }, next: at + 1 }
      : null;
  if (Object.hasOwn(about, text)) {
    const value = about[text] ?? 0;
    return { count: countOf(sentence, at, { value, next: at + 1 }), next: at + 1 };
  }
  if (number === null || (number.value === 1 && (Object.hasOwn(about, behind) || data.vague.includes(behind))))
    return null;
  if (Object.hasOwn(about, lowerText(tokens[number.next]))) {
    const value = number.value * (about[lowerText(tokens[number.next])] ?? 1);
    return { count: countOf(sentence, at, { value, next: number.next + 1 }), next: number.next + 1 };
  }
  const isMeasure = data.units_of_time.includes(lowerText(tokens[number.next]));
  return { count: isMeasure ? null : countOf(sentence, at, number), next: number.next };
}

/** The count that stands before the token at `head`, from `first` on, or as it; null where there is none. */
function countBefore(sentence: Sentence, first: number, head: number): Count | null {
  const { tokens, language } = sentence;
  const { of_them } = NUMBERS[language];
  const between = (from: number) => tokens.slice(from, first).map(lowerText).join(" ").replace(/' /gu, "'");
  const inTree: Count[] = [];
  let k = Math.max(0, first - 6);
  while (k <= head) {
    const amount = amountAt(sentence, k);
    const next = amount?.next ?? k + 1;
    // "un" as its own head is a pronoun, but in "un de ses fils".
    const isOwn = k === head && ONE.test(lowerText(tokens[k]));
    if (amount !== null && amount.count !== null && !(isOwn && !isPartOf(sentence, next))) {
      if (next >= first || of_them.includes(between(next))) return amount.count;
      const parts = tokens.slice(k, next).map((_, n) => k + n);
      if (
        k >= first - 3 &&
        parts.some((n) => tokens[n]?.head === head || ancestorsOf(sentence, n).slice(0, 2).includes(head))
      )
        inTree.push(amount.count);
    }
    k = next;
  }
  return inTree[0] ?? null;
}

/** Whether those of whom a number takes some stand behind it: "de ses fils", "of them". */
const isPartOf = ({ tokens, language }: Sentence, at: number) =>
  NUMBERS[language].partitive.includes(lowerText(tokens[at]));

/** "trois cents de ses ressortissants", "des dizaines de civils": the amount is the head of those counted. */
function countAbove(sentence: Sentence, head: number): Count | null {
  const { tokens, language } = sentence;
  const above = tokens[head]?.head ?? -1;
  if (above < 0 || above > head || !/^nmod/u.test(tokens[head]?.relation ?? "")) return null;
  const { vague } = NUMBERS[language];
  if (vague.includes(lowerText(tokens[above]))) return { min: null, max: null, words: lowerText(tokens[above]) };
  if (!NUMBERS[language].partitive.includes(caseOf(sentence, head))) return null;
  let k = above;
  while (k > 0 && (readNumber(tokens, k - 1, language)?.next ?? 0) > above) k--;
  const number = readNumber(tokens, k, language);
  return number !== null && number.next > above ? countOf(sentence, k, number) : null;
}

/** "une famille de neuf personnes": how many one group is. */
function countWithin(sentence: Sentence, head: number): Count | null {
  const { tokens, language } = sentence;
  const below = childrenOf(sentence, head).find(
    (k) => k > head && tokens[k]?.relation === "nmod" && NUMBERS[language].partitive.includes(caseOf(sentence, k)),
  );
  const at =
    below === undefined ? -1 : childrenOf(sentence, below).find((k) => /^nummod/u.test(tokens[k]?.relation ?? ""));
  const amount = at === undefined || at < 0 ? null : amountAt(sentence, at);
  return amount?.count ?? null;
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
    const own = countAbove(sentence, target.head) ?? countBefore(sentence, target.first, target.head);
    const count = own?.max === 1 && own.min === 1 ? (countWithin(sentence, target.head) ?? own) : own;
    if (count !== null) return { [key]: count };
    if (target.isPerson) return { [key]: { min: 1, max: 1, words: null } };
  }
  const victims: readonly string[] = NUMBERS[language].victims[key];
  for (let k = 0; k < tokens.length; k++) {
    if (!victims.includes(lowerText(tokens[k]))) continue;
    const near =
      k === trigger ||
      ancestorsOf(sentence, k).includes(trigger) ||
      ancestorsOf(sentence, trigger).includes(k) ||
      childrenOf(sentence, trigger).includes(k);
    if (!near) continue;
    const count = countBefore(sentence, k, k) ?? countBefore(sentence, Math.max(0, k - 4), k);
    if (count !== null) return { [key]: count };
  }
  return {};
}

/**
 * Numbers in figures and in words: "1 800", "cent cinquante-six", "quatre-vingt-deux", "two hundred and forty", "eighty-one". A number in
 * words is composed of the simple words of numbers.json, whether a hyphen, a space or "et", "and" stands between them.
 */
import type { Language, Token } from "../model/text.js";
import NUMBERS from "./numbers.json" with { type: "json" };

export interface ReadNumber {
  readonly value: number;
  /** Index behind its last token. */
  readonly next: number;
}

export const lowerText = (token: Pick<Token, "text"> | undefined) =>
  token?.text.toLowerCase().replace(/’/gu, "'") ?? "";

/** The number that figures say; null where they are none. */
function ofFigures(text: string): number | null {
  if (/^\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+$/u.test(text)) return Number(text.replace(/\D/gu, ""));
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

/** What a simple word says: at the head of a number, where words of scale count nothing yet, or further on, where articles do not. */
function simpleOf(word: string, language: Language, isFirst: boolean): number | null {
  const { numbers, scale } = NUMBERS[language];
  const articles: readonly string[] = NUMBERS[language].articles;
  const words: Readonly<Record<string, number>> = isFirst ? numbers : { ...numbers, ...scale };
  if (!Object.hasOwn(words, word) || (!isFirst && articles.includes(word))) return null;
  return words[word] ?? null;
}

/** What a number under a thousand is with one more word; null where the word does not go on with it. */
function joined(group: number, value: number): number | null {
  const [rest, tens] = [group % 100, group % 10];
  if (value === 100) return group > 0 && group < 100 ? group * 100 : null;
  // "quatre-vingt"
  if (value === 20 && rest === 4) return group - 4 + 80;
  if (value >= 100 || group === 0) return null;
  if (rest === 0) return group + value;
  // "vingt-deux", "dix-sept"; "soixante-quinze", "quatre-vingt-dix".
  const isOpen = tens === 0 && (rest >= 20 || value >= 7);
  const most = rest === 60 || rest === 80 ? 16 : 9;
  const isTeen = rest === 70 || rest === 90;
  return isOpen && (value <= most || (isTeen && value <= 9)) ? group + value : null;
}

/** The number that begins with the token; null where none does. */
export function readNumber(tokens: readonly Pick<Token, "text">[], at: number, language: Language): ReadNumber | null {
  const { and } = NUMBERS[language];
  const figures = ofFigures(lowerText(tokens[at]));
  let [total, group, next] = [0, figures ?? 0, figures === null ? at : at + 1];
  /** Takes all parts of a word or none. */
  const take = (text: string, isFirst: boolean): boolean => {
    let [t, g, first] = [total, group, isFirst];
    for (const part of text.split("-")) {
      if (part === "" || (and.includes(part) && !first)) continue;
      const value = simpleOf(part, language, first);
      if (value === null) return false;
      if (value >= 1000) {
        if (t > 0 && value >= t) return false;
        [t, g] = [t + Math.max(g, 1) * value, 0];
      } else {
        const more = first || g === 0 ? value : figures === null ? joined(g, value) : null;
        if (more === null) return false;
        g = more;
      }
      first = false;
    }
    if (first) return false;
    [total, group] = [t, g];
    return true;
  };
  if (figures === null) {
    if (!take(lowerText(tokens[at]), true)) return null;
    next = at + 1;
  }
  while (next < tokens.length) {
    const text = lowerText(tokens[next]);
    // "vingt et un", "two hundred and forty"; but "vingt et trente" are two, and so are "forty and five".
    const isAnd = and.includes(text) && figures === null;
    if (isAnd && (language === "fr" ? !/^(?:une?|onze)$/u.test(lowerText(tokens[next + 1])) : group % 100 > 0)) break;
    const word = isAnd || text === "-" ? next + 1 : next;
    if (!take(lowerText(tokens[word]), false)) break;
    next = word + 1;
  }
  return { value: total + group, next };
}

/** Names as the scorer compares them: case, accents, quotation marks and leading articles aside. */
import DATA from "./leading-words.json" with { type: "json" };

const LEADING = new RegExp(`^(?:${DATA.openings.join("|")})+`, "u");
const EDGES = /^[ .,;:]+|[ .,;:]+$/gu;

export function normalizeName(name: string): string {
  return name
    .replace(/[’ʼ]/gu, "'")
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[«»"“”()]/gu, " ")
    .replace(/[\s-]+/gu, " ")
    .replace(EDGES, "")
    .replace(LEADING, "");
}

const SHORTEST = 3;

/** Where a nominal's head may be: its first content word (French) or its last (English). */
export function headWords(normalized: string): readonly string[] {
  const words = (normalized.match(/[\p{L}\p{N}_]+/gu) ?? []).filter(
    (word) => !/^\p{Nd}+$/u.test(word) && Array.from(word).length >= SHORTEST,
  );
  const [first] = words;
  const last = words.at(-1);
  return first === undefined || last === undefined ? [] : [first, last];
}

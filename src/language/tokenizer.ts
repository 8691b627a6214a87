/** Cuts text into tokens by the patterns of tokenization.json; training/encoder/tokenization.py does the same. */
import type { Language } from "../model/text.js";
import DATA from "./tokenization.json" with { type: "json" };

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

function compile(language: Language): RegExp[] {
  const words = [...DATA.titles, ...DATA.abbreviations].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const abbreviations = words.map((w) => `${escaped(w)}\\.`).join("|");
  return DATA.patterns[language].map((pattern) => {
    // Only abbreviations, acronyms and initials depend on case.
    const exact = /^(?:\(\?:\{abbreviations\}|\[A-Z\]|\(\?:\[A-Z\])/u.test(pattern);
    const source = pattern
      .replaceAll("{abbreviations}", abbreviations)
      .replaceAll("{W}", DATA.word_character)
      .replaceAll("{A}", DATA.apostrophe)
      .replaceAll("{H}", DATA.hyphen);
    return new RegExp(source, exact ? "uy" : "iuy");
  });
}

const PATTERNS: Readonly<Record<Language, readonly RegExp[]>> = { fr: compile("fr"), en: compile("en") };
const SPACE = /\s+/uy;

/** Half-open UTF-16 offsets of the tokens of text[start, end); they tile it but for white space. */
export function tokenize(text: string, start: number, end: number, language: Language): [start: number, end: number][] {
  const zone = text.slice(0, end);
  const tokens: [number, number][] = [];
  let at = start;
  while (at < end) {
    SPACE.lastIndex = at;
    if (SPACE.test(zone)) {
      at = SPACE.lastIndex;
      continue;
    }
    let next = at;
    for (const pattern of PATTERNS[language]) {
      pattern.lastIndex = at;
      if (pattern.test(zone) && pattern.lastIndex > at) {
        next = pattern.lastIndex;
        break;
      }
    }
    if (next === at) next = at + ((zone.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    tokens.push([at, next]);
    at = next;
  }
  return tokens;
}

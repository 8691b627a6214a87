/** Zones of an article's text: title, body, captions, credits, furniture. Words are in zones.json. */
import type { Zone } from "../../graph/model.js";
import WORDS from "./zones.json" with { type: "json" };

const opening = (patterns: readonly string[]) => new RegExp(`^\\s*(?:${patterns.join("|")})`, "iu");
const CREDIT = opening(WORDS.credits);
const FURNITURE = opening(WORDS.furniture);
/** A credit or a call of the page is short; a paragraph that happens to begin so is not one. */
const MOST_LETTERS = { credit: 160, furniture: 200, title: 220, caption: 240 };

function zoneOf(paragraph: string, isFirst: boolean, isOnly: boolean): Zone {
  const text = paragraph.trim();
  if (text.length <= MOST_LETTERS.credit && CREDIT.test(text)) return "credit";
  if (text.length <= MOST_LETTERS.furniture && FURNITURE.test(text)) return "furniture";
  const ends = WORDS.terminal.includes(text.at(-1) ?? "");
  if (isFirst && !isOnly && !ends && text.length <= MOST_LETTERS.title) return "title";
  return ends || text.length > MOST_LETTERS.caption ? "body" : "caption";
}

/** Zones that tile the text in order; a zone is a paragraph with the white space after it. */
export function findZones(text: string): (readonly [number, number, Zone])[] {
  if (text === "") return [];
  const starts = [0];
  for (const match of text.matchAll(/\n[ \t\u00a0]*\n\s*/gu)) {
    const next = match.index + match[0].length;
    if (next < text.length && match.index > 0) starts.push(next);
  }
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? text.length;
    return [start, end, zoneOf(text.slice(start, end), k === 0, starts.length === 1)] as const;
  });
}

const MONTHS = Object.values(WORDS.months).flat();
const FULL_DATE = new RegExp(
  `(?:(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(${MONTHS.join("|")})|(${MONTHS.join("|")})\\s+(\\d{1,2})),?\\s+((?:19|20)\\d\\d)`,
  "iu",
);
const DATELINE_LETTERS = 120;

/** The full date that opens the body before a dash: "PARIS, 3 janvier 2020 (AFP) –", "30 août 2016. –"; ISO day or null. */
export function datelineDay(text: string, zones: readonly (readonly [number, number, Zone])[]): string | null {
  const body = zones.find(([, , zone]) => zone === "body");
  if (body === undefined) return null;
  const opens = /^[^–—\n]{4,120}?(?:[–—]|\s-\s)/u.exec(
    text.slice(body[0], Math.min(body[1], body[0] + DATELINE_LETTERS)),
  )?.[0];
  const match = opens === undefined ? null : FULL_DATE.exec(opens);
  if (match === null) return null;
  const [, dayFirst, monthFirst, monthSecond, daySecond, year = ""] = match;
  const name = (monthFirst ?? monthSecond ?? "").toLowerCase();
  const month = Math.max(WORDS.months.fr.indexOf(name), WORDS.months.en.indexOf(name)) + 1;
  const day = `${year}-${String(month).padStart(2, "0")}-${(dayFirst ?? daySecond ?? "").padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** One file to its article, or to what is wrong with it. Pure: bytes and a name in, records out; nothing throws. */
import { articleId } from "../../graph/ids.js";
import type { ArticleText, Problem } from "../model/text.js";
import { decodeText } from "./decode-text.js";
import { type Found, findLanguage } from "./find-language.js";
import { readFrontMatter } from "./front-matter.js";
import { datelineDay, findZones, isDay } from "./zones.js";

export interface ReadFileOptions {
  /** ISO day for an article that names none. */
  readonly published: string | null;
}
export interface ReadFile {
  readonly articles: readonly ArticleText[];
  readonly problems: readonly Problem[];
}

const MOST_BYTES = 2_000_000;
/** No word is as long; one that is would cost the tokenizer dearly. */
const MOST_LETTERS_OF_WORD = 5_000;

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A day, or an instant of one; null where it is neither. */
function publishedOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/u.test(text);
  return isDay(text.slice(0, 10)) && (text.length === 10 || isInstant) ? text : null;
}

export function readArticleFile(bytes: Uint8Array, file: string, options: ReadFileOptions): ReadFile {
  const problems: Problem[] = [];
  const tell = (severity: Problem["severity"], code: string, message: string, offset: number | null = null) =>
    problems.push({ code, message, file, offset, severity });
  const refuse = (code: string, message: string, offset: number | null = null): ReadFile => {
    tell("error", code, message, offset);
    return { articles: [], problems };
  };

  if (bytes.length === 0) return refuse("empty", "the file is empty");
  if (bytes.length > MOST_BYTES)
    return refuse(
      "too-large",
      `${megabytes(bytes.length)} is too large for one article; at most ${megabytes(MOST_BYTES)} are read`,
    );
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.code, decoded.message);
  if (decoded.notice !== null) tell("notice", "encoding", decoded.notice);

  const whole = decoded.text
    .replace(/^\ufeff/u, "")
    .replace(/\r\n?/gu, "\n")
    .normalize("NFC");
  const { values, rest } = readFrontMatter(whole);
  const text = rest.replace(/^\s+/u, "").replace(/\s+$/u, "");
  if (text === "") return refuse("empty", "the article has no text");
  const long = new RegExp(`\\S{${MOST_LETTERS_OF_WORD},}`, "u").exec(text);
  if (long !== null) return refuse("long-word", `a word of ${long[0].length} characters is no article`, long.index);

  const named = values.language?.toLowerCase().slice(0, 2);
  const found: Found = named === "fr" || named === "en" ? { language: named, notice: null } : findLanguage(text);
  if (found.language === null)
    return refuse("language", `the article is in ${found.name}; French and English are read`);
  if (found.notice !== null) tell("notice", "language", found.notice);

  const zones = findZones(text);
  const given = publishedOf(values.published);
  if (values.published !== undefined && given === null)
    tell("notice", "published", `"${values.published.slice(0, 40)}" is no day (YYYY-MM-DD)`);
  const fromName = /^(\d{4}-\d\d-\d\d)/u.exec(file.split("/").at(-1) ?? "")?.[1];
  const published =
    given ??
    (fromName !== undefined && isDay(fromName) ? fromName : null) ??
    datelineDay(text, zones) ??
    options.published;
  const publisher = values.publisher ?? null;
  const title =
    values.title ?? zones.filter(([, , z]) => z === "title").map(([s, e]) => text.slice(s, e).trim())[0] ?? null;
  const article: ArticleText = {
    id: articleId(publisher, published, text),
    file,
    title,
    language: found.language,
    publisher,
    published,
    text,
    zones,
  };
  return { articles: [article], problems };
}

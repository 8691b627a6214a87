/** Front matter: `key: value` lines between two lines of three hyphens at the head of a file. */

const KEYS = ["title", "publisher", "published", "language", "url"] as const;
type Key = (typeof KEYS)[number];
const ALIASES: ReadonlyMap<string, Key> = new Map([
  ...KEYS.map((k) => [k, k] as const),
  ["lang", "language"],
  ["date", "published"],
  ["day", "published"],
  ["source", "publisher"],
]);
const MOST_LINES = 60;

export interface FrontMatter {
  readonly values: Readonly<Partial<Record<Key, string>>>;
  /** The text after it. */
  readonly rest: string;
}

/** @param text with line ends as \n */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n", MOST_LINES);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) return { values: {}, rest: text };
  const values: Partial<Record<Key, string>> = {};
  for (const line of lines.slice(1, end)) {
    const [, name = "", value = ""] = /^([A-Za-z_-]{1,30})\s*:\s*(.*)$/u.exec(line) ?? [];
    const key = ALIASES.get(name.toLowerCase());
    const plain = value.trim().replace(/^(["'])(.*)\1$/u, "$2");
    if (key !== undefined && plain !== "") values[key] = plain;
  }
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return { values, rest: text.slice(length) };
}

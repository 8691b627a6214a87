/** Rows of a query as a table, JSON or CSV. */
import type { Rows, Value } from "../../graph/stores/store.js";

export const ROW_FORMATS = ["table", "json", "csv"] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

export function formatRows(rows: Rows, format: RowFormat): string {
  if (format === "json") return jsonOf(rows);
  return format === "csv" ? csvOf(rows) : tableOf(rows);
}

/** A list of objects, one a row, with the columns as keys. */
function jsonOf({ columns, rows }: Rows): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/**
 * RFC 4180: a header, CRLF, quotes where they are needed; lists are joined by "; ". Text that a spreadsheet would take
 * for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe before it; numbers stay as they are.
 */
function csvOf({ columns, rows }: Rows): string {
  const lines = [columns, ...rows].map((row) => row.map(csvCell).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}

function csvCell(value: Value): string {
  const text = textOf(value, "; ");
  const safe = typeof value !== "number" && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Characters of a cell in a table at most. */
const MAX_CELL = 80;

/** Columns side by side, numbers to the right; long cells are cut with "…". */
function tableOf({ columns, rows }: Rows): string {
  const cells = [columns, ...rows].map((row) => row.map(tableCell));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ""))));
  const isNumber = columns.map((_, column) => rows.some((row) => typeof row[column] === "number"));
  const [header = [], ...body] = cells.map((row) =>
    row.map((cell, column) => {
      const gap = " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
      return isNumber[column] ? gap + cell : cell + gap;
    }),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [header, rule, ...body].map((row) => `${row.join("  ").trimEnd()}\n`).join("");
}

/** Text from articles must not steer the terminal: control, direction and line characters are shown as escapes. */
function tableCell(value: Value): string {
  const text = textOf(value, ", ").replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, escapeOf);
  const characters = Array.from(text);
  return characters.length <= MAX_CELL ? text : `${characters.slice(0, MAX_CELL - 1).join("")}…`;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Columns on the screen: combining marks take none. */
function widthOf(text: string): number {
  return Array.from(text).filter((character) => !/\p{M}/u.test(character)).length;
}

function textOf(value: Value, separator: string): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
  return isFlat ? value.map((item) => textOf(item, separator)).join(separator) : JSON.stringify(value);
}

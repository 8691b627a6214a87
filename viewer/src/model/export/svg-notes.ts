/** Notes under a picture: what is said of lines that are too short to bear it, in columns, by the number on the line. */
import { xmlText } from "./xml.js";

export interface Note {
  readonly number: number;
  readonly text: string;
}

/** Pixels of a column at least, of a line, of a letter more or less, and before a text for its number. */
const COLUMN = 360;
const LINE = 14;
const LETTER = 5.6;
const NUMBER = 22;
const MARGIN = 16;

/** A text in lines of so many letters at most, broken at blanks. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** @param top where the notes begin */
export function writeNotes(
  notes: readonly Note[],
  width: number,
  top: number,
  ink: string,
): { readonly svg: string[]; readonly height: number } {
  if (notes.length === 0) return { svg: [], height: 0 };
  const count = Math.max(1, Math.min(notes.length, Math.floor((width - MARGIN) / COLUMN)));
  const column = (width - MARGIN) / count;
  const perColumn = Math.ceil(notes.length / count);
  const most = Math.max(12, Math.floor((column - NUMBER - MARGIN) / LETTER));
  const svg: string[] = [];
  let height = 0;
  for (let c = 0; c < count; c++) {
    const x = MARGIN + c * column;
    let y = top;
    for (const { number, text } of notes.slice(c * perColumn, (c + 1) * perColumn)) {
      svg.push(`<text x="${x.toFixed(1)}" y="${y}" font-size="10.5" font-weight="600" fill="${ink}">${number}</text>`);
      for (const line of wrapWords(text, most)) {
        svg.push(
          `<text x="${(x + NUMBER).toFixed(1)}" y="${y}" font-size="10.5" fill="${ink}">${xmlText(line)}</text>`,
        );
        y += LINE;
      }
    }
    height = Math.max(height, y - top);
  }
  return { svg, height };
}

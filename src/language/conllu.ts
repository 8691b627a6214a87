/** CoNLL-U: written from an analysis, read as sentences whose tokens are given. */
import { WiregraphError } from "../../graph/errors.js";
import type { Sentence } from "../model/text.js";

const blank = (value: string): string => value.replace(/[\t\n\r]+/gu, " ");
const orNone = (value: string): string => (value === "" ? "_" : value);

/** One block a sentence, with its text and a blank line behind it. */
export function writeConllu(file: string, text: string, sentences: readonly Sentence[]): string {
  return sentences
    .map((sentence) => {
      const lines = sentence.tokens.map((token, k) => {
        const feats = Object.entries(token.feats)
          .map(([name, value]) => `${name}=${value}`)
          .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
          .join("|");
        const next = sentence.tokens[k + 1];
        const misc = [
          ...(token.name === "O" ? [] : [`NER=${token.name}`]),
          ...(next !== undefined && next.start === token.end ? ["SpaceAfter=No"] : []),
          `start_char=${token.start}`,
          `end_char=${token.end}`,
        ].join("|");
        const columns = [
          token.text,
          token.lemma,
          token.upos,
          "",
          feats,
          String(token.head + 1),
          token.relation,
          "",
          misc,
        ];
        return [k + 1, ...columns.map((c) => orNone(blank(c)))].join("\t");
      });
      const heads = [
        `# sent_id = ${blank(file)}-${sentence.index + 1}`,
        `# text = ${blank(text.slice(sentence.start, sentence.end))}`,
      ];
      return `${[...heads, ...lines].join("\n")}\n\n`;
    })
    .join("");
}

export interface GivenTokens {
  /** The sentences' texts, a line feed between them. */
  readonly text: string;
  /** Offsets of each sentence's tokens in the text. */
  readonly sentences: readonly (readonly (readonly [start: number, end: number])[])[];
}

/**
 * Surface tokens: a range ("3-4") stands for the words it covers; empty nodes ("5.1") are left out.
 * @throws {WiregraphError} `conllu`, naming the file and the line
 */
export function readConllu(conllu: string, file: string): GivenTokens {
  let text = "";
  const sentences: (readonly [number, number])[][] = [];
  let current: (readonly [number, number])[] = [];
  let covered = 0;
  let needsSpace = false;
  const finish = () => {
    if (current.length > 0) {
      sentences.push(current);
      text += "\n";
    }
    current = [];
    covered = 0;
    needsSpace = false;
  };
  conllu.split(/\r?\n/u).forEach((line, k) => {
    if (line.trim() === "") return finish();
    if (line.startsWith("#")) return;
    const columns = line.split("\t");
    const [id = "", form = ""] = columns;
    const range = /^(\d+)(?:-(\d+))?$/u.exec(id);
    if (columns.length !== 10 || (range === null && !/^\d+\.\d+$/u.test(id)) || form === "")
      throw new WiregraphError(
        "conllu",
        `${file}, line ${k + 1}: not a line of CoNLL-U (ten columns, separated by tabs)`,
      );
    if (range === null) return;
    const [, first, last] = range;
    if (last === undefined && Number(first) <= covered) return;
    covered = Number(last ?? first);
    if (needsSpace) text += " ";
    current.push([text.length, text.length + form.length]);
    text += form;
    needsSpace = !/(?:^|\|)SpaceAfter=No(?:\||$)/u.test(columns[9] ?? "");
  });
  finish();
  return { text, sentences };
}

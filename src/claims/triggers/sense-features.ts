/**
 * What the trigger lexicon tells the reader of each token of a sentence: [N + 1, width], row 0 the root. By relation, whether the token tells it,
 * and whether it stands where such a word has its source, its target; behind them what the word says of the act by itself.
 */
import { RELATIONS } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { fillSlots } from "./fill-slots.js";
import { matchSenses, type SenseIndex } from "./match-senses.js";

/** A word that tells its relation in some of its uses only. */
const WEAK = 0.4;
const OF_ACT = ["alleged", "planned", "denied", "presupposes", "expression"] as const;

/** Columns of a row. */
export const SENSE_WIDTH = 3 * RELATIONS.length + OF_ACT.length;

/** Cells that are not zero: [row, column, value], by row and column. */
export function senseCells(sentence: Sentence, index: SenseIndex): [number, number, number][] {
  const cells = new Map<number, number>();
  const mark = (token: number, column: number, value: number) => {
    const key = (token + 1) * SENSE_WIDTH + column;
    cells.set(key, Math.max(cells.get(key) ?? 0, value));
  };
  for (const match of matchSenses(sentence, index)) {
    const { sense, token } = match;
    const relation = RELATIONS.indexOf(sense.relation);
    const value = sense.weak === true ? WEAK : 1;
    const count = RELATIONS.length;
    mark(token, relation, value);
    for (const k of fillSlots(sentence, match, sense.source)) mark(k, count + relation, value);
    for (const k of fillSlots(sentence, match, sense.target)) mark(k, 2 * count + relation, value);
    const isOpen = sense.status === "possible" ? "planned" : sense.status;
    OF_ACT.forEach((of, k) => {
      const is =
        of === isOpen ||
        (of === "presupposes" && sense.presupposes === true) ||
        (of === "expression" && sense.words.length > 1);
      if (is) mark(token, 3 * count + k, value);
    });
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, value]) => [Math.floor(key / SENSE_WIDTH), key % SENSE_WIDTH, value]);
}

/** The same as a dense matrix. */
export function senseFeatures(sentence: Sentence, index: SenseIndex): Float32Array {
  const out = new Float32Array((sentence.tokens.length + 1) * SENSE_WIDTH);
  for (const [row, column, value] of senseCells(sentence, index)) out[row * SENSE_WIDTH + column] = value;
  return out;
}

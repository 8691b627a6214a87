/** The pieces of an evidence sentence: plain text, trigger, source and target, in the order of the text. */
import type { Evidence, Span } from "../../../graph/model.js";

export type Part = "plain" | "trigger" | "source" | "target";
export interface Piece {
  readonly text: string;
  /** All that the piece is: spans may overlap. */
  readonly parts: readonly Exclude<Part, "plain">[];
}

const MARKED: readonly (readonly [Exclude<Part, "plain">, (e: Evidence) => Span | null])[] = [
  ["source", (e) => e.sourceSpan],
  ["trigger", (e) => e.trigger],
  ["target", (e) => e.targetSpan],
];

/** Spans outside of the sentence (a name that a pronoun goes back to) are not marked here. */
export function markSentence(evidence: Evidence): Piece[] {
  const { start, end, quote } = evidence;
  const spans = MARKED.flatMap(([part, spanOf]) => {
    const span = spanOf(evidence);
    return span === null || span[0] < start || span[1] > end
      ? []
      : [{ part, from: span[0] - start, to: span[1] - start }];
  });
  const cuts = [...new Set([0, quote.length, ...spans.flatMap((s) => [s.from, s.to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((from, k): Piece[] => {
    const to = cuts[k + 1] ?? quote.length;
    const parts = spans.filter((s) => s.from <= from && to <= s.to).map((s) => s.part);
    const text = quote.slice(from, to);
    return text === "" ? [] : [{ text, parts }];
  });
}

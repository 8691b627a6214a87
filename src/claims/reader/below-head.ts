/** A mention holds nothing that its head hangs on: its head is its topmost word, as that of every gold span is. */
import type { Sentence } from "../../model/text.js";
import { ancestorsOf } from "../syntax.js";

/** The token range [first, last) around `head`, cut to where the head is the topmost word. */
export function belowHead(sentence: Sentence, head: number, first: number, last: number): readonly [number, number] {
  const above = ancestorsOf(sentence, head);
  return [
    Math.max(first, ...above.filter((k) => k < head).map((k) => k + 1)),
    Math.min(last, ...above.filter((k) => k > head)),
  ];
}

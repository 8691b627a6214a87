import { expect, it } from "vitest";
import { belowHead } from "../../src/claims/reader/below-head.js";
import type { Sentence } from "../../src/model/text.js";

/** "Esper a averti l'Iran , que l'Irak soutient": soutient hangs on Iran, Irak on soutient. */
const HEADS = [2, 2, -1, 4, 2, 9, 9, 8, 9, 4];
const sentence = { language: "fr", tokens: HEADS.map((head) => ({ head })) } as unknown as Sentence;

it("cuts a span that holds what its head hangs on", () => {
  // Irak (8) with a span from Iran (4) on: its head soutient (9) stands behind, Iran above that.
  expect(belowHead(sentence, 8, 4, 10)).toEqual([5, 9]);
});

it("leaves a span whose head is its topmost word", () => {
  expect(belowHead(sentence, 4, 3, 10)).toEqual([3, 10]);
  expect(belowHead(sentence, 8, 7, 9)).toEqual([7, 9]);
});

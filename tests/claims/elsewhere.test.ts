/** Which mentions of the sentences before may be ends of what a sentence says. */
import { describe, expect, it } from "vitest";
import { findElsewhere } from "../../src/claims/reader/elsewhere.js";
import type { Mention } from "../../src/model/mention.js";

const SENTENCES = [
  "Gao attaquée par la milice.",
  "Lundi il a plu.",
  "Le maire Ali Sow a fui.",
  "Les rebelles tiennent le pont.",
  "Douze soldats gardaient Gao.",
  "Le pont a été détruit.",
];
const TEXT = SENTENCES.join("\n");

/** A mention of these words in the sentence. */
function mentionOf(sentence: number, words: string, form: Mention["form"] = "name"): Mention {
  const before = SENTENCES.slice(0, sentence).join("\n").length + (sentence > 0 ? 1 : 0);
  const start = before + (SENTENCES[sentence] ?? "").indexOf(words);
  const head = (SENTENCES[sentence] ?? "").indexOf(words);
  return {
    sentence,
    head,
    first: head,
    last: head + 1,
    start,
    end: start + words.length,
    form,
    type: "crowd",
    probability: 1,
  };
}

const MENTIONS = [
  mentionOf(0, "Gao"),
  mentionOf(0, "milice"),
  mentionOf(1, "il", "pronoun"),
  mentionOf(2, "Ali Sow"),
  mentionOf(3, "rebelles"),
  mentionOf(3, "pont"),
  mentionOf(4, "soldats"),
  mentionOf(4, "Gao"),
  mentionOf(5, "pont"),
];
const bySentence = new Map(
  SENTENCES.map((_, s) => [s, MENTIONS.flatMap((m, k) => (m.sentence === s ? [k] : []))] as const),
);
const readable = SENTENCES.map((_, s) => s);
const elsewhereOf = (at: number, mentions = MENTIONS, by: ReadonlyMap<number, readonly number[]> = bySentence) =>
  findElsewhere(TEXT, mentions, by, readable, at).map(({ mention, place }) => {
    const { start, end } = mentions[mention] as Mention;
    return [TEXT.slice(start, end), place];
  });

describe("findElsewhere", () => {
  it("gives the three sentences before and the title, nearest first, without the sentence's own words", () => {
    expect(elsewhereOf(5)).toEqual([
      ["soldats", 0],
      ["Gao", 0],
      ["rebelles", 1],
      ["Ali Sow", 2],
      ["milice", 3],
    ]);
  });

  it("gives nothing to the first sentence, and the title once to the next ones", () => {
    expect(elsewhereOf(0)).toEqual([]);
    expect(elsewhereOf(2)).toEqual([
      ["Gao", 1],
      ["milice", 1],
    ]);
  });

  it("gives no pronouns, and a bounded number", () => {
    expect(elsewhereOf(2).map(([words]) => words)).not.toContain("il");
    const many = Array.from({ length: 40 }, (_, k) => ({ ...mentionOf(4, "soldats"), start: k, end: k + 3 }));
    expect(elsewhereOf(5, many, new Map([[4, many.map((_, k) => k)]])).length).toBe(10);
  });
});

import { describe, expect, it } from "vitest";
import { readNumber } from "../../src/claims/read-number.js";
import type { Language } from "../../src/model/text.js";

/** Words, a space between tokens; the value and how many tokens say it. */
const CASES: [Language, string, number, number][] = [
  ["fr", "dix-sept soldats", 17, 1],
  ["fr", "vingt et un soldats", 21, 3],
  ["fr", "vingt et trente soldats", 20, 1],
  ["fr", "soixante-quinze soldats", 75, 1],
  ["fr", "quatre-vingt-dix-huit soldats", 98, 1],
  ["fr", "quatre-vingts soldats", 80, 1],
  ["fr", "deux cent mille morts", 200_000, 3],
  ["fr", "cent cinquante-deux soldats", 152, 2],
  ["fr", "1 200 soldats", 1200, 1],
  ["fr", "trois mille cinq cents soldats", 3500, 4],
  ["fr", "cinq 12", 5, 1],
  ["en", "eighty - one soldiers", 81, 3],
  ["en", "forty-two soldiers", 42, 1],
  ["en", "two hundred and forty soldiers", 240, 4],
  ["en", "forty and five others", 40, 1],
  ["en", "a hundred soldiers", 100, 2],
  ["en", "3 million people", 3_000_000, 2],
];

describe("readNumber", () => {
  it.each(CASES)("%s: %s", (language, text, value, next) => {
    const tokens = text.split(" ").map((word) => ({ text: word }));
    expect(readNumber(tokens, 0, language)).toEqual({ value, next });
  });

  it("begins with no article, word of scale or other word", () => {
    for (const text of ["soldats", "million", "et deux"])
      expect(
        readNumber(
          text.split(" ").map((word) => ({ text: word })),
          0,
          "fr",
        ),
      ).toBeNull();
  });
});

/** Who is told to be left out, by the tree of the real analyser. */
import { beforeAll, describe, expect, it } from "vitest";
import { isExcepted } from "../../src/claims/factuality/excepted-end.js";
import type { Language } from "../../src/model/text.js";
import { createSentenceOf, type SentenceOf } from "../sentence-of.js";

type Case = readonly [Language, text: string, end: string, isLeftOut: boolean];
const CASES: readonly Case[] = [
  ["fr", "Le ministre a reçu les députés, mais pas les séparatistes.", "séparatistes", true],
  ["fr", "Le ministre a reçu les députés, mais pas les séparatistes.", "députés", false],
  ["fr", "Le président a rencontré les syndicats, pas les étudiants.", "étudiants", true],
  ["fr", "Le ministre a reçu les députés et les séparatistes.", "séparatistes", false],
  ["fr", "Le ministre a reçu non seulement les syndicats mais aussi les étudiants.", "étudiants", false],
  ["en", "The envoy met the deputies but not the separatists.", "separatists", true],
  ["en", "The army, not the rebels, attacked the town.", "rebels", true],
  ["en", "The army, not the rebels, attacked the town.", "army", false],
  ["en", "The envoy met not only the deputies but also the separatists.", "separatists", false],
];

describe("isExcepted", () => {
  let sentenceOf: SentenceOf;
  beforeAll(async () => {
    sentenceOf = await createSentenceOf();
  });
  it.each(CASES)("%s: %s (%s: %s)", async (language, text, word, isLeftOut) => {
    const sentence = await sentenceOf(text, language);
    const head = sentence.tokens.findIndex((t) => t.text === word);
    expect(isExcepted(sentence, head)).toBe(isLeftOut);
  });
});

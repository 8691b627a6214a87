/** Who says that others sponsor a force accuses them: by who speaks and how it is told. */
import { beforeAll, expect, it } from "vitest";
import type { NodeType, Status } from "../../graph/model.js";
import { incriminates } from "../../src/claims/incriminates.js";
import type { Language } from "../../src/model/text.js";
import { createSentenceOf, type SentenceOf } from "../sentence-of.js";

let sentenceOf: SentenceOf;
beforeAll(async () => {
  sentenceOf = await createSentenceOf();
});

it.each<[Language, string, trigger: string, Status, NodeType | "source" | null, boolean]>([
  ["fr", "« Ces jeunes ont été payés par le Tarak », a tonné le ministre.", "payés", "reported", "person", true],
  ["fr", "Ces jeunes ont été payés par le Tarak, selon un rapport de l'ONU.", "payés", "reported", "igo", false],
  ["fr", "Les milices soutenues par le Tarak avancent, a dit le ministre.", "soutenues", "reported", "person", false],
  ["fr", "« Nous avons payé ces jeunes », a admis le Tarak.", "payé", "reported", "source", false],
  ["fr", "Le Tarak a payé ces jeunes.", "payé", "asserted", null, false],
  ["en", "The boys are armed by politicians in Ouvea, said the commodore.", "armed", "reported", "person", true],
  ["en", "The boys are armed by politicians in Ouvea, the newspaper said.", "armed", "reported", "media", false],
])("%s: %s", async (language, text, word, status, speaker, expected) => {
  const sentence = await sentenceOf(text, language);
  const trigger = sentence.tokens.findIndex((t) => t.text === word);
  const claim = { sentence: 0, source: 0, target: 1, relation: "SPONSORS", trigger, probability: 1, rule: "" } as const;
  const who = speaker === null ? null : speaker === "source" ? "state" : speaker;
  const by = who === null ? null : { type: who, isSource: speaker === "source" };
  expect(incriminates(sentence, { ...claim, status }, status, by)).toBe(expected);
});

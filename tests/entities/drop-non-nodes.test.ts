import { expect, it } from "vitest";
import { dropNonNodes } from "../../src/entities/drop-non-nodes.js";
import type { Mention } from "../../src/model/mention.js";
import type { Sentence, Token } from "../../src/model/text.js";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";

const { know } = loadKnowledge();

/** One sentence whose only mention is its last word. */
function kept(text: string, upos: string, type: Mention["type"], form: Mention["form"], zone = "body"): boolean {
  const start = text.lastIndexOf(" ") + 1;
  const token = { text: text.slice(start), start, end: text.length, lemma: text.slice(start), upos } as Token;
  const sentence = {
    index: 0,
    tokens: [token],
    zone,
    language: "fr",
    start: 0,
    end: text.length,
  } as unknown as Sentence;
  const mention = { sentence: 0, head: 0, first: 0, last: 1, start, end: text.length, form, type, probability: 1 };
  return dropNonNodes(text, [sentence], [mention], know).length === 1;
}

it.each([
  ["des frappes américaines", "ADJ", "state", "adjective", true],
  ["une mosquée sunnite", "ADJ", "state", "adjective", false],
  ["les forces anti-terroristes", "ADJ", "country", "adjective", false],
  ["des combattants", "NOUN", "crowd", "nominal", true],
  ["des attaques", "NOUN", "crowd", "nominal", true],
  ["une attaque", "NOUN", "crowd", "nominal", false],
  ["sur Twitter", "PROPN", "company", "name", false],
  ["des tirs de Kalachnikov", "PROPN", "military", "name", false],
  ["les rebelles du M23", "PROPN", "armed_group", "name", true],
] as const)("%s (%s, %s): %s", (text, upos, type, form, expected) => {
  expect(kept(text, upos, type, form)).toBe(expected);
});

it("keeps nothing of credits", () => {
  expect(kept("photo : Diallo", "PROPN", "person", "name", "credit")).toBe(false);
});

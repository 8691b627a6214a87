import { expect, it } from "vitest";
import type { NodeType } from "../../graph/model.js";
import { nameOf } from "../../src/entities/mention-name.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Language, Sentence } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

/** [language, sentence, mention, its head, its type, its name] */
it.each<[Language, string, string, string, NodeType, string | null]>([
  [
    "fr",
    "Le ministre malien de la Défense a démissionné.",
    "Défense",
    "Défense",
    "government_body",
    "ministère malien de la Défense",
  ],
  [
    "fr",
    "La ministre nigérienne des Affaires étrangères a réagi.",
    "ministre nigérienne des Affaires étrangères",
    "ministre",
    "government_body",
    "ministère nigérien des Affaires étrangères",
  ],
  [
    "en",
    "The information minister resigned.",
    "information minister",
    "minister",
    "government_body",
    "information ministry",
  ],
  ["fr", "Le chef du Pentagone a réagi.", "chef du Pentagone", "chef", "person", null],
  ["en", "The Free Coast Army leader was killed.", "Free Coast Army leader", "leader", "person", null],
  ["fr", "Le colonel Bakary Diarra a été tué.", "colonel Bakary Diarra", "colonel", "person", "Bakary Diarra"],
  ["fr", "L'armée a tué Ghaleb al-Mourchidi.", "Ghaleb al-Mourchidi", "Ghaleb", "person", "Ghaleb al-Mourchidi"],
])("%s: %s: %s is named", async (language, text, words, head, type, expected) => {
  const { sentences } = await createAnalyzer((await loadResources()).language)(articleOf(text, language));
  const sentence = sentences[0] as Sentence;
  const start = text.indexOf(words);
  const end = start + words.length;
  const first = sentence.tokens.findIndex((t) => t.start >= start);
  const last = sentence.tokens.findLastIndex((t) => t.end <= end) + 1;
  const mention = { sentence: 0, head: sentence.tokens.findIndex((t) => t.text === head), first, last, start, end };
  expect(nameOf(sentence, text, { ...mention, form: "name", type, probability: 1 }).name).toBe(expected);
});

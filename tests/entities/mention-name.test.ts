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
  expect((await named(language, text, words, head, type)).name).toBe(expected);
});

/** [language, sentence, mention, its head, its type, the name by which it meets others, folded] */
it.each<[Language, string, string, string, NodeType, string]>([
  [
    "en",
    "Gunmen shelled the Tarsin quarter of south Baghdad.",
    "Tarsin quarter of south Baghdad",
    "quarter",
    "city",
    "tarsin",
  ],
  ["en", "Gunmen seized the town of Adrin in Tarsin Province.", "Tarsin Province", "Province", "region", "tarsin"],
  ["en", "Gunmen shelled the Algerian town of Adrin.", "Algerian town of Adrin", "town", "city", "adrin"],
  ["en", "Protesters marched in Mexico City.", "Mexico City", "City", "city", "mexico city"],
  ["fr", "Des obus ont touché le faubourg de Tarsine.", "faubourg de Tarsine", "faubourg", "city", "tarsine"],
  ["fr", "Trois hommes ont été tués dans l'État de Tarsine.", "État de Tarsine", "État", "region", "tarsine"],
])("%s: %s: %s is known by its name", async (language, text, words, head, type, expected) => {
  expect((await named(language, text, words, head, type)).key).toBe(expected);
});

async function named(language: Language, text: string, words: string, head: string, type: NodeType) {
  const { sentences } = await createAnalyzer((await loadResources()).language)(articleOf(text, language));
  const sentence = sentences[0] as Sentence;
  const start = text.indexOf(words);
  const end = start + words.length;
  const first = sentence.tokens.findIndex((t) => t.start >= start);
  const last = sentence.tokens.findLastIndex((t) => t.end <= end) + 1;
  const mention = { sentence: 0, head: sentence.tokens.findIndex((t) => t.text === head), first, last, start, end };
  return nameOf(sentence, text, { ...mention, form: "name", type, probability: 1 });
}

import { expect, it } from "vitest";
import { trimSpan } from "../../src/claims/reader/trim-span.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Language, Sentence } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

it.each<[Language, string, string, string, string]>([
  ["en", "India and Afghanistan deny the claim.", "India", "Afghanistan", "India"],
  ["fr", "La police et l'armée pakistanaise ont été déployées.", "police", "pakistanaise", "police"],
  [
    "fr",
    "Le ministère de l'Économie et des Finances a démenti.",
    "ministère",
    "Finances",
    "ministère de l'Économie et des Finances",
  ],
  [
    "fr",
    "Les ambassadeurs de France et de Belgique sont partis.",
    "ambassadeurs",
    "Belgique",
    "ambassadeurs de France et de Belgique",
  ],
  ["fr", "Il a visité la province de Borno, dans le nord-est du pays.", "province", "pays", "province de Borno"],
  ["fr", "L'armée combat les milices, que Bagdad soutient.", "milices", "soutient", "milices"],
  ["fr", "Les forces touarègues au nord du pays ont attaqué.", "forces", "pays", "forces touarègues"],
  ["fr", "Un camp de Léré en territoire tchadien a brûlé.", "camp", "tchadien", "camp de Léré"],
  ["fr", "Le consulat du Tchad à Niamey a fermé.", "consulat", "Niamey", "consulat du Tchad à Niamey"],
  ["fr", "Le ministre de la Défense Hervé Morlac a réagi.", "ministre", "Morlac", "ministre de la Défense"],
  [
    "fr",
    "Le ministre des Affaires étrangères Hervé Morlac a réagi.",
    "ministre",
    "Morlac",
    "ministre des Affaires étrangères",
  ],
  ["fr", "Le ministre de la Défense du Mali a réagi.", "ministre", "Mali", "ministre de la Défense du Mali"],
])("%s: in %s, %s ends in time", async (language, text, head, last, expected) => {
  const { sentences } = await createAnalyzer((await loadResources()).language)(articleOf(text, language));
  const { tokens } = sentences[0] as Sentence;
  const at = (word: string) => tokens.findIndex((t) => t.text === word);
  const end = trimSpan(sentences[0] as Sentence, at(head), at(last) + 1, false);
  expect(text.slice(tokens[at(head)]?.start, tokens[end - 1]?.end)).toBe(expected);
});

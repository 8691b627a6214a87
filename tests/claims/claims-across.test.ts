/** Ends in a sentence before, by the real reader: told only where the sentence itself names nobody. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf } from "../article-of.js";

type Case = [language: Language, text: string, source: string, relation: string, target: string];
const CASES: Case[] = [
  [
    "fr",
    "Des rebelles ont attaqué la caserne de Tillou à l'aube. Douze soldats ont été tués.",
    "rebelles",
    "KILLED",
    "Douze soldats",
  ],
  [
    "fr",
    "Lundi, la milice Ansar a pris d'assaut le marché de Tillou. Trois commerçants ont été enlevés.",
    "milice Ansar",
    "ABDUCTED",
    "Trois commerçants",
  ],
  // The sentence itself names who did it.
  [
    "fr",
    "Le ministre a reçu les otages. Douze soldats ont été tués par la milice Ansar.",
    "milice",
    "KILLED",
    "Douze soldats",
  ],
  ["en", "Gunmen stormed the barracks at dawn. The army killed six of them.", "army", "KILLED", "six of them"],
  [
    "fr",
    "L'armée kényane a bombardé deux villages lundi. Les frappes ont tué six bergers.",
    "armée kényane",
    "KILLED",
    "six bergers",
  ],
  [
    "en",
    "Fighters of the Kessou Front stormed the barracks at dawn. Twelve soldiers were killed.",
    "Fighters",
    "KILLED",
    "Twelve soldiers",
  ],
];

describe("an end in a sentence before", () => {
  let read: ReadArticle;
  beforeAll(async () => {
    read = createArticleReader(await loadResources());
  });
  it.each(CASES)("%s: %s", async (language, text, source, relation, target) => {
    const { evidence } = await read(articleOf(text, language));
    const words = (span: readonly [number, number] | null) => (span === null ? null : text.slice(...span));
    const told = evidence.filter((e) => e.sentence === 1 && e.relation === relation);
    expect(told.map((e) => [words(e.sourceSpan)?.includes(source), words(e.targetSpan)])).toEqual([[true, target]]);
  });
});

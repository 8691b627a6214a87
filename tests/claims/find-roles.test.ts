/** Who does and who suffers, by the tree of the real analyser. */
import { beforeAll, describe, expect, it } from "vitest";
import { findRoles } from "../../src/claims/reader/find-roles.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

type Case = [language: Language, text: string, trigger: string, agents: string[], patients: string[], isOpen: boolean];
const CASES: Case[] = [
  ["fr", "Les rebelles ont attaqué la caserne.", "attaqué", ["rebelles"], ["caserne"], false],
  ["fr", "La caserne a été attaquée par les rebelles.", "attaquée", ["rebelles"], ["caserne"], false],
  ["fr", "Six soldats ont été tués.", "tués", [], ["soldats"], true],
  ["fr", "Des dizaines de suspects ont été arrêtés.", "arrêtés", [], ["dizaines", "suspects"], true],
  ["fr", "Les rebelles et la milice ont pris Gao.", "pris", ["rebelles", "milice"], ["Gao"], false],
  ["fr", "Il faut fuir les rebelles qui ont pris Gao.", "pris", ["rebelles"], ["Gao"], false],
  [
    "fr",
    "La police a dénoncé une attaque des rebelles contre la caserne.",
    "attaque",
    ["rebelles"],
    ["caserne"],
    false,
  ],
  ["fr", "L'armée a mené une offensive contre les rebelles.", "offensive", ["armée"], ["rebelles"], false],
  ["en", "The rebels attacked the barracks.", "attacked", ["rebels"], ["barracks"], false],
  ["en", "The barracks were attacked by the rebels.", "attacked", ["rebels"], ["barracks"], false],
  ["en", "Six soldiers were killed.", "killed", [], ["soldiers"], true],
  ["en", "The army launched an offensive against the rebels.", "offensive", ["army"], ["rebels"], false],
];

describe("findRoles", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s: %s (%s)", async (language, text, word, agents, patients, isOpen) => {
    const [sentence] = (await analyze(articleOf(text, language))).sentences;
    const trigger = sentence?.tokens.findIndex((t) => t.text === word) ?? -1;
    if (sentence === undefined || trigger < 0) throw new Error(`"${word}" does not stand there`);
    const found = findRoles(sentence, trigger);
    const words = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b).map((k) => sentence.tokens[k]?.text);
    expect([words(found.agents), words(found.patients), found.isOpen]).toEqual([agents, patients, isOpen]);
  });
});

/** The trigger lexicon over trees of the real analyser: which senses stand in a sentence, and where their ends do. */
import { beforeAll, describe, expect, it } from "vitest";
import { fillSlots } from "../../../src/claims/triggers/fill-slots.js";
import { loadSenses } from "../../../src/claims/triggers/load-senses.js";
import { matchSenses, type SenseIndex } from "../../../src/claims/triggers/match-senses.js";
import { SENSE_WIDTH, senseCells, senseFeatures } from "../../../src/claims/triggers/sense-features.js";
import type { Language } from "../../../src/model/text.js";
import { createSentenceOf, type SentenceOf } from "../../sentence-of.js";

/** Text, the head's word, relation, words of the expression, source and target tokens. */
type Case = [Language, string, string, string, string, string[], string[]];
const CASES: Case[] = [
  [
    "fr",
    "Les rebelles ont pris d'assaut la caserne.",
    "pris",
    "ATTACKED",
    "prendre de assaut",
    ["rebelles"],
    ["caserne"],
  ],
  ["fr", "La caserne a été reprise par l'armée.", "reprise", "SEIZED", "reprendre", ["armée"], ["caserne"]],
  ["fr", "L'assassinat de Daoud par la milice inquiète.", "assassinat", "KILLED", "assassinat", ["milice"], ["Daoud"]],
  [
    "fr",
    "Il redoute les milices soutenues par Téhéran.",
    "soutenues",
    "SPONSORS",
    "soutenir",
    ["Téhéran"],
    ["milices"],
  ],
  ["fr", "Les rebelles se sont emparés de Gao.", "emparés", "SEIZED", "emparer", ["rebelles"], ["Gao"]],
  [
    "fr",
    "Paris a menacé de frapper les milices et l'armée.",
    "frapper",
    "STRUCK",
    "frapper",
    ["Paris"],
    ["milices", "armée"],
  ],
  ["fr", "Il craint les rebelles qui ont pillé Gao.", "pillé", "SEIZED", "piller", ["rebelles"], ["Gao"]],
  ["en", "Gunmen stormed the barracks.", "stormed", "ATTACKED", "storm", ["Gunmen"], ["barracks"]],
  ["en", "The forces were driven out by the rebels.", "driven", "EXPELLED", "drive out", ["rebels"], ["forces"]],
  ["en", "Twelve soldiers were killed.", "killed", "KILLED", "kill", [], ["soldiers"]],
];

describe("the trigger lexicon", () => {
  let sentenceOf: SentenceOf;
  let senses: Readonly<Record<Language, SenseIndex>>;
  beforeAll(async () => {
    sentenceOf = await createSentenceOf();
    senses = loadSenses(new URL("../../../knowledge", import.meta.url).pathname);
  });

  it.each(CASES)("%s: %s (%s)", async (language, text, head, relation, words, source, target) => {
    const sentence = await sentenceOf(text, language);
    const at = (tokens: readonly number[]) => [...tokens].sort((a, b) => a - b).map((k) => sentence.tokens[k]?.text);
    const match = matchSenses(sentence, senses[language]).find(
      (m) => sentence.tokens[m.token]?.text === head && m.sense.relation === relation,
    );
    if (match === undefined) throw new Error(`no ${relation} at "${head}"`);
    expect([
      match.sense.words.join(" "),
      at(fillSlots(sentence, match, match.sense.source)),
      at(fillSlots(sentence, match, match.sense.target)),
    ]).toEqual([words, source, target]);
  });

  it("the expression outweighs its words", async () => {
    const sentence = await sentenceOf("Les rebelles ont pris d'assaut la caserne.", "fr");
    const taken = matchSenses(sentence, senses.fr).filter((m) => sentence.tokens[m.token]?.text === "pris");
    expect(taken.every((m) => m.sense.words.length > 1)).toBe(true);
  });

  it("a reflexive verb is another word", async () => {
    const isReflexive = async (text: string) => {
      const sentence = await sentenceOf(text, "fr");
      return matchSenses(sentence, senses.fr).map((m) => m.sense.reflexive === true);
    };
    expect(await isReflexive("Le ministre s'est entretenu avec le roi.")).toContain(true);
    expect(await isReflexive("Le jardinier entretient une haie.")).not.toContain(true);
  });

  it("tells the reader cells in order, the same as the matrix", async () => {
    const sentence = await sentenceOf("Les rebelles ont pris d'assaut la caserne.", "fr");
    const cells = senseCells(sentence, senses.fr);
    const matrix = senseFeatures(sentence, senses.fr);
    expect(matrix.length).toBe((sentence.tokens.length + 1) * SENSE_WIDTH);
    expect(cells.length).toBeGreaterThan(3);
    for (const [row, column, value] of cells) expect(matrix[row * SENSE_WIDTH + column]).toBeCloseTo(value);
    expect(matrix.filter((x) => x !== 0).length).toBe(cells.length);
  });
});

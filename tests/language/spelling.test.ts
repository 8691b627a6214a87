/** Slips of real copy, mended toward the field's own words alone. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyze.js";
import { readLexicon } from "../../src/language/lexicon.js";
import { createMending, isOneSlip } from "../../src/language/spelling.js";
import type { Language } from "../../src/model/text.js";
import { loadLanguage } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

const mendOf = (language: Language) =>
  createMending(
    readLexicon(readFileSync(path.resolve(import.meta.dirname, `../../models/lexicon/${language}.txt.gz`))),
    language,
  );

describe("one slip", () => {
  it.each([
    ["embassade", "ambassade", true],
    ["gouvernment", "gouvernement", true],
    ["attaqquer", "attaquer", true],
    ["roqeuett", "roquette", false],
    ["roqeutte", "roquette", true],
    ["militaire", "militaire", false],
    ["minister", "ministère", false],
  ])("%s, %s: %s", (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
    expect(isOneSlip(b, a)).toBe(expected);
  });
});

describe("mending", () => {
  const mend = { fr: mendOf("fr"), en: mendOf("en") };
  it.each<[Language, string, string]>([
    ["fr", "embassade", "ambassade"],
    ["fr", "embassades", "ambassades"],
    ["fr", "gouvernment", "gouvernement"],
    ["fr", "attentas", "attentas"], // a form of "attenter"
    ["fr", "djihadistes", "djihadistes"],
    ["fr", "embrassade", "embrassade"], // a word of its own
    ["fr", "peshmerga", "peshmerga"], // a rare word is no slip
    ["fr", "Embassade", "Embassade"], // a name is spelt as it likes
    ["fr", "tuze", "tuze"], // too short to tell
    ["en", "goverment", "government"],
    ["en", "millitants", "militants"],
    ["en", "assasinate", "assassinate"],
    ["en", "mortars", "mortars"],
  ])("%s: %s is read as %s", (language, word, expected) => {
    expect(mend[language](word)).toBe(expected);
  });
});

it("a misspelt word has the lemma of what it stands for, and keeps its own letters", async () => {
  const { language } = await loadLanguage();
  const { sentences } = await createAnalyzer(language)(articleOf("Ils ont pris d'assaut l'embassade du Tchad.", "fr"));
  const token = sentences[0]?.tokens.find((t) => t.text === "embassade");
  expect(token).toMatchObject({ lemma: "ambassade", upos: "NOUN", feats: { Typo: "Yes" } });
  expect(sentences[0]?.tokens.filter((t) => t.feats.Typo === "Yes")).toHaveLength(1);
});

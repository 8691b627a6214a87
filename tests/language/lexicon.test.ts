import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createLemmatizer, readLexicon } from "../../src/language/lexicon.js";

const FRENCH = path.resolve(import.meta.dirname, "../../models/lexicon/fr.txt.gz");

describe("French lemmas", () => {
  const lemmatize = createLemmatizer(readLexicon(readFileSync(FRENCH)), "fr");

  it.each([
    ["recouvertes", "recouverer", "recouvrir"],
    ["mise", "miser", "mettre"],
    ["connues", "connuer", "connaître"],
    ["élus", "élire", "élire"],
    ["disparu", "disparer", "disparaître"],
    ["dément", "démentre", "démentir"],
    ["failli", "failler", "faillir"],
    ["soutient", "soutier", "soutenir"],
    ["interviennent", "intervier", "intervenir"],
    ["surprend", "surprer", "surprendre"],
    ["promirent", "promirer", "promettre"],
    ["dormit", "dormir", "dormir"],
    ["tue", "tuer", "tuer"],
    ["tuant", "tuaurir", "tuer"],
    ["donnée", "donner", "donner"],
    ["assassiné", "assassiner", "assassiner"],
  ])("verb %s, guessed %s: %s", (form, guess, lemma) => {
    expect(lemmatize(form, "VERB", guess)).toBe(lemma);
  });

  it.each([
    ["agressives", "agressive", "agressif"],
    ["précieuse", "précieuse", "précieux"],
    ["indienne", "indienne", "indien"],
    ["jeune", "jeune", "jeune"],
    ["locale", "local", "local"],
  ])("adjective %s, guessed %s: %s", (form, guess, lemma) => {
    expect(lemmatize(form, "ADJ", guess)).toBe(lemma);
  });

  it("a noun's lemma is no verb that is longer than its form", () => {
    expect(lemmatize("été", "NOUN", "été")).toBe("été");
    expect(lemmatize("villes", "NOUN", "ville")).toBe("ville");
  });
});

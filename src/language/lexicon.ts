/**
 * Forms and lemmas known beforehand (models/lexicon). The encoder guesses a lemma by its ending; where its guess is no
 * word and the form is known, the lexicon's lemma stands.
 */
import { gunzipSync } from "node:zlib";
import type { Language, Upos } from "../model/text.js";

export type Lemmatize = (word: string, upos: Upos, guess: string) => string;

const LEXICAL: ReadonlySet<Upos> = new Set(["VERB", "AUX", "NOUN", "ADJ", "ADV"]);
const VERB_ENDING: Readonly<Record<Language, RegExp>> = { fr: /(?:er|ir|re)$/u, en: /\p{L}/u };

/** @param gzipped "lemma form form …" a line */
export function createLemmatizer(gzipped: Uint8Array, language: Language): Lemmatize {
  const lemmaOf = new Map<string, string>();
  const lemmas = new Set<string>();
  for (const line of gunzipSync(gzipped).toString("utf8").split("\n")) {
    const [lemma = "", ...forms] = line.split(" ");
    lemmas.add(lemma);
    for (const form of forms) lemmaOf.set(form, lemma);
  }
  return (word, upos, guess) => {
    if (!LEXICAL.has(upos)) return guess;
    const isVerb = upos === "VERB" || upos === "AUX";
    const fits = (lemma: string) => !isVerb || VERB_ENDING[language].test(lemma);
    if (lemmas.has(guess) && fits(guess)) return guess;
    const form = word.toLowerCase().replaceAll("’", "'");
    const known = lemmaOf.get(form);
    if (known !== undefined && fits(known)) return known;
    if (lemmas.has(form) && fits(form)) return form;
    // "démenti" is a noun of its own in the lexicon; as a verb it is a participle.
    if (!isVerb || language !== "fr") return guess;
    const stem = guess.replace(/r$/u, "");
    const infinitives = [
      `${form.replace(/(?<=i)e?s?$/u, "")}r`,
      guess.replace(/éer$/u, "er"),
      ...["ir", "er", "re"].map((ending) => stem + ending),
    ];
    return infinitives.find((word) => lemmas.has(word) && fits(word)) ?? guess;
  };
}

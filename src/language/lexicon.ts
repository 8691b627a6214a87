/**
 * Forms and lemmas known beforehand (models/lexicon). The encoder guesses a lemma by its ending; where its guess is no
 * word and the form is known, the lexicon's lemma stands.
 */
import { gunzipSync } from "node:zlib";
import type { Language, Upos } from "../model/text.js";
import ENDINGS from "./french-endings.json" with { type: "json" };

export type Lemmatize = (word: string, upos: Upos, guess: string) => string;

const LEXICAL: ReadonlySet<Upos> = new Set(["VERB", "AUX", "NOUN", "ADJ", "ADV"]);
const VERB_ENDING: Readonly<Record<Language, RegExp>> = { fr: /(?:er|ir|re)$/u, en: /\p{L}/u };

/** Endings of French verbs in -er that leave the stem as it is ("tuant": tuer). */
const REGULAR_ENDING = /(?:ant|aient|ait|ais|èrent|ent|ées?|és?|es?|a)$/u;

const PARTICIPLES: ReadonlyMap<string, string> = new Map(Object.entries(ENDINGS.participles));
const NEVER_FEMININE: ReadonlySet<string> = new Set(ENDINGS.never_feminine);
const LONGEST_ENDING = Math.max(...[...PARTICIPLES.keys()].map((ending) => ending.length));

const PRESENTS: ReadonlyMap<string, string> = new Map(Object.entries(ENDINGS.presents));
const LONGEST_PRESENT = Math.max(...[...PRESENTS.keys()].map((ending) => ending.length));

/** Infinitive of an irregular form that is no participle ("soutient": soutenir), or null. */
function presentInfinitive(form: string, isLemma: (word: string) => boolean): string | null {
  for (let length = Math.min(LONGEST_PRESENT, form.length); length > 1; length--) {
    const infinitive = PRESENTS.get(form.slice(-length));
    const candidate = infinitive === undefined ? "" : form.slice(0, -length) + infinitive;
    if (candidate !== "" && isLemma(candidate)) return candidate;
  }
  return null;
}

/** Infinitive of an irregular past participle ("recouvertes": recouvrir), or null. */
export function participleInfinitive(form: string, isLemma: (word: string) => boolean): string | null {
  const [, stem = form, feminine = ""] = /^(.+?)(e?)s?$/u.exec(form) ?? [];
  for (const base of new Set([form, stem])) {
    for (let length = Math.min(LONGEST_ENDING, base.length); length > 1; length--) {
      const infinitive = PARTICIPLES.get(base.slice(-length));
      if (infinitive === undefined || (feminine !== "" && NEVER_FEMININE.has(base))) continue;
      const candidate = base.slice(0, -length) + infinitive;
      if (isLemma(candidate)) return candidate;
    }
  }
  return null;
}

/** Masculine of a feminine adjective, or null. */
function masculine(feminine: string, isLemma: (word: string) => boolean): string | null {
  const { sure, where_known } = ENDINGS.feminine_adjectives;
  const masculineBy = (endings: Readonly<Record<string, string>>) =>
    Object.entries(endings)
      .filter(([ending]) => feminine.endsWith(ending))
      .map(([ending, of]) => feminine.slice(0, -ending.length) + of);
  return masculineBy(sure)[0] ?? masculineBy(where_known).find(isLemma) ?? null;
}

export interface Lexicon {
  readonly lemmas: ReadonlySet<string>;
  /** Lemma by each other form. */
  readonly lemmaOf: ReadonlyMap<string, string>;
}

/** @param gzipped "lemma form form …" a line */
export function readLexicon(gzipped: Uint8Array): Lexicon {
  const lemmaOf = new Map<string, string>();
  const lemmas = new Set<string>();
  for (const line of gunzipSync(gzipped).toString("utf8").split("\n")) {
    const [lemma = "", ...forms] = line.split(" ");
    lemmas.add(lemma);
    for (const form of forms) lemmaOf.set(form, lemma);
  }
  return { lemmas, lemmaOf };
}

export function createLemmatizer({ lemmas, lemmaOf }: Lexicon, language: Language): Lemmatize {
  const isLemma = (word: string) => lemmas.has(word);
  const ofVerb = (form: string, guess: string): string => {
    const fits = (lemma: string) => VERB_ENDING[language].test(lemma);
    const irregular =
      language === "fr" ? (participleInfinitive(form, isLemma) ?? presentInfinitive(form, isLemma)) : null;
    if (irregular !== null) return irregular;
    if (isLemma(guess) && fits(guess)) return guess;
    const known = lemmaOf.get(form);
    if (known !== undefined && fits(known)) return known;
    if (isLemma(form) && fits(form)) return form;
    // "démenti" is a noun of its own in the lexicon; as a verb it is a participle.
    if (language !== "fr") return guess;
    const stem = guess.replace(/r$/u, "");
    const infinitives = [
      form.replace(REGULAR_ENDING, "er"),
      `${form.replace(/(?<=i)e?s?$/u, "")}r`,
      guess.replace(/éer$/u, "er"),
      ...["ir", "er", "re"].map((ending) => stem + ending),
      // "dément" is an adjective of its own in the lexicon; as a verb it is "démentir".
      ...["ir", "re"].flatMap((ending) => [
        form + ending,
        form.replace(/s$/u, "t") + ending,
        form.replace(/s$/u, "") + ending,
      ]),
    ];
    return infinitives.find((word) => isLemma(word) && fits(word)) ?? guess;
  };
  const ofOther = (form: string, upos: Upos, guess: string): string => {
    // The lemma is no longer than its form: "été" as a noun is not "être".
    const known = lemmaOf.get(form);
    const fitting = [guess, ...(known === undefined ? [] : [known]), form].filter((l) => l.length <= form.length);
    const lemma = fitting.find((l) => l === known || isLemma(l)) ?? guess;
    const singular = form.replace(/s$/u, "");
    if (language !== "fr" || upos !== "ADJ" || (lemma !== form && lemma !== singular)) return lemma;
    return masculine(singular, isLemma) ?? lemma;
  };
  return (word, upos, guess) => {
    if (!LEXICAL.has(upos)) return guess;
    const form = word.toLowerCase().replaceAll("’", "'");
    return upos === "VERB" || upos === "AUX" ? ofVerb(form, guess) : ofOther(form, upos, guess);
  };
}

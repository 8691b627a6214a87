/**
 * Misspelt words of the field ("embassade", "gouvernment"): what no lexicon knows and stands one slip away from a form of exactly one
 * lemma of field-words.json is read as that form. The article keeps its own letters. Toward other words nothing is mended: a rare word is
 * no slip.
 */
import type { Language } from "../model/text.js";
import FIELD_WORDS from "./field-words.json" with { type: "json" };
import type { Lexicon } from "./lexicon.js";
import { remembering } from "./remembering.js";

/** The word as it should be spelt: itself, where nothing is to be mended. */
export type MendSpelling = (word: string) => string;

/** Lower-case letters alone: names and acronyms are spelt as they like. */
const MENDABLE = /^\p{Ll}{7,}$/u;

/** Every word with one letter less. */
const shortened = (word: string): string[] => [...word].map((_, k) => word.slice(0, k) + word.slice(k + 1));

/** Whether a letter more, less or other, or two neighbours in the wrong order, is all that tells the two apart. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let k = 0;
  while (a[k] !== undefined && a[k] === b[k]) k++;
  const [restA, restB] = [a.slice(k), b.slice(k)];
  if (a.length !== b.length) return restA.slice(1) === restB || restA === restB.slice(1);
  return (
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

export function createMending({ lemmas, lemmaOf }: Lexicon, language: Language): MendSpelling {
  const field = new Set(FIELD_WORDS[language]);
  const lemmaOfForm = new Map([...field].map((lemma) => [`${lemma}s`, lemma]));
  for (const [form, lemma] of lemmaOf) if (field.has(lemma)) lemmaOfForm.set(form, lemma);
  for (const lemma of field) lemmaOfForm.set(lemma, lemma);
  // Two words are one slip apart only where one of them, or each with a letter less, is the same string.
  const neighbours = new Map<string, string[]>();
  for (const form of [...lemmaOfForm.keys()].sort())
    if (MENDABLE.test(form))
      for (const key of new Set([form, ...shortened(form)]))
        neighbours.set(key, [...(neighbours.get(key) ?? []), form]);
  const mend = (word: string): string => {
    if (!MENDABLE.test(word) || lemmas.has(word) || lemmaOf.has(word) || lemmaOfForm.has(word)) return word;
    const near = new Set([word, ...shortened(word)].flatMap((key) => neighbours.get(key) ?? []));
    const forms = [...near].filter((form) => isOneSlip(word, form));
    const [first] = forms;
    if (first === undefined || new Set(forms.map((form) => lemmaOfForm.get(form))).size > 1) return word;
    return forms.find((form) => form.length === word.length) ?? first;
  };
  return remembering(mend);
}

/** The language of a text, told by eld (Efficient Language Detector) from its letters. */
import { eld } from "eld/medium";
import type { Language } from "../model/text.js";

export type Found =
  | { readonly language: Language; readonly notice: string | null }
  | { readonly language: null; readonly name: string };

const SAMPLE = 6_000;
/** Fewer letters tell too little to refuse a text by. */
const FEWEST_LETTERS = 60;
const names = new Intl.DisplayNames(["en"], { type: "language" });

export function findLanguage(text: string): Found {
  const sample = text.slice(0, SAMPLE);
  const result = eld.detect(sample);
  if (result.language === "fr" || result.language === "en") return { language: result.language, notice: null };
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= FEWEST_LETTERS && result.language !== "")
    return { language: null, name: names.of(result.language) ?? result.language };
  const { fr = 0, en = 0 } = result.getScores();
  return {
    language: en > fr ? "en" : "fr",
    notice: `too short to tell its language: read as ${en > fr ? "English" : "French"}`,
  };
}

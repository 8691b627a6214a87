/** One sentence as the real analyser sees it. */
import { createAnalyzer } from "../src/language/analyze.js";
import type { Language, Sentence } from "../src/model/text.js";
import { loadLanguage } from "../src/pipeline/load-resources.js";
import { articleOf } from "./article-of.js";

export type SentenceOf = (text: string, language: Language) => Promise<Sentence>;

/** Loads the analyser once; what it gives reads the first sentence of a text. */
export async function createSentenceOf(): Promise<SentenceOf> {
  const analyze = createAnalyzer((await loadLanguage()).language);
  return async (text, language) => {
    const [sentence] = (await analyze(articleOf(text, language))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    return sentence;
  };
}

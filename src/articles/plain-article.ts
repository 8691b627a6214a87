/** An article that is nothing but a text: what `doctor` and bench/parser analyse. */
import type { ArticleText, Language } from "../model/text.js";

export function plainArticle(text: string, language: Language, file: string): ArticleText {
  return {
    id: `article:${file}`,
    file,
    title: null,
    language,
    publisher: null,
    published: null,
    text,
    zones: [[0, text.length, "body"]],
  };
}

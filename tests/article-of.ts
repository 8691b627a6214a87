/** An article of one text in one language, as the article readers give it. */
import type { ArticleText, Language } from "../src/model/text.js";

export function articleOf(text: string, language: Language = "fr", published: string | null = null): ArticleText {
  return {
    id: "article:0000000000000000",
    file: "test.txt",
    title: null,
    language,
    publisher: null,
    published,
    text,
    zones: [[0, text.length, "body"]],
  };
}

/** An article with a title above its text. */
export function titledArticleOf(title: string, body: string, language: Language = "fr"): ArticleText {
  const text = `${title}\n\n${body}`;
  const start = title.length + 2;
  const zones: ArticleText["zones"] = [
    [0, title.length, "title"],
    [start, text.length, "body"],
  ];
  return { ...articleOf(text, language), title, zones };
}

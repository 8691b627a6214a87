/** Gold files with their articles, as `graphFromGold` takes them. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { articleId } from "../../graph/ids.js";
import { readGold } from "../../src/evaluate/gold.js";
import type { GoldArticle } from "../../src/evaluate/graph-from-gold.js";
import { splitSentences } from "../../src/language/sentences.js";

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n+/u;

function goldArticle(goldFile: string, articles: string): GoldArticle {
  const gold = readGold(readFileSync(goldFile, "utf8"), goldFile);
  const raw = readFileSync(path.join(articles, gold.article), "utf8").replaceAll("\r\n", "\n").normalize("NFC");
  const front = FRONT_MATTER.exec(raw);
  const fields = new Map((front?.[1] ?? "").split("\n").map((line) => line.split(/: (.*)/su, 2) as [string, string]));
  const text = raw.slice(front?.[0].length ?? 0);
  const publisher = fields.get("publisher") ?? null;
  const published = fields.get("published") ?? gold.published ?? null;
  const language = gold.language === "fr" ? "fr" : "en";
  const sentences = splitSentences(text, 0, text.length, language).flatMap((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first === undefined || last === undefined ? [] : [[first[0], last[1]] as const];
  });
  return {
    gold,
    sentences,
    article: {
      id: articleId(publisher, published, text),
      file: gold.article,
      title: fields.get("title") ?? null,
      language,
      publisher,
      published,
      text,
      zones: [[0, text.length, "body"]],
    },
  };
}

/** @param folder holds `gold/` and `articles/` */
export function goldFilesOf(folder: string): string[] {
  return readdirSync(path.join(folder, "gold"))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => path.join(folder, "gold", file));
}

export const goldArticlesOf = (folder: string): GoldArticle[] =>
  goldFilesOf(folder).map((file) => goldArticle(file, path.join(folder, "articles")));

export const EXAMPLES = path.resolve(import.meta.dirname, "../../examples");

/** Mentions that nouns beside a name bring or type: what a ship, a company or a tribe is; ministries, towns of camps, datelines. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../src/model/text.js";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf } from "../article-of.js";

type Case = [language: Language, text: string, words: string, type: string | null];
const CASES: Case[] = [
  ["fr", "Un missile a frappé le vraquier Étoile Polaire en mer Rouge.", "Étoile Polaire", "military"],
  ["en", "A drone hit the tanker Morning Glory off Aden on Monday.", "Morning Glory", "military"],
  ["fr", "La société Aurore Minière a été sanctionnée par l'Union européenne.", "Aurore Minière", "company"],
  ["en", "Gunmen killed two leaders of the Zobai tribe in Mosul.", "Zobai", "crowd"],
  ["fr", "Le ministre tchadien de la Santé a démissionné mardi.", "Santé", "government_body"],
  ["en", "Defence Minister Karim Haddad resigned on Monday.", "Defence", "government_body"],
  ["fr", "Le ministre du Tchad a démissionné mardi.", "Tchad", "state"],
  ["fr", "Des rebelles ont attaqué l'aéroport d'Assongo, tuant six soldats.", "Assongo", "city"],
  ["en", "BAGHDAD (Reuters) – Two bombs killed six soldiers on Monday.", "BAGHDAD", "city"],
  ["fr", "(Bamako) – Six soldats ont été tués mardi par des rebelles.", "Bamako", "city"],
  ["fr", "Le collectif Demain Niamey a manifesté mardi.", "Demain Niamey", "ngo"],
  ["en", "Sandring said no. Sandring Maritime owns the ship, and Sandring Maritime left.", "Sandring", "company"],
  ["en", "Rebels met Ban Ki-moon on Monday.", "Ban Ki-moon", "person"],
  ["fr", "L'ONU a appelé les deux camps à déposer les armes.", "deux camps", "crowd"],
  ["fr", "L'armée a bombardé deux camps de Tarsine.", "deux camps", "facility"],
  ["en", "URGENT – Two bombs killed six soldiers on Monday.", "URGENT", null],
];

describe("mentions by the nouns beside them", () => {
  let read: ReadArticle;
  beforeAll(async () => {
    read = createArticleReader(await loadResources(), loadKnowledge().know);
  });
  it.each(CASES)("%s: %s (%s: %s)", async (language, text, words, type) => {
    const { mentions } = await read(articleOf(text, language));
    const at = text.indexOf(words);
    const [smallest] = mentions
      .filter((m) => m.start <= at && at + words.length <= m.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    expect(smallest?.type ?? null).toBe(type);
  });
});

import { expect, it } from "vitest";
import { joinQuantities } from "../../src/claims/reader/join-quantities.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Mention } from "../../src/model/mention.js";
import type { Language, Sentence } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

const mentionAt = (sentence: Sentence, word: string, from: string): { mention: Mention } => {
  const at = (text: string) => sentence.tokens.findIndex((t) => t.text === text);
  const [head, first] = [at(word), at(from)];
  const { start = 0 } = sentence.tokens[first] ?? {};
  const end = sentence.tokens[head]?.end ?? 0;
  return {
    mention: { sentence: 0, head, first, last: head + 1, start, end, form: "nominal", type: "crowd", probability: 1 },
  };
};

it.each<[Language, string, string, string, string]>([
  ["fr", "Plusieurs centaines de manifestants ont défilé.", "centaines", "manifestants", "Plusieurs"],
  ["fr", "La police a interpellé une trentaine de personnes.", "trentaine", "personnes", "une"],
  ["en", "Police arrested dozens of protesters.", "dozens", "protesters", "dozens"],
])("%s: %s is one mention", async (language, text, amount, counted, from) => {
  const { sentences } = await createAnalyzer((await loadResources()).language)(articleOf(text, language));
  const sentence = sentences[0] as Sentence;
  const joined = joinQuantities(sentence, [mentionAt(sentence, amount, from), mentionAt(sentence, counted, counted)]);
  expect(joined.map(({ mention }) => text.slice(mention.start, mention.end))).toEqual([
    text.slice(text.indexOf(from), text.indexOf(counted) + counted.length),
  ]);
});

it("leaves two groups apart", async () => {
  const text = "Le chef du mouvement a fui.";
  const { sentences } = await createAnalyzer((await loadResources()).language)(articleOf(text, "fr"));
  const sentence = sentences[0] as Sentence;
  const two = [mentionAt(sentence, "chef", "chef"), mentionAt(sentence, "mouvement", "mouvement")];
  expect(joinQuantities(sentence, two)).toEqual(two);
});

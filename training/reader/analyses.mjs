// Articles as the product analyses them, for training/reader/corpus.py: node analyses.mjs OUT.jsonl ARTICLE… (after a build of the product)
//
// A line an article: file, language, text, sentences. A sentence: tokens [start, end, part of speech, head or -1, relation, lemma],
// pronouns [token, sentence and head of the mention that it goes back to], looks: heads of what the reader that ships takes for mentions, senses:
// what the trigger lexicon says of its tokens [row, column, value] (src/claims/triggers/sense-features.ts).
import { createWriteStream } from "node:fs";
import path from "node:path";

const product = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url));
const { loadArticles } = await product("cli/build-folder.js");
const { createAnalyzer } = await product("language/analyze.js");
const { loadResources } = await product("pipeline/load-resources.js");
const { offerMentions } = await product("pipeline/offer-mentions.js");
const { readMentions } = await product("claims/reader/read-sentences.js");
const { findAntecedents } = await product("entities/find-antecedents.js");

const { default: THRESHOLDS } = await import(new URL("../../dist/src/claims/reader/thresholds.json", import.meta.url), { with: { type: "json" } });
const { senseCells } = await product("claims/triggers/sense-features.js");
const { loadSenses } = await product("claims/triggers/load-senses.js");
const { packageRoot } = await product("pipeline/package-root.js");
const senses = loadSenses(path.join(packageRoot(), "knowledge"));
const { know } = (await product("pipeline/load-knowledge.js")).loadKnowledge();

const LEAST = 0.05; // probability of a mention that is offered as spurious where gold has none

const [out, ...inputs] = process.argv.slice(2);
const resources = await loadResources();
const analyze = createAnalyzer(resources.language);
const { articles, problems } = await loadArticles(inputs, null);
for (const problem of problems) if (problem.severity === "error") throw new Error(`${problem.file}: ${problem.message}`);
const file = createWriteStream(out);
for (const article of articles) {
  const { sentences, vectors } = await analyze(article);
  const found = await readMentions(resources.reader, article.text, sentences, vectors, { mention: LEAST });
  const offered = (least) => offerMentions(article.text, sentences, found.mentions.filter((m) => m.probability >= least), know).mentions;
  const mentions = offered(LEAST);
  const sure = offered(THRESHOLDS.mention);
  const antecedents = findAntecedents(sentences, sure);
  const readable = sentences.filter((s) => s.tokens.length > 0);
  const place = new Map(readable.map((s, k) => [s.index, k]));
  const record = readable.map((s) => ({
    tokens: s.tokens.map((t) => [t.start, t.end, t.upos, t.head, t.relation, t.lemma]),
    pronouns: antecedents
      .filter(({ pronoun }) => pronoun.sentence === s.index)
      .map(({ pronoun, mention }) => [pronoun.head, place.get(sure[mention].sentence), sure[mention].head]),
    looks: mentions.filter((m) => m.sentence === s.index && m.form !== "pronoun").map((m) => m.head),
    senses: senseCells(s, senses[s.language]),
  }));
  file.write(`${JSON.stringify({ file: path.basename(article.file), language: article.language, text: article.text, sentences: record })}\n`);
}
await new Promise((done) => file.end(done));

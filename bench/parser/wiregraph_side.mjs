/** Our analyser over raw texts: one JSON line, as spacy_side.py. node wiregraph_side.mjs TEXTS.json (after npm run build) */
import { readFileSync } from "node:fs";
import process from "node:process";
import { plainArticle } from "../../dist/src/articles/plain-article.js";
import { createAnalyzer } from "../../dist/src/language/analyze.js";
import { loadLanguage } from "../../dist/src/pipeline/load-resources.js";

const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const begun = performance.now();
const { backend, language } = await loadLanguage();
const load = (performance.now() - begun) / 1000;
const analyze = createAnalyzer(language);
const articleOf = (text) => plainArticle(text, "fr", "bench");
for (const text of texts.slice(0, 4)) await analyze(articleOf(text));
const cpu = process.cpuUsage();
let tokens = 0;
for (const text of texts) {
  const { sentences } = await analyze(articleOf(text));
  for (const sentence of sentences) tokens += sentence.tokens.length;
}
const { user, system } = process.cpuUsage(cpu);
const single = tokens / ((user + system) / 1e6);
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${JSON.stringify({ name: `wiregraph, ${backend.description}`, single, batched: single, load, memory })}\n`,
);

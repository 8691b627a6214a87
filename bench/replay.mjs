/**
 * The rules without the models: what the models see of articles is kept in a file, and read from it until the models or what they are offered
 * changes. For work on the rules, where reading hundreds of articles anew takes minutes and settling them seconds.
 *
 *   npm run build && node bench/replay.mjs see KEPT.jsonl ARTICLE…          reads with the models, keeps what they see
 *   node bench/replay.mjs settle KEPT.jsonl GRAPH_FOLDER                    runs the rules on it and writes GRAPH_FOLDER/graph.json
 */
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

const product = (file) => import(new URL(`../dist/${file}`, import.meta.url));
const { loadArticles } = await product("src/cli/build-folder.js");
const { createAnalyzer } = await product("src/language/analyze.js");
const { buildGraph } = await product("src/pipeline/build-graph.js");
const { loadKnowledge } = await product("src/pipeline/load-knowledge.js");
const { loadResources } = await product("src/pipeline/load-resources.js");
const { perceiveArticle, settleReading } = await product("src/pipeline/read-article.js");
const { writeGraphFile } = await product("graph/json.js");

const [what, kept, ...rest] = process.argv.slice(2);
const knowledge = loadKnowledge();

if (what === "see" && rest.length > 0) {
  const resources = await loadResources();
  const analyze = createAnalyzer(resources.language);
  const { articles, problems } = await loadArticles(rest, null);
  for (const problem of problems) process.stderr.write(`${problem.file}: ${problem.message}\n`);
  const file = createWriteStream(kept);
  for (const article of articles) {
    const perception = await perceiveArticle(resources, analyze, article, knowledge.know);
    file.write(`${JSON.stringify({ article, perception })}\n`);
  }
  await new Promise((done) => file.end(done));
} else if (what === "settle" && rest.length === 1) {
  const readings = [];
  for await (const line of createInterface({ input: createReadStream(kept) })) {
    const { article, perception } = JSON.parse(line);
    readings.push(settleReading(article, perception, knowledge.know));
  }
  const graph = buildGraph(readings, knowledge.resolve(readings), {
    name: "wiregraph",
    version: "0",
    model: "kept",
    runtime: "kept",
  });
  mkdirSync(rest[0], { recursive: true });
  await writeGraphFile(graph, path.join(rest[0], "graph.json"));
} else {
  process.stderr.write("usage: node bench/replay.mjs see KEPT.jsonl ARTICLE… | settle KEPT.jsonl GRAPH_FOLDER\n");
  process.exitCode = 2;
}

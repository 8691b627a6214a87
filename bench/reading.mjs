/**
 * How fast the examples are read: worker threads and WebAssembly against one native worker in the same run.
 *
 *   npm run build && node bench/reading.mjs
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { readArticleFile } from "../dist/src/articles/read-article-file.js";
import { readArticles } from "../dist/src/pipeline/read-articles.js";

const folder = path.join(import.meta.dirname, "..", "examples", "articles");
const articles = readdirSync(folder)
  .sort()
  .flatMap((name) => readArticleFile(readFileSync(path.join(folder, name)), name, { published: null }).articles);
const characters = articles.reduce((sum, a) => sum + a.text.length, 0);

async function seconds(options) {
  const begun = performance.now();
  await readArticles(articles, options);
  return (performance.now() - begun) / 1000;
}

const runs = [
  ["native, 1 worker", { jobs: 1, backend: "onnxruntime-node" }],
  ["native, 2 workers", { jobs: 2, backend: "onnxruntime-node" }],
  ["WebAssembly, 1 worker", { jobs: 1, backend: "onnxruntime-web" }],
];
const [, baselineOptions] = runs[0];
await seconds(baselineOptions);
let baseline = 0;
for (const [name, options] of runs) {
  const taken = await seconds(options);
  baseline ||= taken;
  process.stdout.write(
    `${name.padEnd(24)} ${taken.toFixed(1)} s  ${(characters / taken).toFixed(0)} characters/s  ×${(baseline / taken).toFixed(2)} of one native worker\n`,
  );
}
process.stdout.write(
  `${articles.length} articles, peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`,
);

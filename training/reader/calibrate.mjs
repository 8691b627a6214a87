// Fits src/claims/reader/calibration.json: node calibrate.mjs BUILD GOLD_DIR[:LIST] [BUILD GOLD_DIR[:LIST]…] (after a build of the product)
//
// The builds must be of articles that no training has seen, made while calibration.json is the line from [0, 0] to [1, 1]. A monotone line
// by pool adjacent violators (Ayer et al. 1955). Prints the reliability over five folds of articles, each fitted on the other four, then the points.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const product = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url));
const { readGoldFile } = await product("evaluate/gold.js");
const { reliability, scoredClaims } = await product("evaluate/reliability.js");
const { readBuild } = await product("cli/open-build.js");
const { calibrate } = await product("claims/reader/calibrate.js");

const FOLDS = 5;
const LEAST = 25; // claims that a step of the line stands on

function fit(claims) {
  const sorted = [...claims].sort((a, b) => a.score - b.score);
  const blocks = [];
  for (let k = 0; k < sorted.length; k += LEAST) {
    const own = sorted.slice(k, k + LEAST);
    if (own.length < LEAST && blocks.length > 0) blocks.at(-1).push(...own);
    else blocks.push(own);
  }
  const share = (block) => block.filter((c) => c.isRight).length / block.length;
  for (let k = 1; k < blocks.length; ) {
    if (share(blocks[k - 1]) <= share(blocks[k])) k++;
    else {
      blocks.splice(k - 1, 2, [...blocks[k - 1], ...blocks[k]]);
      k = Math.max(1, k - 1);
    }
  }
  const mean = (block) => block.reduce((sum, c) => sum + c.score, 0) / block.length;
  const points = blocks.map((block) => [mean(block), share(block)].map((x) => Number(x.toFixed(3))));
  return [[0, 0], ...points, [1, Math.max(...points.map(([, y]) => y))]];
}

const claims = [];
for (let k = 2; k < process.argv.length; k += 2) {
  const [folder, list] = process.argv[k + 1].split(":");
  const names = list === undefined ? readdirSync(folder).filter((f) => f.endsWith(".json")) : readFileSync(list, "utf8").trim().split(/\s+/u).map((n) => `${n}.json`);
  const golds = await Promise.all(names.map((n) => readGoldFile(path.join(folder, n))));
  claims.push(...scoredClaims(await readBuild(process.argv[k]), golds));
}
const articles = [...new Set(claims.map((c) => c.article))].sort();
const foldOf = (c) => articles.indexOf(c.article) % FOLDS;
const out = Array.from({ length: FOLDS }, (_, fold) => {
  const points = fit(claims.filter((c) => foldOf(c) !== fold));
  return claims.filter((c) => foldOf(c) === fold).map((c) => ({ ...c, score: calibrate(c.score, points) }));
}).flat();
const before = reliability(claims);
const { bins, error } = reliability(out);
console.log(`${claims.length} claims; expected calibration error ${before.error.toFixed(3)} before, ${error.toFixed(3)} after, out of fold`);
for (const b of bins) if (b.claims > 0) console.log(`${b.from}-${b.to}: ${b.claims} claims, score ${b.score.toFixed(2)}, right ${b.right.toFixed(2)}`);
console.log(JSON.stringify(fit(claims)));

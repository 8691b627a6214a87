/**
 * Screenshots of the main views for the README and docs/viewer.md, in a real Chromium. They are looked at, not compared.
 *
 *   npm run build && node dist/src/cli/main.js build examples/articles --out out/examples
 *   node bench/pictures.mjs [out/examples/graph.json] [docs]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "../deploy/chromium.mjs";

const { embedGraph } = await import("../dist/graph/formats/html.js");
const [graphFile = "out/examples/graph.json", folder = "docs"] = process.argv.slice(2);
const executablePath = findChromium(false);
if (executablePath === null) {
  process.stderr.write("There is no Chromium here: node deploy/chromium.mjs installs it where it can.\n");
  process.exit(2);
}
const json = readFileSync(graphFile, "utf8");
const graph = JSON.parse(json);
const nodeNamed = (name) => graph.nodes.find((n) => n.name === name)?.id ?? graph.nodes[0].id;
const accusations = graph.edges.filter((e) => e.status === "alleged" && e.by.length > 0);
const alleged = accusations.find((e) => e.contested) ?? accusations[0] ?? graph.edges[0];
const article = graph.articles.find((a) => a.file.startsWith("22-")) ?? graph.articles[0];
const hash = (values) => `#${new URLSearchParams(values)}`;

const PICTURES = [
  { name: "viewer-alleged", hash: hash({ edge: alleged.id }), width: 1440, height: 900 },
  { name: "viewer", hash: "", width: 1440, height: 900 },
  {
    name: "viewer-node-dark",
    hash: hash({ around: nodeNamed("Algérie"), node: nodeNamed("Algérie") }),
    width: 1440,
    height: 900,
    colorScheme: "dark",
  },
  { name: "viewer-reading", hash: hash({ view: "read", read: article.id }), width: 1440, height: 900 },
  { name: "viewer-timeline", hash: hash({ view: "timeline" }), width: 1440, height: 900 },
  { name: "viewer-phone", hash: hash({ node: nodeNamed("Algérie") }), width: 390, height: 844 },
];

const scratch = mkdtempSync(path.join(tmpdir(), "wiregraph-pictures-"));
const page = readFileSync(path.join(import.meta.dirname, "../dist/viewer/index.html"), "utf8");
const file = path.join(scratch, "graph.html");
writeFileSync(file, embedGraph(page, json));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
});
try {
  for (const { name, hash: at, width, height, colorScheme = "light" } of PICTURES) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale: "en-GB",
      offline: true,
      reducedMotion: "reduce",
    });
    const shown = await context.newPage();
    await shown.goto(pathToFileURL(file).href + at);
    if (!at.includes("view=")) await shown.waitForFunction(() => window.wiregraph?.ready() === true);
    await shown.waitForTimeout(2_500);
    const out = path.join(folder, `${name}.png`);
    await shown.screenshot({ path: out });
    process.stdout.write(`${out}\n`);
    await context.close();
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

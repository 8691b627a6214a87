/**
 * The viewer's budgets in a real Chromium (software GL): time to a drawn graph, script of a filter, memory.
 *
 *   npm run build && node dist/src/cli/main.js build examples/articles --out out/examples
 *   node bench/viewer.mjs [out/examples/graph.json]
 *
 * Prints one line a figure, and ends with 1 where a budget is broken. Times are the best of several openings: other work
 * on the machine only adds to them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "../deploy/chromium.mjs";
import { largeGraph } from "./large-graph.mjs";

const { embedGraph } = await import("../dist/graph/formats/html.js");
const PAGE = readFileSync(path.join(import.meta.dirname, "../dist/viewer/index.html"), "utf8");
const ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
const OPENINGS = 5;
const FILTERS = 10;
const MB = 1024 * 1024;

const examples = process.argv[2] ?? "out/examples/graph.json";
const executablePath = findChromium(false);
if (executablePath === null) {
  process.stderr.write("There is no Chromium here: node deploy/chromium.mjs installs it where it can.\n");
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-bench-"));
const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
let isBroken = false;

function report(what, value, unit, budget) {
  const isOver = budget !== undefined && value > budget;
  isBroken ||= isOver;
  const of = budget === undefined ? "" : ` of ${budget}${isOver ? "  OVER" : ""}`;
  process.stdout.write(`${what.padEnd(58)} ${value.toFixed(value < 10 ? 1 : 0).padStart(7)} ${unit}${of}\n`);
}

async function open(name, json) {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, embedGraph(PAGE, json));
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    offline: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const metrics = async () =>
    Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map((m) => [m.name, m.value]));
  await page.goto(pathToFileURL(file).href, { waitUntil: "commit" });
  const drawn = await page.waitForFunction(() => window.wiregraph?.firstDrawn() ?? null, null, { timeout: 120_000 });
  // The page's own account: to be asked by frames would add the time of the frames that a machine without a GPU draws.
  const laidOut = await page.waitForFunction(() => window.wiregraph?.readyAt() ?? null, null, { timeout: 300_000 });
  return { context, page, metrics, drawn: await drawn.jsonValue(), laidOut: await laidOut.jsonValue() };
}

async function best(name, json) {
  let least = { drawn: Number.POSITIVE_INFINITY, laidOut: Number.POSITIVE_INFINITY };
  for (let k = 0; k < OPENINGS; k++) {
    const { context, drawn, laidOut } = await open(name, json);
    await context.close();
    if (drawn < least.drawn) least = { drawn, laidOut };
  }
  return least;
}

/** Script of one filter, from the click to the picture that follows it, in milliseconds of the thread; the least of several. */
async function filterCost({ page, metrics }) {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < FILTERS; k++) {
    const before = await metrics();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.querySelector("[data-testid=family-violence]").click();
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }),
    );
    const after = await metrics();
    least = Math.min(least, (after.ScriptDuration - before.ScriptDuration) * 1_000);
  }
  return least;
}

async function memory({ page, metrics }) {
  await page.requestGC();
  return (await metrics()).JSHeapUsedSize / MB;
}

try {
  const json = readFileSync(examples, "utf8");
  const first = await best("examples", json);
  report("examples, one file: first picture", first.drawn, "ms", 1_500);
  report("examples, one file: laid out", first.laidOut, "ms");
  const small = await open("examples", json);
  report("examples: memory", await memory(small), "MB");
  await small.context.close();

  const middle = await open("middle", JSON.stringify(largeGraph(2_000, 6_000)));
  report("2,000 nodes, 6,000 relations: first picture", middle.drawn, "ms");
  report("2,000 nodes, 6,000 relations: laid out", middle.laidOut, "ms");
  report("2,000 nodes, 6,000 relations: script of a filter", await filterCost(middle), "ms", 50);
  report("2,000 nodes, 6,000 relations: memory", await memory(middle), "MB");
  await middle.context.close();

  const large = await open("large", JSON.stringify(largeGraph(50_000, 200_000)));
  report("50,000 nodes, 200,000 relations: first picture", large.drawn, "ms");
  report("50,000 nodes, 200,000 relations: laid out", large.laidOut, "ms");
  report("50,000 nodes, 200,000 relations: script of a filter", await filterCost(large), "ms");
  report("50,000 nodes, 200,000 relations: memory", await memory(large), "MB");
  await large.context.close();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isBroken ? 1 : 0;

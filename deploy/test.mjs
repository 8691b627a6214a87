/**
 * `npm test`: installs and builds what is missing, then types, lint and all tests: unit, properties, the embedded
 * database, a real Neo4j, the viewer in a real Chromium. With CI=true nothing may be left out.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findChromium } from "./chromium.mjs";
import { ensureBuilt, ensureInstalled, ensureNode, ROOT } from "./install.mjs";
import { provideJava } from "./java.mjs";

const isComplete = process.env.CI === "true";
const leftOut = [];

ensureNode();
ensureInstalled();
ensureBuilt();

if (findChromium(true) === null) leftOut.push("the viewer's tests: no Chromium, and none could be installed");
const java = provideJava();
if (java.missing !== null) leftOut.push(`the Neo4j tests: no ${java.missing}, and it could not be installed`);
if (!existsSync(path.join(ROOT, "..", "shared", "dev")))
  leftOut.push("what is measured on ../shared, which is not here");

let failed = false;
for (const [what, args] of [
  ["Types", ["run", "--silent", "types"]],
  ["Lint", ["run", "--silent", "lint"]],
  ["Tests", ["run", "--silent", "unit"]],
]) {
  const begun = performance.now();
  const { status } = spawnSync("npm", args, { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" });
  process.stdout.write(
    `${what}: ${status === 0 ? "fine" : "FAILED"}, ${((performance.now() - begun) / 1000).toFixed(0)} s\n`,
  );
  failed ||= status !== 0;
}
for (const line of leftOut) process.stdout.write(`Left out: ${line}.\n`);
if (isComplete && leftOut.length > 0) {
  process.stdout.write("With CI=true nothing may be left out.\n");
  failed = true;
}
process.exit(failed ? 1 : 0);

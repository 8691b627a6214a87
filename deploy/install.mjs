/** What a fresh clone lacks: the libraries, and the program built from its sources. Each is made again only when out of date. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

export const ROOT = path.dirname(import.meta.dirname);
const OLDEST_NODE = [20, 19];

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a command in the project's folder; ends the process where it fails. */
export function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write(`${[command, ...args].join(" ")} failed${error === undefined ? "" : `: ${error.message}`}\n`);
    process.exit(status ?? 1);
  }
}

function isCurrent(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
}

function leave(stamp, digest) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function digestOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  return hash.digest("hex");
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.version}.\n`);
  process.exit(2);
}

export function ensureInstalled() {
  const stamp = path.join(ROOT, "node_modules", ".wiregraph-installed");
  const digest = digestOf([path.join(ROOT, "package.json"), path.join(ROOT, "package-lock.json")]);
  if (isCurrent(stamp, digest)) return;
  process.stdout.write("Installing libraries …\n");
  run(npm, ["install", "--no-fund", "--no-audit", "--loglevel", "error"]);
  // npm may have completed the lockfile for this platform.
  leave(stamp, digestOf([path.join(ROOT, "package.json"), path.join(ROOT, "package-lock.json")]));
}

export function ensureBuilt() {
  const stamp = path.join(ROOT, "dist", ".wiregraph-built");
  const settings = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"].map((f) =>
    path.join(ROOT, f),
  );
  const digest = digestOf([...settings, ...["graph", "src", "viewer"].flatMap((f) => sourcesIn(path.join(ROOT, f)))]);
  if (isCurrent(stamp, digest)) return;
  process.stdout.write("Building …\n");
  run(npm, ["run", "--silent", "build"]);
  leave(stamp, digest);
}

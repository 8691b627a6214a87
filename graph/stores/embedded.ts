/**
 * The graph in an embedded database, one file in the build's folder: a projection of the graph that can be made again at
 * any time. It is written beside the old one and then takes its place, so readers see the old graph or the new one.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import grafeo from "@grafeo-db/js";
import type { Graph } from "../model.js";
import { KEYED_LABELS } from "./labels.js";
import { QueryProcesses } from "./query-processes.js";
import { refusalOf } from "./read-only.js";
import { statementsOf } from "./statements.js";
import { DEFAULT_LIMITS, type Progress, type Rows, type Store, StoreError, type Value } from "./store.js";

/** The database in the folder of a build. */
export const EMBEDDED_FILE = "graph.grafeo";
/** What the database was made from: the engine's version and the digest of graph.json. */
export const EMBEDDED_STAMP = "graph.grafeo.json";
/** The graph itself, in the same folder. */
const GRAPH_FILE = "graph.json";

/**
 * Opens the database in the folder of a build. The folder may hold none yet: a first `write` or `replace` makes it, and a
 * query before that fails with the code `missing`.
 */
export function openEmbedded(folder: string): Store {
  const file = path.join(folder, EMBEDDED_FILE);
  let processes = new QueryProcesses(file);
  const put = async (graph: Graph, keep: boolean, progress?: Progress) => {
    await writeFileOf(graph, folder, keep, progress);
    processes.stop();
    processes = new QueryProcesses(file);
  };
  return {
    write: (graph, progress) => put(graph, true, progress),
    replace: (graph, progress) => put(graph, false, progress),
    async query(cypher, parameters = {}, limits = {}): Promise<Rows> {
      const refusal = refusalOf(cypher);
      if (refusal !== null) throw new StoreError("refused", refusal);
      if (!existsSync(file)) throw new StoreError("missing", `There is no ${EMBEDDED_FILE} in ${folder}.`);
      const raw = await processes.run(cypher, parameters, { ...DEFAULT_LIMITS, ...limits });
      return { ...raw, rows: raw.rows.map((row) => row.map(plainValue)) };
    },
    async close() {
      processes.stop();
    },
  };
}

/** Writes the database of a build anew. */
export function writeEmbedded(graph: Graph, folder: string, progress?: Progress): Promise<void> {
  return writeFileOf(graph, folder, false, progress);
}

/** Whether the folder's database was made by this engine from the folder's graph.json. */
export async function isEmbeddedCurrent(folder: string): Promise<boolean> {
  if (!existsSync(path.join(folder, EMBEDDED_FILE))) return false;
  const [stamp, wanted] = await Promise.all([textOf(path.join(folder, EMBEDDED_STAMP)), stampOf(folder)]);
  return stamp === wanted;
}

async function writeFileOf(graph: Graph, folder: string, keep: boolean, progress?: Progress): Promise<void> {
  const statements = statementsOf(graph);
  const total = statements.reduce((sum, statement) => sum + statement.rows.length, 0);
  const file = path.join(folder, EMBEDDED_FILE);
  const workFolder = await mkdtemp(path.join(folder, ".grafeo-"));
  const workFile = path.join(workFolder, EMBEDDED_FILE);
  try {
    if (keep && existsSync(file)) await copyFile(file, workFile);
    const database = grafeo.GrafeoDB.create(workFile);
    try {
      for (const label of KEYED_LABELS) {
        // The constraint does not serve look-ups: without the index a load takes a hundred times as long.
        await database.executeCypher(`CREATE INDEX ${label}Index IF NOT EXISTS FOR (n:${label}) ON (n.id)`);
        await database.executeCypher(
          `CREATE CONSTRAINT ${label}Unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
        );
      }
      let done = 0;
      for (const { cypher, rows } of statements) {
        await database.executeCypher(cypher, { rows });
        done += rows.length;
        progress?.(done, total);
      }
    } finally {
      database.close();
    }
    const stamp = await stampOf(folder);
    await rename(workFile, file);
    await writeFile(path.join(folder, EMBEDDED_STAMP), stamp);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function stampOf(folder: string): Promise<string> {
  const graph = path.join(folder, GRAPH_FILE);
  const digest = existsSync(graph)
    ? createHash("sha256")
        .update(await readFile(graph))
        .digest("hex")
    : null;
  return `${JSON.stringify({ engine: `@grafeo-db/js ${grafeo.version()}`, graph: digest })}\n`;
}

async function textOf(file: string): Promise<string | null> {
  return existsSync(file) ? readFile(file, "utf8") : null;
}

/** The engine marks nodes and relationships by keys that begin with an underscore. */
function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object") return String(value);
  const map = new Map(Object.entries(value));
  const labels = map.get("_labels");
  if (map.has("_id") && Array.isArray(labels)) {
    return { labels: labels.map(String).sort(), properties: plainMap(map) };
  }
  if (map.has("_id") && map.has("_type")) return { type: String(map.get("_type")), properties: plainMap(map) };
  const { nodes, edges } = value as { nodes?: unknown; edges?: unknown };
  if (map.size === 2 && Array.isArray(nodes) && Array.isArray(edges)) {
    return { nodes: nodes.map(plainValue), relationships: edges.map(plainValue) };
  }
  return plainMap(map);
}

const MARKS: ReadonlySet<string> = new Set(["_id", "_labels", "_source", "_target", "_type"]);

function plainMap(map: ReadonlyMap<string, unknown>): Value {
  const isMarked = map.has("_id");
  const entries = [...map].filter(([key]) => !(isMarked && MARKS.has(key)));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, plainValue(value)]),
  );
}

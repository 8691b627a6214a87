/** The folder that `wiregraph build` wrote: its graph and its database. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Graph } from "../../graph/model.js";
import { isEmbeddedCurrent, openEmbedded, writeEmbedded } from "../../graph/stores/embedded.js";
import { type Store, StoreError } from "../../graph/stores/store.js";

export const GRAPH_FILE = "graph.json";

/** @throws {StoreError} `missing` when the folder holds no graph */
export async function readBuild(folder: string): Promise<Graph> {
  const file = path.join(folder, GRAPH_FILE);
  if (!existsSync(file)) {
    throw new StoreError("missing", `There is no ${GRAPH_FILE} in ${folder}. \`wiregraph build\` writes one.`);
  }
  const graph = JSON.parse(await readFile(file, "utf8")) as Graph;
  if (graph.format !== "wiregraph/1") throw new StoreError("graph", `${file} is not a wiregraph/1 graph.`);
  return graph;
}

/**
 * Opens the folder's database for queries; makes it anew first where it is missing, or older than graph.json or the
 * engine.
 * @param notify called with a line for the user before the database is made
 */
export async function openBuild(folder: string, notify: (line: string) => void): Promise<Store> {
  if (!(await isEmbeddedCurrent(folder))) {
    const graph = await readBuild(folder);
    notify("Making the database from graph.json …");
    await writeEmbedded(graph, folder);
  }
  return openEmbedded(folder);
}

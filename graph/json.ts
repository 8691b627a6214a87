/**
 * `wiregraph/1` as one JSON document in one stable form: keys in the order of the model, a record a line, so that equal
 * graphs are equal bytes. It is written in pieces, as a graph may be larger than one string; such a graph is read back
 * from JSON Lines (jsonl.ts).
 */
import { open, readFile } from "node:fs/promises";
import { canonicalArticle, canonicalClaim, canonicalEdge, canonicalGenerator, canonicalNode } from "./canonical.js";
import { WiregraphError } from "./errors.js";
import type { Graph } from "./model.js";
import { FORMAT, graphSchema, type ShapeFault, shapeFaults } from "./schema.js";

function* list<T>(records: readonly T[], canonical: (record: T) => T): Generator<string> {
  let before = "[\n";
  for (const record of records) {
    yield before + JSON.stringify(canonical(record));
    before = ",\n";
  }
  yield records.length === 0 ? "[]" : "\n]";
}

/** The document in pieces of at most one record each; together valid JSON with a line end. */
export function* writeGraph(graph: Graph): Generator<string> {
  yield `{"format":${JSON.stringify(graph.format)},\n"generators":`;
  yield* list(graph.generators, canonicalGenerator);
  yield ',\n"articles":';
  yield* list(graph.articles, canonicalArticle);
  yield ',\n"nodes":';
  yield* list(graph.nodes, canonicalNode);
  yield ',\n"claims":';
  yield* list(graph.claims, canonicalClaim);
  yield ',\n"edges":';
  yield* list(graph.edges, canonicalEdge);
  yield "}\n";
}

const PIECES_AT_ONCE = 1 << 20;

/** Writes pieces of text to a file, about a megabyte at a time. */
export async function writePieces(pieces: Iterable<string>, file: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    let held = "";
    for (const piece of pieces) {
      held += piece;
      if (held.length < PIECES_AT_ONCE) continue;
      await handle.writeFile(held, "utf8");
      held = "";
    }
    await handle.writeFile(held, "utf8");
  } finally {
    await handle.close();
  }
}

/** @param file path to write; what stood there is replaced */
export const writeGraphFile = (graph: Graph, file: string): Promise<void> => writePieces(writeGraph(graph), file);

const MOST_NAMED = 5;

/** An error that names the first faults of a file. */
export function shapeError(name: string, faults: readonly ShapeFault[]): WiregraphError {
  const named = faults
    .slice(0, MOST_NAMED)
    .map(({ path, message }) => `${path === "" ? "the whole" : path}: ${message}`);
  const more = faults.length > MOST_NAMED ? `; and ${faults.length - MOST_NAMED} more` : "";
  return new WiregraphError("graph", `${name} is not a ${FORMAT} graph. ${named.join("; ")}${more}`);
}

/** @throws {WiregraphError} `json` with the parser's word on the place */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw new WiregraphError("json", `${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * A graph from its JSON. Its shape is checked, its content not: see check.ts.
 * @param name what errors call it, a file's path
 * @throws {WiregraphError} `json`, or `graph` with the paths of the first faults
 */
export function readGraph(text: string, name = "the text"): Graph {
  const value = parseJson(text, name);
  const faults = shapeFaults(graphSchema, value);
  if (faults.length > 0) throw shapeError(name, faults);
  return value as Graph;
}

/** @throws {WiregraphError} `missing`, `unreadable`, `too-large`, `json`, `graph` */
export async function readGraphFile(file: string): Promise<Graph> {
  return readGraph(await readTextFile(file), file);
}

/** @throws {WiregraphError} `missing`, `unreadable`, `too-large` */
export async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new WiregraphError("missing", `There is no file ${file}.`, { cause: error });
    if (code === "ERR_STRING_TOO_LONG" || code === "ERR_FS_FILE_TOO_LARGE")
      throw new WiregraphError("too-large", `${file} is too large for one string: use JSON Lines.`, { cause: error });
    throw new WiregraphError("unreadable", `${file} cannot be read: ${message}`, { cause: error });
  }
}

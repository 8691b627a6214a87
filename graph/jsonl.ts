/**
 * `wiregraph/1` as JSON Lines, for graphs too large for one string: first the header, then one record a line, with
 * `"record"` as its first key. Reading holds one line at a time as text.
 */
import { createReadStream } from "node:fs";
import { canonicalArticle, canonicalClaim, canonicalEdge, canonicalGenerator, canonicalNode } from "./canonical.js";
import { WiregraphError } from "./errors.js";
import { parseJson, shapeError, writePieces } from "./json.js";
import type { Article, Claim, Edge, Graph, GraphNode, Generator as Maker } from "./model.js";
import { headerSchema, LISTS, type ShapeFault, shapeFaults } from "./schema.js";

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** The graph a line at a time, each with its line end. */
export function* graphLines(graph: Graph): Generator<string> {
  yield line({ format: graph.format, generators: graph.generators.map(canonicalGenerator) });
  for (const article of graph.articles) yield line({ record: "article", ...canonicalArticle(article) });
  for (const node of graph.nodes) yield line({ record: "node", ...canonicalNode(node) });
  for (const claim of graph.claims) yield line({ record: "claim", ...canonicalClaim(claim) });
  for (const edge of graph.edges) yield line({ record: "edge", ...canonicalEdge(edge) });
}

/** @param file path to write; what stood there is replaced */
export const writeGraphLines = (graph: Graph, file: string): Promise<void> => writePieces(graphLines(graph), file);

/** Longer than any record of a graph; a line without an end must not fill the memory. */
const LONGEST_LINE = 1 << 28;

async function* linesOf(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let number = 1;
  let held: string[] = [];
  let length = 0;
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw new WiregraphError("encoding", `${name}: line ${number} or one soon after is not UTF-8`, { cause: error });
    }
  };
  const take = function* (text: string): Generator<string> {
    let from = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
      held.push(text.slice(from, at));
      yield held.join("");
      held = [];
      length = 0;
      number += 1;
      from = at + 1;
    }
    held.push(text.slice(from));
    length += text.length - from;
    if (length > LONGEST_LINE)
      throw new WiregraphError("too-large", `${name}: line ${number} is longer than ${LONGEST_LINE} characters`);
  };
  for await (const chunk of chunks) yield* take(typeof chunk === "string" ? chunk : decode(chunk));
  yield* take(decode(undefined));
  const rest = held.join("");
  if (rest !== "") yield rest;
}

interface Lists {
  readonly article: Article[];
  readonly node: GraphNode[];
  readonly claim: Claim[];
  readonly edge: Edge[];
}

const SCHEMAS = new Map<unknown, (typeof LISTS)[number]>(LISTS.map((entry) => [entry.record, entry]));

const fail = (place: string, path: string, message: string): WiregraphError => shapeError(place, [{ path, message }]);

function readHeader(value: unknown, place: string): readonly Maker[] {
  const faults: readonly ShapeFault[] = shapeFaults(headerSchema, value);
  if (faults.length > 0) throw shapeError(`${place}, the header,`, faults);
  return (value as { readonly generators: readonly Maker[] }).generators;
}

function readRecord(value: unknown, place: string, lists: Lists): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw fail(place, "", "expected an object");
  const { record, ...content } = value as { readonly record?: unknown };
  const entry = SCHEMAS.get(record);
  if (entry === undefined) throw fail(place, "record", `expected one of ${[...SCHEMAS.keys()].join(", ")}`);
  const faults = shapeFaults(entry.schema, content);
  if (faults.length > 0) throw shapeError(place, faults);
  (lists[entry.record] as unknown[]).push(content);
}

/**
 * A graph from its lines. Shapes are checked, content is not: see check.ts.
 * @param chunks pieces of the file, cut anywhere, as text or UTF-8
 * @param name what errors call it, a file's path
 * @throws {WiregraphError} `json`, `graph`, `encoding` or `too-large`, with the number of the line
 */
export async function readGraphLines(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  name = "the text",
): Promise<Graph> {
  const lists: Lists = { article: [], node: [], claim: [], edge: [] };
  let generators: readonly Maker[] | null = null;
  let number = 0;
  for await (const text of linesOf(chunks, name)) {
    number += 1;
    const place = `${name}: line ${number}`;
    const value = parseJson(text, place);
    if (generators === null) generators = readHeader(value, place);
    else readRecord(value, place, lists);
  }
  if (generators === null) throw new WiregraphError("graph", `${name} is empty: JSON Lines begin with a header.`);
  const { article: articles, node: nodes, claim: claims, edge: edges } = lists;
  return { format: "wiregraph/1", generators, articles, nodes, claims, edges };
}

/** @throws {WiregraphError} as readGraphLines, or `unreadable` */
export async function readGraphLinesFile(file: string): Promise<Graph> {
  try {
    return await readGraphLines(createReadStream(file), file);
  } catch (error) {
    if (error instanceof WiregraphError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const message = isMissing ? `There is no file ${file}.` : `${file} cannot be read: ${(error as Error).message}`;
    throw new WiregraphError(isMissing ? "missing" : "unreadable", message, { cause: error });
  }
}

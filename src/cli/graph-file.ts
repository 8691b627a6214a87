/** A graph file as a value to be checked: JSON, or JSON Lines by its name. */
import { parseJson, readTextFile } from "../../graph/json.js";
import { readGraphLinesFile } from "../../graph/jsonl.js";

/** @throws {WiregraphError} where the file can't be read, naming it and the place */
export async function readGraphValue(file: string): Promise<unknown> {
  if (/\.(?:jsonl|ndjson)$/iu.test(file)) return readGraphLinesFile(file);
  return parseJson(await readTextFile(file), file);
}

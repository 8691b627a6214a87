/**
 * The example questions: one `.cypher` file each, whose first comment line is the question in English, the second in
 * French. A line `// $place: "Aguelhok"` names a parameter with the value it has when none is given.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface ExampleQuery {
  /** The file's name without `.cypher`. */
  readonly name: string;
  readonly question: string;
  readonly questionFr: string | null;
  readonly parameters: ReadonlyMap<string, string>;
  /** The whole file, comments and all. */
  readonly text: string;
}

/** Sorted by name. */
export function listQueries(): readonly ExampleQuery[] {
  const folder = queriesFolder();
  const files = readdirSync(folder).filter((file) => file.endsWith(".cypher"));
  return files
    .sort()
    .map((file) => parseQuery(path.basename(file, ".cypher"), readFileSync(path.join(folder, file), "utf8")));
}

/** Beside this file in the sources, or in the sources of the project that this file was compiled from. */
function queriesFolder(): string {
  const places = [import.meta.dirname, path.join(import.meta.dirname, "../../../graph/queries")];
  const place = places.find(
    (folder) => existsSync(folder) && readdirSync(folder).some((file) => file.endsWith(".cypher")),
  );
  if (place === undefined) throw new Error(`No .cypher files beside ${import.meta.filename}.`);
  return place;
}

function parseQuery(name: string, text: string): ExampleQuery {
  const comments = text
    .split("\n")
    .filter((line) => line.startsWith("// "))
    .map((line) => line.slice(3));
  const parameters = new Map<string, string>();
  for (const line of comments) {
    const [, parameter, value] = /^\$(\w+): (".*")$/.exec(line) ?? [];
    if (parameter !== undefined && value !== undefined) parameters.set(parameter, JSON.parse(value) as string);
  }
  const [question = name, questionFr = null] = comments.filter((line) => !line.startsWith("$"));
  return { name, question, questionFr, parameters, text };
}

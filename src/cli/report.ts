/** What commands print of articles, problems and graphs. */
import process from "node:process";
import { WiregraphError } from "../../graph/errors.js";
import type { Problem } from "../model/text.js";
import type { BuildSummary } from "./build-folder.js";

/** Text of articles and file names without control characters, which could steer a terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) =>
    c === "\t" ? " " : `\\u{${c.codePointAt(0)?.toString(16)}}`,
  );
}

export function printProblem({ file, offset, message, severity }: Problem): void {
  const place = offset === null ? "" : `, character ${offset}`;
  process.stderr.write(`${severity}: ${plain(file)}${place}: ${plain(message)}\n`);
}

/** A line that counts up on a terminal; elsewhere one line each tenth. */
export function progressLine(): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    if (process.stderr.isTTY) {
      process.stderr.write(`\rReading ${done} of ${of} articles …${done === of ? "\n" : ""}`);
    } else if (of >= 20 && Math.floor((done * 10) / of) > told) {
      told = Math.floor((done * 10) / of);
      process.stderr.write(`Read ${done} of ${of} articles\n`);
    }
  };
}

export function printSummary({ graph, claims, seconds }: BuildSummary): void {
  const statuses = claims.filter(([, n]) => n > 0).map(([status, n]) => `${n} ${status}`);
  process.stdout.write(
    [
      `Articles  ${graph.articles.length}`,
      `Nodes     ${graph.nodes.length}`,
      `Claims    ${graph.claims.length}${statuses.length > 0 ? ` (${statuses.join(", ")})` : ""}`,
      `Edges     ${graph.edges.length}`,
      `Seconds   ${seconds.toFixed(1)}`,
      "",
    ].join("\n"),
  );
}

/** Prints a known error and sets the exit code: 2 for wrong usage, else 1. Throws an unknown one again. */
export function reportFailure(error: unknown): void {
  if (!(error instanceof WiregraphError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === "usage" ? 2 : 1;
}

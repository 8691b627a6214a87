/** Errors of stores as the user sees them. */
import process from "node:process";
import { WiregraphError } from "../../graph/errors.js";

const USAGE: ReadonlySet<string> = new Set(["refused", "query", "missing", "graph", "unauthorized"]);

/** Prints a known error and sets the exit code: 2 where the user can put it right, else 1. Throws an unknown one again. */
export function reportStoreFailure(error: unknown): void {
  if (!(error instanceof WiregraphError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = USAGE.has(error.code) ? 2 : 1;
}

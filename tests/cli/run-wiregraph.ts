/** Runs the built command line as a user does: a process of its own. */
import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";

export const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist", "src", "cli", "main.js");

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function wiregraph(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { maxBuffer: 100_000_000 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, out, err });
    });
  });
}

/** A build as the user sees it: progress, problems, summary; exit code 1 where an article failed. */
import process from "node:process";
import type { BackendName } from "../pipeline/load-resources.js";
import { buildFolder } from "./build-folder.js";
import { printProblem, printSummary, progressLine } from "./report.js";

export interface BuildArguments {
  readonly out: string;
  readonly published?: string;
  readonly jobs: number;
  readonly backend?: BackendName;
}

export async function buildAndPrint(inputs: readonly string[], options: BuildArguments): Promise<void> {
  const summary = await buildFolder(inputs, {
    ...options,
    published: options.published ?? null,
    onProgress: progressLine(),
    onProblem: printProblem,
  });
  printSummary(summary);
  if (summary.problems.some((p) => p.severity === "error")) process.exitCode = 1;
}

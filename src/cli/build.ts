/** `wiregraph build`: articles to a folder with graph.json and its database. */
import { availableParallelism } from "node:os";
import process from "node:process";
import { Command, InvalidArgumentError, Option } from "commander";
import { type BuildArguments, buildAndPrint } from "./build-and-print.js";
import { reportFailure } from "./report.js";

const EXAMPLES = `
Examples:
  $ wiregraph build articles/ --out out
  $ wiregraph build 2020-01-02.txt other.txt --out out --published 2020-01-02 --jobs 2

Exit codes: 0 all articles were read, 1 some were not (each is named), 2 wrong usage.
`;

/** Memory is what bounds the workers: each holds the model. */
export const DEFAULT_JOBS = Math.max(1, Math.min(4, availableParallelism()));

export function isoDay(argument: string): string {
  const time = Date.parse(`${argument}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/u.test(argument) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, 10) !== argument
  )
    throw new InvalidArgumentError("write a day as YYYY-MM-DD.");
  return argument;
}

export function jobCount(argument: string): number {
  if (!/^[1-9]\d?$/u.test(argument)) throw new InvalidArgumentError("write a whole number from 1 to 99.");
  return Number(argument);
}

export const backendOption = () =>
  new Option("--backend <name>", "build of ONNX Runtime (default: the native one, else WebAssembly)").choices([
    "onnxruntime-node",
    "onnxruntime-web",
  ]);

export function buildCommand(): Command {
  return new Command("build")
    .description("read articles and build their graph")
    .argument("<input...>", "article files, or folders of them")
    .requiredOption("--out <dir>", "folder to write to")
    .option("--published <day>", "day of publication of articles that name none (YYYY-MM-DD)", isoDay)
    .option("--jobs <n>", "worker threads", jobCount, DEFAULT_JOBS)
    .addOption(backendOption())
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: BuildArguments) => {
      try {
        await buildAndPrint(inputs, options);
        process.stdout.write(`Written to ${options.out}\n`);
      } catch (error) {
        reportFailure(error);
      }
    });
}

/** `wiregraph start`: builds the given articles, or the examples, and serves the viewer; what `npm start` runs. */
import path from "node:path";
import process from "node:process";
import { Command } from "commander";
import { WiregraphError } from "../../graph/errors.js";
import { packageRoot } from "../pipeline/package-root.js";
import { DEFAULT_JOBS, isoDay, jobCount } from "./build.js";
import { type BuildArguments, buildAndPrint } from "./build-and-print.js";
import { reportFailure } from "./report.js";
import { portNumber, serveFolder } from "./serve.js";

interface Options extends BuildArguments {
  readonly port: number;
}

const EXAMPLES = `
Examples:
  $ wiregraph start
  $ wiregraph start articles/ --published 2020-01-02
`;

/** The asked port, or any free one where it is taken. */
async function serveSomewhere(folder: string, port: number): Promise<string> {
  try {
    return await serveFolder(folder, port);
  } catch (error) {
    if (!(error instanceof WiregraphError) || error.code !== "port-taken") throw error;
    process.stderr.write(`Port ${port} is taken; taking a free one.\n`);
    return serveFolder(folder, 0);
  }
}

export function startCommand(): Command {
  const root = packageRoot();
  return new Command("start")
    .description("build articles (the examples, if none are given) and open the viewer")
    .argument("[input...]", "article files, or folders of them")
    .option("--out <dir>", "folder to write to", path.join(root, "out"))
    .option("--published <day>", "day of publication of articles that name none (YYYY-MM-DD)", isoDay)
    .option("--jobs <n>", "worker threads", jobCount, DEFAULT_JOBS)
    .option("--port <n>", "port on the loopback address", portNumber, 8420)
    .addHelpText("after", EXAMPLES)
    .action(async (given: string[], options: Options) => {
      const inputs = given.length > 0 ? given : [path.join(root, "examples", "articles")];
      try {
        await buildAndPrint(inputs, options);
        const address = await serveSomewhere(options.out, options.port);
        process.stdout.write(`Viewer    ${address}   (Ctrl+C stops it)\n`);
      } catch (error) {
        reportFailure(error);
      }
    });
}

/** `wiregraph evaluate`: scores a build against gold files. */
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { Command, Option } from "commander";
import { WiregraphError } from "../../graph/errors.js";
import { BREAKDOWNS, type Breakdown, breakDown } from "../evaluate/breakdown.js";
import { describeErrors } from "../evaluate/errors.js";
import { formatFigures, formatParts, formatReliability } from "../evaluate/format-figures.js";
import { readGoldFile } from "../evaluate/gold.js";
import { reliability, scoredClaims } from "../evaluate/reliability.js";
import { evaluate } from "../evaluate/score.js";
import { readBuild } from "./open-build.js";
import { plain } from "./report.js";

const EXAMPLES = `
Examples:
  $ wiregraph evaluate out examples/gold
  $ wiregraph evaluate out gold/one.json gold/two.json --errors
  $ wiregraph evaluate out examples/gold --by relation
`;

async function goldFiles(inputs: readonly string[]): Promise<string[]> {
  const out: string[] = [];
  for (const input of inputs) {
    const found = await stat(input).catch(() => {
      throw new WiregraphError("usage", `${input}: there is no such file or folder`);
    });
    if (!found.isDirectory()) out.push(input);
    else
      out.push(
        ...(await readdir(input))
          .filter((f) => f.endsWith(".json"))
          .sort()
          .map((f) => path.join(input, f)),
      );
  }
  return out;
}

export function evaluateCommand(): Command {
  return new Command("evaluate")
    .description("score a build against gold files")
    .argument("<dir>", "folder that `wiregraph build` wrote")
    .argument("<gold...>", "gold files or folders of them")
    .option("--errors", "list the errors by class")
    .addOption(
      new Option("--by <part>", "claims by part as well; `all` gives every table").choices([...BREAKDOWNS, "all"]),
    )
    .option("--reliability", "whether the scores of claims are true to their word, in ten bins")
    .addHelpText("after", EXAMPLES)
    .action(
      async (
        folder: string,
        inputs: string[],
        options: { errors?: true; reliability?: true; by?: Breakdown | "all" },
      ) => {
        try {
          const graph = await readBuild(folder);
          const golds = await Promise.all((await goldFiles(inputs)).map(readGoldFile));
          if (options.errors === true)
            for (const line of describeErrors(graph, golds)) process.stdout.write(`${plain(line)}\n`);
          for (const by of BREAKDOWNS)
            if (options.by === by || options.by === "all")
              process.stdout.write(`${formatParts(by, breakDown(graph, golds, by))}\n`);
          if (options.reliability === true)
            process.stdout.write(`${formatReliability(reliability(scoredClaims(graph, golds)))}\n`);
          process.stdout.write(formatFigures(evaluate(graph, golds)));
        } catch (error) {
          if (!(error instanceof WiregraphError)) throw error;
          process.stderr.write(`${error.message}\n`);
          process.exitCode = 2;
        }
      },
    );
}

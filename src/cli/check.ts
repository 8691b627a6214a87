/** `wiregraph check`: lists every fault of a graph file with its path. */
import process from "node:process";
import { Command } from "commander";
import { checkGraph } from "../../graph/check.js";
import { WiregraphError } from "../../graph/errors.js";
import { readGraphValue } from "./graph-file.js";
import { plain } from "./report.js";

const EXAMPLES = `
Examples:
  $ wiregraph check out/graph.json
  $ wiregraph check news.jsonl

Exit codes: 0 the graph keeps the contract (docs/graph-json.md), 1 it has faults, 2 the file can't be read.
`;
const MOST_SHOWN = 200;

export function checkCommand(): Command {
  return new Command("check")
    .description("list every fault of a graph file")
    .argument("<file>", "graph.json, or JSON Lines (.jsonl)")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string) => {
      try {
        const found = checkGraph(await readGraphValue(file));
        const faults = found.filter((f) => f.severity === "error");
        for (const { path, message, severity } of found.slice(0, MOST_SHOWN))
          process.stdout.write(`${severity === "notice" ? "notice: " : ""}${plain(path)}: ${plain(message)}\n`);
        if (found.length > MOST_SHOWN) process.stdout.write(`… and ${found.length - MOST_SHOWN} more\n`);
        process.stdout.write(faults.length === 0 ? "No faults.\n" : `${faults.length} faults.\n`);
        if (faults.length > 0) process.exitCode = 1;
      } catch (error) {
        if (!(error instanceof WiregraphError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 2;
      }
    });
}

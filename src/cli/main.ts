#!/usr/bin/env node
/** The command line: `wiregraph`. */
import process from "node:process";
import { Command } from "commander";
import { analyzeCommand } from "./analyze.js";
import { buildCommand } from "./build.js";
import { checkCommand } from "./check.js";
import { doctorCommand } from "./doctor.js";
import { evaluateCommand } from "./evaluate.js";
import { explainCommand } from "./explain.js";
import { exportCommand } from "./export.js";
import { pushCommand } from "./push.js";
import { queryCommand } from "./query.js";
import { serveCommand } from "./serve.js";
import { startCommand } from "./start.js";
import { VERSION } from "./version.js";

const EXAMPLES = `
Example:
  $ wiregraph build articles/ --out out && wiregraph serve out

Exit codes: 0 fine, 1 some articles failed or faults were found, 2 wrong usage.
`;

// `wiregraph … | head`: who reads no further has what he wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const program = new Command("wiregraph")
  .description("News articles to a knowledge graph of who did what to whom, each relation tied to its sentence.")
  .version(VERSION)
  .addHelpText("after", EXAMPLES);
for (const command of [
  startCommand(),
  buildCommand(),
  queryCommand(),
  serveCommand(),
  exportCommand(),
  pushCommand(),
  checkCommand(),
  analyzeCommand(),
  evaluateCommand(),
  explainCommand(),
  doctorCommand(),
])
  program.addCommand(command);

/** Commander exits with 1 on wrong usage; here that is 2. */
function exitOnUsage(command: Command): void {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const child of command.commands) exitOnUsage(child);
}
exitOnUsage(program);

await program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});

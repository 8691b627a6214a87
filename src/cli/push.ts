/** `wiregraph push`: writes the graph of a build to a Neo4j server. */
import process from "node:process";
import { Command } from "commander";
import { openNeo4j } from "../../graph/stores/neo4j.js";
import { askPassword } from "./ask-password.js";
import { readBuild } from "./open-build.js";
import { reportStoreFailure } from "./store-failure.js";

interface PushOptions {
  readonly uri: string;
  readonly user: string;
  readonly database: string;
}

const PASSWORD = "WIREGRAPH_NEO4J_PASSWORD";

const EXAMPLES = `
Example:
  $ ${PASSWORD}=… wiregraph push out --uri bolt://localhost:7687 --user neo4j

Pushing again changes what changed and removes what the build no longer holds. Nodes that wiregraph did not write stay
as they are. Without ${PASSWORD} the password is asked for.
`;

export function pushCommand(): Command {
  return new Command("push")
    .description("write the graph of a build to a Neo4j server")
    .argument("<dir>", "folder that `wiregraph build` wrote")
    .requiredOption("--uri <uri>", "address of the server, e.g. bolt://localhost:7687 or neo4j+s://…")
    .requiredOption("--user <name>", "user of the server")
    .option("--database <name>", "database of the server", "neo4j")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: PushOptions, command: Command) => {
      try {
        const graph = await readBuild(folder);
        const password =
          process.env[PASSWORD] ?? (await askPassword(`Password of ${options.user} at ${options.uri}: `));
        if (password === null) command.error(`error: there is no terminal to ask on; set ${PASSWORD}`, { exitCode: 2 });
        const started = performance.now();
        const store = await openNeo4j({ ...options, password });
        try {
          await store.replace(graph, showProgress);
        } finally {
          await store.close();
        }
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const { nodes, edges, claims, articles } = graph;
        process.stdout.write(
          `Wrote ${nodes.length} nodes, ${edges.length} edges, ${claims.length} claims of ${articles.length} articles to ${options.uri} in ${seconds} s.\n`,
        );
      } catch (error) {
        reportStoreFailure(error);
      }
    });
}

/** One line that changes, on a terminal; nothing in a log. */
function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\rWriting ${done} of ${total} records${done === total ? "\n" : ""}`);
}

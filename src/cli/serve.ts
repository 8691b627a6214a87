/** `wiregraph serve`: the viewer of a build on a loopback port. */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { serve } from "@hono/node-server";
import { Command, InvalidArgumentError } from "commander";
import { WiregraphError } from "../../graph/errors.js";
import { packageRoot } from "../pipeline/package-root.js";
import { createApp } from "../server/app.js";
import { createClaimExplainer } from "./explain.js";
import { GRAPH_FILE, openBuild } from "./open-build.js";

const EXAMPLES = `
Example:
  $ wiregraph serve out --port 8420
`;
const HOST = "127.0.0.1";
export const VIEWER_FILE = path.join(packageRoot(), "dist", "viewer", "index.html");

export function portNumber(argument: string): number {
  const port = Number(argument);
  if (!/^\d{1,5}$/u.test(argument) || port > 65_535)
    throw new InvalidArgumentError("write a port from 0 (any free one) to 65535.");
  return port;
}

/** Serves until the process ends; gives the address. @throws {WiregraphError} `missing`, `port-taken` */
export async function serveFolder(folder: string, port: number): Promise<string> {
  const graphFile = path.join(folder, GRAPH_FILE);
  if (!existsSync(graphFile))
    throw new WiregraphError("missing", `There is no ${GRAPH_FILE} in ${folder}. \`wiregraph build\` writes one.`);
  if (!existsSync(VIEWER_FILE))
    throw new WiregraphError("missing", "The viewer is not built: run `npm run build` in the project's folder.");
  const app = createApp(graphFile, VIEWER_FILE, {
    explain: createClaimExplainer(folder),
    openStore: () => openBuild(folder, (line) => process.stderr.write(`${line}\n`)),
  });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: HOST, port }, (info) => resolve(`http://${HOST}:${info.port}/`));
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new WiregraphError("port-taken", `Port ${port} is taken; give another with --port, or 0 for any free one.`)
          : error,
      ),
    );
  });
}

export function serveCommand(): Command {
  return new Command("serve")
    .description("open the viewer of a build on this machine")
    .argument("<dir>", "folder that `wiregraph build` wrote")
    .option("--port <n>", "port on the loopback address; 0 takes any free one", portNumber, 8420)
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, { port }: { port: number }) => {
      try {
        process.stdout.write(`Viewer: ${await serveFolder(folder, port)}\nStop with Ctrl+C.\n`);
      } catch (error) {
        if (!(error instanceof WiregraphError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 2;
      }
    });
}

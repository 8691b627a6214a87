/** `wiregraph export`: a build as one HTML file, JSON or JSON Lines. */
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { Command, Option } from "commander";
import { WiregraphError } from "../../graph/errors.js";
import { embedGraph } from "../../graph/formats/html.js";
import { writeGraphFile } from "../../graph/json.js";
import { writeGraphLines } from "../../graph/jsonl.js";
import { readBuild } from "./open-build.js";
import { VIEWER_FILE } from "./serve.js";

const EXAMPLES = `
Examples:
  $ wiregraph export out --to html --out graph.html     one file that opens from disk, without a network
  $ wiregraph export out --to jsonl --out graph.jsonl
`;
type Format = "html" | "json" | "jsonl";

async function write(folder: string, to: Format, file: string): Promise<void> {
  const graph = await readBuild(folder);
  if (to === "json") return writeGraphFile(graph, file);
  if (to === "jsonl") return writeGraphLines(graph, file);
  const page = await readFile(VIEWER_FILE, "utf8").catch(() => {
    throw new WiregraphError("missing", "The viewer is not built: run `npm run build` in the project's folder.");
  });
  await writeFile(file, embedGraph(page, JSON.stringify(graph)));
}

export function exportCommand(): Command {
  return new Command("export")
    .description("write a build as one HTML file, JSON or JSON Lines")
    .argument("<dir>", "folder that `wiregraph build` wrote")
    .addOption(new Option("--to <format>", "format").choices(["html", "json", "jsonl"]).makeOptionMandatory())
    .requiredOption("--out <file>", "file to write")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, { to, out }: { to: Format; out: string }) => {
      try {
        await write(folder, to, out);
        process.stdout.write(`Written to ${out}\n`);
      } catch (error) {
        const isSystem = error instanceof Error && "syscall" in error;
        if (!(error instanceof WiregraphError) && !isSystem) throw error;
        process.stderr.write(`${(error as Error).message}\n`);
        process.exitCode = 2;
      }
    });
}

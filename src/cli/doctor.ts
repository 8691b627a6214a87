/** `wiregraph doctor`: says what of the installation works, part by part. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { Command } from "commander";
import type { Graph } from "../../graph/model.js";
import { openEmbedded, writeEmbedded } from "../../graph/stores/embedded.js";
import { plainArticle } from "../articles/plain-article.js";
import { createAnalyzer } from "../language/analyze.js";
import { loadKnowledge } from "../pipeline/load-knowledge.js";
import { loadResources } from "../pipeline/load-resources.js";
import { VIEWER_FILE } from "./serve.js";
import { VERSION } from "./version.js";

const EXAMPLES = `
Example:
  $ wiregraph doctor
`;
const OLDEST_NODE = [20, 19] as const;

interface Finding {
  readonly part: string;
  readonly detail: string;
}

async function tryLanguage(): Promise<string> {
  const { backend, model, language } = await loadResources();
  const text = "Le président a reçu la ministre.";
  const { sentences } = await createAnalyzer(language)(plainArticle(text, "fr", "doctor"));
  const verb = sentences[0]?.tokens.find((t) => t.relation === "root");
  if (verb?.lemma !== "recevoir") throw new Error(`the model misreads its test sentence (root: ${verb?.lemma})`);
  return `${model} on ${backend.description}${backend.fallback === null ? "" : ` (${backend.fallback})`}`;
}

async function tryDatabase(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "wiregraph-doctor-"));
  const empty: Graph = { format: "wiregraph/1", generators: [], articles: [], nodes: [], claims: [], edges: [] };
  try {
    await writeEmbedded(empty, folder);
    const store = await openEmbedded(folder);
    await store.query("MATCH (n) RETURN count(n) AS n", {}, {});
    await store.close();
    return "writes and answers";
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PARTS: readonly (readonly [string, () => Promise<string> | string])[] = [
  [
    "Node",
    () => {
      const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
      if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
        throw new Error(`${process.version}; ${OLDEST_NODE.join(".")} or newer is needed`);
      return process.version;
    },
  ],
  ["Model", tryLanguage],
  ["Registers", () => loadKnowledge().description],
  ["Database", tryDatabase],
  [
    "Viewer",
    () => {
      if (!existsSync(VIEWER_FILE)) throw new Error("not built: run `npm run build`");
      return "built";
    },
  ],
];

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("check this installation part by part")
    .addHelpText("after", EXAMPLES)
    .action(async () => {
      process.stdout.write(`wiregraph ${VERSION}\n`);
      for (const [part, check] of PARTS) {
        const { detail, ok } = await Promise.resolve()
          .then(check)
          .then(
            (detail): { ok: boolean } & Pick<Finding, "detail"> => ({ ok: true, detail }),
            (error: unknown) => ({ ok: false, detail: error instanceof Error ? error.message : String(error) }),
          );
        process.stdout.write(`${ok ? "ok     " : "FAULT  "}${part.padEnd(10)} ${detail}\n`);
        if (!ok) process.exitCode = 1;
      }
    });
}

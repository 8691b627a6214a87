/** From articles on disk to a folder with graph.json and its database: what `build` and `npm start` do. */
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { writeGraphFile } from "../../graph/json.js";
import type { Graph, Status } from "../../graph/model.js";
import { STATUSES } from "../../graph/model.js";
import { writeEmbedded } from "../../graph/stores/embedded.js";
import { findArticleFiles } from "../articles/find-article-files.js";
import { readArticleFile } from "../articles/read-article-file.js";
import type { ArticleText, Problem } from "../model/text.js";
import { buildGraph } from "../pipeline/build-graph.js";
import { loadKnowledge } from "../pipeline/load-knowledge.js";
import { type BackendName, describeRuntime } from "../pipeline/load-resources.js";
import { readArticles } from "../pipeline/read-articles.js";
import { GRAPH_FILE } from "./open-build.js";
import { VERSION } from "./version.js";

export interface BuildOptions {
  readonly out: string;
  /** ISO day for articles that name none. */
  readonly published: string | null;
  readonly jobs: number;
  readonly backend?: BackendName;
  readonly onProgress?: (done: number, of: number) => void;
  readonly onProblem?: (problem: Problem) => void;
}

export interface BuildSummary {
  readonly graph: Graph;
  readonly problems: readonly Problem[];
  /** Claims by status, strongest first. */
  readonly claims: readonly (readonly [Status, number])[];
  readonly seconds: number;
}

/** Articles of the inputs with what was wrong with any; one of two articles with the same id is left out later. */
export async function loadArticles(
  inputs: readonly string[],
  published: string | null,
): Promise<{ readonly articles: readonly ArticleText[]; readonly problems: readonly Problem[] }> {
  const found = await findArticleFiles(inputs);
  const articles: ArticleText[] = [];
  const problems: Problem[] = [...found.problems];
  for (const { path: file, name } of found.files) {
    try {
      const read = readArticleFile(await readFile(file), name, { published });
      articles.push(...read.articles);
      problems.push(...read.problems);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      problems.push({ code: "unreadable", message, file: name, offset: null, severity: "error" });
    }
  }
  return { articles, problems };
}

export async function buildFolder(inputs: readonly string[], options: BuildOptions): Promise<BuildSummary> {
  const begun = performance.now();
  const { model, runtime, fallback } = await describeRuntime(options.backend);
  if (fallback !== null)
    options.onProblem?.({
      code: "runtime",
      message: `the native ONNX Runtime does not load (${fallback}); reading with ${runtime}, which is slower`,
      file: "onnxruntime-node",
      offset: null,
      severity: "notice",
    });
  const { articles, problems } = await loadArticles(inputs, options.published);
  for (const problem of problems) options.onProblem?.(problem);
  const readings = await readArticles(articles, options);
  const failures = readings.flatMap((r) => r.problems);
  for (const problem of failures) options.onProblem?.(problem);
  const resolution = loadKnowledge().resolve(readings);
  const graph = buildGraph(readings, resolution, { name: "wiregraph", version: VERSION, model, runtime });
  await mkdir(options.out, { recursive: true });
  // Written beside and renamed: a build that is cut off leaves the old graph.
  const file = path.join(options.out, GRAPH_FILE);
  await writeGraphFile(graph, `${file}.new`);
  await rename(`${file}.new`, file);
  await writeEmbedded(graph, options.out);
  await rm(`${file}.new`, { force: true });
  return {
    graph,
    problems: [...problems, ...failures],
    claims: STATUSES.map((s) => [s, graph.claims.filter((c) => c.status === s).length]),
    seconds: (performance.now() - begun) / 1000,
  };
}

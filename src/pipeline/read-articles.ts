/** Many articles in worker threads; the readings come in the order of the articles whatever the number of workers. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Reading } from "../model/reading.js";
import type { ArticleText } from "../model/text.js";
import type { BackendName } from "./load-resources.js";
import { packageRoot } from "./package-root.js";

export interface ReadOptions {
  /** Worker threads, each with a model of its own: some 250 MB. */
  readonly jobs: number;
  readonly backend?: BackendName;
  /** Called after each article with how many are read. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Bound of a worker's JavaScript heap in MB; past it the article fails and the others go on. */
const MOST_HEAP = 512;

/** The worker as JavaScript: beside this file once built, else in dist/. */
function workerFile(): string {
  const built = fileURLToPath(new URL("./reading-worker.js", import.meta.url));
  return existsSync(built) ? built : `${packageRoot()}/dist/src/pipeline/reading-worker.js`;
}

/** An article that could not be read gives an empty reading with its problem; the others go on. */
function failed(article: ArticleText, error: unknown): Reading {
  return {
    article,
    sentences: [],
    mentions: [],
    referents: [],
    evidence: [],
    problems: [
      {
        code: "article-failed",
        message: error instanceof Error ? error.message : String(error),
        file: article.file,
        offset: null,
        severity: "error",
      },
    ],
  };
}

export async function readArticles(articles: readonly ArticleText[], options: ReadOptions): Promise<Reading[]> {
  if (articles.length === 0) return [];
  const threads = Math.max(1, Math.min(options.jobs, articles.length));
  const pool = new Piscina({
    filename: workerFile(),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP },
    workerData: { backend: options.backend },
  });
  let done = 0;
  try {
    return await Promise.all(
      articles.map(async (article) => {
        const reading = await pool.run(article).catch((error: unknown) => failed(article, error));
        options.onProgress?.(++done, articles.length);
        return reading as Reading;
      }),
    );
  } finally {
    await pool.destroy();
  }
}

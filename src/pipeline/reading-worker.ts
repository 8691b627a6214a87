/** A worker thread: holds the model and the registers, reads one article at a time. */
import { workerData } from "node:worker_threads";
import type { Reading } from "../model/reading.js";
import type { ArticleText } from "../model/text.js";
import { loadKnowledge } from "./load-knowledge.js";
import { type BackendName, loadResources } from "./load-resources.js";
import { createArticleReader, type ReadArticle } from "./read-article.js";

async function createReader(): Promise<ReadArticle> {
  // Piscina wraps what it is given: [its own data, ours].
  const data = (Array.isArray(workerData) ? workerData.at(-1) : workerData) as {
    readonly backend?: BackendName;
  } | null;
  return createArticleReader(await loadResources(data?.backend), loadKnowledge().know);
}

const reader = createReader();

export default async function read(article: ArticleText): Promise<Reading> {
  return (await reader)(article);
}

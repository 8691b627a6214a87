/** Loads what reading needs: both models, checked by hash, and the registers. Once for each worker. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReaderLabels, ReaderModel } from "../claims/reader/reader-model.js";
import { loadSenses } from "../claims/triggers/load-senses.js";
import type { LanguageResources } from "../language/analyze.js";
import type { Labels } from "../language/decode.js";
import { createLemmatizer, readLexicon } from "../language/lexicon.js";
import { createPieces, type PieceData } from "../language/pieces.js";
import { type Backend, type BackendName, openBackend, openSession, readModelFile } from "../language/session.js";
import { createMending } from "../language/spelling.js";
import { createWordVectors } from "../language/word-vectors.js";
import { packageRoot } from "./package-root.js";

export type { BackendName };

export interface Resources {
  readonly backend: Backend;
  /** Name and hash of the models, as the graph's generator names them. */
  readonly model: string;
  readonly language: LanguageResources;
  readonly reader: ReaderModel;
}

interface Manifest {
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
}

function readManifest(models: string): Manifest {
  return JSON.parse(readFileSync(join(models, "manifest.json"), "utf8")) as Manifest;
}

/** Name of the models with the hash over all their files. */
function modelName(manifest: Manifest, reader: ReaderLabels): string {
  return `${reader.name}@${createHash("sha256").update(JSON.stringify(manifest.files)).digest("hex").slice(0, 12)}`;
}

/** What a graph says of how it was made, without loading the models. */
export async function describeRuntime(
  backendName?: BackendName,
  models = join(packageRoot(), "models"),
): Promise<{ readonly model: string; readonly runtime: string; readonly fallback: string | null }> {
  const manifest = readManifest(models);
  const file = "reader/reader.json";
  const bytes = await readModelFile(join(models, file), manifest.files[file]?.sha256 ?? "not in the manifest");
  const { description, fallback } = await openBackend(backendName);
  return {
    model: modelName(manifest, JSON.parse(bytes.toString("utf8")) as ReaderLabels),
    runtime: description,
    fallback,
  };
}

async function openModels(backendName: BackendName | undefined, models: string) {
  const manifest = readManifest(models);
  const read = (file: string) =>
    readModelFile(join(models, file), manifest.files[file]?.sha256 ?? "not in the manifest");
  const json = async <T>(file: string) => JSON.parse((await read(file)).toString("utf8")) as T;
  const backend = await openBackend(backendName);
  const session = async (file: string) => openSession(backend, await read(file));
  return { manifest, backend, read, json, session };
}

async function openLanguage({
  read,
  json,
  session,
}: Awaited<ReturnType<typeof openModels>>): Promise<LanguageResources> {
  const lexicons = {
    fr: readLexicon(await read("lexicon/fr.txt.gz")),
    en: readLexicon(await read("lexicon/en.txt.gz")),
  };
  return {
    labels: await json<Labels>("encoder/labels.json"),
    pieces: createPieces(await json<PieceData>("encoder/pieces.json")),
    wordVectors: createWordVectors(await read("encoder/words.bin")),
    encoder: await session("encoder/encoder.onnx"),
    readerLayers: null,
    heads: await session("encoder/heads.onnx"),
    relations: await session("encoder/relations.onnx"),
    lemmatize: { fr: createLemmatizer(lexicons.fr, "fr"), en: createLemmatizer(lexicons.en, "en") },
    mendSpelling: { fr: createMending(lexicons.fr, "fr"), en: createMending(lexicons.en, "en") },
  };
}

/** The analyser alone, without the reader of claims. */
export async function loadLanguage(
  backendName?: BackendName,
  models = join(packageRoot(), "models"),
): Promise<{ readonly backend: Backend; readonly language: LanguageResources }> {
  const opened = await openModels(backendName, models);
  return { backend: opened.backend, language: await openLanguage(opened) };
}

export async function loadResources(
  backendName?: BackendName,
  models = join(packageRoot(), "models"),
): Promise<Resources> {
  const opened = await openModels(backendName, models);
  const { manifest, backend, json, session } = opened;
  const language = { ...(await openLanguage(opened)), readerLayers: await session("reader/layers.onnx") };
  const reader = await json<ReaderLabels>("reader/reader.json");
  return {
    backend,
    model: modelName(manifest, reader),
    language,
    reader: {
      mentions: await session("reader/mentions.onnx"),
      heads: await session("reader/heads.onnx"),
      senses: loadSenses(join(packageRoot(), "knowledge")),
      labels: reader,
      upos: language.labels.UP,
      dependencies: language.labels.RL,
    },
  };
}

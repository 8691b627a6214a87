/**
 * Sessions of ONNX Runtime: the native one where it is installed, else WebAssembly. One thread a session; the same
 * sentence gives the same numbers on every run.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { WiregraphError } from "../../graph/errors.js";
import type { RunModel, Tensor } from "../model/tensor.js";

/** What both builds of ONNX Runtime share, as far as it is used here. */
interface Runtime {
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: object): Promise<{ run(feeds: object): Promise<Record<string, Tensor>> }>;
  };
  readonly env?: {
    readonly versions?: { readonly node?: string; readonly web?: string };
    readonly wasm?: { numThreads?: number };
  };
  readonly Tensor: new (type: string, data: Float32Array | BigInt64Array, dims: readonly number[]) => object;
}

export interface Backend {
  readonly runtime: Runtime;
  /** Name, version and class of processor: "onnxruntime-node 1.30.0 x64-avx2". */
  readonly description: string;
  /** Why the native build was not taken, or null. */
  readonly fallback: string | null;
}

export type BackendName = "onnxruntime-node" | "onnxruntime-web";

async function load(name: BackendName): Promise<Runtime> {
  const found = (await import(name)) as Runtime & { readonly default?: Runtime };
  if (found.env?.wasm !== undefined) found.env.wasm.numThreads = 1;
  return found.InferenceSession === undefined && found.default !== undefined ? found.default : found;
}

/** The wanted backend, or the first that loads. */
export async function openBackend(wanted?: BackendName): Promise<Backend> {
  const names: readonly BackendName[] = wanted === undefined ? ["onnxruntime-node", "onnxruntime-web"] : [wanted];
  let fallback: string | null = null;
  for (const name of names) {
    try {
      const runtime = await load(name);
      const version = runtime.env?.versions?.[name === "onnxruntime-web" ? "web" : "node"] ?? "of unknown version";
      return { runtime, description: `${name} ${version} ${processorClass()}`, fallback };
    } catch (error) {
      fallback = `${name}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`;
    }
  }
  throw new WiregraphError("no-runtime", `no build of ONNX Runtime loads (${fallback})`);
}

/** Reads a model file and checks it against its SHA-256 (hex), where one is given. */
export async function readModelFile(path: string, sha256: string | null): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new WiregraphError("model-missing", `model file ${basename(path)} is missing: install the package again`);
  }
  if (sha256 !== null && createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new WiregraphError(
      "model-damaged",
      `model file ${basename(path)} is damaged: its hash is not that of models/manifest.json`,
    );
  }
  return bytes;
}

export async function openSession(backend: Backend, bytes: Uint8Array): Promise<RunModel> {
  const session = await backend.runtime.InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // The files hold the fusions that pay (training/encoder/export.py); "all" would add one that costs.
    graphOptimizationLevel: "basic",
    executionMode: "sequential",
    logSeverityLevel: 3,
    ...(backend.description.startsWith("onnxruntime-web") ? { executionProviders: ["wasm"] } : {}),
  });
  return async (inputs) => {
    const feeds: Record<string, object> = {};
    for (const [name, { data, dims }] of Object.entries(inputs)) {
      feeds[name] = new backend.runtime.Tensor(data instanceof Float32Array ? "float32" : "int64", data, dims);
    }
    return session.run(feeds);
  };
}

/**
 * The class of processor, as part of what a graph's bytes depend on: "x64-avx512vnni", "x64-avx2", "arm64". Only Linux
 * tells what its processor can; elsewhere the class is the architecture.
 */
function processorClass(): string {
  try {
    const flags = new Set(
      /^flags\s*:(.*)$/mu.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1]?.trim().split(" ") ?? [],
    );
    const known = ["avx512_vnni", "avx512f", "avx2"].find((flag) => flags.has(flag));
    return known === undefined ? process.arch : `${process.arch}-${known.replace("_", "")}`;
  } catch {
    return process.arch;
  }
}

/** The graph: inside the page, or beside it on the server. */
import type { Graph } from "../../graph/model.js";

/** The format's own list, in place of the whole schema: the file was checked when it was written. */
function isGraph(value: unknown): value is Graph {
  const record = value as Partial<Record<keyof Graph, unknown>> | null;
  return (
    typeof record === "object" &&
    record !== null &&
    record.format === "wiregraph/1" &&
    [record.articles, record.nodes, record.claims, record.edges].every(Array.isArray)
  );
}

async function unpack(base64: string): Promise<string> {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let k = 0; k < packed.length; k++) bytes[k] = packed.charCodeAt(k);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

export class LoadError extends Error {
  constructor(
    readonly code: "missing" | "broken",
    message: string,
  ) {
    super(message);
  }
}

export async function loadGraph(): Promise<Graph> {
  const embedded = document.getElementById("graph-data")?.textContent?.trim() ?? "";
  let text: string;
  if (embedded !== "")
    text = await unpack(embedded).catch((e: Error) => Promise.reject(new LoadError("broken", e.message)));
  else {
    const response = await fetch("./graph.json").catch((e: Error) =>
      Promise.reject(new LoadError("missing", e.message)),
    );
    if (!response.ok) throw new LoadError("missing", `graph.json: ${response.status}`);
    text = await response.text();
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LoadError("broken", error instanceof Error ? error.message : String(error));
  }
  if (!isGraph(value)) throw new LoadError("broken", "wiregraph/1 …?");
  return value;
}

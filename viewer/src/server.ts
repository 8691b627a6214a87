/** What the server beside this page can do; null for a file from disk, which has none. */
import { signal } from "@preact/signals";

export interface ServerAbilities {
  /** Answers Cypher at `./api/query`. */
  readonly query: boolean;
  /** Explains a claim at `./api/explain?claim=ID`. */
  readonly explain: boolean;
}
export const server = signal<ServerAbilities | null>(null);

export async function askServer(): Promise<void> {
  if (!location.protocol.startsWith("http")) return;
  const response = await fetch("./api").catch(() => null);
  if (response?.ok !== true) return;
  const given = (await response.json().catch(() => null)) as Partial<ServerAbilities> | null;
  if (given !== null) server.value = { query: given.query === true, explain: given.explain === true };
}

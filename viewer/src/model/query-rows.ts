/** Rows of an answer: their values as text, and the nodes of the graph that they name. */

import type { GraphIndex } from "./graph-index.js";
import { fold } from "./search.js";

export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
  /** The statement as it was run, where it is not as it was written. */
  readonly ran?: string;
}

interface Item {
  readonly properties?: { readonly id?: unknown; readonly name?: unknown };
  readonly type?: unknown;
  /** A path has both, in turn. */
  readonly nodes?: unknown;
  readonly relationships?: unknown;
}

/** A path as it is walked: node, relation, node. */
const walked = ({ nodes, relationships }: Item): unknown[] | null =>
  Array.isArray(nodes) && Array.isArray(relationships)
    ? nodes.flatMap((node, k) => (k === 0 ? [node] : [relationships[k - 1], node]))
    : null;

export function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOfValue).join(", ");
  if (typeof value === "object") {
    const { properties, type } = value as Item;
    const path = walked(value as Item);
    if (path !== null) return path.map(textOfValue).join(" – ");
    if (typeof properties?.name === "string") return properties.name;
    if (typeof type === "string") return type;
    return JSON.stringify(value);
  }
  return String(value);
}

/** Nodes by id or by name; where a name is that of several, the one with the most relations. */
export function nodesInRows(index: GraphIndex, { rows }: QueryRows): { readonly id: string; readonly text: string }[] {
  const byName = new Map<string, string>();
  const strength = (id: string) => index.edgesOf.get(id)?.length ?? 0;
  for (const node of index.graph.nodes) {
    if (node.type === "unknown") continue;
    for (const name of [node.name, ...Object.values(node.names).flat()]) {
      const known = byName.get(fold(name));
      if (known === undefined || strength(node.id) > strength(known)) byName.set(fold(name), node.id);
    }
  }
  const found = new Map<string, string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    else if (typeof value === "object" && value !== null) {
      const path = walked(value as Item);
      if (path !== null) {
        look(path);
        return;
      }
      const id = (value as Item).properties?.id;
      if (typeof id !== "string") return;
      if (index.nodes.has(id)) found.set(textOfValue(value), id);
      // A relation stands for the two that it links.
      const edge = index.edges.get(id);
      for (const end of edge === undefined ? [] : [edge.source, edge.target])
        found.set(index.nodes.get(end)?.name ?? end, end);
    } else if (typeof value === "string") {
      const id = index.nodes.has(value) ? value : byName.get(fold(value));
      if (id !== undefined) found.set(value, id);
    }
  };
  for (const row of rows) for (const value of row) look(value);
  return [...found].map(([text, id]) => ({ id, text }));
}

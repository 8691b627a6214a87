/** Search over names of nodes in all languages, accents and case apart. */
import MiniSearch from "minisearch";
import type { GraphNode } from "../../../graph/model.js";
import type { GraphIndex } from "./graph-index.js";

const fold = (term: string): string => term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export interface NodeSearch {
  (query: string, most: number): GraphNode[];
}

export function createSearch(index: GraphIndex): NodeSearch {
  const search = new MiniSearch<{ id: string; name: string; names: string }>({
    fields: ["name", "names"],
    processTerm: fold,
    searchOptions: { prefix: true, fuzzy: 0.15, boost: { name: 2 }, combineWith: "AND" },
  });
  search.addAll(
    index.graph.nodes
      .filter((n) => n.type !== "unknown")
      .map((n) => ({ id: n.id, name: n.name, names: Object.values(n.names).flat().join(" ") })),
  );
  return (query, most) =>
    search
      .search(query)
      .flatMap((hit) => index.nodes.get(String(hit.id)) ?? [])
      .sort(
        (a, b) => Number(b.named) - Number(a.named) || (index.degree.get(b.id) ?? 0) - (index.degree.get(a.id) ?? 0),
      )
      .slice(0, most);
}

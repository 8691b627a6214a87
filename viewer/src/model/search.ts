/** Search over the names of nodes in all languages and over their types: prefixes, slips of the pen, accents and case apart. */
import MiniSearch from "minisearch";
import type { GraphNode } from "../../../graph/model.js";
import { degreeOf, type GraphIndex } from "./graph-index.js";

export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ`´]/gu, "'")
    .toLowerCase();

export type NodeSearch = (query: string, most: number) => GraphNode[];

/** Letters from which a slip is forgiven: one in short words, two in long ones. */
export const slipsIn = (term: string): number | false => (term.length < 4 ? false : term.length < 8 ? 1 : 2);

/** @param typeWords what a node is called by its type and subtype, in all languages of the screen */
export function createSearch(index: GraphIndex, typeWords: (node: GraphNode) => string): NodeSearch {
  const search = new MiniSearch<{ id: string; name: string; names: string; type: string }>({
    fields: ["name", "names", "type"],
    processTerm: fold,
    tokenize: (text) => text.split(/[\s\p{P}\p{S}]+/u).filter((w) => w !== ""),
    searchOptions: { prefix: true, fuzzy: slipsIn, boost: { name: 3, names: 2, type: 0.5 }, combineWith: "AND" },
  });
  search.addAll(
    index.graph.nodes
      .filter((n) => n.type !== "unknown")
      .map((n) => ({
        id: n.id,
        name: n.name,
        names: Object.values(n.names).flat().join(" "),
        type: typeWords(n),
      })),
  );
  return (query, most) => {
    const words = fold(query).trim();
    const isStart = (node: GraphNode) =>
      [node.name, ...Object.values(node.names).flat()].some((n) => fold(n).startsWith(words));
    return search
      .search(query)
      .flatMap((hit) => {
        const node = index.nodes.get(String(hit.id));
        return node === undefined ? [] : [{ node, isStart: isStart(node), score: hit.score }];
      })
      .sort(
        (a, b) =>
          Number(b.isStart) - Number(a.isStart) ||
          Number(b.node.named) - Number(a.node.named) ||
          degreeOf(index, b.node.id) - degreeOf(index, a.node.id) ||
          b.score - a.score ||
          (a.node.id < b.node.id ? -1 : 1),
      )
      .slice(0, most)
      .map(({ node }) => node);
  };
}

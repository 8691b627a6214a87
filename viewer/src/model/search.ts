/** Search over the names of nodes in all languages and over their types: prefixes, slips of the pen, accents and case apart. */
import MiniSearch, { type SearchResult } from "minisearch";
import type { GraphNode } from "../../../graph/model.js";
import { degreeOf, type GraphIndex } from "./graph-index.js";
import SMALL_WORDS from "./small-words.json" with { type: "json" };

export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ`´]/gu, "'")
    .toLowerCase();

export type NodeSearch = (query: string, most: number) => GraphNode[];

/** Letters from which a slip is forgiven: one in short words, two in long ones. */
export const slipsIn = (term: string): number | false => (term.length < 4 ? false : term.length < 8 ? 1 : 2);

const splitWords = (text: string): string[] => text.split(/[\s\p{P}\p{S}]+/u).filter((w) => w !== "");

/** The words to look for: "l'ambassade" and "the embassy" ask for what is named, "who denied it" for what was denied. */
function wordsIn(query: string): string[] {
  const words = splitWords(fold(query));
  const telling = words.filter((word) => !SMALL_WORDS.includes(word));
  return telling.length > 0 ? telling : words;
}

/** A word with each two neighbours in turn exchanged: one slip of quick hands, though two letters differ. */
const swapped = (word: string): string[] =>
  word.length < 4
    ? []
    : Array.from({ length: word.length - 1 }, (_, k) =>
        [word.slice(0, k), word[k + 1], word[k], word.slice(k + 2)].join(""),
      );

/** What all the words of a query meet; where nothing does, what they meet with two letters exchanged. */
export function lookUp<T>(search: MiniSearch<T>, query: string): SearchResult[] {
  const words = wordsIn(query);
  const found = search.search(words.join(" "));
  if (found.length > 0) return found;
  return search.search({
    combineWith: "AND",
    queries: words.map((word) => ({ combineWith: "OR", fuzzy: false, queries: [word, ...swapped(word)] })),
  });
}

/** @param typeWords what a node is called by its type and subtype, in all languages of the screen */
export function createSearch(index: GraphIndex, typeWords: (node: GraphNode) => string): NodeSearch {
  const search = new MiniSearch<{ id: string; name: string; names: string; type: string }>({
    fields: ["name", "names", "type"],
    processTerm: fold,
    tokenize: splitWords,
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
    const starts = [fold(query).trim(), wordsIn(query).join(" ")];
    const isStart = (node: GraphNode) =>
      [node.name, ...Object.values(node.names).flat()].some((n) => starts.some((words) => fold(n).startsWith(words)));
    return lookUp(search, query)
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

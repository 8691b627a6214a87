/** What can be asked for besides names: relations ("sponsors") and statuses ("denied"), by their words in each language. */
import MiniSearch from "minisearch";
import { RELATIONS, type Relation, STATUSES, type Status } from "../../../graph/model.js";
import type { GraphIndex } from "./graph-index.js";
import { fold, lookUp, slipsIn } from "./search.js";

export type Asked =
  | { readonly kind: "relation"; readonly key: Relation }
  | { readonly kind: "status"; readonly key: Status };
export interface AskedWord {
  readonly asked: Asked;
  /** Claims of that relation or status; a status that no claim has is an answer too. */
  readonly claims: number;
}
export type WordSearch = (query: string, most: number) => AskedWord[];

/** @param wordsOf what a relation or a status is called, in all languages of the screen */
export function createWordSearch(index: GraphIndex, wordsOf: (asked: Asked) => string): WordSearch {
  const counts = new Map<Relation | Status, number>();
  for (const { relation, status } of index.graph.claims)
    for (const key of [relation, status]) counts.set(key, (counts.get(key) ?? 0) + 1);
  const asked: readonly Asked[] = [
    ...RELATIONS.filter((key) => counts.has(key)).map((key) => ({ kind: "relation", key }) as const),
    ...STATUSES.map((key) => ({ kind: "status", key }) as const),
  ];
  const words = asked.map((one): AskedWord => ({ asked: one, claims: counts.get(one.key) ?? 0 }));
  const search = new MiniSearch<{ id: number; words: string }>({
    fields: ["words"],
    processTerm: fold,
    searchOptions: { prefix: (term) => term.length > 2, fuzzy: slipsIn, combineWith: "AND" },
  });
  search.addAll(words.map(({ asked }, id) => ({ id, words: wordsOf(asked) })));
  return (query, most) =>
    lookUp(search, query)
      .slice(0, most)
      .flatMap((hit) => words[Number(hit.id)] ?? []);
}

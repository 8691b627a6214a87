/** "les partisans de Raul Khintba", "his supporters": a noun for who stands by somebody says an alliance, not an act of backing. */
import type { Relation } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { lemmaAt } from "../syntax.js";
import WORDS from "./build-words.json" with { type: "json" };

const FOLLOWERS = new Set(WORDS.followers);

/** @param trigger token index of the word that says the relation */
export function relationToldBy(sentence: Sentence, trigger: number, relation: Relation): Relation {
  const isNoun = sentence.tokens[trigger]?.upos === "NOUN";
  return relation === "BACKED" && isNoun && FOLLOWERS.has(lemmaAt(sentence, trigger)) ? "ALLIED_WITH" : relation;
}

/** A word or expression that tells a relation, with its argument structure: a line of knowledge/triggers/LANGUAGE.jsonl. */
import type { Mode, Relation, Status } from "../../../graph/model.js";

/**
 * Where an end of the relation stands. Places in the tree: "subject", "object" (of the active verb; the passive is turned), "iobj", "by" (agent complement),
 * "possessor" ("de X", "X's"), "modifier" (adjective or compound on the noun), "modified" (what the word itself modifies), "named" (the name beside a title),
 * "clause" (the object of the embedded verb), "open" (nowhere); all else is a preposition as it is written.
 */
export type Slot = string;

export interface Sense {
  /** Lemmas that must stand there, in reading order. */
  readonly words: readonly string[];
  /** Index among `words` of the one that governs the others. */
  readonly head: number;
  readonly pos: "VERB" | "NOUN" | "ADJ" | "ADP";
  readonly reflexive?: boolean | undefined;
  readonly relation: Relation;
  /** Best first. */
  readonly source: readonly Slot[];
  readonly target: readonly Slot[];
  /** Prepositions that bring the place and the means. */
  readonly place?: readonly string[] | undefined;
  readonly instrument?: readonly string[] | undefined;
  readonly mode?: Mode | undefined;
  /** Of the relation by this word alone. */
  readonly status: Status;
  /** Whether the act is taken for given even where what stands above is negated or asked. */
  readonly presupposes?: boolean | undefined;
  /** Whether the word tells the relation in some of its uses only. */
  readonly weak?: boolean | undefined;
}

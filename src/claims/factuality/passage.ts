/** What the step from a word to its governor does to the trigger below. */
import type { Status } from "../../../graph/model.js";
import type { Effect } from "./effect.js";

/** What a step up the tree adds, and whether the walk goes on from there. */
export interface Passage {
  readonly effects: readonly Effect[];
  readonly goesOn: boolean;
  /** Whether what is below happened whatever is said above; who says so is still heard. */
  readonly isPresupposing?: boolean;
}
/** What is below is told by itself; the walk ends. */
export const STOP: Passage = { effects: [], goesOn: false };
/** "l'opération s'est soldée par la mort de …": the noun's verb is its own affair. */
export const PRESUPPOSED: Passage = { effects: [], goesOn: true, isPresupposing: true };

/** The effects without those of the given statuses. */
export const except = (effects: readonly Effect[], ...statuses: readonly Status[]): Effect[] =>
  effects.filter((e) => !statuses.includes(e.status));

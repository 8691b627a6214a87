import type { Status } from "../../../graph/model.js";

/** What one word does to the trigger. */
export interface Effect {
  readonly status: Status;
  /** Token index of the predicate that reports, accuses, threatens or denies; -1 where no one speaks. */
  readonly predicate: number;
}

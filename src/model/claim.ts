/** Claims of one article, between referents, before resolution over articles. */
import type { Mode, Relation, Span, Status, Toll, When } from "../../graph/model.js";

/** What the learned reader found in a sentence; ends are mention indexes, null for the open agent. */
export interface ReadClaim {
  readonly sentence: number;
  readonly source: number | null;
  readonly relation: Relation;
  readonly target: number;
  /** Token index of the trigger in the sentence. */
  readonly trigger: number;
  readonly status: Status;
  /** Uncalibrated probability. */
  readonly probability: number;
  /** What made it: "model:frappe", "pattern:title". */
  readonly rule: string;
}

/** Evidence of a claim between referents (indexes into the article's referents; null source: the open agent). */
export interface ReadEvidence {
  readonly sentence: number;
  readonly source: number | null;
  readonly relation: Relation;
  readonly target: number;
  readonly trigger: Span;
  readonly sourceSpan: Span | null;
  readonly targetSpan: Span;
  readonly status: Status;
  /** Referent indexes. */
  readonly by: readonly number[];
  readonly attribution: string | null;
  readonly when: When | null;
  /** Referent index of a place. */
  readonly where: number | null;
  readonly toll: Toll;
  readonly mode: Mode | null;
  readonly rule: string;
  /** Share of such claims that are right (claims/reader/calibrate.ts); null where no reader gave it. */
  readonly score: number | null;
}

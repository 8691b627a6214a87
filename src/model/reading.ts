/** All that was read in one article; the next stages work over many of these. */

import type { ReadEvidence } from "./claim.js";
import type { Referent } from "./entity.js";
import type { Mention } from "./mention.js";
import type { ArticleText, Problem, Sentence } from "./text.js";

export interface Reading {
  readonly article: ArticleText;
  /** Offsets and zones of the sentences. */
  readonly sentences: readonly Pick<Sentence, "start" | "end" | "zone">[];
  readonly mentions: readonly Mention[];
  readonly referents: readonly Referent[];
  readonly evidence: readonly ReadEvidence[];
  readonly problems: readonly Problem[];
}

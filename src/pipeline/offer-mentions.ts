/** What the reader takes for mentions, made ready to be the ends of claims: the same for reading and for training (`training/reader/analyses.mjs`). */

import { joinAmounts } from "../claims/join-amounts.js";
import { cutLeanedNames } from "../entities/cut-leaned-names.js";
import { dropNonNodes } from "../entities/drop-non-nodes.js";
import { findDatelines } from "../entities/find-datelines.js";
import { findEmbeddedNames } from "../entities/find-embedded-names.js";
import type { KnowName } from "../entities/known-name.js";
import { typeByFullerName } from "../entities/type-by-fuller-name.js";
import { typeByNoun } from "../entities/type-by-noun.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";

export interface OfferedMentions {
  readonly mentions: readonly Mention[];
  /** Stretches that the reader took for mentions and that are no nodes. */
  readonly dropped: readonly Mention[];
}

/** Mentions that may be nodes, their types mended by the words beside them, and names that the reader does not see: in datelines and within longer ones. */
export function offerMentions(
  text: string,
  sentences: readonly Sentence[],
  found: readonly Mention[],
  know: KnowName,
): OfferedMentions {
  const whole = joinAmounts(sentences, cutLeanedNames(sentences, found, know));
  const nodes = dropNonNodes(text, sentences, whole, know);
  const typed = typeByFullerName(text, sentences, typeByNoun(text, sentences, nodes, know), know);
  return {
    mentions: [
      ...typed,
      ...findDatelines(text, sentences, typed, know),
      ...findEmbeddedNames(text, sentences, typed, know),
    ],
    dropped: whole.filter((m) => !nodes.includes(m)),
  };
}

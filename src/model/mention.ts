/** Stretches of text that can be nodes. */
import type { Form, NodeType } from "../../graph/model.js";

export interface Mention {
  /** Index of the sentence in the article. */
  readonly sentence: number;
  /** Token indexes in the sentence: the syntactic head, and the half-open token range [first, last). */
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets of the range in the article's text. */
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly type: NodeType;
  /** The reader's probability that it is a mention; 1 for pronouns that go back to one. */
  readonly probability: number;
}

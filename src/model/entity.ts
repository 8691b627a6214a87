/** Referents of one article: mentions that are one thing. */
import type { Kind, NodeType } from "../../graph/model.js";

export interface Referent {
  readonly kind: Kind;
  readonly type: NodeType;
  readonly named: boolean;
  /** Display name, as in the article or the register. */
  readonly name: string;
  /** Register key ("Q30"), where a register knows the name. */
  readonly register: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  /** embassy, base, hospital, police, parliament … */
  readonly subtype: string | null;
  /** Indexes into the article's mentions, in the order of the text. */
  readonly mentions: readonly number[];
}

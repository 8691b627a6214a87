/** What the registers know of a name. */
import type { NodeType } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";

/** What a register knows of a name. */
export interface KnownName {
  readonly key: string;
  readonly type: NodeType;
  readonly name: string;
  readonly country: string | null;
  readonly subtype: string | null;
}
export interface KnowName {
  /** What a mention's name is in the registers. */
  readonly name: (query: {
    readonly name: string;
    readonly type: NodeType;
    readonly form: Mention["form"];
    readonly language: Sentence["language"];
  }) => KnownName | null;
  /** Whether the word speaks of a state's people or things: "américaine", "Pakistani". */
  readonly isDemonym: (word: string) => boolean;
  /** The folded phrase word by word, with names and demonyms of states and names of places as their register keys. */
  readonly withStates: (folded: string) => readonly string[];
}
/** Registers that know nothing. */
export const KNOW_NOTHING: KnowName = {
  name: () => null,
  isDemonym: () => false,
  withStates: (folded) => folded.split(" "),
};

/** "pro-" before a name or an adjective ("pro-iranien", "pro-Assad"), which the tokenizer makes a token of its own. */
import type { Token } from "./text.js";

const PREFIX = /^pro[-‑]$/iu;

/** Whether the token is the prefix of the word behind it. */
export const isLeaningPrefix = (tokens: readonly Token[], at: number): boolean =>
  PREFIX.test(tokens[at]?.text ?? "") && tokens[at + 1]?.start === tokens[at]?.end;

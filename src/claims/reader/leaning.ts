/** "miliciens pro-iraniens", "pro-Assad fighters": the word behind "pro-" names whom the noun that it hangs on is allied with. */
import { isLeaningPrefix } from "../../model/leaning-prefix.js";
import type { Sentence } from "../../model/text.js";

/** Token index of the noun that the word at `at` says the leaning of; -1 where there is none. */
export function leanerOf({ tokens }: Sentence, at: number): number {
  if (!isLeaningPrefix(tokens, at - 1)) return -1;
  const above = tokens[at]?.head ?? -1;
  return above === at - 1 ? (tokens[above]?.head ?? -1) : above;
}

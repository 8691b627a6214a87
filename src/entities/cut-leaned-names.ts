/**
 * Whom "pro-" names: the word behind it without the prefix, and a state's name without what the parser makes of the next one ("milice
 * pro-Iran | Hashed al-Shaabi"). An adjective beside one with the prefix ends before it ("irakiens | pro-iraniens").
 */
import type { NodeType } from "../../graph/model.js";
import { isLeaningPrefix } from "../model/leaning-prefix.js";
import type { Mention } from "../model/mention.js";
import type { Sentence, Token } from "../model/text.js";
import type { KnowName } from "./known-name.js";

const STATES: ReadonlySet<NodeType> = new Set(["state", "country"]);

const cut = (mention: Mention, tokens: readonly Token[], first: number, last: number): Mention => {
  const isAdjective = last - first === 1 && tokens[first]?.upos === "ADJ";
  const [start, end] = [tokens[first]?.start ?? mention.start, tokens[last - 1]?.end ?? mention.end];
  return { ...mention, first, last, start, end, form: isAdjective ? "adjective" : mention.form };
};

function cutLeaned(mention: Mention, { tokens, language }: Sentence, know: KnowName): Mention {
  const { head, first, last } = mention;
  const name = tokens[head]?.text ?? "";
  const known = know.name({ name, type: "state", form: "name", language });
  if (known !== null && STATES.has(known.type) && last > head + 1)
    return { ...cut(mention, tokens, head, head + 1), type: known.type };
  return first < head ? cut(mention, tokens, head, last) : mention;
}

export function cutLeanedNames(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  know: KnowName,
): Mention[] {
  return mentions.map((mention) => {
    const sentence = sentences[mention.sentence];
    const { head, first, last } = mention;
    if (sentence === undefined) return mention;
    const { tokens } = sentence;
    if (isLeaningPrefix(tokens, head - 1)) return cutLeaned(mention, sentence, know);
    if (tokens[head]?.upos !== "ADJ") return mention;
    const prefix = tokens.findIndex((_, k) => k > head && k < last && isLeaningPrefix(tokens, k));
    return prefix < 0 ? mention : cut(mention, tokens, first, prefix);
  });
}

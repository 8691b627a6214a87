/** Mentions of one sentence from the reader's scores: heads, types and spans. */
import type { Form, NodeType } from "../../../graph/model.js";
import type { Mention } from "../../model/mention.js";
import type { Sentence, Token } from "../../model/text.js";
import { belowHead } from "./below-head.js";
import { joinQuantities } from "./join-quantities.js";
import type { EncodedSentence, ReaderLabels } from "./reader-model.js";
import { trimSpan } from "./trim-span.js";

const CAPITAL = /^\p{Lu}/u;
const ARTICLE = /^(?:l[ae]s?|l['’]|the)$/iu;
const EDGE_PUNCTUATION = /^[\s"«»“”'‘’()[\],;:.!?…–—-]+$/u;

/** The particle of "Mali's". */
const isPossessive = (token: Token | undefined): boolean => token?.upos === "PART" && token.lemma === "'s";

/** Probabilities of a mention's types; "_" first: no mention's head. */
export type TypeScores = Float32Array;

/** The most probable type of those that a mention can have: "_" is none, and the open agent has no words. */
export function bestType(scores: TypeScores, labels: ReaderLabels): NodeType {
  let best: number | null = null;
  labels.types.forEach((type, k) => {
    if (type !== "_" && type !== "unknown" && (best === null || (scores[k] ?? 0) > (scores[best] ?? 0))) best = k;
  });
  const type = labels.types[best ?? 0];
  return type === undefined || type === "_" ? "crowd" : type;
}

function argmax(scores: Float32Array, row: number, width: number, from: number, to: number): number {
  let best = from;
  for (let k = from; k <= to; k++) {
    if ((scores[row * width + k] ?? 0) > (scores[row * width + best] ?? 0)) best = k;
  }
  return best;
}

/** Whether the token is part of a name: a proper noun, or capitalised within the sentence. */
export function isNameToken(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  if (token === undefined || !CAPITAL.test(token.text)) return false;
  return token.upos === "PROPN" || token.name !== "O" || (index > 0 && token.upos !== "DET" && token.upos !== "PRON");
}

/** Whether a hyphened name goes on at the token ("Kim Jong | -un"). */
function isWithinWord({ tokens }: Sentence, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const isGlued = before !== undefined && token !== undefined && before.end === token.start;
  return isGlued && token.name.startsWith("I-") && (token.text === "-" || before.text === "-");
}

/** What no mention begins with: punctuation, and the article of a common noun ("les | rebelles", not "Le Caire"). */
function isOutside(sentence: Sentence, head: number, first: number): boolean {
  const token = sentence.tokens[first];
  const isArticle = token?.upos === "DET" && ARTICLE.test(token.text) && sentence.tokens[head]?.upos === "NOUN";
  return isArticle || EDGE_PUNCTUATION.test(token?.text ?? "");
}

function formOf(sentence: Sentence, head: Token, first: number, last: number): Form {
  const indexes = Array.from({ length: last - first }, (_, k) => first + k);
  // "un de ses gardes du corps", "one of the gunmen": what it is one of says who that is.
  const isPartitive = indexes.some((k) => /^(?:NOUN|PROPN)$/u.test(sentence.tokens[k]?.upos ?? ""));
  if (head.upos === "PRON" || head.upos === "DET") return isPartitive ? "nominal" : "pronoun";
  const own =
    head.upos === "PROPN" || indexes.some((k) => sentence.tokens[k]?.upos === "PROPN" || isNameToken(sentence, k));
  if (head.upos === "ADJ" && last - first === 1) return "adjective";
  return own ? "name" : "nominal";
}

export function findMentions(
  sentence: Sentence,
  encoded: EncodedSentence,
  labels: ReaderLabels,
  threshold: number,
): { readonly mention: Mention; readonly scores: TypeScores }[] {
  const width = sentence.tokens.length + 1;
  const mentions: { mention: Mention; scores: TypeScores }[] = [];
  sentence.tokens.forEach((head, index) => {
    const scores = encoded.mention.subarray((index + 1) * labels.types.length, (index + 2) * labels.types.length);
    if (1 - (scores[0] ?? 1) < threshold || EDGE_PUNCTUATION.test(head.text) || isPossessive(head)) return;
    const type = bestType(scores, labels);
    let first = argmax(encoded.start, index + 1, width, 1, index + 1) - 1;
    let last = argmax(encoded.end, index + 1, width, index + 1, width - 1);
    last = trimSpan(sentence, index, last, type === "person");
    [first, last] = belowHead(sentence, index, first, last);
    while (isWithinWord(sentence, last)) last++;
    while (first < index && isOutside(sentence, index, first)) first++;
    const isEdge = (token: Token | undefined) => EDGE_PUNCTUATION.test(token?.text ?? "") || isPossessive(token);
    while (last - 1 > index && isEdge(sentence.tokens[last - 1])) last--;
    const start = sentence.tokens[first]?.start ?? head.start;
    const end = sentence.tokens[last - 1]?.end ?? head.end;
    const form = formOf(sentence, head, first, last);
    const probability = 1 - (scores[0] ?? 1);
    const mention = { sentence: sentence.index, head: index, first, last, start, end, form, type, probability };
    mentions.push({ mention, scores });
  });
  return joinQuantities(sentence, mentions);
}

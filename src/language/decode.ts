/** From the encoder's scores of one sentence to tokens with lemma, part of speech, features, tree and names. */
import type { Tensor } from "../model/tensor.js";
import type { Language, Token, Upos } from "../model/text.js";
import { frenchTense } from "./french-tense.js";
import type { Lemmatize } from "./lexicon.js";

/** models/encoder/labels.json: UP parts of speech, RL relations, NT name tags, FV feature values, LS lemma scripts. */
export interface Labels {
  readonly UP: readonly string[];
  readonly RL: readonly string[];
  readonly NT: readonly string[];
  readonly FV: readonly (readonly string[])[];
  readonly LS: readonly string[];
  readonly feature_names: readonly string[];
}

const numbers = (tensor: Tensor | undefined): Float32Array | BigInt64Array => {
  if (tensor === undefined) throw new TypeError("the encoder's model lacks an output");
  return tensor.data;
};

/** Applies a lemma script `cut|add|capital`: cut letters off the end, add some; capital 1 keeps the word's own case. */
function lemmaOf(word: string, script: string): string {
  const [cutText = "0", add = "", capital = "0"] = script.split("|");
  const cut = Number(cutText);
  const plain = word.replaceAll("’", "'");
  if (cut > plain.length) return plain.toLowerCase();
  const base = capital === "1" ? plain : plain.toLowerCase();
  const lemma = base.slice(0, base.length - cut) + add;
  return lemma === "" ? plain.toLowerCase() : lemma;
}

/** Name tags that follow BIO: an I- without its B- before it begins a name. */
function validNames(tags: readonly string[]): string[] {
  return tags.map((tag, k) => {
    if (!tag.startsWith("I-")) return tag;
    const before = tags[k - 1] ?? "O";
    return before.slice(2) === tag.slice(2) ? tag : `B-${tag.slice(2)}`;
  });
}

function argmaxRow(data: Float32Array, row: number, width: number): number {
  let best = 0;
  for (let k = 1; k < width; k++) if ((data[row * width + k] ?? 0) > (data[row * width + best] ?? 0)) best = k;
  return best;
}

/** Tokens of one sentence; `heads` (1-based, 0 the root) and `relations` are those of tokens 1..N. */
export function decode(
  text: string,
  offsets: readonly (readonly [number, number])[],
  out: Readonly<Record<string, Tensor>>,
  heads: ArrayLike<number>,
  relations: ArrayLike<number | bigint>,
  labels: Labels,
  lemmatize: Lemmatize,
  language: Language,
): Token[] {
  const [upos, ner, lemma, feats] = ["upos", "ner", "lemma", "feats"].map((k) => numbers(out[k]));
  const names = validNames(
    offsets.map((_, k) => labels.NT[argmaxRow(ner as Float32Array, k + 1, labels.NT.length)] ?? "O"),
  );
  const kinds = labels.feature_names.length;
  return offsets.map(([start, end], k): Token => {
    const word = text.slice(start, end);
    const features: Record<string, string> = {};
    labels.feature_names.forEach((name, f) => {
      const value = labels.FV[f]?.[Number(feats?.[(k + 1) * kinds + f] ?? 0)];
      if (value !== undefined && value !== "_") features[name] = value;
    });
    const head = heads[k] ?? 0;
    const relation = labels.RL[Number(relations[k] ?? 0)] ?? "dep";
    const tag = (labels.UP[Number(upos?.[k + 1] ?? 0)] ?? "X") as Upos;
    const base = lemmatize(word, tag, lemmaOf(word, labels.LS[Number(lemma?.[k + 1] ?? 0)] ?? "0||0"));
    const tense = language === "fr" && (tag === "VERB" || tag === "AUX") ? frenchTense(word, base) : null;
    // The form is sure where the model's features are a guess.
    if (features.Tense === "Fut" && language === "fr") delete features.Tense;
    if (features.Mood === "Cnd") delete features.Mood;
    Object.assign(features, tense);
    return {
      start,
      end,
      text: word,
      lemma: base,
      upos: tag,
      feats: features,
      head: head - 1,
      relation: head === 0 ? "root" : relation === "root" ? "dep" : relation,
      name: names[k] ?? "O",
    };
  });
}

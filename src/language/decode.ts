/** From the encoder's scores of one sentence to tokens with lemma, part of speech, features, tree and names. */
import type { Language, Token, Upos } from "../model/text.js";
import { hangPossessives } from "./english-clitics.js";
import { frenchTense } from "./french-tense.js";
import type { Lemmatize } from "./lexicon.js";
import type { MendSpelling } from "./spelling.js";

/** models/encoder/labels.json: UP parts of speech, RL relations, NT name tags, FV feature values, LS lemma scripts. */
export interface Labels {
  readonly UP: readonly string[];
  readonly RL: readonly string[];
  readonly NT: readonly string[];
  readonly FV: readonly (readonly string[])[];
  readonly LS: readonly string[];
  readonly feature_names: readonly string[];
}

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

/**
 * The best sequence of name tags that is valid BIO (Viterbi): an I- stands only behind the B- or I- of its type.
 * @param scores [N + 1, tags], row 0 the root
 */
export function bestNames(scores: Float32Array, n: number, tags: readonly string[]): string[] {
  const width = tags.length;
  const all = [...tags.keys()];
  // Before an I- its own type; before every other tag any.
  const allowed = tags.map((tag) =>
    tag.startsWith("I-") ? all.filter((k) => tags[k]?.slice(2) === tag.slice(2)) : null,
  );
  const bestOf = (places: readonly number[], sums: Float64Array) => {
    let best = places[0] ?? 0;
    for (const k of places) if ((sums[k] ?? 0) > (sums[best] ?? 0)) best = k;
    return best;
  };
  let sums = Float64Array.from(tags, (tag, t) =>
    tag.startsWith("I-") ? Number.NEGATIVE_INFINITY : (scores[width + t] ?? 0),
  );
  const from: Int32Array[] = [];
  for (let row = 2; row <= n; row++) {
    const next = new Float64Array(width);
    const back = new Int32Array(width);
    const bestOfAll = bestOf(all, sums);
    for (let t = 0; t < width; t++) {
      const places = allowed[t] ?? null;
      const best = places === null ? bestOfAll : bestOf(places, sums);
      back[t] = best;
      next[t] = (sums[best] ?? Number.NEGATIVE_INFINITY) + (scores[row * width + t] ?? 0);
    }
    from.push(back);
    sums = next;
  }
  let at = sums.indexOf(Math.max(...sums));
  const path = [at];
  for (const back of from.reverse()) {
    at = back[at] ?? 0;
    path.push(at);
  }
  return path.reverse().map((t) => tags[t] ?? "O");
}

/** Place of the largest of data[start, end), counted from start. */
function argmax(data: Float32Array, start: number, end: number): number {
  let best = start;
  let most = data[start] ?? 0;
  for (let k = start + 1; k < end; k++) {
    const value = data[k] ?? 0;
    if (value > most) {
      most = value;
      best = k;
    }
  }
  return best - start;
}

/** What the heads said of a sentence; row 0 is the root. */
export interface Scores {
  /** [N + 1, UP + LS + FV…]: parts of speech, lemma scripts and each feature's values, one behind the other. */
  readonly tags: Float32Array;
  /** [N + 1, NT] */
  readonly names: Float32Array;
  /** Heads of tokens 1..N (1-based, 0 the root) and their relations. */
  readonly heads: ArrayLike<number>;
  readonly relations: ArrayLike<number | bigint>;
}

/** English "'ll" is always an auxiliary, whatever the tagger takes it for. */
const CONTRACTED_WILL = /^['’]ll$/iu;

/** Tokens of one sentence from the scores of its heads. */
export function decode(
  text: string,
  offsets: readonly (readonly [number, number])[],
  { tags, names, heads, relations }: Scores,
  labels: Labels,
  { lemmatize, mend }: { readonly lemmatize: Lemmatize; readonly mend: MendSpelling },
  language: Language,
): Token[] {
  const nameTags = bestNames(names, offsets.length, labels.NT);
  const width = tags.length / (offsets.length + 1);
  const tokens = offsets.map(([start, end], k): Token => {
    const word = text.slice(start, end);
    let at = (k + 1) * width;
    const pick = (values: readonly string[]): string => {
      const value = values[argmax(tags, at, at + values.length)] ?? "";
      at += values.length;
      return value;
    };
    const isWill = language === "en" && CONTRACTED_WILL.test(word);
    const picked = pick(labels.UP) as Upos;
    const tag: Upos = isWill ? "AUX" : picked;
    const script = pick(labels.LS);
    const features: Record<string, string> = {};
    labels.FV.forEach((values, f) => {
      const value = pick(values);
      const name = labels.feature_names[f];
      if (value !== "_" && name !== undefined) features[name] = value;
    });
    const head = heads[k] ?? 0;
    const relation = isWill && head !== 0 ? "aux" : (labels.RL[Number(relations[k] ?? 0)] ?? "dep");
    const spelt = mend(word);
    const base = lemmatize(spelt, tag, lemmaOf(spelt, script));
    const tense = language === "fr" && (tag === "VERB" || tag === "AUX") ? frenchTense(spelt, base) : null;
    // The form is sure where the model's features are a guess.
    if (features.Tense === "Fut" && language === "fr") delete features.Tense;
    if (features.Mood === "Cnd") delete features.Mood;
    Object.assign(features, tense);
    if (spelt !== word) features.Typo = "Yes";
    return {
      start,
      end,
      text: word,
      lemma: base,
      upos: tag,
      feats: features,
      head: head - 1,
      relation: head === 0 ? "root" : relation === "root" ? "dep" : relation,
      name: nameTags[k] ?? "O",
    };
  });
  return language === "en" ? hangPossessives(tokens) : tokens;
}

/** The stage from an article's text to sentences with tokens, tree and names. */
import type { RunModel, Tensor } from "../model/tensor.js";
import type { Analysis, ArticleText, Language, Sentence, Token } from "../model/text.js";
import { decode, type Labels } from "./decode.js";
import type { Lemmatize } from "./lexicon.js";
import type { Pieces } from "./pieces.js";
import { splitSentences } from "./sentences.js";
import { bestTree } from "./tree.js";

export interface LanguageResources {
  readonly labels: Labels;
  readonly pieces: Pieces;
  /** ids, mask [1, T], first [1, N + 1] to upos, arc, rd, rh, ner, lemma, feats. */
  readonly encoder: RunModel;
  /** rd, rh [N + 1, 128], heads [N] to relation [N]. */
  readonly relations: RunModel;
  readonly lemmatize: Readonly<Record<Language, Lemmatize>>;
}

/** <s> and </s> in the vocabulary. */
const [BEGIN, END] = [0, 2];
/** Positions of the encoder; a longer sentence is analysed in parts. */
const MOST_PIECES = 500;

/** Piece ids with <s> and </s>, and the place of each token's first piece (0 for <s>). */
export function pieceIds(text: string, offsets: readonly (readonly [number, number])[], pieces: Pieces) {
  const ids = [BEGIN];
  const first = [0];
  offsets.forEach(([start, end], k) => {
    first.push(ids.length);
    ids.push(...pieces(text.slice(start, end), k === 0 || (offsets[k - 1]?.[1] ?? 0) < start));
  });
  ids.push(END);
  return { ids, first };
}

const longs = (values: readonly number[], dims: readonly number[]): Tensor => ({
  data: BigInt64Array.from(values, BigInt),
  dims,
});

/** Analyses one sentence whose tokens are given; offsets are into `text`. */
export function createSentenceAnalyzer({ labels, pieces, encoder, relations, lemmatize }: LanguageResources) {
  return async function analyzeTokens(
    text: string,
    offsets: readonly (readonly [number, number])[],
    language: Language,
  ): Promise<Token[]> {
    if (offsets.length === 0) return [];
    const { ids, first } = pieceIds(text, offsets, pieces);
    if (ids.length > MOST_PIECES && offsets.length > 1) {
      const half = offsets.length >> 1;
      const left = await analyzeTokens(text, offsets.slice(0, half), language);
      const right = await analyzeTokens(text, offsets.slice(half), language);
      const root = left.findIndex((t) => t.head < 0);
      return [
        ...left,
        ...right.map((t) => (t.head < 0 ? { ...t, head: root, relation: "parataxis" } : { ...t, head: t.head + half })),
      ];
    }
    const rows = offsets.length + 1;
    const cut = ids.slice(0, MOST_PIECES);
    const out = await encoder({
      ids: longs(cut, [1, cut.length]),
      mask: longs(new Array<number>(cut.length).fill(1), [1, cut.length]),
      first: longs(
        first.map((p) => Math.min(p, cut.length - 1)),
        [1, rows],
      ),
    });
    const heads = bestTree(out.arc?.data as Float32Array, offsets.length).subarray(1);
    const flat = (tensor: Tensor | undefined): Tensor => {
      const data = tensor?.data as Float32Array;
      return { data, dims: [rows, data.length / rows] };
    };
    const labelled = await relations({
      rd: flat(out.rd),
      rh: flat(out.rh),
      heads: longs([...heads], [offsets.length]),
    });
    return decode(
      text,
      offsets,
      out,
      heads,
      labelled.relation?.data as BigInt64Array,
      labels,
      lemmatize[language],
      language,
    );
  };
}

/** Sentences of an article, zone by zone. */
export function createAnalyzer(resources: LanguageResources) {
  const analyzeTokens = createSentenceAnalyzer(resources);
  return async function analyze(article: ArticleText): Promise<Analysis> {
    const sentences: Sentence[] = [];
    for (const [start, end, zone] of article.zones) {
      for (const offsets of splitSentences(article.text, start, end, article.language)) {
        sentences.push({
          index: sentences.length,
          start: offsets[0]?.[0] ?? start,
          end: offsets.at(-1)?.[1] ?? start,
          zone,
          language: article.language,
          tokens: await analyzeTokens(article.text, offsets, article.language),
        });
      }
    }
    return { sentences };
  };
}

/** The stage from an article's text to sentences with tokens, tree and names. */
import type { RunModel, Tensor } from "../model/tensor.js";
import type { Analysis, ArticleText, Language, Problem, Sentence, Token } from "../model/text.js";
import { decode, type Labels } from "./decode.js";
import type { Lemmatize } from "./lexicon.js";
import type { Pieces } from "./pieces.js";
import { cutLongSentence, naturalSentences } from "./sentences.js";
import type { MendSpelling } from "./spelling.js";
import { bestTree } from "./tree.js";
import type { WordVectors } from "./word-vectors.js";

export interface LanguageResources {
  readonly labels: Labels;
  readonly pieces: Pieces;
  readonly wordVectors: WordVectors;
  /** words [1, T, 384], first [N + 1] to token vectors of trees and of names, [N + 1, 384] each, and of a lower layer, [1, T, 384]. */
  readonly encoder: RunModel;
  /** The reader's own layers: lower [1, T, 384], first [N + 1] to the reader's token vectors [N + 1, 384]; null where nothing is read. */
  readonly readerLayers: RunModel | null;
  /** tree, name [N + 1, 384] to scores of tags and names, arc [N + 1, N + 1], rd, rh [N + 1, 256]. */
  readonly heads: RunModel;
  /** rd, rh [N + 1, 256], heads [N] to relation [N]. */
  readonly relations: RunModel;
  readonly lemmatize: Readonly<Record<Language, Lemmatize>>;
  readonly mendSpelling: Readonly<Record<Language, MendSpelling>>;
}

type Offsets = readonly (readonly [start: number, end: number])[];

/** <s> and </s> in the vocabulary. */
const [BEGIN, END] = [0, 2];
/** Positions of the encoder; a longer sentence is cut before it is analysed. */
const MOST_PIECES = 500;
/** Of one token (a long URL, a row of dashes) the first so many pieces count. */
const MOST_PIECES_OF_TOKEN = 64;

/** How words become pieces: as they should be spelt. */
interface Spelt {
  readonly pieces: Pieces;
  readonly mend: MendSpelling;
}

const piecesOf = (text: string, offsets: Offsets, k: number, { pieces, mend }: Spelt): readonly number[] => {
  const [start, end] = offsets[k] ?? [0, 0];
  return pieces(mend(text.slice(start, end)), k === 0 || (offsets[k - 1]?.[1] ?? 0) < start).slice(
    0,
    MOST_PIECES_OF_TOKEN,
  );
};

/** Piece ids with <s> and </s>, and the place of each token's first piece (0 for <s>). */
export function pieceIds(text: string, offsets: Offsets, spelt: Spelt) {
  const ids = [BEGIN];
  const first = [0];
  offsets.forEach((_, k) => {
    first.push(ids.length);
    ids.push(...piecesOf(text, offsets, k, spelt));
  });
  ids.push(END);
  return { ids, first };
}

/** How many of the first tokens the encoder can take in one run. */
function fittingTokens(text: string, offsets: Offsets, spelt: Spelt): number {
  // A piece is a character at least, or the space before a token: most sentences fit at first sight. (Where one of the few characters
  // that stand for several makes it too long after all, the sentence is halved when it is analysed.)
  const characters = (offsets.at(-1)?.[1] ?? 0) - (offsets[0]?.[0] ?? 0);
  if (characters + offsets.length + 2 <= MOST_PIECES) return offsets.length;
  let sum = 2;
  for (let k = 0; k < offsets.length; k++) {
    sum += piecesOf(text, offsets, k, spelt).length;
    if (sum > MOST_PIECES) return k;
  }
  return offsets.length;
}

/** A row of whole numbers, [N]. */
function longs(values: ArrayLike<number>): Tensor {
  const data = new BigInt64Array(values.length);
  for (let k = 0; k < data.length; k++) data[k] = BigInt(values[k] ?? 0);
  return { data, dims: [data.length] };
}

const given = (tensor: Tensor | undefined): Tensor => {
  if (tensor === undefined) throw new TypeError("the analyser's model lacks an output");
  return tensor;
};

const floats = (tensor: Tensor | undefined): Float32Array => given(tensor).data as Float32Array;

export interface AnalyzedSentence {
  readonly tokens: Token[];
  /** The reader's vectors, [N + 1, 384], row 0 the root; empty where nothing is read. */
  readonly vectors: Tensor;
}

const NO_VECTORS: Tensor = { data: new Float32Array(0), dims: [0, 0] };

/** Rows of both [N + 1, H], without the second one's root. */
function joinedRows(left: Tensor, right: Tensor): Tensor {
  const [rows = 0, width = 0] = left.dims;
  if (width === 0) return left;
  const data = new Float32Array((rows + (right.dims[0] ?? 1) - 1) * width);
  data.set(left.data as Float32Array);
  data.set((right.data as Float32Array).subarray(width), rows * width);
  return { data, dims: [data.length / width, width] };
}

/** Analyses one sentence whose tokens are given; offsets are into `text`. */
export function createSentenceAnalyzer({
  labels,
  pieces,
  wordVectors,
  encoder,
  readerLayers,
  heads: tagAndScore,
  relations,
  lemmatize,
  mendSpelling,
}: LanguageResources) {
  return async function analyzeTokens(text: string, offsets: Offsets, language: Language): Promise<AnalyzedSentence> {
    if (offsets.length === 0) return { tokens: [], vectors: NO_VECTORS };
    const mend = mendSpelling[language];
    const { ids, first } = pieceIds(text, offsets, { pieces, mend });
    if (ids.length > MOST_PIECES && offsets.length > 1) {
      // Given tokens that are too many for one run: two trees, the second hung on the first.
      const half = offsets.length >> 1;
      const left = await analyzeTokens(text, offsets.slice(0, half), language);
      const right = await analyzeTokens(text, offsets.slice(half), language);
      const root = left.tokens.findIndex((t) => t.head < 0);
      const hung = right.tokens.map((t) =>
        t.head < 0 ? { ...t, head: root, relation: "parataxis" } : { ...t, head: t.head + half },
      );
      return { tokens: [...left.tokens, ...hung], vectors: joinedRows(left.vectors, right.vectors) };
    }
    const vectors = await encoder({ words: wordVectors(ids), first: longs(first) });
    const out = await tagAndScore({ tree: given(vectors.tree), name: given(vectors.name) });
    const heads = bestTree(floats(out.arc), offsets.length).subarray(1);
    const labelled = await relations({ rd: given(out.rd), rh: given(out.rh), heads: longs(heads) });
    const scores = {
      tags: floats(out.tags),
      names: floats(out.names),
      heads,
      relations: given(labelled.relation).data as BigInt64Array,
    };
    const tokens = decode(text, offsets, scores, labels, { lemmatize: lemmatize[language], mend }, language);
    if (readerLayers === null) return { tokens, vectors: NO_VECTORS };
    const read = await readerLayers({ lower: given(vectors.lower), first: longs(first) });
    return { tokens, vectors: given(read.reader) };
  };
}

export type Analyze = ReturnType<typeof createAnalyzer>;

/** Sentences of an article, zone by zone; one that the encoder cannot take whole is cut, and said to be. */
export function createAnalyzer(resources: LanguageResources) {
  const analyzeTokens = createSentenceAnalyzer(resources);
  return async function analyze(article: ArticleText): Promise<Analysis> {
    const { file, text, language } = article;
    const spelt = { pieces: resources.pieces, mend: resources.mendSpelling[language] };
    const sentences: Sentence[] = [];
    const vectors: Tensor[] = [];
    const problems: Problem[] = [];
    for (const [zoneStart, zoneEnd, zone] of article.zones) {
      for (const natural of naturalSentences(text, zoneStart, zoneEnd, language)) {
        const parts = cutLongSentence(text, natural, (tokens) => fittingTokens(text, tokens, spelt));
        const offset = natural[0]?.[0] ?? zoneStart;
        if (parts.length > 1) {
          const message = `a sentence of ${natural.length} words is read in ${parts.length} parts`;
          problems.push({ code: "sentence-cut", message, file, offset, severity: "notice" });
        }
        for (const offsets of parts) {
          const analyzed = await analyzeTokens(text, offsets, language);
          vectors.push(analyzed.vectors);
          sentences.push({
            index: sentences.length,
            start: offsets[0]?.[0] ?? offset,
            end: offsets.at(-1)?.[1] ?? offset,
            zone,
            language,
            tokens: analyzed.tokens,
          });
        }
      }
    }
    return { sentences, vectors, problems };
  };
}

/**
 * The learned reader's two models as functions of one sentence. Source of the heads: training/reader/heads.py.
 *
 * Positions are 1-based tokens, 0 the root; N tokens, C candidates, P pairs, R relations.
 */
import type { NodeType, Relation, Status } from "../../../graph/model.js";
import type { RunModel, Tensor } from "../../model/tensor.js";
import type { Sentence } from "../../model/text.js";
import { geometryOf, hanging } from "./tree-geometry.js";

/** models/reader/reader.json: the order of the output units. */
export interface ReaderLabels {
  readonly name: string;
  /** "_" first: not a mention's head. */
  readonly types: readonly (NodeType | "_")[];
  readonly relations: readonly Relation[];
  readonly statuses: readonly Status[];
}

export interface ReaderModel {
  /** reader [N + 1, H], dep, pos [N + 1], hang [N + 1, N + 1] to g, mention, start, end. */
  readonly mentions: RunModel;
  /** g, candidates, types, hang, pairs to relation, status, trigger, best. */
  readonly heads: RunModel;
  readonly labels: ReaderLabels;
  /** Labels of the parser: parts of speech and dependency relations, in the order that the reader was trained with. */
  readonly upos: readonly string[];
  readonly dependencies: readonly string[];
}

/**
 * One sentence, encoded. `mention` [N+1, types], `start` and `end` [N+1, N+1] (row: a head), `vectors` [N+1, H], `hang` [N+1, N+1]
 * how the token of the column hangs on that of the row.
 */
export interface EncodedSentence {
  readonly vectors: Tensor;
  readonly hang: Tensor;
  readonly mention: Float32Array;
  readonly start: Float32Array;
  readonly end: Float32Array;
}

export interface PairScores {
  readonly pairs: readonly (readonly [source: number, target: number])[];
  /** [P, R] probabilities. */
  readonly relation: Float32Array;
  /** [P, 6] probabilities. */
  readonly status: Float32Array;
  /** [P, R] position of the trigger that supports the pair best. */
  readonly trigger: readonly number[];
  /** [N+1, R] probabilities. */
  readonly fires: Float32Array;
}

/** Pairs beyond this many are read only where their ends stand near each other. */
const MOST_PAIRS = 700;
const NEAR = 35;

const longs = (values: readonly number[], dims: readonly number[]): Tensor => ({
  data: BigInt64Array.from(values, BigInt),
  dims,
});
const floats = (tensor: Tensor | undefined): Float32Array => {
  if (!(tensor?.data instanceof Float32Array)) throw new TypeError("the reader's model lacks an output");
  return tensor.data;
};

const headsOf = (sentence: Sentence): number[] => sentence.tokens.map((t) => t.head + 1);
function indexesOf(model: ReaderModel, sentence: Sentence): { upos: number[]; dependency: number[] } {
  const at = (labels: readonly string[], label: string, fallback: string) => {
    const found = labels.indexOf(label);
    return found >= 0 ? found : Math.max(0, labels.indexOf(fallback));
  };
  return {
    upos: sentence.tokens.map((t) => at(model.upos, t.upos, "X")),
    dependency: sentence.tokens.map((t) => at(model.dependencies, t.relation, t.relation.split(":")[0] ?? "dep")),
  };
}

/** @param vectors the encoder's vectors of the sentence for the reader, [N + 1, H] */
export async function encodeSentence(
  model: ReaderModel,
  sentence: Sentence,
  vectors: Tensor,
): Promise<EncodedSentence> {
  const { upos, dependency } = indexesOf(model, sentence);
  const rows = sentence.tokens.length + 1;
  const positions = Array.from({ length: rows }, (_, k) => k);
  const hang: Tensor = {
    data: hanging(headsOf(sentence), dependency, model.dependencies.length, positions),
    dims: [rows, rows],
  };
  const out = await model.mentions({
    reader: vectors,
    dep: longs([model.dependencies.length, ...dependency], [rows]),
    pos: longs([model.upos.length, ...upos], [rows]),
    hang,
  });
  if (out.g === undefined) throw new TypeError("the reader's model gives no vectors");
  return { vectors: out.g, hang, mention: floats(out.mention), start: floats(out.start), end: floats(out.end) };
}

/** Scores of all ordered pairs of candidates; `types` are those of the candidates. The open agent is added as a source. */
export async function scorePairs(
  model: ReaderModel,
  sentence: Sentence,
  encoded: EncodedSentence,
  candidates: readonly { readonly position: number; readonly type: NodeType }[],
): Promise<PairScores> {
  const heads = headsOf(sentence);
  const positions = [0, ...candidates.map((c) => c.position)];
  const noType = model.labels.types.length;
  const types = [noType, ...candidates.map((c) => model.labels.types.indexOf(c.type))];
  let places = positions.flatMap((_, i) => positions.flatMap((_, j) => (j > 0 && i !== j ? [[i, j] as const] : [])));
  const at = (place: number) => positions[place] ?? 0;
  if (places.length > MOST_PAIRS) places = places.filter(([i, j]) => i === 0 || Math.abs(at(i) - at(j)) < NEAR);
  const rows = places.map(([i, j]) => [i, j, ...geometryOf(heads, at(i), at(j))]);
  const n = sentence.tokens.length;
  const out = await model.heads({
    g: { data: encoded.vectors.data, dims: [n + 1, encoded.vectors.data.length / (n + 1)] },
    candidates: longs(positions, [positions.length]),
    types: longs(types, [types.length]),
    hang: encoded.hang,
    pairs: longs(
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((column) => rows.map((row) => row[column] ?? 0)),
      [8, rows.length],
    ),
  });
  return {
    pairs: places.map(([i, j]) => [at(i), at(j)] as const),
    relation: floats(out.relation),
    status: floats(out.status),
    fires: floats(out.trigger),
    trigger: Array.from(out.best?.data ?? [], Number),
  };
}

/**
 * The learned reader's two models as functions of one sentence. Source of the heads: training/reader/heads.py.
 *
 * Positions are 1-based tokens, 0 the root; N tokens, C candidates, P pairs, R relations.
 */
import type { NodeType, Relation, Status } from "../../../graph/model.js";
import type { RunModel, Tensor } from "../../model/tensor.js";
import type { Language, Sentence } from "../../model/text.js";
import type { SenseIndex } from "../triggers/match-senses.js";
import { SENSE_WIDTH, senseFeatures } from "../triggers/sense-features.js";
import { geometryElsewhere, geometryOf, hanging } from "./tree-geometry.js";

/** models/reader/reader.json: the order of the output units. */
export interface ReaderLabels {
  readonly name: string;
  /** "_" first: not a mention's head. */
  readonly types: readonly (NodeType | "_")[];
  readonly relations: readonly Relation[];
  readonly statuses: readonly Status[];
}

export interface ReaderModel {
  /** reader [N + 1, H], dep, pos [N + 1], hang [N + 1, N + 1], senses [N + 1, SENSE_WIDTH] to g, mention, start, end. */
  readonly mentions: RunModel;
  /** g, candidates, types, hang, pairs, context [K, H], places [K] to relation, status, trigger, best. */
  readonly heads: RunModel;
  /** The trigger lexicon. */
  readonly senses: Readonly<Record<Language, SenseIndex>>;
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
/** Pairs with an end in another sentence; the nearest first. */
const MOST_ACROSS = 240;

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
    senses: { data: senseFeatures(sentence, model.senses[sentence.language]), dims: [rows, SENSE_WIDTH] },
  });
  if (out.g === undefined) throw new TypeError("the reader's model gives no vectors");
  return { vectors: out.g, hang, mention: floats(out.mention), start: floats(out.start), end: floats(out.end) };
}

interface CandidateHere {
  readonly position: number;
  readonly type: NodeType;
}

/** A candidate of another sentence: its vector [H] there, and how far before (elsewhere.ts). */
export interface CandidateElsewhere {
  readonly type: NodeType;
  readonly vector: Float32Array;
  readonly place: number;
}

/**
 * Scores of all ordered pairs of candidates, and of each with each of another sentence, whose positions are N + 1 and up. The open agent is added
 * as a source.
 */
export async function scorePairs(
  model: ReaderModel,
  sentence: Sentence,
  encoded: EncodedSentence,
  candidates: readonly CandidateHere[],
  elsewhere: readonly CandidateElsewhere[] = [],
): Promise<PairScores> {
  const heads = headsOf(sentence);
  const n = sentence.tokens.length;
  const here = [0, ...candidates.map((c) => c.position)];
  const positions = [...here, ...elsewhere.map((_, k) => n + 1 + k)];
  const noType = model.labels.types.length;
  const types = [noType, ...[...candidates, ...elsewhere].map((c) => model.labels.types.indexOf(c.type))];
  let places = here.flatMap((_, i) => here.flatMap((_, j) => (j > 0 && i !== j ? [[i, j] as const] : [])));
  const at = (place: number) => positions[place] ?? 0;
  if (places.length > MOST_PAIRS) places = places.filter(([i, j]) => i === 0 || Math.abs(at(i) - at(j)) < NEAR);
  const across = elsewhere
    .flatMap((_, k) =>
      candidates.flatMap((_, c) => [[here.length + k, c + 1] as const, [c + 1, here.length + k] as const]),
    )
    .slice(0, MOST_ACROSS);
  const rows = [
    ...places.map(([i, j]) => [i, j, ...geometryOf(heads, at(i), at(j))]),
    ...across.map(([i, j]) => [i, j, ...geometryElsewhere(heads, at(i), at(j))]),
  ];
  places = [...places, ...across];
  const width = encoded.vectors.data.length / (n + 1);
  const context = new Float32Array(elsewhere.length * width);
  elsewhere.forEach((e, k) => {
    context.set(e.vector, k * width);
  });
  const out = await model.heads({
    g: { data: encoded.vectors.data, dims: [n + 1, width] },
    candidates: longs(positions, [positions.length]),
    types: longs(types, [types.length]),
    hang: encoded.hang,
    pairs: longs(
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((column) => rows.map((row) => row[column] ?? 0)),
      [8, rows.length],
    ),
    context: { data: context, dims: [elsewhere.length, width] },
    places: longs(
      elsewhere.map((e) => e.place),
      [elsewhere.length],
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

/** Tensors as they go in and out of a model session. */
export interface Tensor {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}
/** Runs a model once: named inputs to named outputs. */
export type RunModel = (inputs: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>;

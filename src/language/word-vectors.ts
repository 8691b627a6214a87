/**
 * The embeddings of pieces in 4 bits (models/encoder/words.bin, written by training/encoder/words.py), looked up here: ONNX Runtime's
 * GatherBlockQuantized takes five times as long.
 */
import type { Tensor } from "../model/tensor.js";

/** Values of a vector, and of a block of them with one scale. */
const [WIDTH, BLOCK] = [384, 32];
const [BYTES, SCALES] = [WIDTH / 2, WIDTH / BLOCK];

/** Piece ids [T] to their embeddings [1, T, WIDTH]. */
export type WordVectors = (ids: readonly number[]) => Tensor;

/** @param file two values a byte for every piece, the lower half first, then the scales of their blocks in float32 */
export function createWordVectors(file: Uint8Array): WordVectors {
  const pieces = file.length / (BYTES + 4 * SCALES);
  const scales = new Float32Array(Uint8Array.from(file.subarray(pieces * BYTES)).buffer);
  return (ids) => {
    const data = new Float32Array(ids.length * WIDTH);
    let at = 0;
    for (const id of ids) {
      let byte = id * BYTES;
      for (let block = id * SCALES; block < (id + 1) * SCALES; block++) {
        const scale = scales[block] ?? 0;
        for (const end = byte + BLOCK / 2; byte < end; byte++) {
          const both = file[byte] ?? 0;
          // Shifts to and fro give each half its sign.
          data[at++] = ((both << 28) >> 28) * scale;
          data[at++] = ((both << 24) >> 28) * scale;
        }
      }
    }
    return { data, dims: [1, ids.length, WIDTH] };
  };
}

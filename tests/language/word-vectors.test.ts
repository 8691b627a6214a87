import { describe, expect, it } from "vitest";
import { createWordVectors } from "../../src/language/word-vectors.js";

/** Two pieces of 384 values: the first all 7 and -8 in turn, the second 1 and 0; scales .5 and 2, the last block's 3. */
function file(): Buffer {
  const packed = Buffer.concat([Buffer.alloc(192, 0x87), Buffer.alloc(192, 0x01)]);
  const scales = new Float32Array([...Array(12).fill(0.5), ...Array(11).fill(2), 3]);
  // Behind some other bytes, as a Buffer may lie within a larger one.
  return Buffer.concat([Buffer.alloc(3), packed, Buffer.from(scales.buffer)]).subarray(3);
}

describe("embeddings of pieces", () => {
  it("are 4-bit values, the lower half of a byte first, times the scale of their block", () => {
    const { data, dims } = createWordVectors(file())([1, 0]);
    expect(dims).toEqual([1, 2, 384]);
    expect([...data.subarray(0, 3)]).toEqual([2, 0, 2]);
    expect([...data.subarray(382, 386)]).toEqual([3, 0, 3.5, -4]);
  });
});

"""words.bin: the embeddings of pieces in the 4 bits that the base has them in. All V rows of blocks (two values a byte, the first in the
lower half, -8 to 7), then all V rows of their scales, one float32 for each BLOCK values. src/language/word-vectors.ts reads it."""
import numpy as np

from base import BLOCK


def write_words(path, blocks, scales):
    """blocks [V, H] of -8 to 7, scales [V, H / BLOCK]."""
    low, high = blocks[:, 0::2].astype(np.uint8) & 15, blocks[:, 1::2].astype(np.uint8) & 15
    with open(path, "wb") as f:
        f.write((low | high << 4).tobytes() + scales.astype("<f4").tobytes())


def read_words(path, width):
    """[V, width] in float32."""
    data = np.fromfile(path, np.uint8)
    split = len(data) // (width // 2 + 4 * width // BLOCK) * (width // 2)
    packed, scales = data[:split].reshape(-1, width // 2), data[split:].view("<f4")
    halves = np.stack([packed & 15, packed >> 4], -1).astype(np.int8)
    return (((halves ^ 8) - 8).reshape(-1, BLOCK) * scales[:, None]).reshape(-1, width)

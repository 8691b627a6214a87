"""Writes models/reader/ from the reader's checkpoints: python export.py ENCODER.onnx OUT_DIR READER.pt [READER.pt…] (the mean of their weights)

layers.onnx: the outputs of a lower layer of the encoder to the reader's vectors of words. mentions.onnx: those vectors of one sentence to vectors with tags mixed in, mention and span scores. heads.onnx:
relations, status and triggers of that sentence's candidates. Products in int8; the encoder is models/encoder/encoder.onnx.
"""
import json
import os
import sys

import numpy as np
import onnxruntime
import torch
import torch.nn as nn

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from export import READ, FusedLayer, at, int8, mixed, strong_units_of, write  # noqa: E402

from base import load_base  # noqa: E402
from network import Layer, narrowed  # noqa: E402
from words import read_words  # noqa: E402

from heads import NO_TYPE, SENSES, H, Hanging, ReaderHeads  # noqa: E402
from schema import RELATIONS, STATUSES, TYPES  # noqa: E402


class Own(nn.Module):
    """lower [1, T, H], first [N + 1] to [N + 1, H]."""

    def __init__(self, own, lower):
        super().__init__()
        strong = strong_units_of(own.layers, lower)
        self.layers = nn.ModuleList(FusedLayer(l, k) for l, k in zip(own.layers, strong))
        self.mix = torch.softmax(own.mix.detach(), 0).tolist()

    def forward(self, lower, first):
        x, states = lower, []
        for k, layer in enumerate(self.layers):
            is_last = k == len(self.layers) - 1
            x = layer(x, first if is_last else None)
            if k >= len(self.layers) - len(self.mix):
                states.append(x if is_last else at(x, first))
        return mixed(states, self.mix)


class Mentions(nn.Module):
    """reader [N + 1, H], dep, pos [N + 1], hang [N + 1, N + 1], senses [N + 1, SENSES] to vectors, mention probabilities, start and end scores [N + 1, N + 1]."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, vectors, dep, pos, hang, senses):
        m, scale = self.reader, 128 ** -0.5
        inside = torch.ones_like(vectors[None, :, 0]) > 0
        g = m.vectors(vectors[None], dep[None], pos[None], hang[None], inside, senses[None])[0]
        return (g, torch.softmax(m.mention(g), -1), m.start_head(g) @ m.start_token(g).T * scale,
                m.end_head(g) @ m.end_token(g).T * scale)


class Candidates(nn.Module):
    """g [N + 1, H], candidates, types [C], hang [N + 1, N + 1], pairs [8, P]: both places among the candidates, then geometry(); context [K, H], places [K]:
    mentions elsewhere, whose rows are N + 1 and up."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, g, candidates, types, hang, pairs, context, places):
        sentence = torch.zeros_like(pairs[:1])
        inside = torch.ones_like(g[None, :, 0]) > 0
        relation, status, trigger, _, _, best = self.reader.read(
            g[None], inside, candidates[None], types[None], hang[None], torch.cat([sentence, pairs]), context[None], places[None], places[None] >= 0)
        return torch.sigmoid(relation), torch.softmax(status, -1), torch.sigmoid(trigger)[0], best


def load_reader(checkpoints):
    saved = [torch.load(c, weights_only=False, map_location="cpu") for c in checkpoints]
    labels = saved[0]["labels"]
    first, count, ff = (saved[0][k] for k in ("layer", "own", "ff"))
    cfg, w, _ = load_base()
    own = [Layer(narrowed(w, first + count, ff), k, cfg) for k in range(first, first + count)]
    reader = ReaderHeads(len(labels["UP"]), len(labels["RL"]), own)
    reader.take({n: sum(s["average"][n] for s in saved) / len(saved) for n in saved[0]["average"]})
    if any(s["layer"] != READ for s in saved):
        raise SystemExit(f"the encoder is exported with the outputs of layer {READ}, the reader was trained on another")
    return reader.eval(), labels


def main(encoder, out, *checkpoints):
    """encoder: models/encoder/encoder.onnx, above whose outputs the reader's layers stand; words.bin lies beside it."""
    reader, labels = load_reader(checkpoints)
    words = read_words(os.path.join(os.path.dirname(encoder), "words.bin"), H)[None, [0, *range(100, 130), 2]]
    run = onnxruntime.InferenceSession(encoder, providers=["CPUExecutionProvider"]).run(["lower"], {"words": words, "first": np.arange(13)})
    lower = torch.from_numpy(run[0])
    os.makedirs(out, exist_ok=True)
    n, k = 12, len(labels["RL"])
    hang = torch.randint(0, Hanging(k).far, (n + 1, n + 1))
    rows = {0: "N", 1: "N"}
    write(Own(reader.own, lower), (lower, torch.arange(n + 1)), ["lower", "first"], ["reader"],
          {"lower": {1: "T"}, "first": {0: "N"}}, os.path.join(out, "layers.onnx"), int8)
    write(Mentions(reader), (torch.randn(n + 1, H), torch.randint(0, k, (n + 1,)), torch.randint(0, 17, (n + 1,)), hang, torch.rand(n + 1, SENSES)),
          ["reader", "dep", "pos", "hang", "senses"], ["g", "mention", "start", "end"], {**{x: {0: "N"} for x in ("reader", "dep", "pos", "senses")}, "hang": rows},
          os.path.join(out, "mentions.onnx"), int8)
    candidates, types = torch.tensor([0, 2, 5, 9, n + 1]), torch.tensor([NO_TYPE, 1, 2, 3, 4])
    ci, cj = torch.tensor([0, 0, 1, 2, 3]), torch.tensor([1, 2, 3, 1, 2])
    pairs = torch.stack([ci, cj, *(torch.randint(0, n, (6, 5)))])
    pairs[4] = pairs[3] + 1
    pairs[7] = pairs[7].clamp(max=10)
    write(Candidates(reader), (torch.randn(n + 1, H), candidates, types, hang, pairs, torch.randn(2, H), torch.tensor([0, 3])),
          ["g", "candidates", "types", "hang", "pairs", "context", "places"], ["relation", "status", "trigger", "best"],
          {"g": {0: "N"}, "candidates": {0: "C"}, "types": {0: "C"}, "hang": rows, "pairs": {1: "P"}, "context": {0: "K"}, "places": {0: "K"}},
          os.path.join(out, "heads.onnx"), int8)
    json.dump(dict(name="reader", types=TYPES, relations=RELATIONS, statuses=STATUSES), open(os.path.join(out, "reader.json"), "w"), indent=1)
    print({f: os.path.getsize(os.path.join(out, f)) for f in sorted(os.listdir(out))})


if __name__ == "__main__":
    main(*sys.argv[1:])

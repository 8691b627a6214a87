"""Writes models/reader/ from a checkpoint trained with --reader: python export.py WORK CHECKPOINT.pt OUT_DIR

mentions.onnx: the encoder's reader vectors of one sentence to vectors with tags mixed in, mention and span scores. heads.onnx:
relations, status and triggers of that sentence's candidates. Both in float32; the encoder is models/encoder/encoder.onnx.
"""
import json
import os
import sys

import torch
import torch.nn as nn

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from export import load_net, write  # noqa: E402

from heads import NO_TYPE, H, Hanging  # noqa: E402
from schema import RELATIONS, STATUSES, TYPES  # noqa: E402


class Mentions(nn.Module):
    """reader [N + 1, H], dep, pos [N + 1] to vectors, mention probabilities, start and end scores [N + 1, N + 1]."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, vectors, dep, pos):
        m, scale = self.reader, 128 ** -0.5
        g = m.vectors(vectors, dep, pos)
        return (g, torch.softmax(m.mention(g), -1), m.start_head(g) @ m.start_token(g).T * scale,
                m.end_head(g) @ m.end_token(g).T * scale)


class Candidates(nn.Module):
    """g [N + 1, H], candidates, types [C], hang [N + 1, C], pairs [8, P]: both places among the candidates, then geometry()."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, g, candidates, types, hang, pairs):
        sentence = torch.zeros_like(pairs[:1])
        inside = torch.ones_like(g[None, :, 0]) > 0
        relation, status, trigger, _, _, best = self.reader.read(
            g[None], inside, candidates[None], types[None], hang[None], torch.cat([sentence, pairs]))
        return torch.sigmoid(relation), torch.softmax(status, -1), torch.sigmoid(trigger)[0], best


def main(work, checkpoint, out):
    net, saved, _ = load_net(work, checkpoint)
    os.makedirs(out, exist_ok=True)
    n, c, k = 12, 4, len(saved["labels"]["RL"])
    write(Mentions(net.reader), (torch.randn(n + 1, H), torch.randint(0, k, (n + 1,)), torch.randint(0, 17, (n + 1,))),
          ["reader", "dep", "pos"], ["g", "mention", "start", "end"], {x: {0: "N"} for x in ("reader", "dep", "pos")},
          os.path.join(out, "mentions.onnx"))
    candidates, types = torch.tensor([0, 2, 5, 9]), torch.tensor([NO_TYPE, 1, 2, 3])
    hang = torch.randint(0, Hanging(k).far, (n + 1, c))
    ci, cj = torch.tensor([0, 0, 1, 2, 3]), torch.tensor([1, 2, 3, 1, 2])
    pairs = torch.stack([ci, cj, *(torch.randint(0, n, (6, 5)))])
    pairs[4] = pairs[3] + 1
    pairs[7] = pairs[7].clamp(max=10)
    write(Candidates(net.reader), (torch.randn(n + 1, H), candidates, types, hang, pairs),
          ["g", "candidates", "types", "hang", "pairs"], ["relation", "status", "trigger", "best"],
          {"g": {0: "N"}, "candidates": {0: "C"}, "types": {0: "C"}, "hang": {0: "N", 1: "C"}, "pairs": {1: "P"}},
          os.path.join(out, "heads.onnx"))
    json.dump(dict(name="reader", types=TYPES, relations=RELATIONS, statuses=STATUSES), open(os.path.join(out, "reader.json"), "w"), indent=1)
    print({f: os.path.getsize(os.path.join(out, f)) for f in sorted(os.listdir(out))})


if __name__ == "__main__":
    main(*sys.argv[1:])

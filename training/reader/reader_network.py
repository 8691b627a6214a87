"""The reader above a lower part of the encoder that stays as it is, as one network."""
import torch
import torch.nn as nn

from heads import ReaderHeads
from network import Encoder, Layer, narrowed


class Reader(nn.Module):
    """`lower`: an Encoder of the analyser's lowest layers, never trained here; `heads`: what is trained and shipped as the reader."""

    def __init__(self, lower, heads):
        super().__init__()
        self.lower, self.heads = lower, heads
        for p in lower.parameters():
            p.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        self.lower.eval()
        return self

    def forward(self, b):
        """b: collate() of reader_batches.py, on the device, hang as integers; vectors of words [B, n, H]."""
        with torch.no_grad():
            states = self.lower(b["ids"], b["lengths"])
            x = states[-1] if states else self.lower.embed(b["ids"])
        words = self.heads.own(x, b["lengths"], b["first"])
        return self.heads.vectors(words, b["dep"], b["pos"], b["hang"], b["inside"], b["senses"], b.get("is_own")).float()


def make_reader(cfg, base, keep, encoder, labels, layer, own, ff):
    """cfg, base: load_base(); encoder: weights of an analyser's checkpoint, whose lowest `layer` layers are taken; `own` layers of the base above them."""
    if layer == 0:
        lower = Encoder(cfg, base, keep, 0)
    else:
        of_lower = {n.removeprefix("encoder."): p for n, p in encoder.items() if n.startswith("encoder.")}
        lower = Encoder(cfg, narrowed(base, layer, len(of_lower["layers.0.fi.bias"])), keep, layer)
        lower.load_state_dict({n: p for n, p in of_lower.items() if n in lower.state_dict()})
    layers = [Layer(narrowed(base, layer + own, ff), k, cfg) for k in range(layer, layer + own)]
    return Reader(lower, ReaderHeads(len(labels["UP"]), len(labels["RL"]), layers))

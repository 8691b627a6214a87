"""Writes models/reader/ from a checkpoint: python export.py CHECKPOINT.pt OUT_DIR [SOURCE_NAME].

encoder.onnx (int8, 7 bits by reduce_range so that every backend agrees): one sentence to token vectors, mention scores
and span scores. heads.onnx (float32): relations, status and triggers of that sentence's candidates.
"""
import json
import os
import sys
import tempfile

import onnx
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import load_encoder
from network import H, K, LABELS, NO_TYPE, Reader
from schema import RELATIONS, STATUSES, TYPES


class SentenceEncoder(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        self.embedding = nn.Embedding.from_pretrained(reader.encoder.word)

    def forward(self, ids, first, dep, pos):
        m, e = self.reader, self.reader.encoder
        x, states = e.eln(self.embedding(ids) + e.pos[: ids.shape[1]]), []
        for layer in e.layers:
            x = layer(x, torch.zeros(1), 0.0)
            states.append(x)
        g = m.vectors(states, first, dep, pos)[0]
        scale = 128 ** -0.5
        return (g, torch.softmax(m.mention(g), -1), m.start_head(g) @ m.start_token(g).T * scale,
                m.end_head(g) @ m.end_token(g).T * scale)


class PairHeads(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, g, candidates, types, hang, pairs):
        """pairs [8, P]: places of both ends among the candidates, then the six rows of network.geometry."""
        relation, status, trigger, _, _, best = self.reader.read(
            g, candidates, types, hang, pairs[0], pairs[1], [pairs[k] for k in range(2, 8)])
        return torch.sigmoid(relation), torch.softmax(status, -1), torch.sigmoid(trigger), best


def main(checkpoint, out, name="reader"):
    encoder, _ = load_encoder()
    m = Reader(encoder)
    saved = torch.load(checkpoint)
    m.load_state_dict(saved["model"], strict=False)
    m.eval()
    os.makedirs(out, exist_ok=True)
    n, t, c = 12, 20, 4
    ids, first = torch.randint(5, 1000, (1, t)), torch.arange(n + 1)[None]
    dep, pos = torch.randint(0, K, (1, n + 1)), torch.randint(0, len(LABELS["UP"]), (1, n + 1))
    with tempfile.TemporaryDirectory() as d:
        raw, fused = os.path.join(d, "raw.onnx"), os.path.join(d, "fused.onnx")
        torch.onnx.export(SentenceEncoder(m).eval(), (ids, first, dep, pos), raw, opset_version=17, dynamo=False,
                          input_names=["ids", "first", "dep", "pos"], output_names=["g", "mention", "start", "end"],
                          dynamic_axes={"ids": {1: "T"}, "first": {1: "N"}, "dep": {1: "N"}, "pos": {1: "N"}})
        from onnxruntime.transformers import optimizer
        model = optimizer.optimize_model(raw, model_type="bert", num_heads=12, hidden_size=H, opt_level=0)
        model.save_model_to_file(fused)
        quantize_dynamic(fused, os.path.join(out, "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True,
                         reduce_range=True, extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})
    g = torch.randn(n + 1, H)
    candidates, types = torch.tensor([0, 2, 5, 9]), torch.tensor([NO_TYPE, 1, 2, 3])
    hang = torch.randint(0, 2 * K + 6, (n + 1, c))
    ci, cj = torch.tensor([0, 0, 1, 2, 3]), torch.tensor([1, 2, 3, 1, 2])
    pairs = torch.stack([ci, cj, *(torch.randint(0, n, (6, 5)))])
    pairs[4] = pairs[3] + 1
    pairs[7] = pairs[7].clamp(max=10)
    torch.onnx.export(PairHeads(m).eval(), (g, candidates, types, hang, pairs), os.path.join(out, "heads.onnx"),
                      opset_version=17, dynamo=False, input_names=["g", "candidates", "types", "hang", "pairs"],
                      output_names=["relation", "status", "trigger", "best"],
                      dynamic_axes={"g": {0: "N"}, "candidates": {0: "C"}, "types": {0: "C"}, "hang": {0: "N", 1: "C"}, "pairs": {1: "P"}})
    json.dump(dict(name=name, types=TYPES, relations=RELATIONS, statuses=STATUSES, epochs=saved["epoch"] + 1, hours=round(saved["seconds"] / 3600, 2)),
              open(os.path.join(out, "reader.json"), "w"), indent=1)
    print({f: os.path.getsize(os.path.join(out, f)) for f in sorted(os.listdir(out))})


if __name__ == "__main__":
    main(*sys.argv[1:])

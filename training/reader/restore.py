"""Reads models/reader back into a checkpoint: python restore.py MODELS_DIR READER.pt

For training that goes on where the checkpoints of the shipped weights are gone, as encoder/restore.py for the analyser. Products come back
as the 8-bit files have them (7 bits a weight), all else exactly.
"""
import json
import os
import re
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from export import READ  # noqa: E402
from restore import layer_weights, tensor, weights_of  # noqa: E402

#: Products whose weights the exporter gave a number in place of a name, in the order of that number.
UNNAMED = {
    "mentions": ["input", "senses", "before.0.qkv", "before.0.ao", "before.0.fi", "before.0.fo"],
    "heads": ["after.0.qkv", "after.0.ao", "after.0.fi", "after.0.fo",
              *(f"{part}.{k}" for k in (0, 1) for part in ("role_trigger", "role_candidate", "role_hang_trigger", "role_hang_vector", "role_hang")),
              "trigger.0", "trigger.3"],
}
QUANTISATION = re.compile(r"weight(_Transposed)?_(quantized|scale|zero_point)$")  # beside a product, which stands without the suffix
COLUMN = {"role_hang.0", "role_hang.1"}  # embeddings of one number


def number(name):
    return int(re.search(r"_(\d+)", name)[1])


def head_weights(path, unnamed):
    a, _ = weights_of(path)
    w = {}
    for name, value in a.items():
        if name.startswith("reader.") and not QUANTISATION.search(name):
            bare = name.removeprefix("reader.")
            w[bare.removesuffix("_Transposed")] = tensor(value.T if bare.endswith("_Transposed") else value)
    numbered = [n for n in a if re.fullmatch(r"onnx::(MatMul|Add)_\d+", n)]
    assert len(numbered) == len(unnamed), numbered
    for name, to in zip(sorted(numbered, key=number), unnamed):
        value = tensor(a[name])
        w[f"{to}.weight"] = value[:, None] if to in COLUMN else value.T.contiguous()
    return w


def main(models, out):
    file = lambda name: os.path.join(models, "reader", f"{name}.onnx")
    labels = json.load(open(os.path.join(models, "encoder", "labels.json"), encoding="utf8"))
    a, nodes = weights_of(file("layers"))
    w, own = layer_weights(a, "own.")
    mixed = sorted((x for n in nodes if n.op_type == "Mul" for x in n.input if x in a and a[x].ndim == 0), key=number)
    w["own.mix"] = torch.tensor([float(a[x]) for x in mixed]).log()
    assert abs(float(w["own.mix"].exp().sum()) - 1) < 1e-4, mixed
    for name, unnamed in UNNAMED.items():
        w.update(head_weights(file(name), unnamed))
    ff = w["own.layers.0.fi.bias"].shape[0]
    torch.save(dict(average=w, labels=labels, layer=READ, own=own, ff=ff), out)
    print(len(w), "tensors,", own, "layers, feed-forward", ff)


if __name__ == "__main__":
    main(*sys.argv[1:])

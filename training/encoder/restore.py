"""Reads models/ back into a checkpoint: python restore.py MODELS_DIR WORK CHECKPOINT.pt

For training that goes on, or new heads on the same encoder, where the checkpoints of the shipped weights are gone. Products come back
as the 8-bit files have them (7 bits a weight), all else exactly; the frozen word embeddings are the base's. Also writes
WORK/vocabulary.json, whose pieces are those of the files.
"""
import json
import os
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from base import load_base
from network import ARC, MIXED

MIXES = ("mix", "name_mix")  # files of before November 2026 have a third, of the reader


def weights_of(path):
    """(name -> float32 array or integers, nodes) of a file; quantised products scaled back, by their name without the suffix."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for name in [n for n in arrays if n.endswith("_quantized") and n[:-10] + "_scale" in arrays]:
        scale, zero = arrays[name[:-10] + "_scale"], arrays.get(name[:-10] + "_zero_point", np.int8(0))
        arrays[name[:-10]] = (arrays[name].astype(np.float32) - zero.astype(np.float32)) * scale
    return arrays, graph.node


def mixes(arrays, nodes):
    """The softmax weights of each mix of layers, in the order of MIXES: constants that the exporter folded into multiplications."""
    inputs = [x for n in nodes if n.op_type == "Mul" for x in n.input if x in arrays and arrays[x].ndim == 0]
    number = lambda name: int("".join(c for c in name if c.isdigit()))
    ordered = [float(arrays[x]) for x in sorted(inputs, key=number)]
    rows = [ordered[k:k + MIXED] for k in range(0, len(ordered), MIXED)]
    assert all(abs(sum(row) - 1) < 1e-4 for row in rows), rows
    return {name: torch.tensor(row).log() for name, row in zip(MIXES, rows)}


def tensor(x):
    return torch.from_numpy(np.array(x, dtype=np.float32))


def layer_weights(a, to):
    """Names in a checkpoint, each beginning with `to`, to weights of all layers of a file; and their number."""
    w, count = {}, 1 + max(int(n.split(".")[1]) for n in a if n.startswith("layers."))
    for k in range(count):
        at, here = f"layers.{k}.", f"{to}layers.{k}."
        for part in ("ao", "fi", "fo"):
            w[f"{here}{part}.weight"] = tensor(a[at + part].T)
        w[f"{here}qkv.weight"] = torch.cat([tensor(a[f"{at}qkv.{c}"].T) for c in "qkv"])
        w[f"{here}qkv.bias"] = torch.cat([tensor(a[f"{at}qkv_bias.{c}"]) for c in "qkv"])
        w[f"{here}fi.bias"] = tensor(a[at + "fi_bias"])
        for name in ("ao.bias", "fo.bias", "aln.weight", "aln.bias", "oln.weight", "oln.bias"):
            w[here + name] = tensor(a[f"{at}layer.{name}"])
        if at + "float_fi" in a:
            # the strong unit is zero among the products
            unit = int((w[f"{here}fi.weight"] ** 2).sum(1).argmin())
            w[f"{here}fi.weight"][unit] = tensor(a[at + "float_fi"][:, 0])
            w[f"{here}fi.bias"][unit] = float(a[at + "float_fi_bias"][0])
            w[f"{here}fo.weight"][:, unit] = tensor(a[at + "float_fo"][0])
    return w, count


def encoder_weights(path):
    a, nodes = weights_of(path)
    w, layers = layer_weights(a, "encoder.")
    w.update({"encoder.pos": tensor(a["pos"]), "encoder.eln.weight": tensor(a["eln.weight"]), "encoder.eln.bias": tensor(a["eln.bias"])})
    w["suffix.weight"], w["suffix.bias"] = tensor(a["suffix.weight_Transposed"].T), tensor(a["suffix.bias"])
    return {**w, **mixes(a, nodes)}, layers


def head_weights(heads, relations, labels):
    a, _ = weights_of(heads)
    w, at = {}, 0
    names = [("tagger.upos", len(labels["UP"])), ("tagger.lemma", len(labels["LS"]))]
    names += [(f"tagger.feats.{k}", len(v)) for k, v in enumerate(labels["FV"])]
    for name, size in names:
        w[name + ".weight"], w[name + ".bias"] = tensor(a["tags_w"][:, at:at + size].T), tensor(a["tags_b"][at:at + size])
        at += size
    assert at == a["tags_w"].shape[1], "labels.json is of another file"
    parts = ("arc_dependent", "arc_head", "relation_dependent", "relation_head")
    size = a["vectors_w"].shape[1] // len(parts)
    for k, part in enumerate(parts):
        here = slice(k * size, (k + 1) * size)
        w[f"parser.{part}.weight"], w[f"parser.{part}.bias"] = tensor(a["vectors_w"][:, here].T), tensor(a["vectors_b"][here])
    w["parser.arc"] = torch.zeros(ARC + 1, ARC + 1)  # its last column decides nothing, and is not in the file
    w["parser.arc"][:, :ARC] = torch.cat([tensor(a["arc.1"]), tensor(a["arc_b"])[None]])
    for name in ("hidden", "names"):
        w[f"tagger.{name}.weight"], w[f"tagger.{name}.bias"] = tensor(a[name + ".weight_Transposed"].T), tensor(a[name + ".bias"])
    b, _ = weights_of(relations)
    for name in ("by_product", "by_sum"):
        w[f"parser.{name}.weight"] = tensor(b[f"parser.{name}.weight_Transposed"].T)
        w[f"parser.{name}.bias"] = tensor(b[f"parser.{name}.bias"])
    return w


def main(models, work, out):
    folder = os.path.join(models, "encoder")
    labels = json.load(open(os.path.join(folder, "labels.json"), encoding="utf8"))
    shipped = json.load(open(os.path.join(folder, "pieces.json"), encoding="utf8"))
    _, base, pieces = load_base()
    place = {p: k for k, (p, _) in reversed(list(enumerate(pieces)))}
    keep = [place[p] for p, _ in shipped["pieces"]]
    json.dump(dict(shipped, keep=keep), open(os.path.join(work, "vocabulary.json"), "w"), ensure_ascii=False)
    weights, layers = encoder_weights(os.path.join(folder, "encoder.onnx"))
    weights.update(head_weights(os.path.join(folder, "heads.onnx"), os.path.join(folder, "relations.onnx"), labels))
    ff = weights["encoder.layers.0.fi.bias"].shape[0]
    torch.save(dict(average=weights, labels=labels, layers=layers, ff=ff), out)
    print(len(weights), "tensors,", layers, "layers, feed-forward", ff)


if __name__ == "__main__":
    main(*sys.argv[1:])

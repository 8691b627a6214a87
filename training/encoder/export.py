"""Writes models/encoder/ from a checkpoint: python export.py WORK CHECKPOINT.pt OUT_DIR

encoder.onnx (int8): pieces of one sentence to its token vectors. heads.onnx: token vectors to tags, arcs, relation vectors
and names. relations.onnx: relation vectors and the tree's heads to relations. Products are quantised dynamically with
reduce_range (7 bits), so that processors without VNNI, and WebAssembly, agree with the rest. One sentence a run, no padding:
the scale of a batch would make a sentence's analysis depend on its neighbours.
"""
import json
import os
import sys
import tempfile

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from base import BLOCK, load_base
from network import RELATION, Analyser, with_one

OPSET = 17
OUTLIER = 3
PLACES = 5  # decimals of a piece's score
READ = 3  # the layer above which the reader has layers of its own (reader/train.py)


class FusedAttention(torch.autograd.Function):
    """ONNX Runtime's Attention over packed weights; only traced, never run backwards."""

    @staticmethod
    def forward(ctx, x, weight, bias, heads):
        b, t, h = x.shape
        q, k, v = (x @ weight + bias).view(b, t, 3, heads, h // heads).permute(2, 0, 3, 1, 4)
        a = torch.softmax((q * (h // heads) ** -0.5) @ k.transpose(-1, -2), -1) @ v
        return a.transpose(1, 2).reshape(b, t, h)

    @staticmethod
    def symbolic(g, x, weight, bias, heads):
        out = g.op("com.microsoft::Attention", x, weight, bias, num_heads_i=heads)
        out.setType(x.type())
        return out


class Gelu(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.nn.functional.gelu(x)

    @staticmethod
    def symbolic(g, x):
        out = g.op("com.microsoft::Gelu", x)
        out.setType(x.type())
        return out


def transposed(linear):
    return nn.Parameter(linear.weight.detach().T.contiguous(), requires_grad=False)


@torch.no_grad()
def strong_units(net):
    ids = torch.tensor([[net.encoder.cfg["bos"], *range(100, 130), net.encoder.cfg["eos"]]])
    return strong_units_of(net.encoder.layers, net.encoder.embed(ids))


@torch.no_grad()
def strong_units_of(layers, x):
    """By layer the unit of the feed-forward part whose output is OUTLIER times the next one's, or None. It is strong in each sentence, and
    the 8-bit scale of all others would be its own."""
    units = []

    def look(_, inputs):
        (first, second), (unit, _) = inputs[0][0].amax(0).topk(2)
        units.append(int(unit) if first > OUTLIER * second else None)

    hooks = [layer.fo.register_forward_pre_hook(look) for layer in layers]
    for layer in layers:
        x = layer(x, torch.zeros(1, 1, 1, x.shape[1]), 0.0)
    for hook in hooks:
        hook.remove()
    return units


def constant(x):
    return nn.Parameter(x.detach().contiguous(), requires_grad=False)


class FusedLayer(nn.Module):
    def __init__(self, layer, strong=None):
        super().__init__()
        self.layer, self.qkv, self.ao = layer, transposed(layer.qkv), transposed(layer.ao)
        others, self.strong = torch.ones(layer.fi.out_features), strong
        if strong is not None:
            others[strong] = 0  # and not left out: products of an odd width are slow
            one = slice(strong, strong + 1)
            self.float_fi, self.float_fi_bias = constant(layer.fi.weight[one].T), constant(layer.fi.bias[one])
            self.float_fo = constant(layer.fo.weight[:, one].T)
        self.fi, self.fi_bias, self.fo = (constant(x) for x in (layer.fi.weight.T * others, layer.fi.bias * others, layer.fo.weight.T))

    def forward(self, x, rows=None):
        """With `rows`, only these positions' outputs (attention sees all)."""
        l = self.layer
        a = FusedAttention.apply(x, self.qkv, l.qkv.bias, l.nh)
        if rows is not None:
            a, x = a[0][rows], x[0][rows]
        x = l.aln(x + (a @ self.ao + l.ao.bias))
        out = x + (Gelu.apply(x @ self.fi + self.fi_bias) @ self.fo + l.fo.bias)
        if self.strong is not None:
            out = out + Gelu.apply(x @ self.float_fi + self.float_fi_bias) * self.float_fo
        return l.oln(out)


class TokenEncoder(nn.Module):
    """ids [1, T], first [N + 1] to the token vectors of the trees and of the names, [N + 1, H] each, and the outputs of layer READ at
    each piece, [1, T, H], from which the reader's own layers go on."""

    def __init__(self, net):
        super().__init__()
        self.eln, self.pos = net.encoder.eln, net.encoder.pos
        self.embedding = nn.Embedding.from_pretrained(net.encoder.word)
        self.layers = nn.ModuleList(FusedLayer(l, k) for l, k in zip(net.encoder.layers, strong_units(net)))
        self.suffix = net.suffix
        self.mixes = [torch.softmax(m.detach(), 0).tolist() for m in (net.mix, net.name_mix)]

    def forward(self, ids, first):
        x, states = self.eln(self.embedding(ids) + self.pos[: ids.shape[1]]), []
        endings = torch.cat([first[1:], torch.full_like(first[:1], ids.shape[1] - 1)]) - 1
        for k, layer in enumerate(self.layers):
            is_last = k == len(self.layers) - 1
            x = layer(x, first if is_last else None)
            if k == READ - 1:
                lower = x
            if k == len(self.layers) - len(self.mixes[0]):
                ending = self.suffix(x[0][endings])
            if k >= len(self.layers) - len(self.mixes[0]):
                states.append(x if is_last else x[0][first])
        tree, *others = [sum(w * s for w, s in zip(mix, states)) for mix in self.mixes]
        return tree + ending, *others, lower


class Heads(nn.Module):
    """Token vectors [N + 1, H] to scores of tags (parts of speech, lemma scripts, 14 features, one behind the other) and names,
    arcs, and relation vectors rd, rh."""

    def __init__(self, net):
        super().__init__()
        t, p = net.tagger, net.parser
        stack = lambda linears: (nn.Parameter(torch.cat([x.weight for x in linears]).T.detach()), nn.Parameter(torch.cat([x.bias for x in linears]).detach()))
        tags = [t.upos, t.lemma, *t.feats]
        self.tags_w, self.tags_b = stack(tags)
        vectors = [p.arc_dependent, p.arc_head, p.relation_dependent, p.relation_head]
        self.vector_sizes = [x.out_features for x in vectors]
        self.vectors_w, self.vectors_b = stack(vectors)
        self.arc, self.hidden, self.names = p.arc, t.hidden, t.names

    def forward(self, tree, name):
        tags = tree @ self.tags_w + self.tags_b
        ad, ah, rd, rh = torch.nn.functional.leaky_relu(tree @ self.vectors_w + self.vectors_b, 0.1).split(self.vector_sizes, -1)
        names = self.names(torch.nn.functional.leaky_relu(self.hidden(name), 0.1))
        arc = with_one(ad) @ self.arc @ with_one(ah).T
        return tags, names, arc, rd, rh


class Relations(nn.Module):
    """rd, rh [N + 1, 256] and heads [N] (0 the root) to relation [N]."""

    def __init__(self, net):
        super().__init__()
        self.parser = net.parser

    def forward(self, rd, rh, heads):
        return self.parser.relations(rd[1:], rh[heads]).argmax(-1)


def load_net(work, checkpoint):
    saved = torch.load(checkpoint, weights_only=False, map_location="cpu")
    vocabulary = json.load(open(os.path.join(work, "vocabulary.json"), encoding="utf8"))
    cfg, w, _ = load_base()
    cfg["unk"] = vocabulary["unk"]
    net = Analyser(cfg, w, vocabulary["keep"], saved["labels"], saved["layers"], saved["ff"])
    net.load_state_dict(saved["average"], strict=False)
    return net.eval(), saved, vocabulary


def fuse(raw, path):
    """ONNX Runtime's own fusions, made here once. SkipLayerNormalization and BiasGelu are left out: on a processor
    they take five times and twice as long as an addition and the plain operator. The runtime must load the file without further fusions."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = path
    options.log_severity_level = 3
    onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"],
                                 disabled_optimizers=["SkipLayerNormFusion", "BiasGeluFusion"])


def left_in_float(path):
    """Names of the nodes that read a weight named float_…"""
    return [n.name for n in onnx.load(path).graph.node if any(".float_" in x for x in n.input)]


def int8(raw, path, left=()):
    """Products in int8, activations by a scale of their own in each run."""
    quantize_dynamic(raw, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_exclude=[*left_in_float(raw), *left],
                     extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})


def int8_with_words(words):
    """The same, with the word embeddings in the 4 bits that the base has them in: blocks [V, H] of -8 to 7, scales [V, H / BLOCK]."""
    blocks, scales = words

    def quantise(raw, path):
        gather = next(n.name for n in onnx.load(raw).graph.node if n.op_type == "Gather" and "embedding.weight" in n.input)
        int8(raw, path, [gather])
        model = onnx.load(path)
        graph = model.graph
        node = next(n for n in graph.node if n.name == gather)
        kept = [i for i in graph.initializer if i.name != "embedding.weight"]
        del graph.initializer[:]
        graph.initializer.extend(kept)
        low, high = blocks[:, 0::2].astype(np.uint8) & 15, blocks[:, 1::2].astype(np.uint8) & 15
        packed = onnx.TensorProto(name="words", data_type=onnx.TensorProto.INT4, dims=blocks.shape, raw_data=(low | high << 4).tobytes())
        graph.initializer.extend([packed, onnx.numpy_helper.from_array(scales, "word_scales")])
        new = onnx.helper.make_node("GatherBlockQuantized", ["words", node.input[1], "word_scales"], list(node.output), node.name,
                                    domain="com.microsoft", gather_axis=0, quantize_axis=1, block_size=BLOCK)
        at = list(graph.node).index(node)
        graph.node.remove(node)
        graph.node.insert(at, new)
        onnx.save(model, path)

    return quantise


def write(module, inputs, names, outputs, axes, path, quantise=None):
    """`quantise` takes the path of a float32 graph and that of the graph to write."""
    with tempfile.TemporaryDirectory() as d:
        raw = os.path.join(d, "raw.onnx")
        with torch.no_grad():
            torch.onnx.export(module.eval(), inputs, raw, opset_version=OPSET, dynamo=False, input_names=names, output_names=outputs,
                              dynamic_axes=axes, custom_opsets={"com.microsoft": 1})
        if quantise:
            whole, raw = raw, os.path.join(d, "quantised.onnx")
            quantise(whole, raw)
        fuse(raw, path)


def export(net, out, encoder, heads=int8):
    os.makedirs(out, exist_ok=True)
    n, t, h = 12, 20, net.encoder.cfg["H"]
    write(TokenEncoder(net), (torch.randint(5, 1000, (1, t)), torch.arange(n + 1)), ["ids", "first"], ["tree", "name", "lower"],
          {"ids": {1: "T"}, "first": {0: "N"}}, os.path.join(out, "encoder.onnx"), encoder)
    write(Heads(net), (torch.randn(n + 1, h), torch.randn(n + 1, h)), ["tree", "name"], ["tags", "names", "arc", "rd", "rh"],
          {"tree": {0: "N"}, "name": {0: "N"}}, os.path.join(out, "heads.onnx"), heads)
    write(Relations(net), (torch.randn(n + 1, RELATION), torch.randn(n + 1, RELATION), torch.randint(0, n, (n,))), ["rd", "rh", "heads"], ["relation"],
          {"rd": {0: "R"}, "rh": {0: "R"}, "heads": {0: "N"}}, os.path.join(out, "relations.onnx"), heads)


def main(work, checkpoint, out):
    net, saved, vocabulary = load_net(work, checkpoint)
    _, w, _ = load_base()
    export(net, out, int8_with_words((w["emb.word.blocks"][vocabulary["keep"]], w["emb.word.scales"][vocabulary["keep"]])))
    json.dump(saved["labels"], open(os.path.join(out, "labels.json"), "w"), ensure_ascii=False)
    pieces = [[piece, round(score, PLACES)] for piece, score in vocabulary["pieces"]]
    json.dump(dict(unk=vocabulary["unk"], pieces=pieces), open(os.path.join(out, "pieces.json"), "w"), ensure_ascii=False)
    print({f: os.path.getsize(os.path.join(out, f)) for f in sorted(os.listdir(out))})


if __name__ == "__main__":
    main(*sys.argv[1:])

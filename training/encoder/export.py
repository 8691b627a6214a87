"""Writes models/encoder/ from a checkpoint: python export.py WORK CHECKPOINT.pt OUT_DIR

words.bin: the embeddings of pieces, looked up by the product itself (words.py). encoder.onnx (int8): those of one sentence to its
token vectors. heads.onnx: token vectors to tags, arcs, relation vectors and names. relations.onnx: relation vectors and the tree's
heads to relations. Products are quantised dynamically with reduce_range (7 bits), so that processors without VNNI, and WebAssembly,
agree with the rest. One sentence a run, no padding: the scale of a batch would make a sentence's analysis depend on its neighbours.
"""
import json
import os
import sys
import tempfile

import onnx
import onnxruntime
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from base import load_base
from network import ARC, RELATION, Analyser
from words import write_words

OPSET, FINAL_OPSET = 17, 23  # what PyTorch writes; the first that has Attention
OUTLIER = 3
PLACES = 5  # decimals of a piece's score
READ = 3  # the layer above which the reader has layers of its own (reader/train.py)


class FusedAttention(torch.autograd.Function):
    """ONNX's Attention, which ONNX Runtime computes without moving the heads apart; only traced, never run backwards. q [1, N, H], k and
    v [1, T, H] to [1, N, H]."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        apart = lambda x: x.unflatten(-1, (heads, -1)).transpose(1, 2)
        a = torch.softmax((apart(q) * (q.shape[-1] // heads) ** -0.5) @ apart(k).transpose(-1, -2), -1) @ apart(v)
        return a.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        out = g.op("Attention", q, k, v, q_num_heads_i=heads, kv_num_heads_i=heads)
        out.setType(q.type())
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


def mixed(states, weights):
    """The sum of layers' outputs [N, H], each by its weight."""
    return sum(w * s for w, s in zip(weights, states))


def at(x, rows):
    """Rows [N, H] of x [1, T, H]; x[0] would copy all of it."""
    return x.squeeze(0)[rows]


class FusedLayer(nn.Module):
    """One layer, [1, T, H] to the same. Queries, keys and values are products apart: they share the 8-bit input, and none is to be cut
    out of another."""

    def __init__(self, layer, strong=None):
        super().__init__()
        self.layer, self.ao = layer, constant(layer.ao.weight.T)
        self.qkv = nn.ParameterDict({c: constant(w.T) for c, w in zip("qkv", layer.qkv.weight.chunk(3))})
        self.qkv_bias = nn.ParameterDict({c: constant(b) for c, b in zip("qkv", layer.qkv.bias.chunk(3))})
        others, self.strong = torch.ones(layer.fi.out_features), strong
        if strong is not None:
            others[strong] = 0  # and not left out: products of an odd width are slow
            one = slice(strong, strong + 1)
            self.float_fi, self.float_fi_bias = constant(layer.fi.weight[one].T), constant(layer.fi.bias[one])
            self.float_fo = constant(layer.fo.weight[:, one].T)
        self.fi, self.fi_bias, self.fo = (constant(x) for x in (layer.fi.weight.T * others, layer.fi.bias * others, layer.fo.weight.T))

    def forward(self, x, rows=None):
        """With `rows` [N], only these positions' outputs (attention sees all), [N, H]."""
        l = self.layer
        q, k, v = (x @ self.qkv[c] + self.qkv_bias[c] for c in "qkv")
        if rows is None:
            a = FusedAttention.apply(q, k, v, l.nh)
        else:
            a, x = FusedAttention.apply(q.index_select(1, rows), k, v, l.nh).squeeze(0), at(x, rows)
        x = l.aln(x + (a @ self.ao + l.ao.bias))
        out = x + (Gelu.apply(x @ self.fi + self.fi_bias) @ self.fo + l.fo.bias)
        if self.strong is not None:
            out = out + Gelu.apply(x @ self.float_fi + self.float_fi_bias) * self.float_fo
        return l.oln(out)


class TokenEncoder(nn.Module):
    """Piece embeddings [1, T, H], first [N + 1] to the token vectors of the trees and of the names, [N + 1, H] each, and the outputs of
    layer READ at each piece, [1, T, H], from which the reader's own layers go on."""

    def __init__(self, net):
        super().__init__()
        self.eln, self.pos = net.encoder.eln, net.encoder.pos
        self.layers = nn.ModuleList(FusedLayer(l, k) for l, k in zip(net.encoder.layers, strong_units(net)))
        self.suffix = net.suffix
        self.mixes = [torch.softmax(m.detach(), 0).tolist() for m in (net.mix, net.name_mix)]

    def forward(self, words, first):
        x, states = self.eln(words + self.pos[: words.shape[1]]), []
        endings = torch.cat([first[1:], torch.full_like(first[:1], words.shape[1] - 1)]) - 1
        for k, layer in enumerate(self.layers):
            is_last = k == len(self.layers) - 1
            x = layer(x, first if is_last else None)
            if k == READ - 1:
                lower = x
            if k == len(self.layers) - len(self.mixes[0]):
                ending = self.suffix(at(x, endings))
            if k >= len(self.layers) - len(self.mixes[0]):
                states.append(x if is_last else at(x, first))
        tree, name = (mixed(states, mix) for mix in self.mixes)
        return tree + ending, name, lower


class Heads(nn.Module):
    """Token vectors [N + 1, H] to scores of tags (parts of speech, lemma scripts, 14 features, one behind the other) and names,
    arcs, and relation vectors rd, rh. What the arcs' form gives a dependent whatever its head is left out: no tree is chosen by it."""

    def __init__(self, net):
        super().__init__()
        t, p = net.tagger, net.parser
        stack = lambda linears: (nn.Parameter(torch.cat([x.weight for x in linears]).T.detach()), nn.Parameter(torch.cat([x.bias for x in linears]).detach()))
        tags = [t.upos, t.lemma, *t.feats]
        self.tags_w, self.tags_b = stack(tags)
        vectors = [p.arc_dependent, p.arc_head, p.relation_dependent, p.relation_head]
        self.vector_sizes = [x.out_features for x in vectors]
        self.vectors_w, self.vectors_b = stack(vectors)
        self.arc, self.arc_b = constant(p.arc[:ARC, :ARC]), constant(p.arc[ARC, :ARC])
        self.hidden, self.names = t.hidden, t.names

    def forward(self, tree, name):
        tags = tree @ self.tags_w + self.tags_b
        ad, ah, rd, rh = torch.nn.functional.leaky_relu(tree @ self.vectors_w + self.vectors_b, 0.1).split(self.vector_sizes, -1)
        names = self.names(torch.nn.functional.leaky_relu(self.hidden(name), 0.1))
        arc = (ad @ self.arc + self.arc_b) @ ah.T
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
    """Names of the nodes that read a weight named float_…, and those of Attention: the quantiser takes it for ONNX Runtime's older one."""
    return [n.name for n in onnx.load(path).graph.node if n.op_type == "Attention" or any(".float_" in x for x in n.input)]


def int8(raw, path, left=()):
    """Products in int8, activations by a scale of their own in each run."""
    quantize_dynamic(raw, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_exclude=[*left_in_float(raw), *left],
                     extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})


def with_attention(path):
    """Marks a file with Attention as of the operators' version that has it: of what stands beside it nothing changed since PyTorch's."""
    model = onnx.load(path)
    if all(n.op_type != "Attention" for n in model.graph.node):
        return
    del model.opset_import[:]
    model.opset_import.extend([onnx.helper.make_opsetid("", FINAL_OPSET), onnx.helper.make_opsetid("com.microsoft", 1)])
    model.ir_version = max(model.ir_version, 10)
    onnx.save(model, path)


def without_zero_points(path):
    """Weights are quantised about zero; products that are not told so multiply by it."""
    model = onnx.load(path)
    for node in model.graph.node:
        at = {"DynamicQuantizeMatMul": 3, "MatMulIntegerToFloat": 5}.get(node.op_type)
        if at is not None:
            node.input[at] = ""
    used = {x for n in model.graph.node for x in n.input}
    kept = [i for i in model.graph.initializer if i.name in used]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    onnx.save(model, path)


def write(module, inputs, names, outputs, axes, path, quantise=None):
    """`quantise` takes the path of a float32 graph and that of the graph to write."""
    with tempfile.TemporaryDirectory() as d:
        raw = os.path.join(d, "raw.onnx")
        with torch.no_grad():
            torch.onnx.export(module.eval(), inputs, raw, opset_version=OPSET, dynamo=False, input_names=names, output_names=outputs,
                              dynamic_axes=axes, custom_opsets={"com.microsoft": 1})
        with_attention(raw)
        if quantise:
            whole, raw = raw, os.path.join(d, "quantised.onnx")
            quantise(whole, raw)
        fuse(raw, path)
        without_zero_points(path)


def export(net, out, encoder=int8, heads=int8):
    os.makedirs(out, exist_ok=True)
    n, t, h = 12, 20, net.encoder.cfg["H"]
    write(TokenEncoder(net), (torch.randn(1, t, h), torch.arange(n + 1)), ["words", "first"], ["tree", "name", "lower"],
          {"words": {1: "T"}, "first": {0: "N"}}, os.path.join(out, "encoder.onnx"), encoder)
    write(Heads(net), (torch.randn(n + 1, h), torch.randn(n + 1, h)), ["tree", "name"], ["tags", "names", "arc", "rd", "rh"],
          {"tree": {0: "N"}, "name": {0: "N"}}, os.path.join(out, "heads.onnx"), heads)
    write(Relations(net), (torch.randn(n + 1, RELATION), torch.randn(n + 1, RELATION), torch.randint(0, n, (n,))), ["rd", "rh", "heads"], ["relation"],
          {"rd": {0: "R"}, "rh": {0: "R"}, "heads": {0: "N"}}, os.path.join(out, "relations.onnx"), heads)


def main(work, checkpoint, out):
    net, saved, vocabulary = load_net(work, checkpoint)
    _, w, _ = load_base()
    export(net, out)
    write_words(os.path.join(out, "words.bin"), w["emb.word.blocks"][vocabulary["keep"]], w["emb.word.scales"][vocabulary["keep"]])
    json.dump(saved["labels"], open(os.path.join(out, "labels.json"), "w"), ensure_ascii=False)
    pieces = [[piece, round(score, PLACES)] for piece, score in vocabulary["pieces"]]
    json.dump(dict(unk=vocabulary["unk"], pieces=pieces), open(os.path.join(out, "pieces.json"), "w"), ensure_ascii=False)
    print({f: os.path.getsize(os.path.join(out, f)) for f in sorted(os.listdir(out))})


if __name__ == "__main__":
    main(*sys.argv[1:])

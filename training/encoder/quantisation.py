"""Study of quantisation: python quantisation.py WORK CHECKPOINT.pt [variant …]

Exports the checkpoint in each way and reads the development sentences of corpus.pt with it, one sentence a run on one thread: LAS
(gold tokens, greedy heads, punctuation left out, subtypes stripped), size in MB, tokens per CPU-second of encoder and heads.
"""
import os
import sys
import tempfile
import time

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_dynamic, quantize_static
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

import export
from export import int8, left_in_float
from base import make_token_pieces
from batches import pieces_of
from measures import tree_percentages

CALIBRATION = 200  # sentences
DYNAMIC = dict(weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
FLOAT_TYPE = {"DefaultTensorType": onnx.TensorProto.FLOAT}


def inputs_of(s, token_pieces, encoder):
    ids, first = pieces_of(s, token_pieces, encoder.cfg)
    return dict(words=encoder.word[ids][None].numpy(), first=np.array(first, np.int64))


class Sentences(CalibrationDataReader):
    def __init__(self, feeds):
        self.feeds = iter(feeds)

    def get_next(self):
        return next(self.feeds, None)


def dynamic(left=None, **changes):
    """`left` tells of a node whether it stays in float32."""
    def quantise(raw, path):
        names = [n.name for n in onnx.load(raw).graph.node if left and left(n)] + left_in_float(raw)
        quantize_dynamic(raw, path, **{**DYNAMIC, **changes}, nodes_to_exclude=names, extra_options=FLOAT_TYPE)

    return quantise


def static(feeds, **extra):
    def quantise(raw, path):
        quantize_static(raw, path, Sentences(feeds), quant_format=QuantFormat.QOperator, activation_type=QuantType.QUInt8,
                        op_types_to_quantize=["MatMul"], calibrate_method=CalibrationMethod.MinMax, **DYNAMIC,
                        extra_options={**FLOAT_TYPE, **extra})

    return quantise


def blocks(left_to_dynamic):
    """Feed-forward products with a scale for each 32 weights and 32 activations (MatMulNBits), the rest as shipped."""
    def quantise(raw, path):
        model = onnx.load(raw)
        names = [n.name for n in model.graph.node if n.op_type == "MatMul" and not left_to_dynamic(n)]
        with tempfile.TemporaryDirectory() as d:
            first = os.path.join(d, "first.onnx")
            quantize_dynamic(raw, first, **DYNAMIC, nodes_to_exclude=names, extra_options=FLOAT_TYPE)
            quantizer = MatMulNBitsQuantizer(onnx.load(first), bits=8, block_size=32, is_symmetric=True, accuracy_level=4)
            quantizer.process()
            quantizer.model.save_model_to_file(path)

    return quantise


def product(n):
    return n.op_type == "MatMul"


def product_of(part):
    """Whether a node is a layer's product by the weights `part`: q, k, v, ao (behind attention), fi and fo (of the feed-forward part)."""
    return lambda n: product(n) and any(x.endswith("." + part) for x in n.input)


def feed_forward(n):
    return product_of("fi")(n) or product_of("fo")(n)


def variants(feeds):
    """name: (how the encoder is quantised, how the heads are); None leaves float32."""
    return {
        "float": (None, None),
        "dynamic": (int8, int8),
        "dynamic, heads in float": (int8, None),
        "dynamic, encoder in float": (None, int8),
        "dynamic, 8 bits": (dynamic(reduce_range=False), dynamic(reduce_range=False)),
        "dynamic, feed-forward in float": (dynamic(feed_forward), int8),
        "dynamic, second product of feed-forward in float": (dynamic(product_of("fo")), int8),
        "dynamic, feed-forward in blocks": (blocks(lambda n: not feed_forward(n)), int8),
        "dynamic, first product of feed-forward in float": (dynamic(product_of("fi")), int8),
        "dynamic, product behind attention in float": (dynamic(product_of("ao")), int8),
        "dynamic, second product of feed-forward in blocks": (blocks(lambda n: not product_of("fo")(n)), int8),
        "static": (static(feeds), int8),
        "static, mean of extremes": (static(feeds, CalibMovingAverage=True), int8),
    }


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def read(sessions, feed):
    """Heads (0 the root) and relations of tokens 1..N."""
    vectors = dict(zip([o.name for o in sessions["encoder"].get_outputs()], sessions["encoder"].run(None, feed)))
    _, _, arcs, rd, rh = sessions["heads"].run(None, {k: vectors[k] for k in ("tree", "name")})
    np.fill_diagonal(arcs, -1e9)
    heads = arcs.argmax(-1)[1:].astype(np.int64)
    return heads.tolist(), sessions["relations"].run(None, dict(rd=rd, rh=rh, heads=heads))[0].tolist()


def main(work, checkpoint, *wanted):
    net, saved, vocabulary = export.load_net(work, checkpoint)
    token_pieces = make_token_pieces(vocabulary["pieces"], vocabulary["unk"])
    data = torch.load(os.path.join(work, "corpus.pt"), weights_only=False)
    feeds = [inputs_of(s, token_pieces, net.encoder) for s in data["raw"]["news"][:CALIBRATION]]
    ways = variants(feeds)
    for name in wanted or ways:
        with tempfile.TemporaryDirectory() as folder:
            export.export(net, folder, *ways[name])
            files = {k: os.path.join(folder, k + ".onnx") for k in ("encoder", "heads", "relations")}
            size = sum(os.path.getsize(f) for f in files.values()) / 1e6
            sessions = {k: session(f) for k, f in files.items()}
            scores, seconds, tokens = [], 0.0, 0
            for ss in data["development"].values():
                pairs = []
                for s in ss:
                    feed = inputs_of(s, token_pieces, net.encoder)
                    begun = time.process_time()
                    heads, relations = read(sessions, feed)
                    seconds += time.process_time() - begun
                    tokens += len(heads)
                    pairs.append((s, dict(s, heads=heads, relations=[saved["labels"]["RL"][r] for r in relations])))
                scores.append(f"{tree_percentages(pairs)['las']:.2f}")
        print(f"| {name} | {' · '.join(scores)} | {size:.1f} | {tokens / seconds:.0f} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

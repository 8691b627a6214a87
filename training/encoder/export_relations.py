"""Writes relations.onnx, the parser's relation head as a model of its own: python export_relations.py ENCODER.pt OUT.onnx

Inputs rd, rh [N + 1, 128] (the encoder's outputs, row 0 the root) and heads [N] (0 the root); output relation [N].
"""
import sys

import torch
import torch.nn as nn


class Relations(nn.Module):
    def __init__(self, w):
        super().__init__()
        self.labels, self.size = w.shape[0], w.shape[1]
        self.w = nn.Parameter(w.permute(1, 0, 2).reshape(self.size, -1))  # [129, 51 * 129]

    def forward(self, rd, rh, heads):
        one = lambda z: torch.cat([z, torch.ones_like(z[..., :1])], -1)
        left = (one(rd)[1:] @ self.w).view(-1, self.labels, self.size)
        return torch.matmul(left, one(rh)[heads][..., None])[..., 0].argmax(-1)


if __name__ == "__main__":
    weights = torch.load(sys.argv[1])["rel.w"].float()
    n = 5
    torch.onnx.export(Relations(weights).eval(), (torch.randn(n + 1, 128), torch.randn(n + 1, 128), torch.randint(0, n, (n,))), sys.argv[2],
                      opset_version=17, dynamo=False, input_names=["rd", "rh", "heads"], output_names=["relation"],
                      dynamic_axes={"rd": {0: "R"}, "rh": {0: "R"}, "heads": {0: "N"}})

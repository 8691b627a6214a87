"""Averages the weights of checkpoints of one run: python average.py OUT.pt CHECKPOINT.pt CHECKPOINT.pt …"""
import sys

import torch


def main(out, *checkpoints):
    models = [torch.load(path)["model"] for path in checkpoints]
    mean = lambda name: sum(m[name].float() for m in models) / len(models)
    torch.save(dict(model={name: mean(name) if first.is_floating_point() else first for name, first in models[0].items()}), out)


if __name__ == "__main__":
    main(*sys.argv[1:])

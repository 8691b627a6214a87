"""The mean of two checkpoints' averaged weights: python mean.py OUT.pt A.pt B.pt"""
import sys

import torch


def main(out, a, b):
    first, second = (torch.load(path, weights_only=False, map_location="cpu") for path in (a, b))
    mean = {k: ((first["average"][k].float() + v.float()) / 2).to(v.dtype) for k, v in second["average"].items()}
    torch.save({**{k: v for k, v in second.items() if k not in ("model", "optimiser")}, "average": mean}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The mean of checkpoints' averaged weights: python mean.py OUT.pt A.pt B.pt…"""
import sys

import torch


def main(out, *checkpoints):
    saved = [torch.load(path, weights_only=False, map_location="cpu") for path in checkpoints]
    mean = {k: (sum(s["average"][k].float() for s in saved) / len(saved)).to(v.dtype) for k, v in saved[-1]["average"].items()}
    torch.save({**{k: v for k, v in saved[-1].items() if k not in ("model", "optimiser")}, "average": mean}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])

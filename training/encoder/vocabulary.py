"""Trims the vocabulary to what French and English news uses: python vocabulary.py CORPUS.pt OUT.json

Kept: the four special pieces, every piece that the training texts use, short Latin pieces (so that any Latin word can be
cut), and Latin pieces of a score above a threshold. OUT.json: unk, pieces [[piece, score]], keep (their places in the base
vocabulary).
"""
import json
import re
import sys

import torch

from base import load_base, make_token_pieces

LATIN = re.compile(r"^▁?[A-Za-zÀ-ÿŒœ'’0-9.,;:!?%€$«»“”()\[\]/&+\-–—…°]+$")
SHORT, LEAST_SCORE = 2, -12.5
SPECIAL = {0, 1, 2, 3}


def main(corpus, out):
    cfg, _, pieces = load_base()
    token_pieces = make_token_pieces(pieces, cfg["unk"])
    data = torch.load(corpus, weights_only=False)
    used = set()
    for group in (data["trees"], data["names"], data["raw"]):
        for ss in group.values():
            for s in ss:
                for w, spaced in zip(s["words"], s["spaced"]):
                    used.update(token_pieces(w, spaced))
                    used.update(token_pieces(w.upper(), spaced))
    latin = [i for i, (p, _) in enumerate(pieces) if LATIN.match(p)]
    keep = sorted(SPECIAL | used | {i for i in latin if len(pieces[i][0]) <= SHORT or pieces[i][1] > LEAST_SCORE})
    json.dump(dict(unk=keep.index(cfg["unk"]), pieces=[pieces[i] for i in keep], keep=keep), open(out, "w"), ensure_ascii=False)
    print("used", len(used), "kept", len(keep))


if __name__ == "__main__":
    main(*sys.argv[1:])

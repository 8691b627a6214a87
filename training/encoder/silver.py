"""Annotates the raw text with a teacher: python silver.py WORK TEACHER OUT.pt

Trees, tags and names of WORK/TEACHER.pt's averaged weights over the raw sentences of corpus.pt, as training sentences. Arcs
that the teacher is not sure of, and sentences that are mostly unsure, are left out: the student learns from the rest. News
of WiNER-fr keeps its own names.
"""
import os
import sys

import torch

from base import make_token_pieces
from evaluate import annotate, word_lemma
from export import load_net

LEAST_SURE = 0.5  # probability of an arc, below which its head and relation are not learnt
LEAST_MEAN = 0.85  # mean probability of a sentence's arcs


def annotated(s, p, labels, names):
    """The sentence with the teacher's labels; `names` are its own where it has any."""
    sure = [x >= LEAST_SURE for x in p["sure"]]
    # Features and lemmas the treebanks teach better than the teacher knows them.
    return dict(s, mask_feats=True, mask_lemmas=True, upos=[labels["UP"][x] for x in p["upos"]],
                heads=[h if ok else -100 for h, ok in zip(p["heads"], sure)],
                relations=[labels["RL"][r] if ok else "?" for r, ok in zip(p["relations"], sure)],
                lemmas=[word_lemma(w, labels["LS"][x]) for w, x in zip(s["words"], p["lemmas"])],
                feats=[[labels["FV"][k][x] for k, x in enumerate(row)] for row in p["feats"]],
                names=names or [labels["NT"][x] for x in p["names"]])


def main(work, teacher, out):
    net, saved, vocabulary = load_net(work, os.path.join(work, teacher + ".pt"))
    token_pieces = make_token_pieces(vocabulary["pieces"], vocabulary["unk"])
    data = torch.load(os.path.join(work, "corpus.pt"), weights_only=False)
    own = {tuple(s["words"]): s["names"] for s in data["names"]["winer"]}
    kept, seen = [], 0
    for name, ss in data["raw"].items():
        for s, p in zip(ss, annotate(net, ss, token_pieces, saved["labels"])):
            seen += 1
            names = own.get(tuple(s["words"]))
            if sum(p["sure"]) / len(p["sure"]) >= LEAST_MEAN:
                kept.append(annotated(s, p, saved["labels"], names))
            elif names:
                kept.append(dict(s, names=names))
        print(name, "kept", len(kept), "of", seen, flush=True)
    torch.save(kept, out)


if __name__ == "__main__":
    main(*sys.argv[1:])

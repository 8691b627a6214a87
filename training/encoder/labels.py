"""Label lists of the heads (models/encoder/labels.json) and lemma scripts.

UP parts of speech, RL relations, NT name tags, FV values of each feature, LS lemma scripts `cut|add|capital`: cut letters
off the word's end, add some; capital 1 keeps the word's own case.
"""
import collections

from names import TAGS
from treebanks import FEATURES

LEAST_COUNT = 2  # of a lemma script


def lemma_script(word, lemma):
    a, b = word.lower(), lemma.lower()
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return f"{len(a) - i}|{b[i:]}|{int(lemma[:1].isupper())}"


def make_labels(trees):
    ss = [s for group in trees.values() for s in group]
    scripts = collections.Counter(lemma_script(w, l) for s in ss for w, l in zip(s["words"], s["lemmas"]))
    return dict(UP=sorted({u for s in ss for u in s["upos"]}), RL=sorted({r for s in ss for r in s["relations"]}), NT=TAGS,
                FV=[sorted({f[k] for s in ss for f in s["feats"]}) for k in range(len(FEATURES))],
                LS=[k for k, n in scripts.most_common() if n >= LEAST_COUNT], feature_names=FEATURES)


def index(labels):
    """Places of the labels in their lists."""
    place = lambda values: {v: i for i, v in enumerate(values)}
    return dict(UP=place(labels["UP"]), RL=place(labels["RL"]), NT=place(labels["NT"]), LS=place(labels["LS"]),
                FV=[place(v) for v in labels["FV"]])

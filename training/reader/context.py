"""Mentions of the sentences before, as possible ends of what a sentence says: which ones, and their vectors.

`before` of a sentence: (sentence, head token, type, place before, entity or None) of each, nearest first: those of the three sentences before it and of
the title that bear other words than the sentence's own; the same as src/claims/reader/elsewhere.ts. Their vectors are those of the reader for their own
sentence, computed once with the weights that a training begins with: no gradient goes there.
"""
import torch

from batches import fixed_batches, tensors
from device import mixed_precision
from reader_batches import MOST_BEFORE, collate, on_device

BACK = 3
TITLE = 3  # the place of what the title names


def words_of(a, s, first, last):
    return a["text"][s["tok"][first][0]:s["tok"][last - 1][1]].lower()


def mentions_before(a, k):
    """`before` of the article's sentence k."""
    sentences, out = a["sents"], []
    told = {words_of(a, sentences[k], first, last) for _, first, last in sentences[k]["T"].values()}
    at = [(k - d, d - 1) for d in range(1, BACK + 1) if k - d >= 0] + ([(0, TITLE)] if k > BACK else [])
    for sentence, place in at:
        s = sentences[sentence]
        for head, (kind, first, last) in sorted(s["T"].items()):
            words = words_of(a, s, first, last)
            if words in told or len(out) == MOST_BEFORE:
                continue
            told.add(words)
            ids = [q[2] for q in s["M"][head]]
            out.append((sentence, head, kind, place, ids[0] if ids else None))
    return out


@torch.no_grad()
def fill(net, on, articles, token_pieces, cfg, index_of_labels):
    """Gives every prepared sentence of the articles the vectors of its `before`, as `context` [K, H] of `ready`."""
    net.eval()
    needed = {}
    for a in articles:
        for s in a["sents"]:
            for sentence, head, *_ in s["before"]:
                needed.setdefault(id(a["sents"][sentence]), (a["sents"][sentence], set()))[1].add(head)
    vectors = {}
    for batch, cut in fixed_batches([s for s, _ in needed.values()], token_pieces, cfg):
        b = on_device(collate(batch, tensors(batch, cut, cfg, index_of_labels), net.heads.padding), on)
        with mixed_precision(on):
            g = net(b)
        for k, s in enumerate(batch):
            for head in needed[id(s)][1]:
                vectors[id(s), head] = g[k, head + 1].half().cpu()
    for a in articles:
        for s in a["sents"]:
            if s["before"]:
                s["ready"]["context"] = torch.stack([vectors[id(a["sents"][sentence]), head] for sentence, head, *_ in s["before"]])

"""Sentences to padded tensors."""
import random

import torch

from labels import lemma_script
from noise import UNKNOWN_PIECE, noisy

IGNORED = -100
#: Every batch holds this many padded pieces: its products then have the same shapes each time, and oneDNN builds its
#: primitives once (a new shape costs half a second).
BATCH = 2880
#: Padded lengths, divisors of BATCH.
LENGTHS = [16, 20, 24, 32, 36, 40, 48, 60, 72, 80, 96, 120, 144, 180, 240]
#: Rows of token vectors as a share of the padded length, where the sentences allow.
ROWS = 0.8


def pad(rows, longest, value=0):
    return torch.tensor([r + [value] * (longest - len(r)) for r in rows])


def pieces_of(s, token_pieces, cfg):
    """Piece ids with <s> and </s>, and the place of each token's first piece (0 = <s>, the root)."""
    ids, first = [cfg["bos"]], [0]
    for w, spaced in zip(s["words"], s["spaced"]):
        first.append(len(ids))
        ids += token_pieces(w, spaced)
    return ids + [cfg["eos"]], first


def padded_length(n):
    return next((t for t in LENGTHS if t >= n), None)


def fixed_batches(ss, token_pieces, cfg):
    """Batches to evaluate on: (sentences, cut), each of one padded length, at most BATCH pieces."""
    by_length = {}
    for s in ss:
        cut = pieces_of(s, token_pieces, cfg)
        by_length.setdefault(padded_length(len(cut[0])) or len(cut[0]), []).append((s, cut))
    for t, group in sorted(by_length.items()):
        size = max(1, BATCH // t)
        for k in range(0, len(group), size):
            yield [s for s, _ in group[k:k + size]], [c for _, c in group[k:k + size]]


def stream(epoch_sentences, token_pieces, cfg, seed, pieces=BATCH):
    """Endless noisy training batches (sentences, cut) of so many padded pieces; epoch_sentences(epoch, rng) gives an epoch's sentences.

    Sentences wait by task and padded length until a batch is full, from one epoch into the next.
    """
    waiting, epoch = {}, 0
    while True:
        rng = random.Random(seed * 1000 + epoch)
        ss = epoch_sentences(epoch, rng)
        rng.shuffle(ss)
        for s in ss:
            s = noisy(s, rng)
            ids, first = pieces_of(s, token_pieces, cfg)
            t = padded_length(len(ids))
            if t is None:
                continue
            for k in range(1, len(ids) - 1):
                if rng.random() < UNKNOWN_PIECE:
                    ids[k] = cfg["unk"]
            batch = waiting.setdefault(("heads" in s, "names" in s, "T" in s, t), [])
            batch.append((s, (ids, first)))
            if len(batch) == pieces // t:
                yield [x for x, _ in batch], [c for _, c in batch]
                batch.clear()
        epoch += 1


class Batches(torch.utils.data.IterableDataset):
    """What `make(sentences, cut)` gives for each batch of stream(*arguments); each worker makes its share of one and the same sequence."""

    def __init__(self, make, *arguments):
        self.make, self.arguments = make, arguments

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        if worker:
            torch.set_num_threads(1)  # in its own process; without workers it is the training's
        own, of = (worker.id, worker.num_workers) if worker else (0, 1)
        for k, (batch, cut) in enumerate(stream(*self.arguments)):
            if k % of == own:
                yield self.make(batch, cut)


def made_by(workers, make, *arguments):
    """The batches of stream(*arguments) as `make` gives them, made by so many processes beside the training; 0: by the training itself."""
    return torch.utils.data.DataLoader(Batches(make, *arguments), batch_size=None, num_workers=workers, prefetch_factor=8 if workers else None)


def tensors(ss, cut, cfg, place):
    """Tensors of a batch. Row 0 of every label is ignored (the root)."""
    t = padded_length(max(len(i) for i, _ in cut)) or max(len(i) for i, _ in cut)
    most = max(len(f) for _, f in cut)
    n = int(t * ROWS) if most <= int(t * ROWS) else t
    b = dict(ids=pad([i for i, _ in cut], t, cfg["pad"]), lengths=torch.tensor([len(i) for i, _ in cut]),
             first=pad([f for _, f in cut], n),
             last=pad([[f - 1 for f in first[1:]] + [len(ids) - 2] for ids, first in cut], n), n=torch.tensor([len(s["words"]) for s in ss]))
    rows = lambda of: pad([[IGNORED] + of(s) for s in ss], n, IGNORED)
    if "heads" in ss[0]:
        b["heads"] = rows(lambda s: s["heads"])
        b["relations"] = rows(lambda s: [place["RL"].get(r, IGNORED) for r in s["relations"]])
        b["upos"] = rows(lambda s: [place["UP"].get(u, IGNORED) for u in s["upos"]])
        b["lemma"] = rows(lambda s: [IGNORED if s.get("mask_lemmas") else place["LS"].get(lemma_script(w, l), IGNORED)
                                    for w, l in zip(s["words"], s["lemmas"])])
        b["feats"] = [rows(lambda s: [IGNORED if s.get("mask_feats") else values.get(f[k], IGNORED) for f in s["feats"]])
                      for k, values in enumerate(place["FV"])]
    if "names" in ss[0]:
        b["names"] = rows(lambda s: [place["NT"][t] for t in s["names"]])
    return b

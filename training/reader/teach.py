"""What teachers say of a corpus: python teach.py WORK ENCODER.pt OUT.pt CORPUS.pt[:FOLD] READER.pt[:FOLD]…

The mean of the readers' probabilities for each sentence, those above LEAST: of mentions' types, of relations and statuses of its pairs, of
triggers. A reader with a fold speaks only of the articles of that fold, which it has not learnt from; a corpus with a fold is read in
that part only, so that five processes share the work.
"""
import json
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from base import load_base, make_token_pieces  # noqa: E402
from batches import fixed_batches, tensors  # noqa: E402
from device import device, mixed_precision  # noqa: E402
from labels import index  # noqa: E402

from context import fill  # noqa: E402
from folds import in_fold  # noqa: E402
from heads import Hanging  # noqa: E402
from reader_batches import TAUGHT, collate, on_device, prepare  # noqa: E402
from reader_loss import settled_types  # noqa: E402
from reader_network import make_reader  # noqa: E402

LEAST = 0.02  # probability that is worth saying


class Teacher:
    """A reader's checkpoint that gives probabilities."""

    def __init__(self, work, encoder, checkpoint, on):
        saved = torch.load(checkpoint, weights_only=False, map_location="cpu")
        vocabulary = json.load(open(os.path.join(work, "vocabulary.json"), encoding="utf8"))
        self.cfg, base, _ = load_base()
        self.cfg["unk"], self.on, self.labels = vocabulary["unk"], on, saved["labels"]
        self.net = make_reader(self.cfg, base, vocabulary["keep"], encoder["average"], self.labels, saved["layer"], saved["own"], saved["ff"])
        self.net.heads.take(saved["average"])
        self.net.to(on).eval()
        self.token_pieces = make_token_pieces(vocabulary["pieces"], vocabulary["unk"])
        self.codes = Hanging(len(self.labels["RL"]))

    def fill(self, articles):
        """Gives their sentences, prepared, what this reader makes of the mentions before them."""
        fill(self.net, self.on, articles, self.token_pieces, self.cfg, index(self.labels))

    @torch.no_grad()
    def probabilities(self, ss):
        """For each prepared sentence a dict of TAUGHT's keys: mention [N + 1, T], relation [P, R], status [P, S], trigger [N + 1, R]."""
        out, place = {}, index(self.labels)
        for batch, cut in fixed_batches(ss, self.token_pieces, self.cfg):
            b = on_device(collate(batch, tensors(batch, cut, self.cfg, place), self.net.heads.padding), self.on)
            with mixed_precision(self.on):
                g = self.net(b)
                mention = self.net.heads.mention(g).float()
                types = settled_types(mention, b, False)
                relation, status, trigger, *_ = self.net.heads.read(
                    g, b["inside"], b["candidates"], types, b["hang"], b["pairs"], b["context"], b["places"], b["elsewhere"])
            found = dict(mention=torch.softmax(mention, -1), trigger=torch.sigmoid(trigger), relation=torch.sigmoid(relation), status=torch.softmax(status.float(), -1))
            found = {k: v.float().cpu() for k, v in found.items()}
            offsets = [0, *torch.tensor([len(s["ready"]["pairs"]) for s in batch]).cumsum(0).tolist()]
            for k, s in enumerate(batch):
                rows, pairs = slice(0, len(s["words"]) + 1), slice(offsets[k], offsets[k + 1])
                out[id(s)] = dict(mention=found["mention"][k, rows], trigger=found["trigger"][k, rows], relation=found["relation"][pairs], status=found["status"][pairs])
        return [out[id(s)] for s in ss]


def sparse(p):
    """What is worth saying: by key the places [M, 2] (row or pair, label) and their probabilities [M]. No mention goes without saying."""
    p["mention"][:, 0] = 0
    p["status"] = torch.where(p["relation"].amax(-1, keepdim=True) >= LEAST, p["status"], 0) if len(p["relation"]) else p["status"]
    return {k: ((p[k] >= LEAST).nonzero().to(torch.int16), p[k][p[k] >= LEAST].half()) for k in TAUGHT}


def flattened(said):
    """Sparse answers of sentences in one tensor each, for a small file; said: [(sentence's key, answers)]."""
    out = dict(keys=[key for key, _ in said])
    for k in TAUGHT:
        out[k] = (torch.tensor([len(x[k][1]) for _, x in said]), torch.cat([x[k][0] for _, x in said]), torch.cat([x[k][1] for _, x in said]))
    return out


def attach(files, sets):
    """Gives the sentences of the sets (name -> articles) what the files say of them, as `taught`."""
    for path in files:
        said = torch.load(path, weights_only=False)
        parts = {k: list(zip(said[k][1].split(said[k][0].tolist()), said[k][2].split(said[k][0].tolist()))) for k in TAUGHT}
        for x, (name, article, sentence) in enumerate(said["keys"]):
            sets[name][article]["sents"][sentence]["taught"] = {k: parts[k][x] for k in TAUGHT}


def main(work, encoder, out, corpus, *readers):
    on, encoder = device(), torch.load(encoder, weights_only=False)
    corpus, _, part = corpus.partition(":")
    sets, sums, counts = torch.load(corpus, weights_only=False), {}, {}
    for reader in readers:
        checkpoint, _, fold = reader.partition(":")
        teacher = Teacher(work, encoder, checkpoint, on)
        of = lambda a: all(not k or in_fold(a, int(k)) for k in (fold, part))
        keys = [(name, a, s) for name, articles in sets.items() for a, x in enumerate(articles) if of(a) for s in range(len(x["sents"]))]
        ss = [sets[name][a]["sents"][s] for name, a, s in keys]
        for s in ss:
            if "ready" not in s:
                prepare(s, teacher.codes)
        teacher.fill([x for name, articles in sets.items() for a, x in enumerate(articles) if of(a)])
        for key, p in zip(keys, teacher.probabilities(ss)):
            sums[key] = {k: sums[key][k] + p[k] for k in TAUGHT} if key in sums else p
            counts[key] = counts.get(key, 0) + 1
    torch.save(flattened([(key, sparse({k: v / counts[key] for k, v in p.items()})) for key, p in sums.items()]), out)
    print(out, len(sums), "sentences", os.path.getsize(out), "bytes", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

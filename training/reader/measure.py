"""Claims of a reader alone, before any rule of the product: python measure.py WORK ENCODER.pt CORPUS.pt[:FOLD] READER.pt…

By article and entity, as the product's evaluation counts: precision, recall and F1 of (relation, source, target) over thresholds; the mean of
several readers' probabilities where there are several. Chains are gold's, so that readers compare; the product's figures are another matter.
"""
import json
import sys

import torch

from corpus import as_list  # first: it finds the encoder's files
from device import device
from folds import in_fold
from reader_batches import OTHER, prepare
from schema import RELATION_OF_CLAIM, STATUSES
from teach import Teacher

MENTION = 0.3  # from which probability a word is a candidate: src/claims/reader/thresholds.json
THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
SYMMETRIC = {RELATION_OF_CLAIM[r] for r in ("CLASHED_WITH", "MET_WITH", "AGREED_WITH", "ALLIED_WITH")}


def _as_read(s, mention, sentences, teacher):
    """The sentence with the candidates that the reader finds itself in place of gold's."""
    found = lambda m, h: float(1 - m[h + 1, 0]) >= MENTION
    heads = [h for h in range(len(s["words"])) if found(mention[id(s)], h)]
    pronouns = {}
    for token, sentence, head in s["pronouns"]:
        if sentence < len(sentences) and found(mention[id(sentences[sentence])], head):
            pronouns[token] = int(mention[id(sentences[sentence])][head + 1, 1:].argmax()) + 1
    out = {**s, "T": {}, "P": pronouns, "spurious": [h for h in heads if h not in pronouns], "E": [], "mask": []}
    context = s["ready"].get("context")
    prepare(out, teacher.codes)
    if context is not None:
        out["ready"]["context"] = context
    return out


def _gold_claims(gold):
    out = []
    for c in gold["claims"]:
        out.append((RELATION_OF_CLAIM[c["relation"]], set(as_list(c["source"])), set(as_list(c["target"])), bool(c.get("optional")), c["status"]))
    return out


def _right(found, gold):
    """Claims of gold that the found one is."""
    relation, source, target = found
    forward = [k for k, (r, ss, ts, *_) in enumerate(gold) if r == relation and source in ss and target in ts]
    if relation in SYMMETRIC:
        forward += [k for k, (r, ss, ts, *_) in enumerate(gold) if r == relation and target in ss and source in ts]
    return forward


def counts(articles, teachers):
    """By threshold (right, found and not optional, required of gold, status right)."""
    ss = [s for a in articles for s in a["sents"]]
    for s in ss:
        prepare(s, teachers[0].codes)
    teachers[0].fill(articles)
    mean = lambda ps: {k: sum(p[k] for p in ps) / len(ps) for k in ps[0]}
    first = [mean(ps) for ps in zip(*(t.probabilities(ss) for t in teachers))]
    mention = {id(s): p["mention"] for s, p in zip(ss, first)}
    read = [[_as_read(s, mention, a["sents"], teachers[0]) for s in a["sents"]] for a in articles]
    flat = [s for x in read for s in x]
    second = [mean(ps) for ps in zip(*(t.probabilities(flat) for t in teachers))]
    answers = {id(s): p for s, p in zip(flat, second)}
    out = {t: [0, 0, 0, 0] for t in THRESHOLDS}
    for a, sentences in zip(articles, read):
        gold = _gold_claims(a["gold"])
        for t in THRESHOLDS:
            found = {}
            for x, s in enumerate(sentences):
                p, places = answers[id(s)], s["ready"]["candidates"]
                name = lambda c: "unknown" if c == 0 else s["before"][places[c] - OTHER - 1][4] if places[c] > OTHER else s["M"][places[c] - 1][0][2] if places[c] - 1 in s["M"] else (x, places[c])
                hits = [(int(r), name(int(s["ready"]["pairs"][k, 0])), name(int(s["ready"]["pairs"][k, 1])), int(p["status"][k].argmax())) for k, r in (p["relation"] >= t).nonzero()]
                owned = {(r, target) for r, source, target, _ in hits if source != "unknown"}
                for r, source, target, status in hits:
                    if source != target and not (source == "unknown" and (r, target) in owned):
                        found.setdefault((r, source, target), status)
            matched = {}
            for claim, status in found.items():
                right = _right(claim, gold)
                for k in right:
                    matched.setdefault(k, status)
                out[t][1] += not right
            required = [k for k in matched if not gold[k][3]]
            out[t][0] += len(required)
            out[t][1] += len(required)
            out[t][2] += sum(not g[3] for g in gold)
            out[t][3] += sum(STATUSES[matched[k]] == gold[k][4] for k in required)
    return out


def figures(articles, teachers):
    out = {}
    for t, (right, found, required, status) in counts(articles, teachers).items():
        p, r = right / max(1, found), right / max(1, required)
        out[t] = dict(p=round(p, 3), r=round(r, 3), f1=round(2 * p * r / max(1e-9, p + r), 3), status=round(status / max(1, right), 3))
    return out


def main(work, encoder, corpus, *readers):
    on, encoder = device(), torch.load(encoder, weights_only=False)
    corpus, _, fold = corpus.partition(":")
    sets = torch.load(corpus, weights_only=False)
    teachers = [Teacher(work, encoder, r, on) for r in readers]
    for name, articles in sets.items():
        chosen = [a for k, a in enumerate(articles) if not fold or in_fold(k, int(fold))]
        for t, f in figures(chosen, teachers).items():
            print(name, len(chosen), t, json.dumps(f), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

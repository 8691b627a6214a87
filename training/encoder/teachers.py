"""What an ensemble of teachers says of a batch, and the loss of a student against it (Hinton et al. 2015).

The teachers' probabilities are averaged: heads, relations at the likeliest head, parts of speech, features, lemma scripts, names.
"""
import torch
import torch.nn.functional as F

from device import mixed_precision
from network import Analyser, within

WEIGHTS = dict(arcs=1.0, relations=1.0, upos=0.5, lemma=0.5, feats=1.5, names=1.0)


def load_teacher(path, cfg, base, keep, labels, on):
    saved = torch.load(path, weights_only=False, map_location="cpu")
    net = Analyser(cfg, base, keep, labels, saved["layers"], saved["ff"])
    net.load_state_dict(saved["average"], strict=False)
    for p in net.parameters():
        p.requires_grad_(False)
    return net.to(on).eval()


def _scores(net, states, b):
    """Scores by part, and the vectors of dependents and heads from which relations are scored."""
    g = net.tree_vectors(states, b["first"], b["last"])
    arcs, dependent, head = net.parser(g)
    out = dict(arcs=within(arcs, b["n"]), upos=net.tagger.upos(g), lemma=net.tagger.lemma(g), names=net.tagger.name_scores(net.name_vectors(states, b["first"])))
    out.update({f"feats{k}": f(g) for k, f in enumerate(net.tagger.feats)})
    return out, (dependent, head)


def _relations(net, vectors, heads):
    dependent, head = vectors
    return net.parser.relations(dependent, torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[-1])))


@torch.no_grad()
def said(teachers, b):
    """Mean probabilities by part, and the likeliest heads [B, N + 1]."""
    with mixed_precision(b["ids"].device):
        each = [(t, *_scores(t, t.encoder(b["ids"], b["lengths"]), b)) for t in teachers]
        mean = {k: sum(torch.softmax(scores[k].float(), -1) for _, scores, _ in each) / len(each) for k in each[0][1]}
        heads = mean["arcs"].argmax(-1)
        mean["relations"] = sum(torch.softmax(_relations(t, vectors, heads).float(), -1) for t, _, vectors in each) / len(each)
    return mean, heads


def taught_loss(net, states, b, teachers):
    """Cross-entropy against the teachers over all tokens of the batch; states: the student's."""
    mean, heads = said(teachers, b)
    scores, vectors = _scores(net, states, b)
    scores["relations"] = _relations(net, vectors, heads)
    n = b["first"].shape[1]
    at = torch.arange(n, device=heads.device)[None]
    token = (at > 0) & (at <= b["n"][:, None])
    total, feats = 0.0, sum(k.startswith("feats") for k in scores)
    for k, s in scores.items():
        weight = WEIGHTS["feats"] / feats if k.startswith("feats") else WEIGHTS[k]
        each = -(mean[k] * F.log_softmax(s.float(), -1)).sum(-1)
        total = total + weight * (each * token).sum() / token.sum()
    return total

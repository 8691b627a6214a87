"""Figures of a network on gold tokens: contractions folded, punctuation left out, subtypes stripped. In percent."""
import torch

from batches import fixed_batches, tensors
from device import mixed_precision, moved
from labels import index
from measures import name_percentages, tree_percentages


def word_lemma(word, script):
    cut, add, capital = script.split("|")
    cut = int(cut)
    if cut > len(word):
        return word.lower()
    base = word if capital == "1" else word.lower()
    return base[:len(base) - cut] + add or word.lower()


@torch.no_grad()
def annotate(net, ss, token_pieces, labels):
    """Predicted heads, relations, upos, feats, lemma scripts and names of each sentence, as index lists (tokens 1..N)."""
    cfg, place, on = net.encoder.cfg, index(labels), net.mix.device
    was = net.training
    net.eval()
    out = {}
    for batch, cut in fixed_batches(ss, token_pieces, cfg):
        b = moved(tensors(batch, cut, cfg, place), on)
        with mixed_precision(on):
            states = net.encoder(b["ids"], b["lengths"])
            g = net.tree_vectors(states, b["first"], b["last"])
            arcs, dependent, head = net.parser(g)
            upos, lemma = net.tagger.upos(g).argmax(-1), net.tagger.lemma(g).argmax(-1)
            feats = torch.stack([f(g).argmax(-1) for f in net.tagger.feats], -1)
            names = net.tagger.name_scores(net.name_vectors(states, b["first"])).argmax(-1)
        width = arcs.shape[1]
        outside = torch.arange(width, device=on)[None] > b["n"][:, None]
        arcs = arcs.float().masked_fill(outside[:, None, :], -1e4) - 1e9 * torch.eye(width, device=on)[None]
        heads = arcs.argmax(-1)
        margin = torch.softmax(arcs, -1).amax(-1)
        gathered = torch.gather(head.float(), 1, heads[..., None].expand(-1, -1, head.shape[-1]))
        relations = net.parser.relations(dependent.float(), gathered).argmax(-1)
        for k, s in enumerate(batch):
            r = slice(1, len(s["words"]) + 1)
            out[id(s)] = dict(heads=heads[k, r].tolist(), relations=relations[k, r].tolist(), upos=upos[k, r].tolist(),
                              lemmas=lemma[k, r].tolist(), feats=feats[k, r].tolist(), names=names[k, r].tolist(),
                              sure=margin[k, r].tolist())
    net.train(was)
    return [out[id(s)] for s in ss]


def tree_figures(net, ss, token_pieces, labels):
    def found(s, p):
        return dict(upos=[labels["UP"][x] for x in p["upos"]], heads=p["heads"], relations=[labels["RL"][x] for x in p["relations"]],
                    lemmas=[word_lemma(w, labels["LS"][x]) for w, x in zip(s["words"], p["lemmas"])],
                    feats=[[labels["FV"][k][x] for k, x in enumerate(row)] for row in p["feats"]])

    return tree_percentages((s, found(s, p)) for s, p in zip(ss, annotate(net, ss, token_pieces, labels)))


def name_figures(net, ss, token_pieces, labels):
    return name_percentages((s["names"], [labels["NT"][x] for x in p["names"]])
                            for s, p in zip(ss, annotate(net, ss, token_pieces, labels)))


def figures(net, trees, names, token_pieces, labels):
    return {**{k: tree_figures(net, ss, token_pieces, labels) for k, ss in trees.items()},
            **{k + " names": name_figures(net, ss, token_pieces, labels) for k, ss in names.items()}}

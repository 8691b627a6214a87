"""Trains an analyser: python train.py WORK NAME --layers 12 --pieces 6e6 [--init OTHER.pt] [--silver SILVER.pt] [--frozen 3]

WORK holds corpus.pt and vocabulary.json; WORK/NAME.pt is the checkpoint: a run that dies goes on from it. The schedule runs
over pieces of text, not over time, so that the same command gives the same weights on the same class of processor. With
--frozen the lowest layers stay as they are, so that a reader trained on them (reader/train.py) still fits. With --teachers it
learns beside the annotated what they say, of raw text that alone (teachers.py).
"""
import argparse
import json
import os
import time

import torch
import torch.nn.functional as F

from base import load_base, make_token_pieces
from batches import BATCH, IGNORED, made_by, tensors
from device import device, mixed_precision, moved
from evaluate import figures
from labels import index, make_labels
from network import Analyser, narrowed, within
from teachers import load_teacher, taught_loss

SEED, WARM_UP, SAVED_EVERY = 7, 150, 120  # steps, s
BODY_RATE, HEAD_RATE, DECAY, LAYER_RATE = 2e-4, 1e-3, 0.01, 0.9  # each layer below learns 0.9 times as fast
LEAST_RATE, AVERAGE = 0.02, 0.998
ENGLISH, SILVER, RAW = 12544, 6000, 16000  # sentences an epoch
FRENCH = 3  # times that an epoch reads the French trees, which are few


def cross_entropy(scores, gold):
    if not (gold != IGNORED).any():
        return 0.0
    return F.cross_entropy(scores.flatten(0, -2).float(), gold.flatten(), ignore_index=IGNORED)


def loss(net, b, teachers=()):
    """Of a batch on the network's device."""
    with mixed_precision(b["ids"].device):
        states, total = net.encoder(b["ids"], b["lengths"], 0.1), 0.0
        if teachers:
            total = taught_loss(net, states, b, teachers)
        if "names" in b:
            total = total + cross_entropy(net.tagger.name_scores(net.name_vectors(states, b["first"])), b["names"])
        if "heads" not in b:
            return total
        g = net.tree_vectors(states, b["first"], b["last"])
        arcs, dependent, head = net.parser(g)
        arcs = within(arcs, b["n"])
        gathered = torch.gather(head, 1, b["heads"].clamp(min=0)[..., None].expand(-1, -1, head.shape[-1]))
        total = total + cross_entropy(arcs, b["heads"]) + cross_entropy(net.parser.relations(dependent, gathered), b["relations"])
        total = total + 0.5 * cross_entropy(net.tagger.upos(g), b["upos"]) + 0.5 * cross_entropy(net.tagger.lemma(g), b["lemma"])
        feats = [cross_entropy(f(g), b["feats"][k]) for k, f in enumerate(net.tagger.feats) if (b["feats"][k] >= 0).any()]
        return total + 1.5 * sum(feats) / len(feats) if feats else total


def sentences_of(data, silver, raw):
    """What an epoch reads: all French trees and names, a share of the English trees and of the silver, or of raw text for teachers."""
    english = data["trees"]["UD_English-EWT/en_ewt-ud-train"]
    rest = FRENCH * [s for k, ss in data["trees"].items() if "French" in k for s in ss] + data["names"]["uner"]
    if silver:
        # WiNER's sentences, with their own names, are read in each epoch.
        own = {tuple(s["words"]) for s in data["names"]["winer"]}
        rest += [s for s in silver if tuple(s["words"]) in own]
        silver = [s for s in silver if tuple(s["words"]) not in own]
    else:
        rest += data["names"]["winer"]

    def epoch_sentences(_, rng):
        return rest + rng.sample(english, min(ENGLISH, len(english))) + rng.sample(silver, min(SILVER, len(silver))) + rng.sample(raw, min(RAW, len(raw)))

    return epoch_sentences


def parameter_groups(net, frozen):
    layers = len(net.encoder.layers)
    groups = [dict(params=[p for n, p in net.named_parameters() if not n.startswith("encoder.")], rate=HEAD_RATE)]
    for k, layer in list(enumerate(net.encoder.layers))[frozen:]:
        groups.append(dict(params=list(layer.parameters()), rate=BODY_RATE * LAYER_RATE ** (layers - 1 - k)))
    lowest = [net.encoder.pos, *net.encoder.eln.parameters()]
    if frozen == 0:
        return [*groups, dict(params=lowest, rate=BODY_RATE * LAYER_RATE ** layers)]
    for p in [*lowest, *net.encoder.layers[:frozen].parameters()]:
        p.requires_grad_(False)
    return groups


def start_from(net, path, ff):
    """Takes the first layers and the heads of another run, where the shapes fit; wider layers are narrowed."""
    own, other = net.state_dict(), torch.load(path, weights_only=False, map_location="cpu")["average"]
    for k in range(len(net.encoder.layers)):
        at = f"encoder.layers.{k}."
        layer = {f"l0.{n}": other[f"{at}{x}"] for n, x in (("fi.w", "fi.weight"), ("fi.b", "fi.bias"), ("fo.w", "fo.weight"))}
        layer = narrowed(layer, 1, ff)
        other.update({at + "fi.weight": layer["l0.fi.w"], at + "fi.bias": layer["l0.fi.b"], at + "fo.weight": layer["l0.fo.w"]})
    fit = {k: v for k, v in other.items() if k in own and own[k].shape == v.shape}
    net.load_state_dict(fit, strict=False)
    print("begins with", len(fit), "of", len(own), "tensors of", path, flush=True)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("work")
    a.add_argument("name")
    a.add_argument("--layers", type=int, default=6)
    a.add_argument("--ff", type=int, default=1536, help="units of a feed-forward layer")
    a.add_argument("--pieces", type=float, default=6e6)
    a.add_argument("--init")
    a.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are")
    a.add_argument("--rate", type=float, default=1, help="of the usual rates, for a run that goes on from another")
    a.add_argument("--silver", help="raw text annotated by a teacher (silver.py)")
    a.add_argument("--teachers", nargs="*", default=[], help="checkpoints that say what they read of each sentence, raw text included")
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--workers", type=int, default=0, help="processes that make batches beside the training")
    a.add_argument("--batch", type=int, default=BATCH, help="padded pieces of a batch")
    a.add_argument("--seed", type=int, default=SEED)
    a.add_argument("--seconds", type=float, help="the schedule ends by then where the pieces would take longer")
    a = a.parse_args()
    on = device()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    data = torch.load(os.path.join(a.work, "corpus.pt"), weights_only=False)
    vocabulary = json.load(open(os.path.join(a.work, "vocabulary.json"), encoding="utf8"))
    labels = make_labels(data["trees"])
    place = index(labels)
    cfg, w, _ = load_base()
    cfg["unk"] = vocabulary["unk"]
    token_pieces = make_token_pieces(vocabulary["pieces"], vocabulary["unk"])
    net = Analyser(cfg, w, vocabulary["keep"], labels, a.layers, a.ff).to(on)
    teachers = [load_teacher(path, cfg, w, vocabulary["keep"], labels, on) for path in a.teachers]
    raw = [s for ss in data["raw"].values() for s in ss] if teachers else []
    silver = torch.load(a.silver, weights_only=False, map_location="cpu") if a.silver else []
    groups = parameter_groups(net, a.frozen)
    rates = [g.pop("rate") * a.rate for g in groups]
    optimiser = torch.optim.AdamW(groups, lr=BODY_RATE, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
    checkpoint = os.path.join(a.work, a.name + ".pt")
    average, state = None, dict(step=0, pieces=0, seconds=0.0)
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, weights_only=False, map_location=on)
        net.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        average, state = saved["average"], saved["state"]
    elif a.init:
        start_from(net, a.init, a.ff)
    names = [n for n, _ in net.named_parameters()]
    if average is None:
        average = {n: p.detach().clone() for n, p in net.named_parameters()}

    def save():
        torch.save(dict(model=net.state_dict(), average=average, optimiser=optimiser.state_dict(), state=state, labels=labels,
                        layers=a.layers, ff=a.ff, arguments=vars(a)), checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)

    net.train()
    mean, begun, saved_at = None, time.time(), time.time()
    before = state["seconds"]
    make = lambda batch, cut: tensors(batch, cut, cfg, place)
    for k, b in enumerate(made_by(a.workers, make, sentences_of(data, silver, raw), token_pieces, cfg, a.seed, a.batch)):
        if k < state["step"]:
            continue
        done = max(state["pieces"] / a.pieces, state["seconds"] / a.seconds if a.seconds else 0)
        if done >= 1:
            break
        factor = min(1, (state["step"] + 1) / WARM_UP) * max(LEAST_RATE, 1 - done)
        for g, rate in zip(optimiser.param_groups, rates):
            g["lr"] = rate * factor
        state["pieces"] += int(b["lengths"].sum())
        value = loss(net, moved(b, on), teachers)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        state["step"] += 1
        state["seconds"] = before + time.time() - begun
        decay = min(AVERAGE, state["step"] / (state["step"] + 10))
        with torch.no_grad():
            torch._foreach_lerp_([average[n] for n in names], [p for _, p in net.named_parameters()], 1 - decay)
            mean = value.detach() if mean is None else 0.98 * mean + 0.02 * value.detach()
        if state["step"] % 100 == 0:
            print(f"step {state['step']} pieces {state['pieces'] / 1e6:.2f}M {state['seconds']:.0f} s loss {mean.item():.3f} "
                  f"{state['pieces'] / state['seconds']:.0f} pieces/s", flush=True)
        if time.time() - saved_at > SAVED_EVERY:
            save()
            saved_at = time.time()
    save()
    report = {"last": figures(net, data["development"], data["development_names"], token_pieces, labels)}
    net.load_state_dict(average, strict=False)
    report["average"] = figures(net, data["development"], data["development_names"], token_pieces, labels)
    print("FINAL", json.dumps(report), flush=True)


if __name__ == "__main__":
    main()

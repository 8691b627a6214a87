"""Trains the reader on an encoder that stays as it is: python train.py WORK ENCODER.pt NAME [--layer 3] [--passes 10] [--fold 0]

The encoder's checkpoint gives the outputs of one of its layers; what the reader knows beyond is in layers of its own over words
(heads.py). A run that dies goes on from its checkpoint WORK/NAME.pt, saved every two minutes. With --fold the articles of that fifth stay
out (folds.py): what is then said of them is out of fold. With --taught it learns from teachers too (teach.py), raw text included.
"""
import argparse
import json
import os
import random
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from base import load_base, make_token_pieces  # noqa: E402
from batches import made_by, tensors  # noqa: E402
from device import device, mixed_precision  # noqa: E402
from labels import index  # noqa: E402

from augment import Names, withheld  # noqa: E402
from context import fill  # noqa: E402
from folds import in_fold  # noqa: E402
from heads import Hanging  # noqa: E402
from reader_batches import collate, on_device, prepare  # noqa: E402
from reader_loss import reader_loss  # noqa: E402
from reader_network import make_reader  # noqa: E402
from teach import attach  # noqa: E402

WARM_UP, SAVED_EVERY = 200, 120  # steps, s
RATE, LEAST_RATE, DECAY, AVERAGE = 8e-4, 0.02, 0.02, 0.998
OWN_RATE, LAYER_RATE = 1.5e-4, 0.92  # of the pretrained layers that are the reader's own; each layer below learns so much slower


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("work")
    a.add_argument("encoder")
    a.add_argument("name")
    a.add_argument("--corpus", default="reader.pt")
    a.add_argument("--layer", type=int, default=3, help="whose outputs the reader takes; 1 is the lowest")
    a.add_argument("--own", type=int, default=9, help="pretrained layers that are the reader's own, from there up")
    a.add_argument("--ff", type=int, default=1152, help="units of an own layer's feed-forward part")
    a.add_argument("--passes", type=float, default=10)
    a.add_argument("--seed", type=int, default=7)
    a.add_argument("--init", help="checkpoint of the reader to go on from, by its averaged weights")
    a.add_argument("--rate", type=float, default=1, help="of the usual rates")
    a.add_argument("--fold", type=int, help="fifth of the articles that stays out")
    a.add_argument("--taught", nargs="*", default=[], help="what teachers say (teach.py)")
    a.add_argument("--raw", default="raw.pt", help="corpus without gold, read where the teachers say something of it")
    a.add_argument("--raw-share", type=float, default=0.6, help="raw sentences a pass, as a share of the annotated ones")
    a.add_argument("--own-prose", nargs="*", default=["wire"], help="sets of our own writing: denser in claims than news is, so the reader is told which they are")
    a.add_argument("--often", nargs="*", default=[], help="SET=N: read N times a pass, 0.5 for another half of it each time")
    a.add_argument("--swap", type=float, default=0.5, help="share of sentences whose names are changed for others")
    a.add_argument("--withhold", type=float, default=0.3, help="share of sentences of which the trigger lexicon says nothing")
    a.add_argument("--dropout", type=float, default=0.1, help="within the own layers")
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--workers", type=int, default=0, help="processes that make batches beside the training")
    a.add_argument("--seconds", type=float, help="the schedule ends by then where the passes would take longer")
    return a.parse_args()


def rates_of(reader, rate):
    """Parameter groups without their rates, and the rates."""
    heads = reader.heads
    groups = [[p for n, p in heads.named_parameters() if not n.startswith("own.layers.")]] + [list(layer.parameters()) for layer in heads.own.layers]
    count = len(heads.own.layers)
    return [dict(params=g) for g in groups], [rate * x for x in [RATE, *(OWN_RATE * LAYER_RATE ** (count - 1 - k) for k in range(count))]]


def main():
    a, on = arguments(), device()
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    torch.set_num_threads(a.threads)
    encoder, vocabulary = torch.load(a.encoder, weights_only=False, map_location="cpu"), json.load(open(os.path.join(a.work, "vocabulary.json"), encoding="utf8"))
    labels = encoder["labels"]
    cfg, w, _ = load_base()
    cfg["unk"] = vocabulary["unk"]
    net = make_reader(cfg, w, vocabulary["keep"], encoder["average"], labels, a.layer, a.own, a.ff).to(on)
    reader = net.heads
    reader.own.dropout = a.dropout
    if a.init:
        reader.take(torch.load(a.init, weights_only=False, map_location="cpu")["average"])
    sets = torch.load(os.path.join(a.work, a.corpus), weights_only=False)
    raw_sets = torch.load(os.path.join(a.work, a.raw), weights_only=False) if a.taught else {}
    attach(a.taught, {**sets, **raw_sets})
    often = {name: float(n) for name, n in (x.split("=") for x in a.often)}
    for name, articles in sets.items():
        for x in articles:
            for s in x["sents"]:
                s["is_own"] = name in a.own_prose
    by_set = {name: [s for k, x in enumerate(articles) if not in_fold(k, a.fold) for s in x["sents"]] for name, articles in sets.items()}
    corpus = [s for ss in by_set.values() for s in ss]
    raw = [s for articles in raw_sets.values() for x in articles for s in x["sents"] if "taught" in s]
    for s in corpus + raw:
        prepare(s, Hanging(len(labels["RL"])))
    names, place, padding = Names(corpus, a.swap), index(labels), reader.padding
    count = {name: int(often.get(name, 1) * len(ss)) for name, ss in by_set.items()}
    raw_of_pass = min(len(raw), int(a.raw_share * sum(count.values())))

    def sentences_of_pass(_, rng):
        chosen = [s for name, ss in by_set.items() for s in ss * (count[name] // len(ss)) + rng.sample(ss, count[name] % len(ss))]
        return [withheld(names.changed(s, rng), a.withhold, rng) for s in chosen + rng.sample(raw, raw_of_pass)]

    make = lambda batch, cut: (len(batch), collate(batch, tensors(batch, cut, cfg, place), padding))
    token_pieces = make_token_pieces(vocabulary["pieces"], vocabulary["unk"])
    loader = made_by(a.workers, make, sentences_of_pass, token_pieces, cfg, a.seed)
    groups, rates = rates_of(net, a.rate)
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
    checkpoint = os.path.join(a.work, a.name + ".pt")
    average, state = {n: p.detach().clone() for n, p in reader.named_parameters()}, dict(step=0, sentences=0, seconds=0.0)
    if os.path.exists(checkpoint):
        old = torch.load(checkpoint, weights_only=False, map_location=on)
        reader.load_state_dict(old["model"])
        optimiser.load_state_dict(old["optimiser"])
        average, state = old["average"], old["state"]
    # With the weights that are trusted most: the averaged ones.
    now = {n: p.detach().clone() for n, p in reader.named_parameters()}
    reader.load_state_dict(average, strict=False)
    fill(net, on, [x for name, articles in sets.items() for k, x in enumerate(articles) if not in_fold(k, a.fold)], token_pieces, cfg, place)
    reader.load_state_dict(now, strict=False)

    def save():
        torch.save(dict(model=reader.state_dict(), average=average, optimiser=optimiser.state_dict(), state=state, labels=labels, layer=a.layer, own=a.own, ff=a.ff,
                        arguments=vars(a)), checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)

    net.train()
    mean, begun, saved_at, before = None, time.time(), time.time(), state["seconds"]
    a_pass = sum(count.values()) + raw_of_pass
    for k, (size, b) in enumerate(loader):
        if k < state["step"]:
            continue
        done = max(state["sentences"] / (a.passes * a_pass), state["seconds"] / a.seconds if a.seconds else 0)
        if done >= 1:
            break
        for g, rate in zip(optimiser.param_groups, rates):
            g["lr"] = rate * min(1, (state["step"] + 1) / WARM_UP) * max(LEAST_RATE, 1 - done)
        b = on_device(b, on)
        with mixed_precision(on):
            value = reader_loss(reader, net(b), b)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        state["step"] += 1
        state["sentences"] += size
        state["seconds"] = before + time.time() - begun
        decay = min(AVERAGE, state["step"] / (state["step"] + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.values()), [p for _, p in reader.named_parameters()], 1 - decay)
            mean = value.detach() if mean is None else 0.98 * mean + 0.02 * value.detach()
        if state["step"] % 100 == 0:
            print(f"step {state['step']} pass {state['sentences'] / a_pass:.2f} {state['seconds']:.0f} s loss {mean.item():.3f}", flush=True)
        if time.time() - saved_at > SAVED_EVERY:
            save()
            saved_at = time.time()
    save()
    print("FINAL", json.dumps(state), flush=True)


if __name__ == "__main__":
    main()

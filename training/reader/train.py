"""Trains the reader on an encoder that stays as it is: python train.py WORK ENCODER.pt NAME [--layer 3] [--passes 10]

The encoder's checkpoint gives the outputs of one of its layers; what the reader knows beyond is in layers of its own over words
(heads.py). A run that dies goes on from its checkpoint WORK/NAME.pt, saved every two minutes. Choose by the development articles.
"""
import argparse
import json
import os
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from base import load_base, make_token_pieces  # noqa: E402
from batches import stream, tensors  # noqa: E402
from export import load_net  # noqa: E402
from labels import index  # noqa: E402
from network import Encoder, Layer, narrowed  # noqa: E402

from augment import Names  # noqa: E402
from heads import Hanging, ReaderHeads  # noqa: E402
from reader_loss import hang_of, prepare, reader_loss  # noqa: E402

WARM_UP, SAVED_EVERY = 200, 120  # steps, s
RATE, LEAST_RATE, DECAY, AVERAGE = 8e-4, 0.02, 0.02, 0.998
OWN_RATE, LAYER_RATE = 1.5e-4, 0.92  # of the pretrained layers that are the reader's own; each layer below learns so much slower


def loss(net, reader, layer, b, batch):
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            states = net.encoder(b["ids"], b["lengths"], 0.0)
            x = states[layer - 1] if layer else net.encoder.embed(b["ids"])
        n = b["first"].shape[1]
        words = reader.own(x, b["lengths"], b["first"])
        label = lambda key, none: torch.tensor([[none] + s[key] + [none] * (n - 1 - len(s[key])) for s in batch])
        dep, pos = label("rel", reader.dep.num_embeddings - 1), label("up", reader.pos.num_embeddings - 1)
        hang, inside = hang_of(batch, n, reader.far), torch.arange(n)[None] <= b["n"][:, None]
        g = reader.vectors(words, dep, pos, hang, inside)
        return reader_loss(reader, g.float(), hang, batch, inside)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("work")
    a.add_argument("encoder")
    a.add_argument("name")
    a.add_argument("--corpus", default="reader.pt")
    a.add_argument("--layer", type=int, default=3, help="whose outputs the reader takes; 1 is the lowest")
    a.add_argument("--own", type=int, default=6, help="pretrained layers that are the reader's own, from there up")
    a.add_argument("--passes", type=float, default=10)
    a.add_argument("--seed", type=int, default=7)
    a.add_argument("--init", help="checkpoint of the reader to go on from, by its averaged weights")
    a.add_argument("--rate", type=float, default=1, help="of the usual rates, for a run that goes on from another")
    a.add_argument("--ff", type=int, default=1536, help="units of an own layer's feed-forward part")
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--swap", type=float, default=0.5, help="share of sentences whose names are changed for others")
    a = a.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    net, saved, vocabulary = load_net(a.work, a.encoder)
    cfg, w, _ = load_base()
    cfg["unk"] = vocabulary["unk"]
    own = [Layer(narrowed(w, a.layer + a.own, a.ff), k, cfg) for k in range(a.layer, a.layer + a.own)]
    if a.layer == 0:
        net.encoder = Encoder(cfg, w, vocabulary["keep"], 0)
    net.encoder.layers = net.encoder.layers[:a.layer]
    for p in net.parameters():
        p.requires_grad_(False)
    labels = saved["labels"]
    reader = ReaderHeads(len(labels["UP"]), len(labels["RL"]), own)
    if a.init:
        reader.load_state_dict(torch.load(a.init, weights_only=False)["average"])
    corpus = [s for articles in torch.load(os.path.join(a.work, a.corpus), weights_only=False).values() for x in articles for s in x["sents"]]
    for s in corpus:
        prepare(s, Hanging(len(labels["RL"])))
    names = Names(corpus, a.swap)
    groups = [dict(params=[p for n, p in reader.named_parameters() if not n.startswith("own.layers.")], rate=RATE)]
    groups += [dict(params=list(layer.parameters()), rate=OWN_RATE * LAYER_RATE ** (a.own - 1 - k)) for k, layer in enumerate(reader.own.layers)]
    rates = [g.pop("rate") * a.rate for g in groups]
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
    checkpoint = os.path.join(a.work, a.name + ".pt")
    average, state = {n: p.detach().clone() for n, p in reader.named_parameters()}, dict(step=0, sentences=0, seconds=0.0)
    if os.path.exists(checkpoint):
        old = torch.load(checkpoint, weights_only=False)
        reader.load_state_dict(old["model"])
        optimiser.load_state_dict(old["optimiser"])
        average, state = old["average"], old["state"]

    def save():
        torch.save(dict(model=reader.state_dict(), average=average, optimiser=optimiser.state_dict(), state=state, labels=labels, layer=a.layer, own=a.own, ff=a.ff,
                        arguments=vars(a)), checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)

    reader.train()
    mean, begun, saved_at, before = None, time.time(), time.time(), state["seconds"]
    token_pieces, place = make_token_pieces(vocabulary["pieces"], vocabulary["unk"]), index(labels)
    for k, (batch, cut) in enumerate(stream(lambda _, rng: [names.changed(s, rng) for s in corpus], token_pieces, cfg, a.seed)):
        if k < state["step"]:
            continue
        done = state["sentences"] / (a.passes * len(corpus))
        if done >= 1:
            break
        for g, rate in zip(optimiser.param_groups, rates):
            g["lr"] = rate * min(1, (state["step"] + 1) / WARM_UP) * max(LEAST_RATE, 1 - done)
        value = loss(net, reader, a.layer, tensors(batch, cut, cfg, place), batch)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        state["step"] += 1
        state["sentences"] += len(batch)
        state["seconds"] = before + time.time() - begun
        decay = min(AVERAGE, state["step"] / (state["step"] + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.values()), [p for _, p in reader.named_parameters()], 1 - decay)
        mean = value.item() if mean is None else 0.98 * mean + 0.02 * value.item()
        if state["step"] % 100 == 0:
            print(f"step {state['step']} pass {state['sentences'] / len(corpus):.2f} {state['seconds']:.0f} s loss {mean:.3f}", flush=True)
        if time.time() - saved_at > SAVED_EVERY:
            save()
            saved_at = time.time()
    save()
    print("FINAL", json.dumps(state), flush=True)


if __name__ == "__main__":
    main()

"""Trains the reader: python train.py CORPUS.pt CHECKPOINT.pt [EPOCHS]; goes on from the checkpoint if there is one.

Silver and wire only. About 6 minutes an epoch on two AVX2 cores. The last file is CHECKPOINT.pt, key "model".
"""
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

from corpus import pad
from encoder import LABELS, load_encoder
from network import NO_TYPE, K, Reader, geometry, hanging
from schema import RELATIONS

SEED, PIECES, FROZEN, WARM_UP = 3, 700, 1, 100
BODY_RATE, HEAD_RATE, DECAY = 1e-4, 1e-3, 0.02
MOST_PAIRS = 260
WEIGHTS = dict(mention=1.0, relation=0.6, status=0.4, span=0.2, trigger=0.5, role=0.5)


def tensors(batch, cfg):
    none_dep, none_pos = K, len(LABELS["UP"])
    return (pad([s["ids"] for s in batch], cfg["pad"]), torch.tensor([len(s["ids"]) for s in batch]),
            pad([s["first"] for s in batch]), pad([[none_dep] + s["rel"] for s in batch], none_dep),
            pad([[none_pos] + s["up"] for s in batch], none_pos))


def sentence_loss(m, s, g, sums):
    """Adds the losses of one sentence's candidates to `sums`; g [N + 1, H]."""
    heads = sorted(s["T"])
    if not heads:
        return
    n = len(s["w"])
    start, end = m.spans(g, torch.tensor(heads) + 1)
    sums["span"].append(F.cross_entropy(start, torch.tensor([s["T"][h][1] for h in heads]))
                        + F.cross_entropy(end, torch.tensor([s["T"][h][2] - 1 for h in heads])))
    pairs = [(i + 1, j + 1) for i in [-1] + heads for j in heads if i != j]
    if len(pairs) > MOST_PAIRS:
        pairs = [p for p in pairs if abs(p[0] - p[1]) < 35 or p[0] == 0][:400]
    at = {p: k for k, p in enumerate(pairs)}
    gold, weight, status = torch.zeros(len(pairs), len(RELATIONS)), torch.ones(len(pairs), len(RELATIONS)), torch.full((len(pairs),), -100)
    for i, j, r in s["mask"]:
        if (i + 1, j + 1) in at:
            weight[at[i + 1, j + 1], r] = 0
    for i, j, r, st, w, _ in s["E"]:
        k = at.get((i + 1, j + 1))
        if k is not None:
            gold[k, r], weight[k, r], status[k] = 1, w, st
    candidates = [0] + [h + 1 for h in heads]
    place = {p: k for k, p in enumerate(candidates)}
    types = torch.tensor([NO_TYPE] + [s["T"][h][0] if s["T"][h][0] >= 0 else NO_TYPE for h in heads])
    relation, st, trigger, source, target, _ = m.read(
        g, torch.tensor(candidates), types, hanging(s, candidates),
        torch.tensor([place[p[0]] for p in pairs]), torch.tensor([place[p[1]] for p in pairs]), geometry(s, pairs))
    sums["relation"].append((F.binary_cross_entropy_with_logits(relation, gold, reduction="none") * weight).sum())
    sums["edges"] += float(gold.sum())
    if (status >= 0).any():
        sums["status"].append(F.cross_entropy(st, status, ignore_index=-100, reduction="sum"))
        sums["statuses"] += int((status >= 0).sum())
    fires, known, roles = torch.zeros(n + 1, len(RELATIONS)), torch.ones(n + 1, len(RELATIONS)), {}
    for i, j, r, _, _, t in s["E"]:
        if t < 0:
            known[:, r] = 0
            continue
        fires[t + 1, r] = 1
        ends = roles.setdefault(t + 1, (torch.zeros(len(candidates)), torch.zeros(len(candidates))))
        ends[0][place[i + 1]] = ends[1][place[j + 1]] = 1
    if not s["notrig"]:
        sums["trigger"].append((F.binary_cross_entropy_with_logits(trigger, fires, reduction="none") * known).sum())
        sums["triggers"] += float(fires.sum())
    for t, (a, b) in roles.items():
        sums["role"].append(F.binary_cross_entropy_with_logits(source[t], a) + F.binary_cross_entropy_with_logits(target[t], b))


def loss(m, batch):
    ids, lengths, first, dep, pos = tensors(batch, m.encoder.cfg)
    g = m.vectors(m.encoder.states(ids, lengths, 0.1, FROZEN), first, dep, pos)
    y = torch.full(first.shape, -100)
    for k, s in enumerate(batch):
        y[k, 1:len(s["w"]) + 1] = 0
        for h, (t, _, _) in s["T"].items():
            y[k, h + 1] = t
    total = WEIGHTS["mention"] * F.cross_entropy(m.mention(g).flatten(0, 1), y.flatten(), ignore_index=-100)
    sums = dict(span=[], relation=[], status=[], trigger=[], role=[], edges=0.0, statuses=0, triggers=0.0)
    for k, s in enumerate(batch):
        sentence_loss(m, s, g[k, :len(s["w"]) + 1], sums)
    by = dict(span=len(sums["span"]), relation=max(3.0, sums["edges"]), status=sums["statuses"],
              trigger=max(3.0, sums["triggers"]), role=len(sums["role"]))
    for name, count in by.items():
        if sums[name]:
            total = total + WEIGHTS[name] * sum(sums[name]) / count
    return total


def batches(sentences, rng):
    out, cur = [], []
    for s in sorted(sentences, key=lambda s: len(s["ids"]) + rng.random() * 6):
        if cur and len(s["ids"]) * (len(cur) + 1) > PIECES:
            out.append(cur)
            cur = []
        cur.append(s)
    out.append(cur)
    rng.shuffle(out)
    return out


def main(corpus, checkpoint, epochs=9):
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    torch.set_float32_matmul_precision("medium")  # bfloat16 products where the processor has them (AMX)
    encoder, _ = load_encoder()
    m = Reader(encoder)
    sentences = [s for articles in torch.load(corpus, weights_only=False).values() for a in articles for s in a["sents"]]
    heads = [p for n, p in m.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in m.named_parameters() if n.startswith("encoder.layers") and int(n.split(".")[2]) >= FROZEN]
    optimiser = torch.optim.AdamW([dict(params=body, lr=BODY_RATE), dict(params=heads, lr=HEAD_RATE)], weight_decay=DECAY)
    steps = sum(len(batches(sentences, random.Random(SEED * 1000 + e))) for e in range(epochs))
    begin, step, seconds = 0, 0, 0.0
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        m.load_state_dict(saved["model"], strict=False)
        optimiser.load_state_dict(saved["optimiser"])
        begin, step, seconds = saved["epoch"] + 1, saved["step"], saved["seconds"]
    print("sentences", len(sentences), "edges", sum(len(s["E"]) for s in sentences), "steps", steps, "from", begin, flush=True)
    m.train()
    mean = None
    for epoch in range(begin, epochs):
        torch.manual_seed(SEED * 1000 + epoch)
        t0 = time.time()
        for batch in batches(sentences, random.Random(SEED * 1000 + epoch)):
            k = min(1, step / WARM_UP) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimiser.param_groups, (BODY_RATE, HEAD_RATE)):
                group["lr"] = rate * k
            value = loss(m, batch)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0)
            optimiser.step()
            step += 1
            mean = value.item() if mean is None else 0.98 * mean + 0.02 * value.item()
            if step % 200 == 0:
                print(step, f"loss {mean:.3f}", f"{time.time() - t0:.0f} s", flush=True)
        seconds += time.time() - t0
        print(f"epoch {epoch} loss {mean:.3f} {seconds:.0f} s", flush=True)
        torch.save(dict(model=m.state_dict(), optimiser=optimiser.state_dict(), epoch=epoch, step=step, seconds=seconds), checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))

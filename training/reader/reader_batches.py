"""Sentences of the reader's corpus as tensors: what of a sentence does not change from pass to pass, and a batch of them.

B sentences, n rows each (row 0 the root), C candidates, P pairs of all sentences one behind the other, R relations.
"""
import torch

from device import moved
from heads import NO_TYPE, geometry, hanging
from schema import RELATIONS, STATUSES, TYPES

MOST_PAIRS, NEAR = 360, 35
IGNORED = -100
TO_READ = -1  # the type of a candidate that is no mention: what the network reads there
#: What teachers say of a sentence (teach.py): rows and columns of each.
TAUGHT = dict(mention=len(TYPES), relation=len(RELATIONS), status=len(STATUSES), trigger=len(RELATIONS))


def _table(rows, width):
    return torch.tensor(rows, dtype=torch.long).reshape(-1, width)


def prepare(s, codes):
    """Adds `ready`. Candidates are mentions (T), pronouns that go back to one (P: type by token) and words that only look like mentions (spurious)."""
    typed = {h: t for h, (t, _, _) in s["T"].items()} | s["P"]
    heads = sorted([*typed, *s["spurious"]])
    pairs = [(i + 1, j + 1) for i in [-1] + heads for j in heads if i != j]
    if len(pairs) > MOST_PAIRS:
        pairs = [p for p in pairs if abs(p[0] - p[1]) < NEAR or p[0] == 0][:400]
    place = {p: k for k, p in enumerate([0] + [h + 1 for h in heads])}
    at = {p: k for k, p in enumerate(pairs)}
    gold, weights, status = set(), {}, [IGNORED] * len(pairs)
    for i, j, r in s["mask"]:
        if (i + 1, j + 1) in at:
            weights[at[i + 1, j + 1], r] = 0.0
    fires, unknown, roles = set(), set(), {}
    for i, j, r, st, w, t in s["E"]:
        k = at.get((i + 1, j + 1))
        if k is not None:
            gold.add((k, r))
            weights[k, r] = w
            status[k] = st
        if t < 0:
            unknown.add(r)
            continue
        fires.add((t + 1, r))
        ends = roles.setdefault(t + 1, (set(), set()))
        ends[0].add(place[i + 1])
        ends[1].add(place[j + 1])
    s["ready"] = dict(
        spans=[(h + 1, s["T"][h][1] + 1, s["T"][h][2]) for h in sorted(s["T"])],
        candidates=list(place), types=[NO_TYPE] + [TO_READ if h not in typed else typed[h] if typed[h] >= 0 else NO_TYPE for h in heads],
        hang=torch.tensor(hanging(s["head"], s["rel"], codes), dtype=torch.uint8),
        pairs=_table([(place[i], place[j], *g) for (i, j), g in zip(pairs, geometry(s["head"], pairs))], 8),
        gold=_table(sorted(gold), 2), weighed=_table(list(weights), 2), weights=torch.tensor(list(weights.values())),
        status=torch.tensor(status, dtype=torch.long), fires=_table(sorted(fires), 2), unknown=sorted(unknown),
        roles=[(t, sorted(a), sorted(b)) for t, (a, b) in sorted(roles.items())],
        # In an article without trigger words, and in a sentence without a mention, nothing is known of triggers.
        no_trigger=s["notrig"] or len(heads) == 0, is_gold=s.get("is_gold", True))


def _mention_labels(batch, n):
    y = torch.full((len(batch), n), IGNORED)
    for k, s in enumerate(batch):
        if s["ready"]["is_gold"]:
            y[k, 1:len(s["words"]) + 1] = 0
            for h, (t, _, _) in s["T"].items():
                y[k, h + 1] = t
    return y


def _padded(rows, value):
    most = max(len(r) for r in rows)
    return torch.tensor([r + [value] * (most - len(r)) for r in rows])


def on_device(b, on):
    """A collated batch on the device; the tree's codes travel as bytes."""
    b = moved(b, on)
    b["hang"] = b["hang"].long()
    return b


def collate(batch, b, padding):
    """Adds to b (tensors() of encoder/batches.py) what the reader takes and learns; padding: that of ReaderHeads."""
    n, ready = b["first"].shape[1], [s["ready"] for s in batch]
    label = lambda key, fill: torch.tensor([[fill] + s[key] + [fill] * (n - 1 - len(s[key])) for s in batch])
    hang = torch.full((len(batch), n, n), padding[2], dtype=torch.uint8)
    for k, r in enumerate(ready):
        hang[k, :len(r["hang"]), :len(r["hang"])] = r["hang"]
    sizes = [len(r["pairs"]) for r in ready]
    offsets = [0, *torch.tensor(sizes).cumsum(0).tolist()]
    numbered = lambda key: torch.cat([torch.cat([torch.full((len(r[key]), 1), k), r[key]], 1) for k, r in enumerate(ready)])
    moved = lambda key: torch.cat([r[key] + torch.tensor([o, 0]) for o, r in zip(offsets, ready)])
    count = offsets[-1]
    gold, weight = torch.zeros(count, len(RELATIONS)), torch.ones(count, len(RELATIONS))
    weight[tuple(moved("weighed").T)] = torch.cat([r["weights"] for r in ready])
    gold[tuple(moved("gold").T)] = 1.0
    inside = torch.arange(n)[None] <= b["n"][:, None]
    fires, known = torch.zeros(len(batch), n, len(RELATIONS)), inside[..., None].float().repeat(1, 1, len(RELATIONS))
    fires[tuple(numbered("fires").T)] = 1
    rows = []
    for k, r in enumerate(ready):
        if r["no_trigger"] or not r["is_gold"]:
            known[k] = 0
        elif r["unknown"]:
            known[k, :, r["unknown"]] = 0
        if not r["is_gold"]:
            weight[offsets[k]:offsets[k + 1]] = 0
        rows += [(k, *role) for role in r["roles"]]
    candidates = _padded([r["candidates"] for r in ready], 0)
    wanted = torch.zeros(2, len(rows), candidates.shape[1])
    for x, (_, _, *ends) in enumerate(rows):
        for side in range(2):
            wanted[side, x, ends[side]] = 1
    b.update(dep=label("rel", padding[1]), pos=label("up", padding[0]), hang=hang, inside=inside, mentions=_mention_labels(batch, n),
             spans=_table([(k, *span) for k, r in enumerate(ready) for span in r["spans"]], 4),
             candidates=candidates, types=_padded([r["types"] for r in ready], NO_TYPE), sizes=torch.tensor([len(r["candidates"]) for r in ready]),
             pairs=numbered("pairs").T.contiguous(), gold=gold, weight=weight, status=torch.cat([r["status"] for r in ready]),
             fires=fires, known=known, role_rows=_table([row[:2] for row in rows], 2), role_wanted=wanted)
    if any("is_own" in s for s in batch):
        b["is_own"] = torch.tensor([float(s.get("is_own", False)) for s in batch])
    if any("taught" in s for s in batch):
        b["taught"] = _taught(batch, n, offsets)
    return b


def _taught(batch, n, offsets):
    """What teachers say, dense: mention [B, n, T], relation [P, R], status [P, S], trigger [B, n, R], and which sentences [B] and pairs [P] have it."""
    count, has = offsets[-1], torch.tensor(["taught" in s for s in batch])
    out = dict(mention=torch.zeros(len(batch), n, TAUGHT["mention"]), trigger=torch.zeros(len(batch), n, TAUGHT["trigger"]),
               relation=torch.zeros(count, TAUGHT["relation"]), status=torch.zeros(count, TAUGHT["status"]), has=has,
               pair_has=torch.repeat_interleave(has, torch.tensor(offsets).diff()))
    for k, s in enumerate(batch):
        if "taught" not in s:
            continue
        for key in ("mention", "trigger"):
            at, p = s["taught"][key]
            out[key][k, at[:, 0].long(), at[:, 1].long()] = p.float()
        for key in ("relation", "status"):
            at, p = s["taught"][key]
            out[key][at[:, 0].long() + offsets[k], at[:, 1].long()] = p.float()
    # What is not said is that there is no mention.
    out["mention"][..., 0] += (1 - out["mention"].sum(-1)).clamp(min=0)
    return out

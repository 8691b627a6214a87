"""Sentences of the reader's corpus as tensors: what of a sentence does not change from pass to pass, and a batch of them.

B sentences, n rows each (row 0 the root), C candidates, P pairs of all sentences one behind the other, R relations.
"""
import torch
import torch.nn.functional as F

from device import moved
from heads import H, NO_TYPE, SENSES, geometry, geometry_elsewhere, hanging
from schema import RELATIONS, STATUSES, TYPES

MOST_PAIRS, NEAR = 360, 35
MOST_ELSEWHERE = 120  # pairs with an end in another sentence
#: Pairs and candidates of a batch are filled up to a multiple of these, with such as count for nothing: new shapes cost time and memory (encoder/batches.py).
PAIRS_BY, CANDIDATES_BY = 1024, 8
#: Positions from here up are mentions of other sentences (`before`, context.py), in the order of that list.
OTHER = 1000
MOST_BEFORE = 10  # mentions of other sentences
IGNORED = -100
TO_READ = -1  # the type of a candidate that is no mention: what the network reads there
#: What teachers say of a sentence (teach.py): rows and columns of each.
TAUGHT = dict(mention=len(TYPES), relation=len(RELATIONS), status=len(STATUSES), trigger=len(RELATIONS))


def _table(rows, width):
    return torch.tensor(rows, dtype=torch.long).reshape(-1, width)


def prepare(s, codes):
    """Adds `ready`. Candidates are mentions (T), pronouns that go back to one (P: type by token), words that only look like mentions (spurious) and,
    at the end, mentions of the sentences before (before)."""
    typed = {h: t for h, (t, _, _) in s["T"].items()} | s["P"]
    heads = sorted([*typed, *s["spurious"]])
    pairs = [(i + 1, j + 1) for i in [-1] + heads for j in heads if i != j]
    if len(pairs) > MOST_PAIRS:
        pairs = [p for p in pairs if abs(p[0] - p[1]) < NEAR or p[0] == 0][:400]
    others = [OTHER + k for k in range(len(s["before"]))]
    beside = [p for o in others for h in heads for p in ((o + 1, h + 1), (h + 1, o + 1))][:MOST_ELSEWHERE]
    place = {p: k for k, p in enumerate([0] + [h + 1 for h in heads + others])}
    at = {p: k for k, p in enumerate(pairs + beside)}
    is_other = lambda p: p > OTHER
    gold, weights, status = set(), {}, [IGNORED] * len(at)
    for i, j, r in s["mask"]:
        if (i + 1, j + 1) in at:
            weights[at[i + 1, j + 1], r] = 0.0
    for r in s["lost"]:
        weights.update(((k, r), 0.0) for k in at.values())
    fires, unknown, roles = set(), set(s["lost"]), {}
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
        candidates=list(place), types=[NO_TYPE] + [TO_READ if h not in typed else typed[h] if typed[h] >= 0 else NO_TYPE for h in heads]
        + [t if t >= 0 else NO_TYPE for _, _, t, _, _ in s["before"]],
        places=[p for *_, p, _ in s["before"]], senses=torch.tensor(s["senses"], dtype=torch.float).reshape(-1, 3),
        hang=torch.tensor(hanging(s["head"], s["rel"], codes), dtype=torch.uint8),
        pairs=_table([(place[i], place[j], *g) for (i, j), g in zip(pairs, geometry(s["head"], pairs))]
                     + [(place[i], place[j], *geometry_elsewhere(s["head"], None if is_other(i) else i, None if is_other(j) else j)) for i, j in beside], 8),
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


def _filled(count, by):
    return -(-count // by) * by


def _padded(rows, value, by=1):
    most = _filled(max(len(r) for r in rows), by)
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
    count = _filled(offsets[-1], PAIRS_BY)
    beyond = count - offsets[-1]
    gold, weight = torch.zeros(count, len(RELATIONS)), torch.ones(count, len(RELATIONS))
    weight[offsets[-1]:] = 0
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
    candidates = _padded([[c if c <= OTHER else n + c - OTHER - 1 for c in r["candidates"]] for r in ready], 0, CANDIDATES_BY)
    senses = torch.zeros(len(batch), n, SENSES)
    places, elsewhere, context = _elsewhere(ready)
    for k, r in enumerate(ready):
        row, column, value = r["senses"].T
        senses[k, row.long(), column.long()] = value
    wanted = torch.zeros(2, len(rows), candidates.shape[1])
    for x, (_, _, *ends) in enumerate(rows):
        for side in range(2):
            wanted[side, x, ends[side]] = 1
    b.update(senses=senses, places=places, elsewhere=elsewhere, context=context, dep=label("rel", padding[1]), pos=label("up", padding[0]), hang=hang, inside=inside, mentions=_mention_labels(batch, n),
             spans=_table([(k, *span) for k, r in enumerate(ready) for span in r["spans"]], 4),
             candidates=candidates, types=_padded([r["types"] for r in ready], NO_TYPE, CANDIDATES_BY), sizes=torch.tensor([len(r["candidates"]) for r in ready]),
             pairs=F.pad(numbered("pairs").T, (0, beyond)).contiguous(), gold=gold, weight=weight,
             status=F.pad(torch.cat([r["status"] for r in ready]), (0, beyond), value=IGNORED),
             fires=fires, known=known, role_rows=_table([row[:2] for row in rows], 2), role_wanted=wanted)
    if any("is_own" in s for s in batch):
        b["is_own"] = torch.tensor([float(s.get("is_own", False)) for s in batch])
    if any("taught" in s for s in batch):
        b["taught"] = _taught(batch, n, offsets, count)
    return b


def _elsewhere(ready):
    """places [B, K], which of them are true [B, K], their vectors [B, K, H]: mentions of other sentences (context.py)."""
    places = _padded([r["places"] + [-1] * (MOST_BEFORE - len(r["places"])) for r in ready], -1)
    context = torch.zeros(*places.shape, H)
    for k, r in enumerate(ready):
        if r["places"] and "context" in r:
            context[k, :len(r["places"])] = r["context"].float()
    return places.clamp(min=0), places >= 0, context


def _taught(batch, n, offsets, count):
    """What teachers say, dense: mention [B, n, T], relation [P, R], status [P, S], trigger [B, n, R], and which sentences [B] and pairs [P] have it."""
    has = torch.tensor(["taught" in s for s in batch])
    out = dict(mention=torch.zeros(len(batch), n, TAUGHT["mention"]), trigger=torch.zeros(len(batch), n, TAUGHT["trigger"]),
               relation=torch.zeros(count, TAUGHT["relation"]), status=torch.zeros(count, TAUGHT["status"]), has=has,
               pair_has=F.pad(torch.repeat_interleave(has, torch.tensor(offsets).diff()), (0, count - offsets[-1])))
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

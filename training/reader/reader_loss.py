"""Sentences of the reader's corpus as tensors, and the loss over a batch of them."""
import torch
import torch.nn.functional as F

from heads import NO_TYPE, geometry, hanging
from schema import RELATIONS

MOST_PAIRS, NEAR = 360, 35
#: How often a true mention has the type that the network reads in place of its own: where it is used, types are read.
READ_TYPES = 0.25
WEIGHTS = dict(mention=1.0, relation=0.6, status=0.4, span=0.2, trigger=0.5, role=0.5)
IGNORED = -100
TO_READ = -1  # the type of a candidate that is no mention: what the network reads there


def prepare(s, codes):
    """Adds `ready`: what of the sentence does not change from pass to pass.

    Candidates are mentions (T), pronouns that go back to one (P: type by token) and words that only look like mentions (spurious).
    """
    typed = {h: t for h, (t, _, _) in s["T"].items()} | s["P"]
    heads = sorted([*typed, *s["spurious"]])
    pairs = [(i + 1, j + 1) for i in [-1] + heads for j in heads if i != j]
    if len(pairs) > MOST_PAIRS:
        pairs = [p for p in pairs if abs(p[0] - p[1]) < NEAR or p[0] == 0][:400]
    candidates = [0] + [h + 1 for h in heads]
    place = {p: k for k, p in enumerate(candidates)}
    at = {p: k for k, p in enumerate(pairs)}
    fires, unknown, roles = set(), set(), {}
    gold, weights, status = [], [], [IGNORED] * len(pairs)
    for i, j, r in s["mask"]:
        if (i + 1, j + 1) in at:
            weights.append((at[i + 1, j + 1], r, 0.0))
    for i, j, r, st, w, t in s["E"]:
        k = at.get((i + 1, j + 1))
        if k is not None:
            gold.append((k, r))
            weights.append((k, r, w))
            status[k] = st
        if t < 0:
            unknown.add(r)
            continue
        fires.add((t + 1, r))
        ends = roles.setdefault(t + 1, (set(), set()))
        ends[0].add(place[i + 1])
        ends[1].add(place[j + 1])
    s["ready"] = dict(
        heads=sorted(s["T"]), candidates=candidates,
        types=[NO_TYPE] + [TO_READ if h not in typed else typed[h] if typed[h] >= 0 else NO_TYPE for h in heads],
        hang=torch.tensor(hanging(s["head"], s["rel"], codes), dtype=torch.uint8),
        pairs=[(place[i], place[j], *g) for (i, j), g in zip(pairs, geometry(s["head"], pairs))],
        gold=gold, weights=weights, status=status, fires=fires, unknown=unknown, roles=roles, no_trigger=s["notrig"])


def hang_of(batch, n, far):
    """[B, n, n] codes of prepared sentences."""
    hang = torch.full((len(batch), n, n), far)
    for k, s in enumerate(batch):
        own = s["ready"]["hang"]
        hang[k, :len(own), :len(own)] = own.long()
    return hang


def reader_loss(m, g, hang, batch, inside):
    """Loss of ReaderHeads m on g [B, n, H] (vectors() done); hang [B, n, n]; batch: prepared sentences; inside [B, n]."""
    b, n, _ = g.shape
    ready = [s["ready"] for s in batch]
    y = torch.full((b, n), IGNORED)
    for k, s in enumerate(batch):
        y[k, 1:len(s["words"]) + 1] = 0
        for h, (t, _, _) in s["T"].items():
            y[k, h + 1] = t
    mention = m.mention(g).float()
    total = WEIGHTS["mention"] * F.cross_entropy(mention.flatten(0, 1), y.flatten(), ignore_index=IGNORED)
    heads = [(k, h + 1, s["T"][h][1] + 1, s["T"][h][2]) for k, s in enumerate(batch) for h in ready[k]["heads"]]
    if not heads:
        return total
    sentence, head, first, last = torch.tensor(heads).T
    tokens = inside.clone()
    tokens[:, 0] = False
    for of_head, of_token, gold in ((m.start_head, m.start_token, first), (m.end_head, m.end_token, last)):
        scores = (of_head(g)[sentence, head][:, None] @ of_token(g)[sentence].transpose(1, 2))[:, 0] * 128 ** -0.5
        scores = scores.float()
        total = total + WEIGHTS["span"] * F.cross_entropy(scores.masked_fill(~tokens[sentence], -1e4), gold)
    most = max(len(r["candidates"]) for r in ready)
    fill = lambda rows, value: torch.tensor([row + [value] * (most - len(row)) for row in rows])
    candidates, types = fill([r["candidates"] for r in ready], 0), fill([r["types"] for r in ready], NO_TYPE)
    read = torch.gather(mention.detach()[..., 1:].argmax(-1) + 1, 1, candidates)
    at_random = (torch.rand(types.shape) < READ_TYPES) & (candidates > 0) & m.training
    types = torch.where((types == TO_READ) | (at_random & (types != NO_TYPE)), read, types)
    pairs = torch.tensor([(k, *p) for k, r in enumerate(ready) for p in r["pairs"]]).T
    offsets, count = [], 0
    for r in ready:
        offsets.append(count)
        count += len(r["pairs"])
    gold, weight = torch.zeros(count, len(RELATIONS)), torch.ones(count, len(RELATIONS))
    for o, r in zip(offsets, ready):
        for k, relation in r["gold"]:
            gold[o + k, relation] = 1
        for k, relation, w in r["weights"]:
            weight[o + k, relation] = w
    status = torch.tensor([x for r in ready for x in r["status"]])
    relation, st, trigger, source, target, _ = m.read(g, inside, candidates, types, hang, pairs)
    each = lambda scores, wanted: F.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    total = total + WEIGHTS["relation"] * (each(relation, gold) * weight).sum() / gold.sum().clamp(min=3.0)
    if (status >= 0).any():
        total = total + WEIGHTS["status"] * F.cross_entropy(st, status, ignore_index=IGNORED)
    fires, known = torch.zeros(b, n, len(RELATIONS)), inside[..., None].float().repeat(1, 1, len(RELATIONS))
    rows = []
    for k, r in enumerate(ready):
        for t, x in r["fires"]:
            fires[k, t, x] = 1
        known[k, :, list(r["unknown"])] = 0
        if r["no_trigger"] or len(r["candidates"]) < 2:
            known[k] = 0
        for t, ends in r["roles"].items():
            rows.append((k, t, *ends))
    if known.any():
        total = total + WEIGHTS["trigger"] * (each(trigger, fires) * known).sum() / (fires * known).sum().clamp(min=3.0)
    if rows:
        k, t = torch.tensor([x[0] for x in rows]), torch.tensor([x[1] for x in rows])
        sizes = torch.tensor([len(ready[x[0]]["candidates"]) for x in rows])
        true = (torch.arange(most)[None] < sizes[:, None]).float()
        for side, scores in ((2, source), (3, target)):
            wanted = torch.zeros(len(rows), most)
            for x, row in enumerate(rows):
                wanted[x, list(row[side])] = 1
            total = total + WEIGHTS["role"] * ((each(scores[k, t], wanted) * true).sum(1) / sizes).mean()
    return total

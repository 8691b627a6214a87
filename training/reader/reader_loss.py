"""The loss of the reader over a batch, from what is annotated and from what teachers say (teach.py)."""
import torch
import torch.nn.functional as F

from heads import NO_TYPE
from reader_batches import IGNORED, TO_READ

#: How often a true mention has the type that the network reads in place of its own: where it is used, types are read.
READ_TYPES = 0.25
WEIGHTS = dict(mention=1.0, relation=0.6, status=0.4, span=0.2, trigger=0.5, role=0.5)
#: The teachers' share of what an annotated sentence is to learn; a raw one learns from them alone.
TEACHERS = 0.4
#: A pair's status is learnt from teachers where they find a claim at least this likely.
CLAIM_LIKELY = 0.2


def _mixed(gold, weight, taught, has):
    """Targets of yes and no questions; where gold is silent (no weight) the teachers speak alone. has broadcasts over gold."""
    if taught is None:
        return gold
    told = torch.where(weight > 0, (1 - TEACHERS) * gold + TEACHERS * taught, taught)
    return torch.where(has, told, gold)


def _each(scores, wanted):
    return F.binary_cross_entropy_with_logits(scores, wanted, reduction="none")


def _mention_loss(scores, b):
    taught = b.get("taught")
    if taught is None:
        return F.cross_entropy(scores.flatten(0, 1), b["mentions"].flatten(), ignore_index=IGNORED)
    hard = F.cross_entropy(scores.flatten(0, 1), b["mentions"].flatten(), ignore_index=IGNORED, reduction="none").view_as(b["mentions"])
    soft = -(taught["mention"] * F.log_softmax(scores, -1)).sum(-1)
    has, is_gold = taught["has"][:, None], b["mentions"] != IGNORED
    share = torch.where(has, torch.where(is_gold, TEACHERS, 1.0), 0.0)
    known = (is_gold | has) & b["inside"]
    known[:, 0] = False
    return (((1 - share) * hard + share * soft) * known).sum() / known.sum().clamp(min=1)


def _span_loss(m, g, b):
    sentence, head, first, last = b["spans"].T
    tokens = b["inside"].clone()
    tokens[:, 0] = False
    total = 0.0
    for of_head, of_token, gold in ((m.start_head, m.start_token, first), (m.end_head, m.end_token, last)):
        scores = (of_head(g)[sentence, head][:, None] @ of_token(g)[sentence].transpose(1, 2))[:, 0] * 128 ** -0.5
        total = total + F.cross_entropy(scores.float().masked_fill(~tokens[sentence], -1e4), gold)
    return total


def _status_loss(scores, b):
    taught, total = b.get("taught"), 0.0
    if (b["status"] >= 0).any():
        total = F.cross_entropy(scores, b["status"], ignore_index=IGNORED)
    if taught is not None:
        likely = (taught["relation"].amax(-1) >= CLAIM_LIKELY) & (b["status"] < 0) & taught["pair_has"]
        each = -(taught["status"] * F.log_softmax(scores, -1)).sum(-1) * taught["relation"].amax(-1)
        total = total + (each * likely).sum() / likely.sum().clamp(min=3)
    return total


def settled_types(mention, b, training):
    """Types [B, C] of the candidates: their own, or those that the network reads (scores `mention` [B, n, T])."""
    n, types = mention.shape[1], b["types"]
    here = b["candidates"] < n
    read = torch.gather(mention.detach()[..., 1:].argmax(-1) + 1, 1, b["candidates"].where(here, 0))
    at_random = (torch.rand(types.shape, device=types.device) < READ_TYPES) & (b["candidates"] > 0) & here & training
    return torch.where((types == TO_READ) | (at_random & (types != NO_TYPE)), read, types)


def reader_loss(m, g, b):
    """Loss of ReaderHeads m on g [B, n, H] (vectors() done); b: collate() of reader_batches.py, hang as integers."""
    taught = b.get("taught")
    mention = m.mention(g).float()
    total = WEIGHTS["mention"] * _mention_loss(mention, b)
    if len(b["spans"]):
        total = total + WEIGHTS["span"] * _span_loss(m, g, b)
    if b["pairs"].shape[1] == 0:
        return total
    relation, status, trigger, source, target, _ = m.read(
        g, b["inside"], b["candidates"], settled_types(mention, b, m.training), b["hang"], b["pairs"], b["context"], b["places"], b["elsewhere"])
    weight, known = b["weight"], b["known"]
    gold = _mixed(b["gold"], weight, taught and taught["relation"], taught and taught["pair_has"][:, None])
    if taught:  # of a raw sentence gold says nothing of any pair
        raw = taught["has"] & (b["mentions"] == IGNORED).all(-1)
        weight = weight.masked_fill(raw[b["pairs"][0]][:, None], 1.0)
    total = total + WEIGHTS["relation"] * (_each(relation, gold) * weight).sum() / (gold * (weight > 0)).sum().clamp(min=3.0)
    total = total + WEIGHTS["status"] * _status_loss(status, b)
    fires = _mixed(b["fires"], known, taught and taught["trigger"], taught and taught["has"][:, None, None])
    if taught:
        known = torch.where(taught["has"][:, None, None], b["inside"][..., None].float(), known)
    total = total + WEIGHTS["trigger"] * (_each(trigger, fires) * known).sum() / (fires * known).sum().clamp(min=3.0)
    if len(b["role_rows"]):
        k, t = b["role_rows"].T
        sizes = b["sizes"][k]
        true = (torch.arange(source.shape[-1], device=g.device)[None] < sizes[:, None]).float()
        for scores, wanted in zip((source, target), b["role_wanted"]):
            total = total + WEIGHTS["role"] * ((_each(scores[k, t], wanted) * true).sum(1) / sizes).mean()
    return total

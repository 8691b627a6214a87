"""Annotated articles as training sentences: tokens, trees, mentions by their head token, edges between mention heads.

Run it to write the corpus: python corpus.py LABELS.json OUT.pt SHARED SET=ANALYSES.jsonl[:GOLD_DIR]… (analyses.mjs writes the analyses: what the
product reads is what is learnt from; a set without gold is for teachers). The development articles and the world stay out: they are the yardsticks.
"""
import collections
import json
import os
import random
import re
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from tokenization import sentences  # noqa: E402
from treebanks import read_tests  # noqa: E402
from yardsticks import key, sentence_keys  # noqa: E402

from context import mentions_before  # noqa: E402
from reader_batches import OTHER  # noqa: E402
from schema import RELATION_OF_CLAIM, STATUS_INDEX, TYPE_INDEX  # noqa: E402

#: Words that only look like mentions, at most so many a sentence: what the product offers beside true mentions.
SPURIOUS = 6
LEAST_RAW, MOST_RAW = 5, 80  # words of a sentence without gold


def read_articles(path):
    """Articles as the product analyses them (analyses.mjs): sentences with tokens by offset, tree, pronouns and what may look like a mention."""
    for line in open(path, encoding="utf8"):
        a = json.loads(line)
        # Offsets are of UTF-16: what takes two units stands as two marks.
        text = "".join("\ufffd\ufffd" if ord(c) > 0xFFFF else c for c in a["text"])
        sents = []
        for s in a["sentences"]:
            ts = [(t[0], t[1]) for t in s["tokens"]]
            sents.append(dict(a=ts[0][0], b=ts[-1][1], tok=ts, words=[text[x:y] for x, y in ts], language=a["language"],
                              spaced=[k == 0 or ts[k - 1][1] < x for k, (x, _) in enumerate(ts)],
                              tag=[t[2] for t in s["tokens"]], head=[t[3] + 1 for t in s["tokens"]], rel=[t[4] for t in s["tokens"]],
                              lemma=[t[5] for t in s["tokens"]], pronouns=s["pronouns"], looks=s["looks"], senses=s["senses"]))
        yield dict(file=a["file"], text=text, sents=sents, lang=a["language"])


def number(articles, labels):
    """Adds up and rel as indices of the labels to every sentence, as the product finds them (reader-model.ts)."""
    up, rel = ({v: k for k, v in enumerate(labels[key])} for key in ("UP", "RL"))
    for a in articles:
        for s in a["sents"]:
            s["up"] = [up.get(x, up["X"]) for x in s["tag"]]
            s["rel"] = [rel.get(x, rel.get(x.split(":")[0], rel["dep"])) for x in s["rel"]]


def span_head(s, i, j):
    """Head token of tokens i..j-1 (0-based): the one whose own head stands outside."""
    for k in range(i, j):
        h = s["head"][k] - 1
        if not i <= h < j and s["tag"][k] not in ("PUNCT", "DET", "ADP"):
            return k
    return j - 1


def _mentions(s, text, entities):
    """{head token: [(start token, end token, entity id)]} of every alias found on token borders."""
    found = {}
    starts, ends = {x: i for i, (x, _) in enumerate(s["tok"])}, {y: i + 1 for i, (_, y) in enumerate(s["tok"])}
    for e in entities:
        for alias in sorted(set(e["aliases"]), key=lambda x: (-len(x), x)):
            if not alias:
                continue
            for m in re.finditer(r"(?<!\w)" + re.escape(alias) + r"(?!\w)", text[s["a"]:s["b"]]):
                x, y = s["a"] + m.start(), s["a"] + m.end()
                if x not in starts or y not in ends or ends[y] <= starts[x]:
                    continue
                i, j = starts[x], ends[y]
                of_head = found.setdefault(span_head(s, i, j), [])
                if not any(q[2] == e["id"] and q[0] <= i and q[1] >= j for q in of_head):
                    of_head.append((i, j, e["id"]))
    return found


def as_list(x):
    return x if isinstance(x, list) else [] if x is None else [x]


def _told_at(a, c):
    """Where the claim's words stand: cue [begin, end), the trigger's characters or None, and the middle that ends are near to; each occurrence."""
    cue, trigger = c.get("cue") or "", c.get("trigger")
    for m in re.finditer(re.escape(cue), a["text"]) if cue else []:
        x, y = m.span()
        at = x + cue.find(trigger) if trigger and trigger in cue else None
        span = None if at is None else (at, at + len(trigger))
        yield x, y, span, sum(span or (x, y)) / 2


def _place_claim(a, c):
    """(sentence, source head or -1, target head, source id, target id, trigger characters) nearest to the cue, or None."""
    sources, targets, best = as_list(c["source"]), as_list(c["target"]), None
    heads = lambda s, ids: [(h, q) for h, l in s["M"].items() for q in l if q[2] in ids]
    for x, y, span, middle in _told_at(a, c):
        for s in a["sents"]:
            if not (s["a"] < y and s["b"] > x):
                continue
            far = lambda h: abs(sum(s["tok"][h]) / 2 - middle) + (0 if x <= s["tok"][h][0] < y else 200)
            ends = [sorted((far(h), h, q) for h, q in heads(s, ids)) for ids in (sources, targets)]
            if "unknown" in sources and not ends[0]:
                ends[0] = [(0, -1, (0, 0, "unknown"))]
            for da, ha, qa in ends[0][:3]:
                for db, hb, qb in ends[1][:3]:
                    if (ha != hb or ha < 0) and (best is None or da + db < best[0]):
                        best = (da + db, s, ha, hb, qa[2], qb[2], span)
    return best and best[1:]


def _place_across(a, c):
    """As _place_claim for a claim whose one end stands in a sentence before: OTHER + its place in `before` stands for that head."""
    sources, targets, best = as_list(c["source"]), as_list(c["target"]), None
    for x, y, span, middle in _told_at(a, c):
        for s in a["sents"]:
            if not (s["a"] < y and s["b"] > x) or (span and not s["a"] <= span[0] < s["b"]):
                continue
            here = lambda ids: sorted((abs(sum(s["tok"][h]) / 2 - middle), h, q[2]) for h, l in s["M"].items() for q in l if q[2] in ids)
            before = lambda ids: [(k, b[4]) for k, b in enumerate(s["before"]) if b[4] in ids]
            for near, far, flip in ((here(targets), before(sources), False), (here(sources), before(targets), True)):
                if near and far and (best is None or near[0][0] < best[0]):
                    (d, h, one), (k, other) = near[0], far[0]
                    best = (d, s, h, OTHER + k, one, other, span) if flip else (d, s, OTHER + k, h, other, one, span)
    return best and best[1:]


def _told_in(a, c):
    """Sentences that hold the claim's trigger, or else its cue, where it stands first."""
    x, y, span, _ = next(_told_at(a, c), (0, 0, None, 0))
    begin, end = span or (x, y)
    return [s for s in a["sents"] if s["a"] < end and s["b"] > begin]


def label(a):
    """Adds to each sentence M (mentions), T (type and span by head), before (context.py), E (edges), mask (pairs not to count as negative),
    lost (relations told there of which an end is in no sentence near: no pair and no word there says that they are not told)."""
    gold, lost = a["gold"], collections.Counter()
    types = {e["id"]: e["type"] for e in gold["entities"]}
    for s in a["sents"]:
        s["M"], s["E"], s["use"], s["P"], s["lost"] = _mentions(s, a["text"], gold["entities"]), [], {}, {}, set()
    named = [dict(s["M"]) for s in a["sents"]]
    for s in a["sents"]:
        for token, sentence, head in s["pronouns"]:
            for _, _, entity in named[sentence].get(head, [])[:1]:
                if token not in s["M"]:
                    s["M"][token] = [(token, token + 1, entity)]
                    s["P"][token] = TYPE_INDEX[types[entity]]
    for s in a["sents"]:
        s["T"] = {h: (types[l[0][2]], *max((q[:2] for q in l), key=lambda q: q[1] - q[0])) for h, l in s["M"].items() if h not in s["P"]}
    for k, s in enumerate(a["sents"]):
        s["before"] = [(*b[:2], TYPE_INDEX[b[2]], *b[3:]) for b in mentions_before(a, k)]
    for c in gold["claims"]:
        optional = bool(c.get("optional"))
        placed = _place_claim(a, c)
        where = "got"
        if placed is None:
            placed = _place_across(a, c)
            where = "across" if placed else "lost"
        lost[where, optional] += 1
        if placed is None:
            for s in _told_in(a, c):
                s["lost"].add(RELATION_OF_CLAIM[c["relation"]])
            continue
        s, ha, hb, source, target, span = placed
        cover = [k for k, (u, v) in enumerate(s["tok"]) if span and u < span[1] and v > span[0]]
        trigger = span_head(s, cover[0], cover[-1] + 1) if cover else -1
        s["E"].append((ha, hb, RELATION_OF_CLAIM[c["relation"]], STATUS_INDEX[c["status"]], 0.5 if optional else 1.0, trigger))
        s["use"].setdefault(ha, []).append(source)
        s["use"].setdefault(hb, []).append(target)
    relations_of_pair = collections.defaultdict(set)
    for c in gold["claims"]:
        for x in as_list(c["source"]):
            for y in as_list(c["target"]):
                relations_of_pair[x, y].add(RELATION_OF_CLAIM[c["relation"]])
    no_trigger = not any(c.get("trigger") for c in gold["claims"])
    for s in a["sents"]:
        s["notrig"], s["T"], s["mask"] = no_trigger, {}, []
        for h, l in s["M"].items():
            if h in s["P"]:
                continue
            used = [q for q in l if q[2] in s["use"].get(h, [])] or l
            ty = {types[q[2]] for q in used}
            longest = max(used, key=lambda q: q[1] - q[0])
            s["T"][h] = (TYPE_INDEX[ty.pop()] if len(ty) == 1 else -100, longest[0], longest[1])
        ids = lambda h: ["unknown"] if h < 0 else [s["before"][h - OTHER][4]] if h >= OTHER else [q[2] for q in s["M"][h]]
        edges = {e[:3] for e in s["E"]}
        others = [OTHER + k for k in range(len(s["before"]))]
        ends = [(i, j) for i in [-1] + list(s["M"]) for j in s["M"]] + [p for o in others for h in s["M"] for p in ((o, h), (h, o))]
        for i, j in ends:
            if i != j:
                s["mask"] += [(i, j, r) for x in ids(i) for y in ids(j)
                              for r in relations_of_pair.get((x, y), ()) if (i, j, r) not in edges]
    return lost


def add_spurious(s, rng):
    """Words that are no mention and yet may look like one: first what the product takes for one, then any noun."""
    free = lambda h: h not in s["M"]
    looks = [h for h in s["looks"] if free(h)]
    nouns = [h for h, tag in enumerate(s["tag"]) if tag in ("NOUN", "PROPN") and free(h) and h not in looks]
    s["spurious"] = sorted((looks + rng.sample(nouns, len(nouns)))[:SPURIOUS])


def leave_raw(a, keys):
    """An article without gold: what teachers are to annotate (teach.py). Its candidates are what the product takes for mentions."""
    a["sents"] = [s for s in a["sents"] if LEAST_RAW <= len(s["words"]) <= MOST_RAW and key(s["words"]) not in keys]
    for s in a["sents"]:
        s.update(M={}, E=[], P={}, T={}, before=[], lost=set(), mask=[], notrig=True, is_gold=False, spurious=sorted(s["looks"][:2 * SPURIOUS]))


def main(labels, out, shared, *sets):
    """SET=ANALYSES.jsonl:GOLD_DIR is annotated, SET=ANALYSES.jsonl raw; of raw text no sentence of a yardstick is kept."""
    labels, corpus, rng = json.load(open(labels, encoding="utf8")), {}, random.Random(7)
    for name, of in (s.split("=") for s in sets):
        analyses, _, folder = of.partition(":")
        articles = list(read_articles(analyses))
        number(articles, labels)
        lost = collections.Counter()
        keys = set() if folder else sentence_keys(shared, [*read_tests(shared).values()], sentences)
        for a in articles:
            if not folder:
                leave_raw(a, keys)
                continue
            a["gold"] = json.load(open(os.path.join(folder, os.path.splitext(a["file"])[0] + ".json"), encoding="utf8"))
            lost += label(a)
            for s in a["sents"]:
                add_spurious(s, rng)
        print(name, len(articles), sum(len(a["sents"]) for a in articles), dict(lost), flush=True)
        corpus[name] = articles
    torch.save(corpus, out)


if __name__ == "__main__":
    main(*sys.argv[1:])

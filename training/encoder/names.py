"""Names as BIO sequences over PER, LOC, ORG: WiNER-fr (brat stand-off) and UNER English EWT.

WiNER's text has spaces around links ("l' Hérault ( France )"): they are mended, and the text is cut by the product's own
tokenizer, so that what is trained is what runs.
"""
import glob
import os
import re

from tokenization import sentences

NER = "data/ner"
TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
TYPES = {"Person": "PER", "Location": "LOC", "Organization": "ORG"}
#: WiNER months: July to December 2017 is the test, June 2017 chooses, the rest trains.
TEST = [f"2017/{m:02d}" for m in range(7, 13)]
DEVELOPMENT = ["2017/06"]
TRAINING = [f"2016/{m:02d}" for m in range(1, 13)] + [f"2017/{m:02d}" for m in range(1, 6)]
#: A space that a link left behind: before . , ) ] and after an apostrophe or ( [.
STRAY_SPACE = re.compile(r" (?=[.,)\]](?:\s|$|[.,)\]»]))|(?<=[\w]['’]) |(?<=[(\[]) ")


def mend_spaces(text, spans):
    """Text without stray spaces, and its spans [(start, end, type)] moved along."""
    out, at, moved = [], 0, []
    cuts = [m.start() for m in STRAY_SPACE.finditer(text)]
    for c in cuts:
        out.append(text[at:c])
        at = c + 1
    out.append(text[at:])
    shift = lambda x: x - sum(1 for c in cuts if c < x)
    for a, b, t in spans:
        moved.append((shift(a), shift(b), t))
    return "".join(out), moved


def read_brat(path):
    """(text, [(start, end, type)]) of one article; discontinuous annotations are left out."""
    text, spans = open(path[:-3] + "txt", encoding="utf8").read(), []
    for line in open(path, encoding="utf8"):
        if line[0] == "T":
            kind, *at = line.rstrip("\n").split("\t")[1].split(" ", 1)
            if kind in TYPES and ";" not in at[0]:
                a, b = map(int, at[0].split())
                spans.append((a, b, TYPES[kind]))
    return text, spans


def tag(text, spans, language="fr"):
    """Sentences of a text with BIO tags; of nested spans the longest counts."""
    spans = sorted(spans, key=lambda s: s[0] - s[1])
    out = []
    for offsets in sentences(text, language):
        tags, before = [], None
        for a, b in offsets:
            span = next((s for s in spans if a < s[1] and b > s[0]), None)
            tags.append("O" if span is None else ("I-" if span == before else "B-") + span[2])
            before = span
        out.append(dict(words=[text[a:b] for a, b in offsets], names=tags, language=language,
                        spaced=[k == 0 or offsets[k - 1][1] < a for k, (a, _) in enumerate(offsets)]))
    return out


def read_winer(shared, months, mended=True):
    """[(article's name, sentences)]"""
    out = []
    for month in months:
        for path in sorted(glob.glob(os.path.join(shared, NER, "winer-fr", month, "*.ann"))):
            text, spans = read_brat(path)
            if mended:
                text, spans = mend_spaces(text, spans)
            out.append((os.path.basename(path)[:-4], tag(text, spans)))
    return out


def read_uner(shared, part):
    out, words, tags = [], [], []
    for line in [*open(os.path.join(shared, NER, "uner-english-ewt", f"en_ewt-ud-{part}.iob2"), encoding="utf8"), "\n"]:
        line = line.rstrip("\n")
        if not line:
            if words:
                out.append(dict(words=words, names=tags, spaced=[True] * len(words), language="en"))
            words, tags = [], []
        elif not line.startswith("#"):
            c = line.split("\t")
            words.append(c[1])
            tags.append(c[2] if c[2] in TAGS else "O")
    return out

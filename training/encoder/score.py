"""Figures of what is shipped: python score.py SHARED [sequoia gsd ewt winer uner] (after npm run build, in training/encoder).

Runs `wiregraph analyze` on the test files and compares: gold tokens (--conllu) for trees, tags, lemmas and names; raw text by
character span for LAS from raw text. Contractions folded, punctuation left out, subtypes stripped. Percent.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

from measures import base, name_percentages, tree_percentages
from names import TEST, read_uner, read_winer
from treebanks import TESTS, UD, read_conllu

CLI = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "dist", "src", "cli", "main.js")


def analyze(path, *options):
    return subprocess.run(["node", CLI, "analyze", path, "--format", "conllu", *options], check=True, capture_output=True, text=True).stdout


def predicted(output):
    """Sentences of rows (columns of CoNLL-U, MISC as a dict)."""
    for block in output.strip().split("\n\n"):
        yield [[*c[:9], dict(x.split("=", 1) for x in c[9].split("|") if "=" in x)]
               for c in (line.split("\t") for line in block.split("\n") if not line.startswith("#"))]


def tree_figures(path, language):
    gold = read_conllu(path, language)
    rows = list(predicted(analyze(path, "--conllu", "--language", language)))
    assert [[r[1] for r in s] for s in rows] == [s["words"] for s in gold], "tokens differ"
    return tree_percentages((s, dict(upos=[r[3] for r in p], heads=[int(r[6]) for r in p], relations=[r[7] for r in p],
                                     lemmas=[r[2] for r in p])) for s, p in zip(gold, rows))


def raw_figures(path, language):
    """LAS as F1 over words matched by character span: the head's span and the relation must be right."""
    text, gold = "", {}
    lines = re.findall(r"(?m)^# text = (.*)$", open(path, encoding="utf8").read())
    for sentence, s in zip(lines, read_conllu(path, language)):
        at, offsets = len(text), []
        for w in s["words"]:
            at = text_find(sentence, w, at - len(text)) + len(text)
            offsets.append((at, at + len(w)))
            at += len(w)
        for j, (a, b) in enumerate(offsets):
            if s["upos"][j] != "PUNCT":
                h = s["heads"][j]
                gold[a, b] = (offsets[h - 1] if h else None, base(s["relations"][j]))
        text += sentence + "\n"
    with tempfile.TemporaryDirectory() as d:
        file = os.path.join(d, f"raw-{language}.txt")
        open(file, "w", encoding="utf8").write(text)
        rows = list(predicted(analyze(file)))
    found = {}
    for s in rows:
        span = lambda r: (int(r[9]["start_char"]), int(r[9]["end_char"]))
        for r in s:
            if r[3] != "PUNCT":
                found[span(r)] = (span(s[int(r[6]) - 1]) if int(r[6]) else None, base(r[7]))
    right = sum(gold.get(k) == v for k, v in found.items())
    return {"las_raw": round(200 * right / (len(found) + len(gold)), 2)}


def text_find(sentence, word, begin):
    at = sentence.find(word, begin)
    assert at >= 0, (word, sentence)
    return at


def name_figures(ss, language):
    with tempfile.TemporaryDirectory() as d:
        file = os.path.join(d, "names.conllu")
        with open(file, "w", encoding="utf8") as f:
            for s in ss:
                for k, w in enumerate(s["words"]):
                    tight = k + 1 < len(s["words"]) and not s["spaced"][k + 1]
                    f.write("\t".join([str(k + 1), w, "_", "_", "_", "_", "0", "_", "_", "SpaceAfter=No" if tight else "_"]) + "\n")
                f.write("\n")
        rows = list(predicted(analyze(file, "--conllu", "--language", language)))
    return name_percentages((s["names"], [r[9].get("NER", "O") for r in p]) for s, p in zip(ss, rows))


def main(shared, *wanted):
    wanted = wanted or (*TESTS, "winer", "uner")
    report = {}
    for name, (file, language) in TESTS.items():
        if name in wanted:
            path = os.path.join(shared, UD, file + ".conllu")
            report[name] = {**tree_figures(path, language), **raw_figures(path, language)}
    if "winer" in wanted:
        report["winer, July to December 2017"] = name_figures([s for _, ss in read_winer(shared, TEST) for s in ss], "fr")
        report["the same, spaces not mended"] = name_figures([s for _, ss in read_winer(shared, TEST, mended=False) for s in ss], "fr")
    if "uner" in wanted:
        report["uner"] = name_figures(read_uner(shared, "test"), "en")
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Raw text as articles, for teachers to read: python raw_articles.py CORPUS.pt SHARED OUT_DIR

French Wikinews of WiNER-fr up to May 2017 that nobody annotated, GUM's and EWT's documents of running prose, and the web sentences of GSD, each
a paragraph of its own. Articles of the development sets stay out; corpus.py drops what single sentences of a yardstick are left.
"""
import glob
import os
import re
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "encoder"))
from names import NER, TRAINING, mend_spaces, read_brat  # noqa: E402
from treebanks import UD  # noqa: E402

TREEBANKS = ("UD_English-EWT/en_ewt-ud-train", "UD_English-GUM/en_gum_open-ud-train")
PROSE = re.compile(r"weblog|newsgroup|_news_|_bio_|_interview_|_speech_|_textbook_|_voyage_")
SHORTEST = 300  # letters of a document
OF_A_FILE, SHORTEST_SENTENCE = 150, 8  # web sentences, words
#: Where a text is looked at to know it again, in letters and digits: titles differ, beginnings too.
MARKS = (slice(40, 120), slice(200, 280))


def letters(text):
    return re.sub(r"\W+", "", text.lower())[:4000]


def marks_of_annotated(shared):
    out = set()
    for folder in ("dev/silver", "dev"):
        for path in glob.glob(os.path.join(shared, folder, "articles", "*.txt")):
            text = letters(re.sub(r"(?s)^---\n.*?\n---\n", "", open(path, encoding="utf8").read()))
            out.update(text[at] for at in MARKS if len(text) > at.stop)
    return out


def documents(path):
    """(name, text) of a treebank's documents, a paragraph a line."""
    docs, name, new_paragraph = {}, None, False
    for line in open(path, encoding="utf8"):
        if line.startswith("# newdoc id"):
            name = line.split("=")[1].strip()
            docs[name] = ""
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif line.startswith("# text =") and name is not None:
            docs[name] += ("\n\n" if new_paragraph else " ") + line.split("=", 1)[1].strip()
            new_paragraph = False
    return [(name, text.strip()) for name, text in docs.items()]


def spelt(s):
    return "".join((" " if spaced and k else "") + w for k, (w, spaced) in enumerate(zip(s["words"], s["spaced"])))


def main(corpus, shared, out):
    os.makedirs(out, exist_ok=True)
    known = marks_of_annotated(shared)
    is_new = lambda text: not any(mark in letters(text) for mark in known)
    write = lambda name, text: open(os.path.join(out, name + ".txt"), "w", encoding="utf8").write(text)
    for month in TRAINING:
        for path in sorted(glob.glob(os.path.join(shared, NER, "winer-fr", month, "*.ann"))):
            text, _ = mend_spaces(*read_brat(path))
            name = os.path.basename(path)[:-4]
            if is_new(text):
                write(f"{name[:10].replace('_', '-')}-fr-{name[11:]}", text)
    for treebank in TREEBANKS:
        for name, text in documents(os.path.join(shared, UD, treebank + ".conllu")):
            if PROSE.search(name) and len(letters(text)) >= SHORTEST and is_new(text):
                write("2010-01-01-en-" + re.sub("[^a-z0-9]+", "-", name.lower()), text)
    web = [spelt(s) for s in torch.load(corpus, weights_only=False)["raw"]["web"] if len(s["words"]) >= SHORTEST_SENTENCE]
    for k in range(0, len(web), OF_A_FILE):
        write(f"2010-01-01-fr-gsd-{k // OF_A_FILE:03d}", "\n\n".join(web[k:k + OF_A_FILE]))
    print(len(os.listdir(out)), "files")


if __name__ == "__main__":
    main(*sys.argv[1:])

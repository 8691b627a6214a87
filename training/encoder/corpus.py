"""Everything the encoder is trained and chosen on, in one file: python corpus.py OUT.pt SHARED

trees (by treebank), names, raw (French news and web text to be annotated by the teacher), development sets. Sentences of
the tests and of the development articles are left out of all of it; July to December 2017 of WiNER-fr is not even read.
"""
import glob
import json
import os
import re
import sys
import unicodedata

import torch

from names import DEVELOPMENT, TRAINING, read_uner, read_winer
from tokenization import sentences
from treebanks import read_tests, read_treebanks
from yardsticks import sentence_keys, shares, without

#: An article of which more than this share of sentences is on a yardstick is left out whole.
MOST_SHARED = 0.1
LONGEST = 90  # words of a raw sentence


def cut(text, language):
    return [dict(words=[text[a:b] for a, b in offsets], language=language,
                 spaced=[k == 0 or offsets[k - 1][1] < a for k, (a, _) in enumerate(offsets)])
            for offsets in sentences(text, language)]


def raw_articles(shared):
    """Sentences of the annotated articles that may be trained on (silver and wire), as plain text."""
    for folder in ("dev/silver", "wire"):
        for path in sorted(glob.glob(os.path.join(shared, folder, "articles", "*"))):
            text = unicodedata.normalize("NFC", open(path, encoding="utf8").read())
            text = re.sub(r"(?s)^---\n.*?\n---\n", "", text)
            yield cut(text, "en" if "-en-" in os.path.basename(path) else "fr")


def english_texts(shared):
    """Sentences of GUM's open genres as plain text: its text is free (CC BY or public domain), its annotation is not read."""
    for line in open(os.path.join(shared, "data/ud/UD_English-GUM/en_gum_open-ud-train.conllu"), encoding="utf8"):
        if line.startswith("# text = "):
            yield from cut(unicodedata.normalize("NFC", line[9:].strip()), "en")


def main(out, shared):
    tests = read_tests(shared)
    keys = sentence_keys(shared, [*tests.values(), read_uner(shared, "test")], sentences)
    trees, development = read_treebanks(shared)
    chosen_by = sentence_keys("", [*development.values()], sentences)
    trees = {k: without(ss, keys | chosen_by) for k, ss in trees.items()}
    winer, dropped = [], []
    for name, ss in read_winer(shared, TRAINING):
        (dropped if shares(ss, keys) > MOST_SHARED else winer).append((name, without(ss, keys)))
    names = dict(winer=[s for _, ss in winer for s in ss], uner=without(read_uner(shared, "dev"), keys))
    development_names = dict(winer=[s for _, ss in read_winer(shared, DEVELOPMENT) for s in without(ss, keys)])
    wrapped = open(os.path.join(shared, "data/ud/raw/fr_gsd-train-text.txt"), encoding="utf8").read()
    raw = dict(web=cut(unicodedata.normalize("NFC", wrapped.replace("\n", " ")), "fr"),
               news=[dict(words=s["words"], spaced=s["spaced"], language="fr") for _, ss in winer for s in ss],
               articles=[s for ss in raw_articles(shared) for s in ss], english=list(english_texts(shared)))
    seen, unique = set(keys | chosen_by), {}
    for k, ss in raw.items():
        unique[k] = []
        for s in without(ss, keys | chosen_by):
            mark = tuple(s["words"])
            if 3 <= len(mark) <= LONGEST and mark not in seen:
                seen.add(mark)
                unique[k].append(s)
    count = lambda d: {k: (len(ss), sum(len(s["words"]) for s in ss)) for k, ss in d.items()}
    report = dict(trees=count(trees), names=count(names), raw=count(unique), development=count(development),
                  development_names=count(development_names), articles_left_out=[n for n, _ in dropped])
    print(json.dumps(report, indent=1))
    torch.save(dict(trees=trees, names=names, raw=unique, development=development,
                    development_names=development_names, report=report), out)


if __name__ == "__main__":
    main(*sys.argv[1:])

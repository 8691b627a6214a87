"""spaCy's fr_core_news_md, all its parts, over raw texts: one JSON line. python spacy_side.py TEXTS.json [TREEBANK.conllu …]

TEXTS.json holds a list of texts. tokens per CPU-second one text at a time and batched (nlp.pipe), load in s, peak memory in
MB; for each treebank, figures on its gold tokens, contractions folded.
"""
import json
import os
import resource
import sys
import time

import spacy
from spacy.tokens import Doc

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "training", "encoder"))
from measures import tree_percentages  # noqa: E402
from treebanks import read_conllu  # noqa: E402


def rate(run):
    begun = time.process_time()
    tokens = sum(len(doc) for doc in run())
    return tokens / (time.process_time() - begun)


def found(doc):
    return dict(upos=[t.pos_ for t in doc], heads=[0 if t.head.i == t.i else t.head.i + 1 for t in doc], lemmas=[t.lemma_ for t in doc],
                relations=["root" if t.dep_ == "ROOT" else t.dep_ for t in doc])


def tree_figures(nlp, path):
    gold = read_conllu(path, "fr")
    docs = [Doc(nlp.vocab, words=s["words"], spaces=[*s["spaced"][1:], True], sent_starts=[True] + [False] * (len(s["words"]) - 1))
            for s in gold]
    return tree_percentages((s, found(doc)) for s, doc in zip(gold, nlp.pipe(docs)))


def main(texts, *treebanks):
    texts = json.load(open(texts, encoding="utf8"))
    begun = time.perf_counter()
    nlp = spacy.load("fr_core_news_md")
    load = time.perf_counter() - begun
    for _ in nlp.pipe(texts[:4]):
        pass
    single = rate(lambda: (nlp(t) for t in texts))
    batched = rate(lambda: nlp.pipe(texts))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    accuracy = {os.path.basename(p): tree_figures(nlp, p) for p in treebanks}
    print(json.dumps(dict(name=f"spaCy {spacy.__version__} fr_core_news_md", single=single, batched=batched, load=load,
                          memory=memory, accuracy=accuracy)))


if __name__ == "__main__":
    main(*sys.argv[1:])

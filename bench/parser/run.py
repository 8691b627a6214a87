"""Our analyser beside spaCy's fr_core_news_md on the same raw text in the same run, one thread each.

  npm run build && pip install -r bench/parser/requirements.txt
  python bench/parser/run.py [FOLDER of French texts] [--shared ../shared]

Without a folder the French articles of examples/. With --shared, accuracy on the test files of Sequoia and GSD too.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
ONE_THREAD = {k: "1" for k in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}
LEAST_CHARACTERS = 400_000  # the texts are repeated up to it, so that a run lasts some seconds


def side(command):
    out = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD}).stdout
    return json.loads(out.strip().split("\n")[-1])


def read_texts(folder):
    texts = [re.sub(r"(?s)^---\n.*?\n---\n", "", open(p, encoding="utf8").read()) for p in sorted(glob.glob(os.path.join(folder, "*")))
             if "-en-" not in os.path.basename(p)]
    size = sum(map(len, texts))
    return texts * -(-LEAST_CHARACTERS // max(1, size))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("folder", nargs="?", default=os.path.join(ROOT, "examples", "articles"))
    a.add_argument("--shared")
    a = a.parse_args()
    treebanks = [os.path.join(a.shared, "data/ud", p) for p in
                 ("UD_French-Sequoia/fr_sequoia-ud-test.conllu", "UD_French-GSD/fr_gsd-ud-test.conllu")] if a.shared else []
    with tempfile.TemporaryDirectory() as d:
        file = os.path.join(d, "texts.json")
        json.dump(read_texts(a.folder), open(file, "w", encoding="utf8"))
        theirs = side([sys.executable, os.path.join(HERE, "spacy_side.py"), file, *treebanks])
        ours = side(["node", os.path.join(HERE, "wiregraph_side.mjs"), file])
    if treebanks:
        score = os.path.join(ROOT, "training", "encoder", "score.py")
        found = json.loads(subprocess.run([sys.executable, score, a.shared, "sequoia", "gsd"], check=True, capture_output=True, text=True).stdout)
        ours["accuracy"] = {os.path.basename(t): found[k] for t, k in zip(treebanks, ("sequoia", "gsd"))}
    for r in (theirs, ours):
        print(f"{r['name']}\n  tokens per CPU-second {r['single']:.0f} one text at a time, {r['batched']:.0f} batched"
              f" · load {r['load']:.1f} s · peak {r['memory']:.0f} MB")
        for name, figures in r.get("accuracy", {}).items():
            print(f"  {name}: {figures}")
    print(f"ours / theirs: ×{ours['single'] / theirs['single']:.2f} one text at a time, ×{ours['single'] / theirs['batched']:.2f} against their batches")


if __name__ == "__main__":
    main()

"""Forms and lemmas of French and English from simplemma (MIT): python export.py ../../models/lexicon

One gzipped text a language: "lemma form form …" a line, sorted; forms equal to their lemma are left out.
"""
import collections
import gzip
import re
import sys

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

WORD = re.compile(r"^[^\W\d_]{2,}(?:['-][^\W\d_]+)*$")


def main(folder):
    for language in ("fr", "en"):
        forms = collections.defaultdict(set)
        for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
            if form == form.lower() and lemma == lemma.lower() and WORD.match(form) and WORD.match(lemma):
                forms[lemma].add(form)
        lines = [" ".join([lemma] + sorted(f - {lemma})) for lemma, f in sorted(forms.items())]
        with open(f"{folder}/{language}.txt.gz", "wb") as out:
            out.write(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
        print(language, len(lines), "lemmas", sum(len(f) for f in forms.values()), "forms")


if __name__ == "__main__":
    main(sys.argv[1])

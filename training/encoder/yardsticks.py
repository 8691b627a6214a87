"""What no training text may hold: the sentences of the test files and of the development articles."""
import glob
import os
import re

SHORTEST = 5  # words: a shorter sentence ("Par Reuters.") may stand anywhere
WORD = re.compile(r"\w+")


def key(words):
    """Letters and digits of the sentence, lower-cased: spelling of spaces and quotes does not matter."""
    return "".join(WORD.findall(" ".join(words).lower()))


def sentence_keys(shared, tests, cut):
    """Keys of every sentence of tests (lists of sentences) and of the development articles."""
    keys = {key(s["words"]) for ss in tests for s in ss if len(s["words"]) >= SHORTEST}
    for path in glob.glob(os.path.join(shared, "dev", "articles", "*.txt")):
        text = re.sub(r"(?s)^---\n.*?\n---\n", "", open(path, encoding="utf8").read())
        language = "en" if "-en-" in os.path.basename(path) else "fr"
        for offsets in cut(text, language):
            if len(offsets) >= SHORTEST:
                keys.add(key([text[a:b] for a, b in offsets]))
    return keys


def without(ss, keys):
    return [s for s in ss if key(s["words"]) not in keys]


def shares(ss, keys):
    """Share of an article's sentences that are on the yardstick."""
    return sum(key(s["words"]) in keys for s in ss) / max(1, len(ss))

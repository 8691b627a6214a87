"""Noise that real news has and treebanks lack: capitals, lost accents, lost final stops, spaces before punctuation."""
import unicodedata

UPPER, ACCENTS, STOP, SPACE = 0.03, 0.04, 0.05, 0.1
UNKNOWN_PIECE = 0.02  # share of pieces that become <unk>
SPACED_MARKS = {":", ";", "!", "?", "»", "%"}


def plain(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def noisy(s, rng):
    """The sentence itself, or a copy with one kind of noise; labels stay those of the tokens."""
    x = rng.random()
    if x < UPPER:
        return dict(s, words=[w.upper() for w in s["words"]])
    if x < UPPER + ACCENTS and s["language"] == "fr":
        return dict(s, words=[plain(w) for w in s["words"]])
    if "T" in s:  # annotated for the reader: its labels count tokens
        return s
    if x < UPPER + ACCENTS + SPACE and s["language"] == "fr":
        return dict(s, spaced=[sp or w in SPACED_MARKS for w, sp in zip(s["words"], s["spaced"])])
    if x < UPPER + ACCENTS + SPACE + STOP and s["words"][-1] == "." and len(s["words"]) > 3:
        if "heads" not in s or (s["heads"][-1] != 0 and len(s["words"]) not in s["heads"]):
            return {k: v[:-1] if isinstance(v, list) else v for k, v in s.items()}
    return s

"""Sentences and tokens of an article, cut by the same patterns as src/language/tokenizer.ts.

Source of every pattern and word: src/language/tokenization.json.
"""
import json
import os

import regex

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
DATA = json.load(open(os.path.join(ROOT, "src", "language", "tokenization.json"), encoding="utf8"))


def _compile(language):
    words = sorted(DATA["titles"] + DATA["abbreviations"], key=lambda w: (-len(w), w))
    abbreviations = "|".join(regex.escape(w, special_only=True) + r"\." for w in words)
    parts = []
    for pattern in DATA["patterns"][language]:
        # Only the abbreviations and the capitals of initials depend on case.
        fixed = pattern.startswith("(?:{abbreviations})") or pattern.startswith("[A-Z]") or pattern.startswith("(?:[A-Z]")
        p = (pattern.replace("{abbreviations}", abbreviations).replace("{W}", DATA["word_character"])
             .replace("{A}", DATA["apostrophe"]).replace("{H}", DATA["hyphen"]))
        parts.append(regex.compile(p, 0 if fixed else regex.I))
    return parts


PATTERNS = {language: _compile(language) for language in DATA["patterns"]}
TITLES = set(DATA["titles"])
ABBREVIATIONS = set(DATA["abbreviations"])
STARTERS = set(DATA["sentence_starters"])
BOUNDARY = regex.compile(r"""\n+|[.!?…]+[\"»”’')\]]*(?:[\u00a0\u202f ][»”])?\s+(?=[\"«“‘'(\[—–-]*\s*[\p{Lu}\d])""")
SPACE = regex.compile(r"\s+")


def tokens(text, start, end, language):
    """Token offsets [(start, end)] that tile text[start:end] but for white space."""
    out, p, patterns = [], start, PATTERNS[language]
    while p < end:
        m = SPACE.match(text, p, end)
        if m:
            p = m.end()
            continue
        for pattern in patterns:
            m = pattern.match(text, p, end)
            if m and m.end() > p:
                break
        out.append((p, m.end()))
        p = m.end()
    return out


def _ends_sentence(text, m):
    """Whether a full stop that a capital follows closes a sentence, or only an abbreviation."""
    if m.group().startswith("\n"):
        return True
    before = text[max(0, m.start() - 12):m.start()]
    after = regex.match(r"[\"«“‘'(\[—–-]*\s*([\p{L}\p{N}]+)", text[m.end():m.end() + 40])
    if m.group()[0] == ".":
        word = regex.search(r"([\p{L}.]+)$", before)
        if word:
            w = word.group(1)
            if w in TITLES:
                return False
            if w in ABBREVIATIONS and after and after.group(1)[0].isdigit():
                return False
            if regex.fullmatch(r"\p{Lu}|(?:\p{Lu}\.)+\p{Lu}", w):
                return bool(len(w) > 1 and after and after.group(1) in STARTERS)
    return True


def sentences(text, language):
    """Sentences as lists of token offsets, longest_sentence tokens at most each."""
    cuts = [0] + [m.end() for m in BOUNDARY.finditer(text) if _ends_sentence(text, m)] + [len(text)]
    out = []
    for a, b in zip(cuts, cuts[1:]):
        ts = tokens(text, a, b, language)
        while len(ts) > DATA["longest_sentence"]:
            n = DATA["longest_sentence"]
            k = next((i + 1 for i in range(n - 1, n // 2, -1) if text[ts[i][0]:ts[i][1]] in (";", ":", ",")), n)
            out.append(ts[:k])
            ts = ts[k:]
        if ts:
            out.append(ts)
    return out

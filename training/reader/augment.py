"""Sentences told of others: names changed for names of the same type and length, so that the reader learns what is said rather than of whom."""
import collections

import torch

CAPITAL = str.isupper


class Names:
    def __init__(self, corpus, share):
        """corpus: sentences with words, tag and T (type and span by head token); share: of sentences that are changed."""
        self.share, self.pool = share, collections.defaultdict(set)
        for s in corpus:
            for key, words in self._names(s):
                self.pool[key].add(tuple(words))
        self.pool = {k: sorted(v) for k, v in self.pool.items()}

    @staticmethod
    def _names(s, with_place=False):
        """(key, words) of each mention that is all proper nouns; key: type, language, what each word looks like."""
        for head, (kind, first, last) in s["T"].items():
            words = s["words"][first:last]
            if kind < 0 or not all(s["tag"][k] == "PROPN" for k in range(first, last)):
                continue
            vowel = [w[:1].lower() in "aeiouyhâéèêëîïôöûü" for w in words[:1]]  # "l'Iran" is not "l'Soudan"
            key = (kind, s["language"], *vowel, *((CAPITAL(w[:1]), CAPITAL(w) and len(w) > 1) for w in words))
            yield (key, words, first) if with_place else (key, words)

    def changed(self, s, rng):
        """The sentence itself, or a copy with other names; all that is annotated stays at its token."""
        if rng.random() >= self.share:
            return s
        words, other = list(s["words"]), {}
        for key, name, first in self._names(s, True):
            new = other.setdefault(tuple(name), rng.choice(self.pool[key]))
            words[first:first + len(name)] = new
        return {**s, "words": words}


def withheld(s, share, rng):
    """The sentence itself, or without what the trigger lexicon says of it: the reader is not to lean on it where a word is missing there, and what
    it adds can be measured on one and the same network."""
    return s if rng.random() >= share else {**s, "ready": {**s["ready"], "senses": torch.zeros(0, 3)}}

"""What figures are counted over, in percent. No dependencies: bench/parser uses it too.

Punctuation is left out of trees, subtypes are stripped, contractions are folded by who reads the treebank.
"""
import collections

#: Parts of speech whose lemmas are scored: treebanks disagree on the lemmas of pronouns and determiners.
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV"}
NAME_KINDS = ("PER", "LOC", "ORG")
#: What each figure is a share of.
_OF = dict(las="words", uas="words", las_subtypes="words", upos="tokens", lemma="content", feats="tokens")


def base(relation):
    return relation.split(":")[0]


def tree_percentages(pairs):
    """pairs: (gold sentence, its found upos, heads, relations and lemmas, and feats where they are scored, as lists)."""
    c = collections.Counter()
    scored = ["las", "uas", "las_subtypes", "upos", "lemma"]
    for gold, found in pairs:
        if "feats" in found and "feats" not in scored:
            scored.append("feats")
        for j, upos in enumerate(gold["upos"]):
            c["tokens"] += 1
            c["upos"] += found["upos"][j] == upos
            c["feats"] += "feats" in found and found["feats"][j] == gold["feats"][j]
            if upos in CONTENT:
                c["content"] += 1
                c["lemma"] += found["lemmas"][j].lower() == gold["lemmas"][j].lower()
            if upos != "PUNCT":
                c["words"] += 1
                right = found["heads"][j] == gold["heads"][j]
                c["uas"] += right
                c["las"] += right and base(found["relations"][j]) == base(gold["relations"][j])
                c["las_subtypes"] += right and found["relations"][j] == gold["relations"][j]
    return {k: round(100 * c[k] / max(1, c[_OF[k]]), 2) for k in scored}


def spans(tags):
    out, i = set(), 0
    while i < len(tags):
        if tags[i] == "O":
            i += 1
            continue
        j = i + 1
        while j < len(tags) and tags[j] == "I-" + tags[i][2:]:
            j += 1
        out.add((i, j, tags[i][2:]))
        i = j
    return out


def name_percentages(pairs):
    """F1 of exact spans by kind and over all; pairs: (gold tags, found tags) of each sentence."""
    c = collections.Counter()
    for gold, found in pairs:
        gold, found = spans(gold), spans(found)
        for kind in (*NAME_KINDS, "micro"):
            of = lambda x: {q for q in x if kind in ("micro", q[2])}
            c[kind, "right"] += len(of(found) & of(gold))
            c[kind, "all"] += len(of(found)) + len(of(gold))
    return {k: round(200 * c[k, "right"] / max(1, c[k, "all"]), 2) for k in (*NAME_KINDS, "micro")}

"""What figures are counted over. No dependencies: bench/parser uses it too."""
#: Parts of speech whose lemmas are scored: treebanks disagree on the lemmas of pronouns and determiners.
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV"}


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

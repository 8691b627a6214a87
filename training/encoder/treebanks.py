"""CoNLL-U trees as training sentences: contractions folded into one token, relations mapped to what the grammar needs.

A sentence is a dict: words [N], spaced [N] (white space before the word), upos, heads (1-based, 0 the root), relations,
lemmas, feats [N][14], language; `mask_feats` where the treebank's features are not to be learnt.
"""
import os
import random

UD = "data/ud"
KEPT_SUBTYPES = {"nsubj:pass", "csubj:pass", "obl:agent", "aux:pass", "acl:relcl", "obl:arg", "flat:name", "flat:foreign",
                 "expl:subj", "nmod:poss", "compound:prt", "aux:tense", "aux:caus", "expl:pass", "expl:comp"}
FEATURES = ["Number", "Gender", "Person", "Tense", "VerbForm", "Mood", "Voice", "Polarity", "PronType", "Definite",
            "Degree", "NumType", "Poss", "Reflex"]
#: Treebanks in training: (path, language, most sentences or None, whether its features are usable, shortest length).
TRAINING = [("UD_French-Sequoia/fr_sequoia-ud-train", "fr", None, True, 1),
            ("UD_French-Sequoia/fr_sequoia-ud-dev", "fr", None, True, 1),
            ("UD_French-GSD/fr_gsd-ud-dev", "fr", None, True, 1),
            ("UD_French-FQB/fr_fqb-ud-test", "fr", 500, True, 1),
            ("UD_French-Rhapsodie/fr_rhapsodie-ud-train", "fr", 300, False, 9),
            ("UD_French-ParisStories/fr_parisstories-ud-train", "fr", 200, False, 9),
            ("UD_English-EWT/en_ewt-ud-train", "en", None, True, 1)]
TESTS = {"sequoia": ("UD_French-Sequoia/fr_sequoia-ud-test", "fr"), "gsd": ("UD_French-GSD/fr_gsd-ud-test", "fr"),
         "ewt": ("UD_English-EWT/en_ewt-ud-test", "en")}
#: Of the development files that are trained on, every k-th sentence is kept back to choose by.
KEPT_BACK = {"UD_French-Sequoia/fr_sequoia-ud-dev": 4, "UD_French-GSD/fr_gsd-ud-dev": 8}
DEVELOPMENT_EWT = ("UD_English-EWT/en_ewt-ud-dev", "en")


def map_relation(relation):
    return relation if relation in KEPT_SUBTYPES else relation.split(":")[0]


def _fold(rows, ranges, language):
    """One token for each contraction; it takes the tree place of the member whose head lies outside it."""
    n, of_range = len(rows), {}
    for first, last, form, space_after in ranges:
        for i in range(first, last + 1):
            of_range[i] = (first, last, form, space_after)
    tokens, new, i = [], {}, 1
    while i <= n:
        if i in of_range:
            first, last, form, space_after = of_range[i]
            members = list(range(first, last + 1))
            outward = next((m for m in members if not first <= int(rows[m - 1][6]) <= last), members[0])
            i = last + 1
        else:
            members, outward, form = [i], i, rows[i - 1][1]
            space_after = "SpaceAfter=No" not in rows[i - 1][9]
            i += 1
        for m in members:
            new[m] = len(tokens) + 1
        tokens.append((form, outward, space_after))
    s = dict(words=[], spaced=[], upos=[], heads=[], relations=[], feats=[], lemmas=[], language=language)
    space = True
    for form, outward, space_after in tokens:
        c = rows[outward - 1]
        feats = dict(x.split("=", 1) for x in c[5].split("|") if "=" in x)
        s["words"].append(form)
        s["spaced"].append(space)
        s["upos"].append(c[3])
        s["heads"].append(0 if c[6] == "0" else new[int(c[6])])
        s["relations"].append(map_relation(c[7]))
        s["feats"].append([feats.get(k, "_") for k in FEATURES])
        s["lemmas"].append(c[2])
        space = space_after
    return s


def read_conllu(path, language):
    out, rows, ranges = [], [], []
    with open(path, encoding="utf8") as f:
        for line in [*f, "\n"]:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    out.append(_fold(rows, ranges, language))
                rows, ranges = [], []
            elif not line.startswith("#"):
                c = line.split("\t")
                if "-" in c[0]:
                    first, last = map(int, c[0].split("-"))
                    ranges.append((first, last, c[1], "SpaceAfter=No" not in c[9]))
                elif "." not in c[0]:
                    rows.append(c)
    return out


def read_treebanks(shared):
    """(training sentences by treebank, development sentences by name)."""
    training, development = {}, {}
    for name, language, most, usable, shortest in TRAINING:
        ss = [s for s in read_conllu(os.path.join(shared, UD, name + ".conllu"), language) if len(s["words"]) >= shortest]
        if not usable:
            for s in ss:
                s["mask_feats"] = True
        if most is not None:
            ss = random.Random(1).sample(ss, min(most, len(ss)))
        if name in KEPT_BACK:
            k = KEPT_BACK[name]
            development[name.split("/")[1]] = ss[::k]
            ss = [s for i, s in enumerate(ss) if i % k]
        training[name] = ss
    development["en_ewt-ud-dev"] = read_conllu(os.path.join(shared, UD, DEVELOPMENT_EWT[0] + ".conllu"), "en")
    return training, development


def read_tests(shared):
    return {k: read_conllu(os.path.join(shared, UD, p + ".conllu"), language) for k, (p, language) in TESTS.items()}

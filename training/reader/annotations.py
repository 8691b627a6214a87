"""Our annotations of texts that are not ours: places in the text in place of its words.

python annotations.py pack TEXTS GOLD RAW OUT.jsonl     from articles (*.txt) with gold (*.json); RAW is what raw_articles.py wrote
python annotations.py unpack IN.jsonl RAW OUT_DIR       articles and gold again, as OUT_DIR/articles and OUT_DIR/gold

A line is an article: `of` the raw text that it is a stretch of, `from` and `to` in it (characters), `sha256` of the stretch; entities with
`aliases` and claims with `cue`, `trigger`, `attribution` as [start, end] in the stretch. A raw text that is missing or other than it was is told
and left out.
"""
import glob
import hashlib
import json
import os
import sys

PLACES = ("cue", "attribution")


def read(path):
    with open(path, encoding="utf8") as f:
        return f.read()


def name_of(path):
    return os.path.splitext(os.path.basename(path))[0]


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def place(text, words, begin=0):
    at = text.find(words, begin)
    if at < 0:
        raise ValueError(f"not in the text: {words[:60]}")
    return [at, at + len(words)]


def packed(name, text, gold, of, begin):
    """The line of one article."""
    entities = [{**{k: v for k, v in e.items() if k not in ("name", "aliases")}, "aliases": [place(text, a) for a in e["aliases"] if a in text]}
                for e in gold["entities"]]
    claims = []
    for c in gold["claims"]:
        c = dict(c)
        for key in PLACES:
            if isinstance(c.get(key), str):
                if c[key] in text:
                    c[key] = place(text, c[key])
                else:
                    del c[key]
        if "trigger" in c:
            c["trigger"] = place(text, c["trigger"], c["cue"][0])
        claims.append(c)
    return dict(article=name, language=gold["language"], published=gold["published"], of=of, **{"from": begin, "to": begin + len(text)},
                sha256=sha256(text), entities=entities, claims=claims)


def unpacked(line, text):
    """The gold file of a line whose stretch is `text`."""
    words = lambda at: text[at[0]:at[1]]
    entities = [{**e, "name": words(e["aliases"][0]) if e["aliases"] else e["id"], "aliases": [words(a) for a in e["aliases"]]} for e in line["entities"]]
    claims = [{**c, **{key: words(c[key]) for key in (*PLACES, "trigger") if isinstance(c.get(key), list)}} for c in line["claims"]]
    return dict(article=line["article"] + ".txt", language=line["language"], published=line["published"], entities=entities, claims=claims)


def pack(texts, golds, raw, out):
    raws = {name_of(p): read(p) for p in sorted(glob.glob(os.path.join(raw, "*.txt")))}
    lines = []
    for path in sorted(glob.glob(os.path.join(texts, "*.txt"))):
        name, text = name_of(path), read(path).strip()
        of = next((r for r, whole in raws.items() if text in whole), None)
        if of is None:
            print("in no raw text:", name, file=sys.stderr)
            continue
        gold = json.loads(read(os.path.join(golds, name + ".json")))
        lines.append(json.dumps(packed(name, text, gold, of, raws[of].find(text)), ensure_ascii=False))
    with open(out, "w", encoding="utf8") as f:
        f.write("\n".join(lines) + "\n")
    print(len(lines), "articles")


def unpack(path, raw, out):
    for folder in ("articles", "gold"):
        os.makedirs(os.path.join(out, folder), exist_ok=True)
    for line in map(json.loads, read(path).splitlines()):
        source = os.path.join(raw, line["of"] + ".txt")
        text = read(source)[line["from"]:line["to"]] if os.path.exists(source) else ""
        if sha256(text) != line["sha256"]:
            print(f"{line['article']}: its text in {line['of']} is missing or another one", file=sys.stderr)
            continue
        with open(os.path.join(out, "articles", line["article"] + ".txt"), "w", encoding="utf8") as f:
            f.write(text)
        with open(os.path.join(out, "gold", line["article"] + ".json"), "w", encoding="utf8") as f:
            json.dump(unpacked(line, text), f, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    dict(pack=pack, unpack=unpack)[sys.argv[1]](*sys.argv[2:])

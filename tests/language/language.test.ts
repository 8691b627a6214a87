import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readArticleFile } from "../../src/articles/read-article-file.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import { readConllu, writeConllu } from "../../src/language/conllu.js";
import { bestNames } from "../../src/language/decode.js";
import { frenchTense } from "../../src/language/french-tense.js";
import { cutLongSentence, splitSentences } from "../../src/language/sentences.js";
import type { Analysis, ArticleText, Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import CUTS from "./cuts.json" with { type: "json" };

const ROOT = path.resolve(import.meta.dirname, "../..");
const EXAMPLES = path.join(ROOT, "examples", "articles");

function examples(count: number): ArticleText[] {
  return readdirSync(EXAMPLES)
    .sort()
    .slice(0, count)
    .flatMap((f) => readArticleFile(readFileSync(path.join(EXAMPLES, f)), f, { published: null }).articles);
}

describe("tokenizer and sentence splitter", () => {
  it.each(Object.entries(CUTS.articles))("cut %s as the training does", (file, expected) => {
    const whole = readFileSync(path.join(ROOT, file), "utf8");
    const text = whole.replace(/^---\n[^]*?\n---\n+/u, "").trim();
    const sentences = splitSentences(text, 0, text.length, expected.language as Language);
    expect(sentences).toHaveLength(expected.sentences);
    expect(createHash("sha256").update(JSON.stringify(sentences)).digest("hex")).toBe(expected.sha256);
  });

  const cut = (text: string, language: Language) =>
    splitSentences(text, 0, text.length, language).map((s) => s.map(([a, b]) => text.slice(a, b)).join(" "));

  it.each<[Language, string, string[]]>([
    [
      "fr",
      "M. Esper a-t-il parlé à l'O.N.U. ? « Oui », dit-il.",
      ["M. Esper a -t-il parlé à l' O.N.U. ?", "« Oui » , dit -il ."],
    ],
    [
      "fr",
      "À 14h30, le 10/12/2016, 12 500 personnes, 3,5 %.",
      ["À 14h30 , le 10/12/2016 , 12 500 personnes , 3,5 % ."],
    ],
    [
      "fr",
      "PARIS (AFP) – J.-C. Trichet s'en va aujourd'hui.",
      ["PARIS ( AFP ) – J.-C. Trichet s' en va aujourd'hui ."],
    ],
    ["fr", "Le n° 2 de #Alep, cf. https://a.fr/b?c=1,2.", ["Le n° 2 de #Alep , cf. https://a.fr/b?c=1,2 ."]],
    ["fr", "Dites-moi. « C'est fini ! » Il part.", ["Dites -moi .", "« C' est fini ! »", "Il part ."]],
    ["fr", "- Un point\n- Deux\nTITRE\nEt la suite…", ["- Un point", "- Deux", "TITRE", "Et la suite …"]],
    [
      "en",
      "The U.S. said it won't go. Mr. Smith's forces don't.",
      ["The U.S. said it wo n't go .", "Mr. Smith 's forces do n't ."],
    ],
    [
      "en",
      '"We won," said Gen. Petraeus at 10:30 p.m. on Jan. 5.',
      ['" We won , " said Gen. Petraeus at 10:30 p.m. on Jan. 5 .'],
    ],
  ])("%s: %s", (language, text, expected) => {
    expect(cut(text, language)).toEqual(expected);
  });

  it("tokens lie in order, hold no white space and leave none of the rest out", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.constantFrom<Language>("fr", "en"),
        (text, language) => {
          const offsets = splitSentences(text, 0, text.length, language).flat();
          let at = 0;
          for (const [start, end] of offsets) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(at, start).trim()).toBe("");
            at = end;
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
    );
  });
});

describe("the encoder", () => {
  let native: Analysis[];
  let wasm: Analysis[];
  const articles = examples(6);
  beforeAll(async () => {
    const analyzeWith = async (backend: "onnxruntime-node" | "onnxruntime-web") => {
      const analyze = createAnalyzer((await loadResources(backend)).language);
      const out: Analysis[] = [];
      for (const article of articles) out.push(await analyze(article));
      return out;
    };
    native = await analyzeWith("onnxruntime-node");
    wasm = await analyzeWith("onnxruntime-web");
  }, 120_000);
  const tokensOf = (analyses: readonly Analysis[]) => analyses.flatMap((a) => a.sentences.flatMap((s) => s.tokens));

  it("gives every sentence one root, and heads within it", () => {
    for (const { sentences } of native)
      for (const { tokens } of sentences) {
        expect(tokens.filter((t) => t.head === -1)).toHaveLength(1);
        for (const t of tokens) expect(t.head).toBeLessThan(tokens.length);
      }
  });

  it("says the same natively and in WebAssembly, to 99.5 %", () => {
    const [a, b] = [tokensOf(native), tokensOf(wasm)];
    expect(a.length).toBe(b.length);
    for (const key of ["head", "relation", "upos", "name"] as const) {
      const same = a.filter((t, k) => t[key] === b[k]?.[key]).length;
      expect(same / a.length).toBeGreaterThanOrEqual(0.995);
    }
  });

  it("comes back from CoNLL-U with the same tokens", () => {
    native.forEach(({ sentences }, k) => {
      const article = articles[k];
      if (article === undefined) throw new Error("no article");
      const given = readConllu(writeConllu(article.file, article.text, sentences), article.file);
      expect(given.sentences.map((s) => s.map(([a, b]) => given.text.slice(a, b)))).toEqual(
        sentences.map((s) => s.tokens.map((t) => t.text)),
      );
    });
  });
});

const NAME_TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"];

/** Every valid BIO sequence of n tags. */
function validSequences(n: number): number[][] {
  if (n === 0) return [[]];
  return validSequences(n - 1).flatMap((before) =>
    NAME_TAGS.flatMap((tag, t) => {
      const last = NAME_TAGS[before.at(-1) ?? 0] ?? "O";
      return tag.startsWith("I-") && last.slice(2) !== tag.slice(2) ? [] : [[...before, t]];
    }),
  );
}

describe("name tags", () => {
  it("are the best of all valid BIO sequences", () => {
    const row = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const sum = (tags: readonly number[]) => tags.reduce((s, t, k) => s + (rows[k]?.[t] ?? 0), 0);
        const found = bestNames(Float32Array.from([0, 0, 0, 0, 0, ...rows.flat()]), rows.length, NAME_TAGS);
        const tags = found.map((tag) => NAME_TAGS.indexOf(tag));
        const valid = validSequences(rows.length);
        expect(valid).toContainEqual(tags);
        expect(sum(tags)).toBe(Math.max(...valid.map(sum)));
      }),
    );
  });
});

describe("long sentences", () => {
  it("are cut behind a comma of the second half of what fits, and nothing is lost", () => {
    const text = "un deux trois quatre cinq, six sept huit neuf dix onze";
    const [tokens = []] = splitSentences(text, 0, text.length, "fr");
    const parts = cutLongSentence(text, tokens, (rest) => Math.min(rest.length, 8));
    expect(parts.map((p) => text.slice(p[0]?.[0], p.at(-1)?.[1]))).toEqual([
      "un deux trois quatre cinq,",
      "six sept huit neuf dix onze",
    ]);
    expect(parts.flat()).toEqual(tokens);
  });

  it("that the encoder cannot take whole are read in parts, with a notice of the place", async () => {
    const analyze = createAnalyzer((await loadResources()).language);
    const long = Array.from({ length: 90 }, (_, k) => `Xzqwjkvbn${k}qzxkjwv`).join(" ");
    const text = `Un mot. ${long}, ${"𓀀".repeat(900)} ${long}.`;
    const article = {
      ...(examples(1)[0] as ArticleText),
      file: "long.txt",
      text,
      zones: [[0, text.length, "body"]] as const,
    };
    const { sentences, problems } = await analyze(article);
    expect(problems.map((p) => [p.code, p.file, p.offset, p.severity])).toEqual([
      ["sentence-cut", "long.txt", 8, "notice"],
    ]);
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.flatMap((s) => s.tokens.map((t) => t.text)).join("")).toBe(text.replaceAll(" ", ""));
  });
});

describe("French tenses by their form", () => {
  it.each([
    ["attaqueront", "attaquer", "Fut"],
    ["sera", "être", "Fut"],
    ["viendra", "venir", "Fut"],
    ["aurait", "avoir", "Cnd"],
    ["frapperaient", "frapper", "Cnd"],
    ["prendrait", "prendre", "Cnd"],
    ["préparait", "préparer", null],
    ["tirait", "tirer", null],
    ["attaqua", "attaquer", null],
  ])("%s of %s: %s", (form, lemma, expected) => {
    const tense = frenchTense(form, lemma);
    expect(tense === null ? null : tense.Mood === "Cnd" ? "Cnd" : tense.Tense).toBe(expected);
  });
});

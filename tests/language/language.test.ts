import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readArticleFile } from "../../src/articles/read-article-file.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import { readConllu, writeConllu } from "../../src/language/conllu.js";
import { frenchTense } from "../../src/language/french-tense.js";
import { splitSentences } from "../../src/language/sentences.js";
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

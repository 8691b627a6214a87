/** What the analyser reaches on the treebanks' test files, which lie beside the project and not in it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createSentenceAnalyzer } from "../../src/language/analyze.js";
import { readConllu } from "../../src/language/conllu.js";
import type { Language } from "../../src/model/text.js";
import { loadLanguage } from "../../src/pipeline/load-resources.js";

const UD = path.resolve(import.meta.dirname, "../../../shared/data/ud");

interface GoldToken {
  readonly upos: string;
  /** 1-based among the surface tokens, 0 the root. */
  readonly head: number;
  readonly relation: string;
}

const base = (relation: string): string => relation.split(":")[0] ?? relation;

/** Surface tokens of each sentence; a contraction has the tree place of the member whose head lies outside it. */
function readGold(conllu: string): GoldToken[][] {
  return conllu
    .trim()
    .split(/\n\n+/u)
    .map((block) => {
      const rows = block.split("\n").flatMap((line) => (line.startsWith("#") ? [] : [line.split("\t")]));
      const words = rows.filter(([id = ""]) => /^\d+$/u.test(id));
      const groups: number[][] = [];
      let covered = 0;
      for (const [id = ""] of rows) {
        const [first = 0, last = first] = id.split("-").map(Number);
        if (!/^\d+(?:-\d+)?$/u.test(id) || first <= covered) continue;
        groups.push(Array.from({ length: last - first + 1 }, (_, k) => first + k));
        covered = last;
      }
      const surface = new Map(groups.flatMap((group, k) => group.map((word) => [word, k + 1] as const)));
      return groups.map((group) => {
        const headOf = (word: number) => Number(words[word - 1]?.[6]);
        const outward = group.find((word) => !group.includes(headOf(word))) ?? group[0] ?? 1;
        const row = words[outward - 1] ?? [];
        return { upos: row[3] ?? "", head: surface.get(headOf(outward)) ?? 0, relation: base(row[7] ?? "") };
      });
    });
}

async function figures(file: string, language: Language) {
  const conllu = readFileSync(path.join(UD, file), "utf8");
  const { text, sentences } = readConllu(conllu, file);
  const gold = readGold(conllu);
  const analyze = createSentenceAnalyzer((await loadLanguage()).language);
  let [tokens, upos, words, las] = [0, 0, 0, 0];
  for (const [k, offsets] of sentences.entries()) {
    const { tokens: found } = await analyze(text, offsets, language);
    const wanted = gold[k] ?? [];
    expect(found.length).toBe(wanted.length);
    wanted.forEach((token, i) => {
      const own = found[i];
      tokens++;
      if (own?.upos === token.upos) upos++;
      if (token.upos === "PUNCT") return;
      words++;
      if (own !== undefined && own.head + 1 === token.head && base(own.relation) === token.relation) las++;
    });
  }
  return { upos: (100 * upos) / tokens, las: (100 * las) / words };
}

if (!existsSync(UD)) {
  console.warn("The figures on treebanks are left out: ../shared is not here.");
  it.skip("needs ../shared", () => {});
} else {
  describe("figures on treebanks", () => {
    it.each([
      ["UD_French-Sequoia/fr_sequoia-ud-test.conllu", "fr", 92, 98.3],
      ["UD_French-GSD/fr_gsd-ud-test.conllu", "fr", 88.2, 96.8],
      ["UD_English-EWT/en_ewt-ud-test.conllu", "en", 88.6, 96],
    ] as const)(
      "%s",
      async (file, language, las, upos) => {
        const found = await figures(file, language);
        expect(found.las).toBeGreaterThanOrEqual(las);
        expect(found.upos).toBeGreaterThanOrEqual(upos);
      },
      120_000,
    );
  });
}

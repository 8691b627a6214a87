/** Antecedents on short texts, analysed by the real model; mentions are given. */
import { beforeAll, describe, expect, it } from "vitest";
import type { NodeType } from "../../graph/model.js";
import { findAntecedents } from "../../src/entities/find-antecedents.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Mention } from "../../src/model/mention.js";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

type Named = Readonly<Record<string, NodeType>>;
type Case = [language: Language, text: string, mentions: Named, pronoun: string, antecedent: string | null];
const CASES: Case[] = [
  ["fr", "Le FLT a pris Gao. Il a tué dix soldats.", { FLT: "armed_group", Gao: "city" }, "Il", "FLT"],
  ["fr", "Le FLT a perdu Gao. Son chef a fui.", { FLT: "armed_group", Gao: "city" }, "Son", "FLT"],
  ["fr", "Les rebelles ont fui. Leurs camps brûlent.", { rebelles: "armed_group" }, "Leurs", "rebelles"],
  ["fr", "Diallo a été arrêté. La police l'accuse.", { Diallo: "person", police: "military" }, "l'", "Diallo"],
  [
    "fr",
    "Diallo a rencontré Sidibé. Ce dernier a refusé.",
    { Diallo: "person", Sidibé: "person" },
    "dernier",
    "Sidibé",
  ],
  ["fr", "Les rebelles ont fui. Le dernier combat est fini.", { rebelles: "armed_group" }, "dernier", null],
  ["fr", "Le FLT a pris la ville.", { FLT: "armed_group" }, "la", null],
  ["fr", "Diallo est mort. Il faut partir.", { Diallo: "person" }, "Il", null],
  [
    "fr",
    "Diallo a parlé mardi. « Le FLT a fui », a-t-il déclaré.",
    { Diallo: "person", FLT: "armed_group" },
    "il",
    "Diallo",
  ],
  ["en", "The FLT left Gao. Its leader fled.", { FLT: "armed_group", Gao: "city" }, "Its", "FLT"],
  ["en", "Diallo met Sidibe. The latter refused.", { Diallo: "person", Sidibe: "person" }, "latter", "Sidibe"],
  ["en", "Diallo met Sidibe. His army won.", { Diallo: "person", Sidibe: "person" }, "His", "Diallo"],
];

describe("findAntecedents", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s: %s %o: %s is %s", async (language, text, named, pronoun, antecedent) => {
    const { sentences } = await analyze(articleOf(text, language));
    const mentions = sentences.flatMap((s) =>
      s.tokens.flatMap((t, head): Mention[] => {
        const type = Object.hasOwn(named, t.text) ? named[t.text] : undefined;
        if (type === undefined) return [];
        const { start, end } = t;
        return [
          { sentence: s.index, head, first: head, last: head + 1, start, end, form: "name", type, probability: 1 },
        ];
      }),
    );
    expect(mentions).toHaveLength(Object.keys(named).length);
    const found = findAntecedents(sentences, mentions).filter(
      (a) => text.slice(a.pronoun.start, a.pronoun.end) === pronoun,
    );
    const names = found.map(({ mention }) => text.slice(mentions[mention]?.start, mentions[mention]?.end));
    expect(names).toEqual(antecedent === null ? [] : [antecedent]);
  });
});

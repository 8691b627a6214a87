/** Days that go on from sentence to sentence, on texts analysed by the real model. */
import { beforeAll, describe, expect, it } from "vitest";
import { carryDates } from "../../src/claims/carry-dates.js";
import { datesTold } from "../../src/claims/dates-told.js";
import type { QualifiedClaim } from "../../src/claims/qualify-claims.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf, titledArticleOf } from "../article-of.js";

const TUESDAY = "2019-12-31";
/** Of the second trigger: its day, or null. The first has its own date. */
const CASES: [Language, string, string, string, string | null][] = [
  ["fr", "Des rebelles ont attaqué le camp mardi. Six soldats ont été tués.", "attaqué", "tués", TUESDAY],
  ["fr", "Des rebelles ont attaqué le camp mardi. Six soldats avaient été tués à Gao.", "attaqué", "tués", null],
  ["fr", "Des rebelles ont attaqué le camp mardi. Six soldats ont été tués en 2012.", "attaqué", "tués", null],
  [
    "fr",
    "Des rebelles ont attaqué le camp mardi. Il pleuvait mercredi. Six soldats ont été tués.",
    "attaqué",
    "tués",
    "2020-01-01",
  ],
  [
    "fr",
    "Des rebelles ont attaqué le camp mardi. Il pleut depuis mai. Six soldats ont été tués.",
    "attaqué",
    "tués",
    null,
  ],
  ["en", "Rebels attacked the camp on Tuesday. Six soldiers were killed.", "attacked", "killed", TUESDAY],
  ["en", "Rebels attacked the camp on Tuesday. Six soldiers had been killed in Gao.", "attacked", "killed", null],
];

describe("carryDates", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s: %s", async (language, text, first, second, day) => {
    const { sentences } = await analyze(articleOf(text, language));
    const claim = (word: string, from: string | null): QualifiedClaim => {
      const sentence = sentences.find((s) => s.tokens.some((t) => t.text === word));
      if (sentence === undefined) throw new Error(`"${word}" does not stand there`);
      const when = from === null ? null : ({ from, to: from, precision: "day", basis: "relative" } as const);
      return {
        ...{
          sentence: sentence.index,
          source: null,
          target: 0,
          relation: "KILLED",
          status: "asserted",
          probability: 1,
        },
        ...{ rule: "", by: null, attribution: null, where: null, toll: {}, mode: null },
        trigger: sentence.tokens.findIndex((t) => t.text === word),
        when,
      };
    };
    const dates = datesTold(sentences, text, "2020-01-02");
    const carried = carryDates(sentences, [claim(first, TUESDAY), claim(second, null)], dates);
    expect(carried.map((c) => c.when?.from ?? null)).toEqual([TUESDAY, day]);
  });

  it("goes on from what was carried", async () => {
    const quiet = "La nuit était froide. ";
    const text = `Des rebelles ont attaqué le camp mardi. ${quiet}${quiet}Six soldats ont été tués. ${quiet}${quiet}Dix autres ont été blessés.`;
    const { sentences } = await analyze(articleOf(text, "fr"));
    const claims = (["attaqué", "tués", "blessés"] as const).map((word, k): QualifiedClaim => {
      const sentence = sentences.find((s) => s.tokens.some((t) => t.text === word));
      if (sentence === undefined) throw new Error(`"${word}" does not stand there`);
      const when = k > 0 ? null : ({ from: TUESDAY, to: TUESDAY, precision: "day", basis: "relative" } as const);
      return {
        ...{ sentence: sentence.index, source: null, target: 0, relation: "KILLED", status: "asserted" },
        ...{ probability: 1, rule: "", by: null, attribution: null, where: null, toll: {}, mode: null },
        trigger: sentence.tokens.findIndex((t) => t.text === word),
        when,
      };
    });
    const dates = datesTold(sentences, text, "2020-01-02");
    expect(carryDates(sentences, claims, dates).map((c) => c.when?.from)).toEqual([TUESDAY, TUESDAY, TUESDAY]);
  });

  it.each([
    ["BROKE_TIES_WITH", "BROKE_TIES_WITH", TUESDAY],
    ["BROKE_TIES_WITH", "CONDEMNED", null],
  ] as const)("a title's %s has the day of the lead's %s: %s", async (relation, ofLead, day) => {
    const article = titledArticleOf(
      "Quatre pays rompent avec Doha",
      "Des heurts ont éclaté lundi. Quatre pays ont rompu mardi avec le Qatar.",
    );
    const { sentences } = await analyze(article);
    const told = { source: null, target: 0, status: "asserted", probability: 1, trigger: 2, rule: "test" } as const;
    const rest = { by: null, attribution: null, where: null, toll: {}, mode: null };
    const when = { from: TUESDAY, to: TUESDAY, precision: "day", basis: "relative" } as const;
    const claims: QualifiedClaim[] = [
      { ...told, ...rest, relation, sentence: 0, when: null },
      { ...told, ...rest, relation: ofLead, sentence: 2, when },
    ];
    const dates = datesTold(sentences, article.text, "2020-01-02");
    expect(carryDates(sentences, claims, dates)[0]?.when?.from ?? null).toBe(day);
  });
});

/** Days that a sentence's other clause gives to an act of violence, on texts analysed by the real model. */
import { beforeAll, describe, expect, it } from "vitest";
import { datesTold } from "../../src/claims/dates-told.js";
import type { QualifiedClaim } from "../../src/claims/qualify-claims.js";
import { shareDates } from "../../src/claims/share-dates.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

/** Text, trigger, the day given to it or null. */
const CASES: [string, string, string | null][] = [
  ["Les obus que l'armée a tirés mardi sur le camp ont tué six soldats.", "tué", "2019-12-31"],
  ["L'attentat de mardi a provoqué un incendie où six soldats ont péri.", "péri", "2019-12-31"],
  ["Le ministre a indiqué mardi que six soldats ont été tués.", "tués", null],
  ["Six soldats ont péri dans l'incendie, a annoncé mardi le ministre.", "péri", null],
  ["Le ministre a visité mardi le camp où six soldats avaient été tués.", "tués", null],
  ["Mardi et le 4 mai, des obus sont tombés sur le pont où six soldats ont péri.", "péri", null],
];

describe("shareDates", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s (%s)", async (text, word, day) => {
    const { sentences } = await analyze(articleOf(text, "fr"));
    const trigger = sentences[0]?.tokens.findIndex((t) => t.text === word) ?? -1;
    const claim: QualifiedClaim = {
      ...{ sentence: 0, source: null, target: 0, relation: "KILLED", status: "asserted", probability: 1, rule: "" },
      ...{ by: null, attribution: null, where: null, toll: {}, mode: null, when: null, trigger },
    };
    const { dates } = datesTold(sentences, text, "2020-01-02");
    expect(shareDates(sentences, [claim], dates)[0]?.when?.from ?? null).toBe(day);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Relation, Status } from "../../graph/model.js";
import { datesTold } from "../../src/claims/dates-told.js";
import { qualifyClaims } from "../../src/claims/qualify-claims.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";
import PAIRS from "./factuality.json" with { type: "json" };

type Case = [language: Language, text: string, trigger: string, relation: Relation, status: Status];
type Named = [name: string, ...Case];

/** The cases with their class before them, so that a failure names it. */
const casesOf = (classes: Readonly<Record<string, unknown>>): Named[] =>
  Object.entries(classes).flatMap(([name, cases]) => (cases as Case[]).map((c): Named => [name, ...c]));
const CASES = casesOf(PAIRS.classes);
const GAPS = casesOf(PAIRS.known_gaps);

describe("factuality on minimal pairs", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });

  /** The status that an asserted claim on this word keeps; its tree is shown where SHOW_TREES is set. */
  async function statusOf([name, language, text, word, relation]: Named): Promise<Status | null> {
    const { sentences } = await analyze(articleOf(text, language));
    const places = sentences.flatMap((s) => s.tokens.flatMap((t, k) => (t.text === word ? [[s, k] as const] : [])));
    const [place, ...others] = places;
    if (place === undefined || others.length > 0)
      throw new Error(`"${word}" stands ${places.length} times in: ${text}`);
    const [sentence, trigger] = place;
    if (process.env.SHOW_TREES)
      console.log(
        sentence.tokens.map((t, k) => `${k}:${t.text}/${t.lemma}/${t.upos}>${t.head}:${t.relation}`).join(" "),
      );
    // Who did it to whom is known but for the open agent, and stands outside: only the words matter here.
    const ends = { source: name === "open_agent" ? null : 0, target: 0, probability: 1, rule: "test" };
    const claim = { ...ends, sentence: sentence.index, relation, trigger, status: "asserted" as const };
    return qualifyClaims(sentences, text, datesTold(sentences, text, null), [], [claim])[0]?.status ?? null;
  }

  it.each(CASES)("%s · %s: %s (%s, %s) is %s", async (...named) => {
    expect(await statusOf(named)).toBe(named[5]);
  });

  it.each(GAPS)("%s, known gap · %s: %s (%s, %s) is not yet %s", async (...named) => {
    expect(await statusOf(named)).not.toBe(named[5]);
  });

  it("holds enough cases, no case twice, as many of either language, and few gaps", () => {
    const all = [...CASES, ...GAPS];
    const french = all.filter(([, language]) => language === "fr").length;
    expect(all.length).toBeGreaterThanOrEqual(420);
    expect(Math.abs(french / all.length - 0.5)).toBeLessThan(0.05);
    expect(GAPS.length / all.length).toBeLessThanOrEqual(0.05);
    expect(new Set(all.map((named) => named.slice(0, 5).join(" "))).size).toBe(all.length);
  });
});

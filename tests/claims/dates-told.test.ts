/** The day that each sentence may go back to, on texts analysed by the real model. */
import { beforeAll, describe, expect, it } from "vitest";
import { datesTold } from "../../src/claims/dates-told.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

/** Days of the last sentence. */
const CASES: [string, string[]][] = [
  ["Des rebelles ont attaqué le camp lundi. La veille, la foule avait fui.", ["2019-12-29"]],
  [
    "Des rebelles ont attaqué le camp lundi. Leur chef, qui avait été élu le 4 mai, est mort. La veille, la foule avait fui.",
    ["2019-12-29"],
  ],
  [
    "Des rebelles ont attaqué le camp lundi. Le ministre a déclaré mercredi que le camp tenait. La veille, la foule avait fui.",
    ["2019-12-29"],
  ],
  ["Le pont a été pris le 4 mai 2018.\n\nLa veille, la foule a fui.", ["2020-01-01"]],
  ["Leur chef, qui avait été élu le 4 mai, est mort. Ce jour-là, la foule avait fui.", ["2019-05-04"]],
  ["GAO, 2 janvier (Agence) - Des rebelles ont attaqué le camp lundi.", ["2019-12-30"]],
];

describe("datesTold", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s", async (text, days) => {
    const { sentences } = await analyze(articleOf(text, "fr"));
    expect(
      datesTold(sentences, text, "2020-01-02")
        .dates.at(-1)
        ?.map((d) => d.when.from),
    ).toEqual(days);
  });
});

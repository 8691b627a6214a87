import { beforeAll, describe, expect, it } from "vitest";
import type { Relation, Status } from "../../graph/model.js";
import { effectsOn, weaker } from "../../src/claims/factuality.js";
import { reportBeside, sourcePhrase } from "../../src/claims/speaker.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Language, Sentence } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";
import PAIRS from "./factuality.json" with { type: "json" };

type Case = [language: Language, text: string, trigger: string, relation: Relation, status: Status];
const CASES = PAIRS.cases as Case[];

/** The status that an asserted claim keeps: what the product takes, but for quotation marks. */
function statusOf(sentence: Sentence, trigger: number, relation: Relation): Status {
  const heard = effectsOn(sentence, trigger, relation).map((e) => e.status);
  const isReported = sourcePhrase(sentence, trigger) >= 0 || reportBeside(sentence, trigger) >= 0;
  return [...heard, ...(isReported ? (["reported"] as const) : [])].reduce<Status>(weaker, "asserted");
}

describe("factuality on minimal pairs", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s: %s (%s, %s) is %s", async (language, text, word, relation, expected) => {
    const { sentences } = await analyze(articleOf(text, language));
    const sentence = sentences[0];
    const trigger = sentence?.tokens.findIndex((t) => t.text === word) ?? -1;
    expect(trigger).toBeGreaterThanOrEqual(0);
    if (sentence !== undefined && process.env.SHOW_TREES) {
      const got = statusOf(sentence, trigger, relation === "LEADS" ? "LEADS" : relation);
      if (got !== expected)
        console.log(
          `${text} ${got} want ${expected}\n  ${sentence.tokens.map((t, k) => `${k}:${t.text}/${t.lemma}/${t.upos}>${t.head}:${t.relation}`).join(" ")}`,
        );
    }
    expect(sentence === undefined ? null : statusOf(sentence, trigger, relation)).toBe(expected);
  });
});

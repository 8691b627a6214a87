/** An amount and its people are one mention, however the tree hangs them, and its number is the toll. */
import { beforeAll, describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf } from "../article-of.js";

const CASES: [text: string, amount: string, dead: { min: number | null; max: number | null }][] = [
  ["Près de 30 personnes ont été tuées mardi par les rebelles.", "Près de 30 personnes", { min: 30, max: 30 }],
  ["Une centaine de civils ont été tués mardi par les rebelles.", "Une centaine de civils", { min: 100, max: 100 }],
  ["Les rebelles ont tué plus de 400 soldats mardi.", "plus de 400 soldats", { min: 400, max: null }],
  ["Des dizaines de civils ont été tués mardi.", "dizaines de civils", { min: null, max: null }],
];

describe("amounts", () => {
  let read: ReadArticle;
  beforeAll(async () => {
    read = createArticleReader(await loadResources(), loadKnowledge().know);
  });
  it.each(CASES)("%s: %s", async (text, amount, dead) => {
    const { mentions, evidence } = await read(articleOf(text, "fr"));
    const at = text.indexOf(amount);
    const within = mentions.filter((m) => m.start < at + amount.length && m.end > at);
    expect(within).toHaveLength(1);
    expect(within[0]?.end).toBe(at + amount.length);
    const tolls = evidence.filter((e) => e.relation === "KILLED").map((e) => e.toll.dead);
    expect(tolls).toHaveLength(1);
    expect(tolls[0]).toMatchObject(dead);
  });
});

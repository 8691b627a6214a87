/** "pro-": whom it names, and which mention it is of, by the real models. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../src/model/text.js";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf } from "../article-of.js";

describe("the word behind pro-", () => {
  let read: ReadArticle;
  beforeAll(async () => {
    read = createArticleReader(await loadResources(), loadKnowledge().know);
  });
  const alliesOf = async (language: Language, text: string) => {
    const { referents, evidence } = await read(articleOf(text, language));
    return evidence
      .filter((e) => e.relation === "ALLIED_WITH")
      .map((e) => [e.source === null ? "?" : referents[e.source]?.name, referents[e.target]?.name].sort());
  };

  it.each<[Language, string, string, string]>([
    ["fr", "Des miliciens pro-iraniens ont attaqué une base de Tikrit.", "Iran", "miliciens pro-iraniens"],
    ["fr", "Des manifestants irakiens pro-iraniens ont envahi la place.", "Iran", "manifestants irakiens pro-iraniens"],
    ["en", "Pro-Russian separatists seized the town hall of Sloviansk.", "Pro-Russian separatists", "Russie"],
  ])("%s: %s", async (language, text, a, b) => {
    expect(await alliesOf(language, text)).toEqual([[a, b]]);
  });

  it("says nothing of two groups that each lean elsewhere", async () => {
    const allies = await alliesOf("fr", "Des rebelles pro-turcs et des combattants pro-Assad ont fui Alep.");
    expect(allies).not.toContainEqual(["combattants pro-Assad", "rebelles pro-turcs"]);
  });

  it("is no part of the name of whoever stands behind it", async () => {
    const { referents } = await read(
      articleOf("La milice pro-Iran Hachd al-Zawra a quitté la ville. L'Iran a applaudi la milice.", "fr"),
    );
    expect(referents.map((r) => r.name).filter((name) => name.startsWith("Iran"))).toEqual(["Iran"]);
  });
});

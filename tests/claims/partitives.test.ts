/** One of a group is a node of its own words, by the real models. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../src/model/text.js";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf } from "../article-of.js";

let read: ReadArticle;
beforeAll(async () => {
  read = createArticleReader(await loadResources(), loadKnowledge().know);
});

describe("one of several", () => {
  const told = async (language: Language, text: string) => {
    const { referents, evidence } = await read(articleOf(text, language));
    return evidence.map((e) => [
      e.source === null ? null : referents[e.source]?.name,
      e.relation,
      referents[e.target]?.name,
    ]);
  };

  it("is harmed, not the whole group", async () => {
    const killed = async (text: string) => (await told("fr", text)).filter(([, relation]) => relation === "KILLED");
    expect(await killed("L'un des gardes de la prison a été tué par les rebelles.")).toEqual([
      ["rebelles", "KILLED", "un des gardes de la prison"],
    ]);
    expect(await killed("Les gardes de la prison ont été tués par les rebelles.")).toEqual([
      ["rebelles", "KILLED", "gardes de la prison"],
    ]);
  });

  it("has a name of its own where nothing says of what it is one", async () => {
    const { referents } = await read(articleOf("L'un a été blessé, l'autre a fui la ville de Tarsine.", "fr"));
    expect(referents.map((r) => r.name)).not.toContain("?");
  });
});

describe("who meet without a second party", () => {
  it("met each other", async () => {
    const { evidence } = await read(
      articleOf("President Mira Solano and Prime Minister Ivo Brandt held talks in Ouvea on Monday.", "en"),
    );
    expect(evidence.filter((e) => e.relation === "MET_WITH" && e.source !== null)).toHaveLength(1);
  });
});

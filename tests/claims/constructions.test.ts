/** Passives, causatives, gapping, appositions … read by the real models, by construction: constructions.json. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Relation } from "../../graph/model.js";
import { SYMMETRIC } from "../../graph/model.js";
import type { Language } from "../../src/model/text.js";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf } from "../article-of.js";
import CONSTRUCTIONS from "./constructions.json" with { type: "json" };

type Claim = readonly [source: string | null, relation: Relation, target: string];
interface Case {
  readonly construction: string;
  readonly language: Language;
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly not?: readonly Claim[];
}
const CASES = CONSTRUCTIONS.cases as unknown as readonly Case[];

let read: ReadArticle;
beforeAll(async () => {
  read = createArticleReader(await loadResources(), loadKnowledge().know);
});

describe.each([...new Set(CASES.map((c) => c.construction))])("%s", (construction) => {
  it.each(CASES.filter((c) => c.construction === construction))(
    "$text",
    async ({ language, text, claims, not = [] }) => {
      const { referents, evidence, mentions } = await read(articleOf(text, language));
      /** All that a referent is called, or null for the open agent. */
      const names = (referent: number | null) => {
        if (referent === null) return null;
        const { name, mentions: own } = referents[referent] ?? { name: "", mentions: [] };
        return [name, ...own.map((k) => text.slice(mentions[k]?.start, mentions[k]?.end))].join(" | ");
      };
      const told = evidence.map((e) => [names(e.source), e.relation, names(e.target)] as const);
      const isTold = ([source, relation, target]: Claim) =>
        told.some(([a, r, b]) => {
          const is = (x: string | null, y: string | null) => (y === null ? x === null : x?.includes(y) === true);
          const isSame = is(a, source) && is(b, target);
          return r === relation && (isSame || (SYMMETRIC.has(relation) && is(b, source) && is(a, target)));
        });
      expect({ told, missed: claims.filter((c) => !isTold(c)) }).toEqual({ told, missed: [] });
      expect({ told, wrong: not.filter(isTold) }).toEqual({ told, wrong: [] });
    },
  );
});

import { describe, expect, it } from "vitest";
import { RELATIONS, STATUSES, TYPES } from "../../graph/model.js";
import { readAddress, writeAddress } from "../../viewer/src/model/address.js";
import { FAMILIES, familyOf, relationsOf } from "../../viewer/src/model/families.js";
import {
  createSieve,
  type Filters,
  NO_FILTERS,
  passingClaims,
  passingEdges,
  toggled,
} from "../../viewer/src/model/filters.js";
import { claimsOfEdge, indexGraph } from "../../viewer/src/model/graph-index.js";
import { markSentence } from "../../viewer/src/model/marks.js";
import { type Screen, START } from "../../viewer/src/model/screen.js";
import { createSearch } from "../../viewer/src/model/search.js";
import { isFact } from "../../viewer/src/model/standing.js";
import EN from "../../viewer/src/strings/en.json" with { type: "json" };
import FR from "../../viewer/src/strings/fr.json" with { type: "json" };
import { SAMPLE_GRAPH } from "../stores/sample-graph.js";

const index = indexGraph(SAMPLE_GRAPH);
const shownEdges = (filters: Filters) => passingEdges(index, createSieve(index, filters));
const shownClaims = (filters: Filters) => passingClaims(index, createSieve(index, filters));

describe("words of the screen", () => {
  it("are the same in both languages, with the same places for values", () => {
    expect(Object.keys(FR)).toEqual(Object.keys(EN));
    const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name))].sort();
    for (const key of Object.keys(EN) as (keyof typeof EN)[]) expect(places(FR[key])).toEqual(places(EN[key]));
  });
  it("name every relation, status and type", () => {
    for (const key of [...RELATIONS, ...STATUSES.map((s) => `status_${s}`), ...TYPES.map((t) => `type_${t}`)])
      expect(EN).toHaveProperty(key);
  });
  it("put every relation in one family", () => {
    expect(FAMILIES.flatMap(relationsOf).sort()).toEqual([...RELATIONS].sort());
    for (const relation of RELATIONS) expect(relationsOf(familyOf(relation))).toContain(relation);
  });
});

describe("filters", () => {
  it("show all at first", () => {
    expect(shownEdges(NO_FILTERS)).toHaveLength(SAMPLE_GRAPH.edges.length);
    expect(shownClaims(NO_FILTERS)).toHaveLength(SAMPLE_GRAPH.claims.length);
  });
  it("hide a relation, a status, a kind, and all but one article", () => {
    const [edge] = SAMPLE_GRAPH.edges;
    if (edge === undefined) throw new Error("the sample has no edge");
    const without = shownEdges({ ...NO_FILTERS, hiddenRelations: new Set([edge.relation]) });
    expect(without.map((e) => e.relation)).not.toContain(edge.relation);
    expect(shownEdges({ ...NO_FILTERS, hiddenStatuses: new Set(STATUSES) })).toEqual([]);
    const noPlaces = shownEdges({
      ...NO_FILTERS,
      hiddenTypes: new Set(["country", "region", "city", "facility", "water"]),
    });
    for (const { source, target } of noPlaces)
      for (const id of [source, target]) expect(index.nodes.get(id)?.kind).not.toBe("Place");
    const [article] = SAMPLE_GRAPH.articles;
    for (const claim of shownClaims({ ...NO_FILTERS, article: article?.id ?? "" }))
      expect(claim.evidence.map((e) => e.article)).toContain(article?.id);
  });
  it("facts only: what is asserted, or reported and uncontested", () => {
    const facts = shownEdges({ ...NO_FILTERS, factsOnly: true });
    expect(facts).toEqual(SAMPLE_GRAPH.edges.filter(isFact));
    expect(facts.length).toBeLessThan(SAMPLE_GRAPH.edges.length);
  });
  it("toggle without changing what they were given", () => {
    const set = new Set(["a"]);
    expect([...toggled(set, ["b"], true)].sort()).toEqual(["a", "b"]);
    expect([...toggled(set, ["a"], false)]).toEqual([]);
    expect([...set]).toEqual(["a"]);
  });
});

describe("what is said", () => {
  it("an edge shows its claims and those of its ends that are no edge", () => {
    for (const edge of SAMPLE_GRAPH.edges) {
      const ids = claimsOfEdge(index, edge).map((c) => c.id);
      for (const id of edge.claims) expect(ids).toContain(id);
    }
  });
  it("marks cover the quote, and each marked piece is what its span says", () => {
    for (const { evidence } of SAMPLE_GRAPH.claims)
      for (const e of evidence) {
        const pieces = markSentence(e);
        expect(pieces.map((p) => p.text).join("")).toBe(e.quote);
        const trigger = pieces.filter((p) => p.parts.includes("trigger")).map((p) => p.text);
        expect(trigger.join("")).toBe(e.quote.slice(e.trigger[0] - e.start, e.trigger[1] - e.start));
      }
  });
  it("is found by name, accents apart", () => {
    const search = createSearch(index, () => "");
    const named = SAMPLE_GRAPH.nodes.filter((n) => n.named);
    for (const node of named.slice(0, 5)) {
      const plain = node.name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      expect(search(plain, 20).map((n) => n.id)).toContain(node.id);
    }
    expect(search("zzzz", 5)).toEqual([]);
  });
});

describe("the address", () => {
  it("comes back as it was", () => {
    const screen: Screen = {
      view: "claims",
      selection: { what: "node", id: "actor:a&b=c#d" },
      reading: { article: "article:1", sentence: 3 },
      filters: {
        ...NO_FILTERS,
        hiddenRelations: new Set(["KILLED"]),
        hiddenPublishers: new Set(["A. B.", "C & D"]),
        article: "article:1",
        namedOnly: true,
        minSources: 2,
        clock: "published",
        from: "2020-01-02",
        undated: false,
      },
      scope: { kind: "around", id: "actor:x", depth: 2 },
      expanded: new Set(["actor:a", "actor:b"]),
      collapsed: new Set(["actor:c"]),
      hidden: new Set(["group:d"]),
      pinned: new Map([["actor:a", [12.5, -40]]]),
      path: ["actor:a", "actor:b"],
      camera: { x: 0.5, y: 0.25, ratio: 0.3 },
      language: "fr",
    };
    expect(readAddress(writeAddress(screen))).toEqual(screen);
    const only: Screen = { ...START, scope: { kind: "only", ids: ["actor:a", "place:b"] } };
    expect(readAddress(writeAddress(only))).toEqual(only);
    expect(writeAddress(START)).toBe("");
  });
  it("ignores what it does not know", () => {
    const read = readAddress(
      "#view=map&without=EATS.KILLED&notStatus=__proto__&from=yesterday&sources=many&pin=a@x@y&camera=1,2&depth=9&lang=xx",
    );
    expect(read).toEqual({ ...START, filters: { ...NO_FILTERS, hiddenRelations: new Set(["KILLED"]) } });
  });
});

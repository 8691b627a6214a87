/** What the screen says where nothing is shown, and of the parties of a dispute. */
import { describe, expect, it } from "vitest";
import { type Edge, type Graph, STATUSES, type Status } from "../../graph/model.js";
import { NO_FILTERS } from "../../viewer/src/model/filters.js";
import { indexGraph } from "../../viewer/src/model/graph-index.js";
import { edgeCaveat, emptyText, noDaysKey, whenText, withinText } from "../../viewer/src/model/wording.js";
import { sayIn } from "../../viewer/src/strings/strings.js";
import { TOLD_GRAPH } from "./told-graph.js";

const [en, fr] = [sayIn("en"), sayIn("fr")];
const only = (status: Status) => ({ ...NO_FILTERS, hiddenStatuses: new Set(STATUSES.filter((s) => s !== status)) });
const undenied: Graph = { ...TOLD_GRAPH, claims: TOLD_GRAPH.claims.filter((c) => c.status !== "denied") };

describe("an empty list", () => {
  it("says that no claim at all is denied", () => {
    const count = undenied.claims.length;
    expect(emptyText(indexGraph(undenied), only("denied"), en)).toContain(`None of the ${count} claims`);
    expect(emptyText(indexGraph(undenied), only("denied"), en)).toContain("“denied”");
    expect(emptyText(indexGraph(undenied), only("denied"), fr)).toContain("« démenti »");
  });
  it("blames the filters where there are such claims, and where all statuses are hidden", () => {
    expect(emptyText(indexGraph(TOLD_GRAPH), { ...only("denied"), country: "XX" }, en)).toBe(en("empty"));
    expect(emptyText(indexGraph(undenied), { ...NO_FILTERS, hiddenStatuses: new Set(STATUSES) }, en)).toBe(en("empty"));
  });
  it("blames the articles for missing days only where they tell none", () => {
    expect(noDaysKey(indexGraph(TOLD_GRAPH), "event")).toBe("noShownDays");
    const undated = { ...TOLD_GRAPH, claims: TOLD_GRAPH.claims.map((c) => ({ ...c, when: null })) };
    expect(noDaysKey(indexGraph(undated), "event")).toBe("noEventDays");
    const unpublished = { ...TOLD_GRAPH, articles: TOLD_GRAPH.articles.map((a) => ({ ...a, published: null })) };
    expect(noDaysKey(indexGraph(unpublished), "published")).toBe("noPublishedDays");
  });
});

describe("a day", () => {
  const when = (from: string | null, to: string | null, precision: "day" | "span" | "month" | "year" = "span") =>
    ({ from, to, precision, basis: "relative" }) as const;
  it("is itself, a month or a year is told as that, and a week never looks like an act that lasted a week", () => {
    expect(whenText(when("2019-12-31", "2019-12-31", "day"), en)).toBe("2019-12-31");
    expect(whenText(when("2026-02-01", "2026-02-28", "month"), en)).toBe("2026-02");
    expect(whenText(when("2025-01-01", "2025-12-31", "year"), fr)).toBe("2025");
    expect(whenText(when("2019-12-30", "2020-01-05"), en)).toBe("between 2019-12-30 and 2020-01-05");
    expect(whenText(when("2019-12-30", "2020-01-05"), fr)).toBe("entre le 2019-12-30 et le 2020-01-05");
    expect(withinText("2019-12-30", "2020-01-05", en)).toBe("between 2019-12-30 and 2020-01-05");
    expect(withinText("2026-02-01", "2026-02-28", en)).toBe("2026-02");
  });
  it("may be open on one side, and is empty where none is told", () => {
    expect(whenText(when("2026-03-01", null), en)).toBe("from 2026-03-01 on");
    expect(whenText(when(null, "2026-03-01"), fr)).toBe("jusqu’au 2026-03-01");
    expect(whenText(when(null, null), en)).toBe("");
    expect(whenText(null, en)).toBe("");
  });
});

describe("the parties of a dispute", () => {
  const alleged = TOLD_GRAPH.edges.find((e) => e.status === "alleged" && e.contested) as Edge;
  const said = (by: readonly string[], deniedBy: readonly string[], most?: number) => {
    const edge = { ...alleged, deniedBy: [...deniedBy] };
    const claims = TOLD_GRAPH.claims.map((c) => (alleged.claims.includes(c.id) ? { ...c, by: [...by] } : c));
    const graph = { ...TOLD_GRAPH, claims, edges: TOLD_GRAPH.edges.map((e) => (e.id === edge.id ? edge : e)) };
    return edgeCaveat(indexGraph(graph), edge, "en", en, most);
  };
  it("are all named where they are few", () => {
    expect(said(["actor:north", "place:portville"], ["actor:south"])).toMatch(
      /^alleged by North, Port\S+, denied by Sud$/u,
    );
  });
  it("are counted where one of each side is asked for, so that the denial stays", () => {
    expect(said(["actor:north", "place:portville"], ["actor:south", "group:front"], 1)).toMatch(
      /^alleged by North and 1 more, denied by Sud and 1 more$/u,
    );
    expect(said(["actor:north"], ["actor:south"], 1)).toBe("alleged by North, denied by Sud");
  });
});

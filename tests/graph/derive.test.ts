import { describe, expect, it } from "vitest";
import { type ClaimCore, derive } from "../../graph/derive.js";
import type { Claim, Graph } from "../../graph/model.js";
import { buildGraph } from "../../src/pipeline/build-graph.js";
import { readingOf, resolveByKey, type Saying, type Story } from "./readings.js";

const GENERATOR = { name: "wiregraph", version: "0.1.0", model: null, runtime: null };
const build = (...stories: readonly Story[]): Graph => {
  const readings = stories.map(readingOf);
  return buildGraph(readings, resolveByKey(readings), GENERATOR);
};
const things: Story["things"] = [
  ["North", "state", "Q1"],
  ["South", "state", "Q2"],
  ["Front", "armed_group", "Q3"],
  ["Portville", "city", "Q4"],
  ["soldiers", "military", "Q5"],
  ["Band", "armed_group", "Q6"],
];
const WORDS = "North South Front Portville soldiers Band";
/** One article whose sentences are the triggers of its claims. */
const article = (published: string | null, publisher: string | null, ...says: readonly Saying[]): Story => ({
  file: `${publisher}-${published}.txt`,
  publisher,
  published,
  sentences: [`${WORDS}.`, ...says.map((s) => `They ${s.trigger}.`)],
  things,
  says,
});
const say = (
  source: string | null,
  relation: Saying["relation"],
  target: string,
  more: Partial<Saying> = {},
): Saying => ({
  source,
  relation,
  target,
  trigger: `${relation.toLowerCase()}${JSON.stringify([source, target, more]).length}${more.status ?? ""}`,
  ...more,
});
const claimOf = (graph: Graph, relation: string, kind = "happened"): Claim => {
  const found = graph.claims.find((c) => c.relation === relation && c.class === kind);
  if (found === undefined) throw new Error(`no claim ${relation} ${kind}`);
  return found;
};

describe("values of a claim", () => {
  it("has the strongest status and all its speakers", () => {
    const graph = build(
      article("2026-03-01", "A", say("North", "LEADS", "Front", { status: "reported", by: ["South"] })),
      article("2026-03-02", "B", say("North", "LEADS", "Front", { status: "reported", by: ["Band"] })),
    );
    expect(claimOf(graph, "LEADS")).toMatchObject({ status: "reported", by: ["actor:Q2", "group:Q6"], event: null });
    const asserted = build(
      article("2026-03-01", "A", say("North", "LEADS", "Front", { status: "reported", by: ["South"] })),
      article("2026-03-02", "B", say("North", "LEADS", "Front")),
    );
    expect(claimOf(asserted, "LEADS")).toMatchObject({ status: "asserted", by: [] });
  });

  it("takes the toll of the latest article, undated articles before all", () => {
    const toll = (first: string | null, second: string | null) => {
      const graph = build(
        article(first, "A", say("Front", "LEADS", "soldiers", { dead: 6 })),
        article(second, "B", say("Front", "LEADS", "soldiers", { dead: 11 })),
      );
      return claimOf(graph, "LEADS").toll.dead?.min;
    };
    expect(toll("2026-03-01", "2026-03-02T08:00:00Z")).toBe(11);
    expect(toll("2026-03-02", "2026-03-01")).toBe(6);
    expect(toll(null, "2026-03-01")).toBe(11);
  });

  it("takes the most frequent place, then the smallest id", () => {
    const two = build(
      article("2026-03-01", "A", say("Front", "LEADS", "Band", { where: "Portville" })),
      article("2026-03-02", "B", say("Front", "LEADS", "Band")),
    );
    expect(claimOf(two, "LEADS").where).toBe("place:Q4");
  });
});

describe("contested", () => {
  it("tells an act that somebody denies, and not its denial", () => {
    const graph = build(
      article("2026-03-01", "A", say("North", "SPONSORS", "Front", { status: "alleged", by: ["South"] })),
      article("2026-03-02", "B", say("North", "SPONSORS", "Front", { status: "denied", by: ["North"] })),
    );
    expect(claimOf(graph, "SPONSORS", "alleged").contested).toEqual(["denied"]);
    expect(claimOf(graph, "SPONSORS", "denied").contested).toEqual([]);
    expect(graph.edges[0]).toMatchObject({ contested: true, deniedBy: ["actor:Q1"], status: "alleged" });
  });

  it("does not make an asserted edge contested", () => {
    const graph = build(
      article("2026-03-01", "A", say("North", "SPONSORS", "Front")),
      article("2026-03-02", "B", say("North", "SPONSORS", "Front", { status: "denied", by: ["North"] })),
    );
    expect(claimOf(graph, "SPONSORS").contested).toEqual(["denied"]);
    expect(graph.edges[0]?.contested).toBe(false);
  });

  const killed = (dead: number, by: string) =>
    say("Front", "KILLED", "soldiers", { status: "reported", by: [by], dead, day: "2026-03-01" });

  it("tells disjoint tolls of different speakers, not of one", () => {
    const apart = build(article("2026-03-01", "A", killed(9, "North"), killed(34, "Front")));
    expect(claimOf(apart, "KILLED").contested).toEqual(["toll"]);
    const grown = build(article("2026-03-01", "A", killed(9, "North"), killed(34, "North")));
    expect(claimOf(grown, "KILLED").contested).toEqual([]);
  });

  it("tells days that do not meet", () => {
    const graph = build(
      article("2026-03-01", "A", say("Front", "LEADS", "Band", { day: "2026-02-01" })),
      article("2026-03-02", "B", say("Front", "LEADS", "Band", { day: "2026-02-03" })),
    );
    expect(claimOf(graph, "LEADS").contested).toEqual(["day"]);
  });

  it("tells two named agents of one act, with a link on the smaller id", () => {
    const strike = (by: string) => say(by, "STRUCK", "Portville", { status: "reported", by: [by], day: "2026-03-01" });
    const graph = build(article("2026-03-01", "A", strike("Front"), strike("Band")));
    const [first, second] = graph.claims;
    expect(graph.claims.map((c) => c.contested)).toEqual([["agent"], ["agent"]]);
    expect(first?.links).toEqual([{ claim: second?.id, kind: "contradicts" }]);
    expect(second?.links).toEqual([]);
    expect(graph.edges.map((e) => e.contested)).toEqual([true, true]);
  });

  it("takes two agents of one trigger for a joint act", () => {
    const strike = (by: string): Saying => ({ ...say(by, "STRUCK", "Portville"), trigger: "struck" });
    const graph = build(article("2026-03-01", "A", strike("Front"), strike("Band")));
    expect(graph.claims.map((c) => c.contested)).toEqual([[], []]);
  });
});

describe("links", () => {
  const linksOf = (graph: Graph, relation: string, kind = "happened") =>
    claimOf(graph, relation, kind).links.map((l) => [l.kind, graph.claims.find((c) => c.id === l.claim)?.relation]);

  it("joins an accusation to the alleged act of the accused", () => {
    const graph = build(
      article(
        "2026-03-01",
        "A",
        say("South", "ACCUSED", "North"),
        say("North", "SPONSORS", "Front", { status: "alleged", by: ["South"] }),
        say("Band", "SPONSORS", "Front", { status: "alleged", by: ["South"] }),
      ),
    );
    expect(linksOf(graph, "ACCUSED")).toEqual([["accuses", "SPONSORS"]]);
  });

  it("joins a denial to the act", () => {
    const graph = build(
      article(
        "2026-03-01",
        "A",
        say("North", "SPONSORS", "Front", { status: "alleged", by: ["South"] }),
        say("North", "SPONSORS", "Front", { status: "denied", by: ["North"] }),
      ),
    );
    expect(linksOf(graph, "SPONSORS", "denied")).toEqual([["denies", "SPONSORS"]]);
  });

  it("joins a claim of responsibility to the act of the open agent", () => {
    const graph = build(
      article(
        "2026-03-01",
        "A",
        say(null, "STRUCK", "Portville", { day: "2026-03-01" }),
        say("Front", "STRUCK", "Portville", { status: "reported", by: ["Front"] }),
      ),
    );
    const boast = graph.claims.find((c) => c.source === "group:Q3");
    const plain = graph.claims.find((c) => c.source !== "group:Q3");
    expect(boast?.links).toEqual([{ claim: plain?.id, kind: "claimsResponsibility" }]);
    expect(boast?.contested).toEqual([]);
  });

  it("joins a threat to the act it threatens, and the act to the plan before it", () => {
    const threat: Story = {
      file: "threat.txt",
      published: "2026-03-01",
      sentences: [WORDS, "Front threatened to strike Portville."],
      things,
      says: [
        say("Front", "THREATENED", "Portville", { trigger: "threatened" }),
        say("Front", "STRUCK", "Portville", { trigger: "strike", status: "planned", by: ["Front"] }),
      ],
    };
    const act = article("2026-03-03", "A", say("Front", "ATTACKED", "Portville", { day: "2026-03-03" }));
    const graph = build(threat, act);
    expect(linksOf(graph, "THREATENED")).toEqual([["threatens", "STRUCK"]]);
    expect(linksOf(graph, "ATTACKED")).toEqual([["carriesOut", "STRUCK"]]);
    const late = build({ ...threat, published: "2026-03-05" }, act);
    expect(linksOf(late, "ATTACKED")).toEqual([]);
  });
});

describe("edges", () => {
  it("stand for claims that happened or are alleged, not for plans and denials", () => {
    const graph = build(
      article(
        "2026-03-01",
        "A",
        say("North", "STRUCK", "Portville", { status: "planned" }),
        say("South", "STRUCK", "Portville", { status: "denied" }),
        say("Front", "SEIZED", "Portville"),
        say("North", "SPONSORS", "Front", { status: "alleged" }),
      ),
    );
    expect(graph.edges.map((e) => e.relation).sort()).toEqual(["SEIZED", "SPONSORS"]);
  });

  it("count articles of one publisher once", () => {
    const lead = say("North", "LEADS", "Front");
    const graph = build(
      article("2026-03-01", "A", lead),
      article("2026-03-02", "A", lead),
      article("2026-03-03", "B", lead),
      article("2026-03-04", null, lead),
    );
    expect(graph.edges[0]).toMatchObject({ articles: 4, independentSources: 3 });
  });

  const told = build(
    article("2026-03-01", "A", say("North", "LEADS", "Front")),
    article("2026-03-02", "B", say("North", "LEADS", "Front")),
    article("2026-03-03", "C", say("North", "LEADS", "Front", { status: "denied" })),
  );
  const [a, b, c] = ["A", "B", "C"].map((p) => told.articles.find((one) => one.publisher === p)?.id ?? "");
  /** The graph with a copy and a correction marked. */
  const marked = (copyOf: string | null, corrects: readonly string[]) =>
    derive(
      told.claims as readonly ClaimCore[],
      told.articles.map((one) => ({
        ...one,
        copyOf: one.id === b ? copyOf : null,
        corrects: one.id === c ? corrects : [],
      })),
      told.nodes,
    ).edges[0];

  it("count a copy with its original", () => {
    expect(marked(null, [])).toMatchObject({ independentSources: 2 });
    expect(marked(a ?? "", [])).toMatchObject({ independentSources: 1, articles: 2 });
  });

  it("are withdrawn once all their articles, or what these copy, were corrected on this point", () => {
    expect(marked(null, [a ?? ""])).toMatchObject({ withdrawn: false });
    expect(marked(null, [a ?? "", b ?? ""])).toMatchObject({ withdrawn: true });
    expect(marked(a ?? "", [a ?? ""])).toMatchObject({ withdrawn: true });
  });

  it("have the days of their claims, else of their events", () => {
    const graph = build(
      article(
        "2026-03-05",
        "A",
        say("Front", "ATTACKED", "Portville", { day: "2026-03-01" }),
        say("Front", "KILLED", "soldiers", { dead: 2 }),
      ),
    );
    const killed = graph.edges.find((e) => e.relation === "KILLED");
    expect(killed).toMatchObject({ firstDay: "2026-03-01", lastDay: "2026-03-01" });
    expect(claimOf(graph, "KILLED").when).toBeNull();
  });
});

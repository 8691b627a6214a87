import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/pipeline/build-graph.js";
import { readingOf, resolveByKey, type Story } from "./readings.js";

const GENERATOR = { name: "wiregraph", version: "0.1.0", model: null, runtime: null };
const build = (...stories: readonly Story[]) => {
  const readings = stories.map(readingOf);
  return buildGraph(readings, resolveByKey(readings), GENERATOR);
};

const RAID: Story = {
  file: "a/raid.txt",
  publisher: "Gulf Wire",
  published: "2026-03-02",
  sentences: [
    "Saudi jets struck Bajil on Monday.",
    "Eleven people were killed, Aden said.",
    "Riyadh denied it struck the town.",
  ],
  things: [
    ["Saudi", "state", "Q851"],
    ["Bajil", "city"],
    ["people", "crowd"],
    ["Aden", "state", "Q805"],
    ["Riyadh", "state", "Q851"],
  ],
  says: [
    { source: "Saudi", relation: "STRUCK", target: "Bajil", trigger: "struck", day: "2026-03-02" },
    {
      source: null,
      relation: "KILLED",
      target: "people",
      trigger: "killed",
      status: "reported",
      by: ["Aden"],
      dead: 11,
    },
    { source: "Saudi", relation: "STRUCK", target: "Bajil", trigger: "denied", status: "denied", by: ["Saudi"] },
  ],
};
const MEETING: Story = {
  file: "b.txt",
  sentences: ["The prince met Aden.", "Men looked on."],
  things: [
    ["prince", "person"],
    ["Aden", "state", "Q805"],
    ["Men", "crowd"],
  ],
  says: [{ source: "prince", relation: "MET_WITH", target: "Aden", trigger: "met" }],
};

describe("buildGraph", () => {
  const graph = build(RAID, MEETING);
  const claim = (relation: string, kind: string) =>
    graph.claims.find((c) => c.relation === relation && c.class === kind);

  it("gives register keys as ids, and joins referents that share one", () => {
    expect(graph.nodes.map((n) => n.id)).toContain("actor:Q851");
    expect(graph.nodes.filter((n) => n.id === "actor:Q805").flatMap((n) => n.mentions)).toHaveLength(2);
  });

  it("gives the open agent the digits of its event", () => {
    const killed = claim("KILLED", "happened");
    expect(killed?.source).toBe(`actor:unknown-${killed?.event?.slice("event:".length)}`);
    expect(graph.nodes.find((n) => n.id === killed?.source)).toMatchObject({
      type: "unknown",
      name: "?",
      named: false,
    });
  });

  it("takes undated violence into the only dated happening, denials too", () => {
    expect(claim("KILLED", "happened")?.event).toBe(claim("STRUCK", "happened")?.event);
    expect(claim("STRUCK", "denied")?.event).toBe(claim("STRUCK", "happened")?.event);
  });

  it("contests the act and links the denial to it", () => {
    const [act, denial] = [claim("STRUCK", "happened"), claim("STRUCK", "denied")];
    expect(act?.contested).toEqual(["denied"]);
    expect(denial?.links).toEqual([{ claim: act?.id, kind: "denies" }]);
    const edge = graph.edges.find((e) => e.relation === "STRUCK");
    expect(edge).toMatchObject({
      status: "asserted",
      contested: false,
      deniedBy: ["actor:Q851"],
      firstDay: "2026-03-02",
    });
  });

  it("puts the smaller id first in a symmetric relation, spans and all", () => {
    const met = claim("MET_WITH", "happened");
    expect(met?.source).toBe("actor:Q805");
    expect(met?.evidence[0]?.sourceSpan).toEqual([15, 19]);
  });

  it("leaves out unnamed nodes that no claim uses, and keeps named ones", () => {
    expect(graph.nodes.map((n) => n.name).sort()).toEqual(["?", "Aden", "Bajil", "Men", "Saudi", "people", "prince"]);
    const quiet = { ...MEETING, says: [] };
    expect(build(quiet).nodes.map((n) => n.name)).toEqual(["Aden", "Men"]);
  });

  it("gives the same bytes in any order of readings", () => {
    expect(JSON.stringify(build(MEETING, RAID))).toBe(JSON.stringify(graph));
  });

  it("makes one article of two with the same publisher, day and text, and keeps the smallest file", () => {
    const twice = build({ ...RAID, file: "z.txt" }, MEETING, RAID);
    expect(twice).toEqual(graph);
    expect(twice.articles.map((a) => a.file).sort()).toEqual(["a/raid.txt", "b.txt"]);
  });

  it("names file and place of evidence that points nowhere", () => {
    const reading = readingOf(RAID);
    const [first] = reading.evidence;
    const broken = { ...reading, evidence: first === undefined ? [] : [{ ...first, sentence: 9 }] };
    expect(() => buildGraph([broken], resolveByKey([broken]), GENERATOR)).toThrow(
      "a/raid.txt: evidence names sentence 9",
    );
  });
});

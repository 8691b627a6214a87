/** Exports, articles and answers as data. */
import { describe, expect, it } from "vitest";
import { checkGraph } from "../../graph/check.js";
import { markArticle } from "../../viewer/src/model/article-marks.js";
import { byDay, listedArticles, MOST_LISTED } from "../../viewer/src/model/articles.js";
import { writeCsv } from "../../viewer/src/model/export/csv.js";
import { writeGexf } from "../../viewer/src/model/export/gexf.js";
import { writeGraphml } from "../../viewer/src/model/export/graphml.js";
import { partOfGraph } from "../../viewer/src/model/export/part-of-graph.js";
import { flatten, rowsOf } from "../../viewer/src/model/export/records.js";
import { writeSvg } from "../../viewer/src/model/export/svg.js";
import { xmlText } from "../../viewer/src/model/export/xml.js";
import { indexGraph } from "../../viewer/src/model/graph-index.js";
import { busiestActors, gatherHappenings } from "../../viewer/src/model/happenings.js";
import { nodesInRows, textOfValue } from "../../viewer/src/model/query-rows.js";
import { placeOfClaim, placeOfEdge } from "../../viewer/src/model/standing.js";
import { edgeCaveat, spanText } from "../../viewer/src/model/wording.js";
import { sayIn } from "../../viewer/src/strings/strings.js";
import { TOLD_GRAPH } from "./told-graph.js";

const index = indexGraph(TOLD_GRAPH);
const say = sayIn("en");

describe("the shown part as a graph", () => {
  it("holds its edges' claims, the intended and denied ones between its nodes, and all that they name", () => {
    const edges = TOLD_GRAPH.edges.filter((e) => e.relation === "SPONSORS");
    const nodes = new Set(["actor:south", "group:front"]);
    const part = partOfGraph(index, nodes, edges, TOLD_GRAPH.claims);
    expect(part.edges).toEqual(edges);
    expect(part.claims.map((c) => c.class).sort()).toEqual(["alleged", "denied"]);
    expect(part.nodes.map((n) => n.id)).toEqual(["actor:north", "actor:south", "group:front"]);
    const known = new Set(part.nodes.map((n) => n.id));
    for (const claim of part.claims)
      for (const id of [claim.source, claim.target, ...claim.by]) expect(known).toContain(id);
    const wrong = checkGraph(part).filter((p) => /^names no /u.test(p.message));
    expect(wrong).toEqual([]);
    // Cut short, the same check would speak.
    const cut = checkGraph({ ...part, nodes: part.nodes.slice(1) });
    expect(cut.length).toBeGreaterThan(checkGraph(part).length);
  });
});

describe("records", () => {
  const flat = flatten(TOLD_GRAPH, index, "en", say);
  it("carry the party's name on what it only claims", () => {
    const sponsors = flat.edges.find((e) => e.relation === "SPONSORS");
    expect(sponsors?.label).toBe("sponsors (alleged by North, denied by Sud)");
    expect(sponsors?.fact).toBe(false);
    expect(flat.claims.find((c) => c.status === "planned")?.place).toBe("Not done: planned, possible, denied");
  });
  it("as GEXF and GraphML name every node and edge", () => {
    for (const xml of [writeGexf(flat, new Map([["actor:north", { x: 1, y: 2 }]])), writeGraphml(flat)]) {
      expect(xml.match(/<node /gu)).toHaveLength(TOLD_GRAPH.nodes.length);
      expect(xml.match(/<edge /gu)).toHaveLength(TOLD_GRAPH.edges.length);
      expect(xml).not.toContain("<script>");
    }
  });
  it("as CSV disarm formulas and quote what must be", () => {
    expect(writeCsv([["a,b", 'say "x"', "=1+1", -4, null, true]])).toBe(`"a,b","say ""x""",'=1+1,-4,,true\r\n`);
    expect(rowsOf(flat.nodes)).toHaveLength(TOLD_GRAPH.nodes.length + 1);
    expect(rowsOf([])).toEqual([]);
  });
  it("hold nothing that XML cannot", () => {
    expect(xmlText("a\u0000<b>&\"'\ud800 😀")).toBe("a&lt;b&gt;&amp;&quot;&#39; 😀");
  });
});

describe("the picture", () => {
  const node = (id: string, x: number) => ({
    id,
    x,
    y: 50,
    radius: 8,
    shape: "circle" as const,
    colour: "#123456",
    ring: "#ffffff",
    label: `<${id}>`,
    side: "left" as const,
    ink: "#000000",
  });
  const edge = (line: "asserted" | "alleged", label: string) => ({
    source: "a",
    target: "b",
    line,
    colour: "#ff0000",
    width: 2,
    opacity: 1,
    isDirected: true,
    label,
    note: `A ${label} B`,
    isFaint: false,
  });
  const PICTURE = {
    width: 300,
    height: 100,
    ground: "#ffffff",
    ink: "#000000",
    soft: "#555555",
    nodes: [node("a", 50), node("b", 250)],
    legend: [],
    caption: "",
  };
  const svg = writeSvg({
    ...PICTURE,
    edges: [edge("alleged", "struck · alleged by <X>")],
    legend: [{ line: "alleged", label: "alleged" }],
    caption: "2 nodes",
  });
  it("parts lines between the same two, in either direction, and keeps a single one straight", () => {
    const between = (source: string, target: string) => ({ ...edge("asserted", ""), source, target });
    const ways = (edges: ReturnType<typeof between>[]) =>
      [...writeSvg({ ...PICTURE, edges }).matchAll(/Q([\d.-]+ [\d.-]+)/gu)].map(([, way]) => way);
    expect(ways([between("a", "b")])).toEqual(["150.0 50.0"]);
    expect(new Set(ways([between("a", "b"), between("b", "a"), between("a", "b")])).size).toBe(3);
  });
  it("says a line along its way from left to right, above its nodes, and under its number where it is too short", () => {
    const names = { ...edge("alleged", "struck · alleged by X"), source: "b", target: "a" };
    const [from] = /<path id="line-0" d="M([\d.]+) /u.exec(writeSvg({ ...PICTURE, edges: [names] }))?.slice(1) ?? [];
    expect(from).toBe("50.0");
    const along = writeSvg({ ...PICTURE, edges: [names] });
    expect(along.indexOf("<textPath")).toBeGreaterThan(along.lastIndexOf("<circle"));
    const short = writeSvg({ ...PICTURE, edges: [{ ...names, label: "struck".repeat(20) }] });
    expect(short).not.toContain("<textPath");
    expect(short).toMatch(/>1<\/text>.*<\/svg>.*>1<\/text>.*>A struck · alleged by X B<\/text>/su);
    expect(/height="(\d+)"/u.exec(short)?.[1]).not.toBe(/height="(\d+)"/u.exec(along)?.[1]);
    const faint = writeSvg({ ...PICTURE, edges: [{ ...names, isFaint: true }] });
    expect(faint).toContain('fill-opacity="0.65"');
  });
  it("bows and dots what is alleged, with its words, and escapes names", () => {
    expect(svg).toContain('stroke-dasharray="2 5"');
    expect(svg).toContain("struck · alleged by &lt;X&gt;");
    expect(svg).toMatch(/text-anchor="end"[^>]*>&lt;a&gt;/u);
    // A straight way would have its middle on the line between the two.
    expect(/Q150\.0 50\.0/u.test(svg)).toBe(false);
  });
});

describe("standing", () => {
  it("an allegation and a disputed report are never established", () => {
    for (const claim of TOLD_GRAPH.claims) {
      if (claim.status === "alleged") expect(placeOfClaim(claim)).toBe("claimed");
      if (claim.class === "intended" || claim.class === "denied") expect(placeOfClaim(claim)).toBe("notDone");
    }
    const report = TOLD_GRAPH.claims.find((c) => c.status === "reported");
    if (report === undefined) throw new Error("the sample has no report");
    expect(placeOfClaim(report)).toBe("fact");
    expect(placeOfClaim({ ...report, contested: ["agent"] })).toBe("claimed");
    for (const edge of TOLD_GRAPH.edges) expect(placeOfEdge({ ...edge, withdrawn: true })).toBe("claimed");
  });
  it("a party's word for its own deed is said to be that", () => {
    const own = TOLD_GRAPH.edges.find((e) => e.status === "reported" && e.by.includes(e.source));
    if (own === undefined) throw new Error("the sample has no claim of responsibility");
    expect(edgeCaveat(index, own, "en", say)).toBe("by its own word");
  });
});

describe("an article with its marks", () => {
  it("keeps every letter, each mark on its words", () => {
    for (const article of TOLD_GRAPH.articles) {
      const sentences = markArticle(index, article);
      expect(sentences.flatMap((s) => s.pieces.map((p) => p.text)).join("")).toBe(article.text);
      for (const { pieces } of sentences)
        for (const piece of pieces)
          expect(article.text?.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
    }
    const [first] = markArticle(index, TOLD_GRAPH.articles[0] ?? (TOLD_GRAPH.articles[1] as never));
    expect(first?.pieces.filter((p) => p.node !== null).map((p) => p.text)).toContain("Front");
    expect(first?.pieces.find((p) => p.claims.length > 0)?.text).toBe("Front");
  });
});

describe("lists of articles", () => {
  it("go by day, and a long one is the part around the chosen", () => {
    const [first] = TOLD_GRAPH.articles;
    if (first === undefined) throw new Error("the sample has no article");
    const many = Array.from({ length: 2_000 }, (_, n) => ({
      ...first,
      id: `article:${n}`,
      published: new Date(Date.UTC(2020, 0, 1 + ((n * 7) % 2_000))).toISOString().slice(0, 10),
    }));
    const sorted = byDay(many);
    const days = sorted.map((a) => a.published);
    expect(days).toEqual([...days].sort());
    const chosen = sorted[1_500]?.id ?? "";
    const listed = listedArticles(sorted, chosen);
    expect(listed).toHaveLength(MOST_LISTED);
    expect(listed.map((a) => a.id)).toContain(chosen);
    expect(listedArticles(sorted, null)[0]).toBe(sorted[0]);
    expect(listedArticles(sorted.slice(0, 3), null)).toHaveLength(3);
  });
});

describe("happenings", () => {
  it("gather one event's claims by standing, dated ones first by day", () => {
    const list = gatherHappenings(index, TOLD_GRAPH.claims, "event");
    expect(list.flatMap((h) => h.claims.map((c) => c.id)).sort()).toEqual(
      TOLD_GRAPH.claims
        .filter((c) => c.event !== null)
        .map((c) => c.id)
        .sort(),
    );
    const strike = list.find((h) => h.claims.some((c) => c.relation === "KILLED"));
    expect(strike?.claims.map((c) => c.relation).sort()).toEqual(["KILLED", "STRUCK", "WOUNDED"]);
    const days = list.map((h) => h.days?.[0] ?? "9999");
    expect(days).toEqual([...days].sort());
    expect(busiestActors(index, list, 1)).toEqual(["group:front"]);
  });
});

describe("rows of an answer", () => {
  it("name nodes by id, by name and inside records", () => {
    const rows = {
      columns: ["a", "b"],
      rows: [
        ["Front", { labels: ["Entity"], properties: { id: "actor:north", name: "Nord" } }],
        [["Sud", 3], null],
      ],
      truncated: false,
    };
    expect(
      nodesInRows(index, rows)
        .map((f) => f.id)
        .sort(),
    ).toEqual(["actor:north", "actor:south", "group:front"]);
    const nodes = ["actor:north", "group:front"].map((id) => ({ properties: { id, name: index.nodes.get(id)?.name } }));
    const struck = { type: "STRUCK", properties: { id: "edge:group:front-STRUCK-place:base" } };
    const path = { nodes, relationships: [{ type: "ACCUSED", properties: {} }] };
    expect(textOfValue(path)).toBe(`${index.nodes.get("actor:north")?.name} – ACCUSED – Front`);
    const inPath = nodesInRows(index, { columns: ["p"], rows: [[path]], truncated: false });
    expect(inPath.map((f) => f.id)).toEqual(["actor:north", "group:front"]);
    const ofRelation = nodesInRows(index, { columns: ["r"], rows: [[struck]], truncated: false });
    expect(ofRelation.map((f) => f.id).sort()).toEqual(["group:front", "place:base"]);
    expect(textOfValue({ type: "STRUCK", properties: {} })).toBe("STRUCK");
    expect(textOfValue(["a", 1, null])).toBe("a, 1, ");
  });
});

describe("words", () => {
  it("of a span are its day, its month or its year where it is just that", () => {
    expect(spanText("2026-02-25", "2026-02-25")).toBe("2026-02-25");
    expect(spanText("2024-02-01", "2024-02-29")).toBe("2024-02");
    expect(spanText("2026-02-01", "2026-02-27")).toBe("2026-02-01 – 2026-02-27");
    expect(spanText("2025-01-01", "2025-12-31")).toBe("2025");
  });
  it("take the form of their number, in French with nought as one", () => {
    expect(say("claims", { count: 1 })).toBe("1 claim");
    expect(say("claims", { count: 0 })).toBe("0 claims");
    expect(sayIn("fr")("claims", { count: 0 })).toBe("0 affirmation");
  });
});

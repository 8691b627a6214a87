/** `explain` on texts of our own and on a build of two examples, with the real model. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import type { ExplainedSentence } from "../../src/pipeline/explain.js";
import { ROOT, wiregraph } from "./run-wiregraph.js";

const explained = async (...args: readonly string[]): Promise<ExplainedSentence[]> => {
  const { code, out, err } = await wiregraph("explain", ...args, "--format", "json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as ExplainedSentence[];
};

describe("explain", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-explain-"));
  const out = path.join(folder, "out");
  let graph: Graph;
  beforeAll(async () => {
    const articles = path.join(ROOT, "examples", "articles");
    const files = readdirSync(articles).slice(0, 2);
    const { code } = await wiregraph("build", ...files.map((f) => path.join(articles, f)), "--out", out);
    expect(code).toBe(0);
    graph = JSON.parse(readFileSync(path.join(out, "graph.json"), "utf8")) as Graph;
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["fr", "Les rebelles auraient attaqué la ville de Gao mardi.", "Gao"],
    ["en", "The rebels allegedly attacked the town of Gao on Tuesday.", "Gao"],
  ])("%s: tells why a claim is alleged, its day, its trigger and the pairs weighed", async (lang, text, town) => {
    const [sentence] = await explained("--text", text, "--lang", lang, "--published", "2020-01-02");
    const claim = sentence?.claims.find((c) => c.relation === "ATTACKED");
    expect(claim).toMatchObject({ status: "alleged", when: { from: "2019-12-31" } });
    expect(claim?.effects.some((e) => e.status === "alleged")).toBe(true);
    expect(sentence?.triggers.some((t) => t.word === claim?.trigger && t.relation === "ATTACKED")).toBe(true);
    const told = sentence?.pairs.filter((p) => p.outcome === "told" && p.relation === "ATTACKED");
    expect(told?.some((p) => p.target.includes(town))).toBe(true);
    expect(sentence?.tokens.filter((t) => t.head < 0)).toHaveLength(1);
  });

  it("tells what a pronoun goes back to", async () => {
    const sentences = await explained("--text", "Les rebelles ont pris Gao. Ils ont tué six soldats.", "--lang", "fr");
    expect(sentences[1]?.mentions.find((m) => m.text === "Ils")).toMatchObject({ antecedent: "Les rebelles".slice(4) });
  });

  it("tells why there is no claim", async () => {
    const { out: text } = await wiregraph("explain", "--text", "Il pleut depuis deux heures.", "--lang", "fr");
    expect(text).toMatch(/mentions\n {2}none was seen/u);
    expect(text).toMatch(/claims\n {2}none/u);
  });

  it("explains a claim by its evidence, a node by all that is said of it, a sentence by its number", async () => {
    const claim = graph.claims[0];
    const evidence = claim?.evidence[0];
    const article = graph.articles.find((a) => a.id === evidence?.article);
    const ofClaim = await explained(out, claim?.id ?? "");
    expect(ofClaim.map((s) => s.text)).toContain(evidence?.quote);
    expect(ofClaim.flatMap((s) => s.claims.map((c) => c.relation))).toContain(claim?.relation);
    const node = graph.nodes.find((n) => n.id === claim?.target);
    expect((await explained(out, node?.name ?? "")).map((s) => s.text)).toContain(evidence?.quote);
    const number = (evidence?.sentence ?? 0) + 1;
    const [asked] = await explained(out, "--sentence", `${article?.file}:${number}`);
    expect([asked?.text, asked?.number]).toEqual([evidence?.quote, number]);
  });

  it.each([
    [["nothing-of-this-name"], "no claim, edge or node"],
    [["--sentence", "missing.txt:1"], "no such article"],
    [["--sentence", "missing.txt"], "FILE:N"],
  ])("%o is wrong usage", async (args, message) => {
    const { code, err } = await wiregraph("explain", out, ...args);
    expect([code, err.includes(message)]).toEqual([2, true]);
  });

  it("names the sentence that an article lacks, and the folder that holds no build", async () => {
    const file = graph.articles[0]?.file ?? "";
    expect(await wiregraph("explain", out, "--sentence", `${file}:999`)).toMatchObject({ code: 2 });
    const { code, err } = await wiregraph("explain", folder, "x");
    expect([code, err.includes("graph.json")]).toEqual([2, true]);
  });
});

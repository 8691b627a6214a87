/** Bad input: each is named with its file, the rest is read, nothing is lost. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { type Run, wiregraph } from "./run-wiregraph.js";

const HOSTILE = '`Robert"); DROP ALL; <script>alert(1)</script>` __proto__';

describe("a folder with bad input", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-bad-"));
  const articles = path.join(folder, "articles");
  const out = path.join(folder, "out");
  let run: Run;
  let graph: Graph;

  beforeAll(async () => {
    mkdirSync(articles);
    const put = (name: string, content: string | Uint8Array) => writeFileSync(path.join(articles, name), content);
    put(
      "good.txt",
      "L'armée malienne a attaqué le camp de Kidal mardi. Le président Oumar Sidibé a condamné l'attaque.",
    );
    put("empty.txt", "");
    put(
      "latin.txt",
      Buffer.from("Le président a été reçu à Genève. L'armée a pénétré dans la ville près de la frontière.", "latin1"),
    );
    put("large.txt", "Le président a reçu la ministre. ".repeat(150_000));
    put(
      "binary.txt",
      Uint8Array.from({ length: 4_000 }, (_, k) => (k * 37) % 256),
    );
    put("german.txt", "Der Präsident hat die Ministerin am Montag in Berlin empfangen, wie die Regierung mitteilte.");
    put("word.txt", `Le président ${"a".repeat(20_000)} a parlé.`);
    put(
      "hostile.txt",
      `---\ntitle: ${HOSTILE}\n__proto__: {"polluted": true}\npublisher: <img src=x onerror=alert(1)>\n---\nLe groupe ${HOSTILE} a attaqué la ville de Gao, a dit Marie O'Brien \`Bob\` "D" <script>.`,
    );
    run = await wiregraph("build", articles, "--out", out, "--jobs", "2");
    graph = JSON.parse(readFileSync(path.join(out, "graph.json"), "utf8")) as Graph;
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("ends with 1 and reads the rest", () => {
    expect(run.code).toBe(1);
    expect(graph.articles.map((a) => a.file).sort()).toEqual(["good.txt", "hostile.txt", "latin.txt"]);
    expect(graph.claims.some((c) => c.relation === "ATTACKED")).toBe(true);
  });

  it.each([
    ["empty.txt", /error: empty\.txt: .*empty/u],
    ["large.txt", /error: large\.txt: 5\.\d MB is too large/u],
    ["binary.txt", /error: binary\.txt: .*binary/u],
    ["german.txt", /error: german\.txt: .*German/u],
    ["word.txt", /error: word\.txt, character 13: /u],
    ["latin.txt", /notice: latin\.txt: .*Latin-1/u],
  ])("names %s and what is wrong", (_, message) => {
    expect(run.err).toMatch(message);
  });

  it("reads Latin-1 as it was meant", () => {
    expect(graph.articles.find((a) => a.file === "latin.txt")?.text).toContain("reçu à Genève");
  });

  it("keeps hostile words as text, in the graph and in the database", async () => {
    const article = graph.articles.find((a) => a.file === "hostile.txt");
    expect(article?.title).toBe(HOSTILE);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await wiregraph("check", path.join(out, "graph.json"))).toMatchObject({ code: 0 });
    const asked = await wiregraph(
      "query",
      out,
      "MATCH (a:Article) RETURN a.title AS title ORDER BY a.file",
      "--format",
      "json",
    );
    expect(asked.code).toBe(0);
  });

  it("a folder without articles, and a file whose name steers a terminal", async () => {
    const none = path.join(folder, "none");
    mkdirSync(none);
    writeFileSync(path.join(none, "picture.png"), "no article");
    const nothing = await wiregraph("build", none, "--out", path.join(folder, "out-none"));
    expect(nothing.code).toBe(1);
    expect(nothing.err).toContain("no articles in this folder");
    const steering = path.join(none, "a\u001b[31m.txt");
    writeFileSync(steering, "");
    const told = await wiregraph("build", none, "--out", path.join(folder, "out-none"));
    expect(told.err).not.toContain("\u001b");
    expect(told.err).toContain("\\u{1b}");
  });
});

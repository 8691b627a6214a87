import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { wiregraph } from "./run-wiregraph.js";

describe("analyze", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-analyze-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const article = path.join(folder, "article.txt");
  writeFileSync(article, "Le président a reçu la ministre. Elle est repartie hier soir pour Bamako.");

  it("prints CoNLL-U that it takes back as given", async () => {
    const first = await wiregraph("analyze", article, "--format", "conllu");
    expect(first.code).toBe(0);
    expect(first.out).toContain("4\treçu\trecevoir\tVERB");
    const file = path.join(folder, "given.conllu");
    writeFileSync(file, first.out);
    const again = await wiregraph("analyze", file, "--conllu", "--format", "conllu");
    const columns = (text: string) =>
      text
        .split("\n")
        .filter((l) => /^\d/u.test(l))
        .map((l) => l.split("\t").slice(0, 8).join("\t"));
    expect(columns(again.out)).toEqual(columns(first.out));
  });

  it("prints JSON with offsets into the text", async () => {
    const { out } = await wiregraph("analyze", article, "--format", "json");
    const { text, sentences } = JSON.parse(out) as {
      text: string;
      sentences: { tokens: { start: number; end: number; text: string }[] }[];
    };
    expect(sentences).toHaveLength(2);
    for (const { tokens } of sentences) for (const t of tokens) expect(text.slice(t.start, t.end)).toBe(t.text);
  });

  it("names the line of CoNLL-U that is none", async () => {
    const file = path.join(folder, "bad.conllu");
    writeFileSync(file, "1\tLe\tle\n");
    const { code, err } = await wiregraph("analyze", file, "--conllu");
    expect(code).toBe(2);
    expect(err).toContain("bad.conllu, line 1");
  });
});

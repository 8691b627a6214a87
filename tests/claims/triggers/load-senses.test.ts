/** The data of the trigger lexicon: its form, its size, and what a fault in it says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { RELATIONS } from "../../../graph/model.js";
import { readSenses } from "../../../src/claims/triggers/load-senses.js";
import type { Language } from "../../../src/model/text.js";

const FOLDER = new URL("../../../knowledge", import.meta.url).pathname;
const LANGUAGES: Language[] = ["fr", "en"];

describe.each(LANGUAGES)("triggers of %s", (language) => {
  const senses = readSenses(FOLDER, language);

  it("has at least 700 sure senses, and some for each relation", () => {
    const sure = senses.filter((s) => s.weak !== true);
    expect(sure.length).toBeGreaterThanOrEqual(700);
    for (const relation of RELATIONS)
      expect(sure.filter((s) => s.relation === relation).length, relation).toBeGreaterThan(9);
  });

  it("says each sense once", () => {
    const keys = senses.map((s) =>
      JSON.stringify([s.words, s.head, s.pos, s.reflexive ?? false, s.relation, s.status]),
    );
    expect(keys.filter((k, at) => keys.indexOf(k) !== at)).toEqual([]);
  });
});

describe("a fault in the lexicon", () => {
  const folder = mkdtempSync(join(tmpdir(), "wiregraph-triggers-"));
  mkdirSync(join(folder, "triggers"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const good = {
    words: ["tuer"],
    head: 0,
    pos: "VERB",
    relation: "KILLED",
    source: ["subject"],
    target: ["object"],
    status: "asserted",
  };
  it.each([
    ["{", /triggers\/fr\.jsonl, line 2: no JSON/],
    [JSON.stringify({ ...good, relation: "HATED" }), /line 2: relation/],
    [JSON.stringify({ ...good, head: 1 }), /line 2: .*head/],
    [JSON.stringify({ ...good, means: ["avec"] }), /line 2: .*means/],
  ])("%s is told with its line", (line, message) => {
    writeFileSync(join(folder, "triggers", "fr.jsonl"), `${JSON.stringify(good)}\n${line}\n`);
    expect(() => readSenses(folder, "fr")).toThrow(message);
  });
  it("a missing file is told", () => {
    expect(() => readSenses(folder, "en")).toThrow(/triggers\/en\.jsonl/);
  });
});

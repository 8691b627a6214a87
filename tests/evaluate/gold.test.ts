import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readGold, readGoldFile } from "../../src/evaluate/gold.js";
import { headWords, normalizeName } from "../../src/evaluate/names.js";

const GOLD = { article: "a.txt", language: "fr", published: "2026-02-27", entities: [], claims: [] };
const CLAIM = { source: "a", relation: "STRUCK", target: ["b", "c"], status: "asserted" };

describe("readGold", () => {
  it("reads lists of ends, and tolls as numbers or ranges", () => {
    const claim = { ...CLAIM, toll: { dead: 3, injured: { min: 2, max: null } } };
    expect(readGold(JSON.stringify({ ...GOLD, claims: [claim] }), "g.json").claims).toEqual([claim]);
  });

  it("names file and path of each fault", () => {
    const bad = { ...GOLD, claims: [CLAIM, { ...CLAIM, relation: "HIT" }] };
    expect(() => readGold(JSON.stringify(bad), "g.json")).toThrow(/g\.json.*claims\[1\]\.relation/u);
    expect(() => readGold("{", "g.json")).toThrow(/g\.json is not JSON/u);
    expect(() => readGold("7", "g.json")).toThrow(/g\.json.*the whole/u);
  });

  it("names a file that is not there", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "gold-"));
    const file = path.join(folder, "none.json");
    await expect(readGoldFile(file)).rejects.toThrow(`There is no file ${file}.`);
    await rm(folder, { recursive: true });
  });
});

describe("normalizeName", () => {
  it.each([
    ["L’Algérie", "algerie"],
    ["les  Brigades du Détroit", "brigades du detroit"],
    ["« Free-Coast\u00a0Army »", "free coast army"],
    ["de la Côte", "cote"],
    ["The U.S.", "u.s"],
    ["Thérèse", "therese"],
  ])("%s → %s", (name, plain) => expect(normalizeName(name)).toBe(plain));
});

describe("headWords", () => {
  it.each([
    ["25 combattants du front", ["combattants", "front"]],
    ["two armed men", ["two", "men"]],
    ["12", []],
  ])("%s", (name, heads) => expect(headWords(name)).toEqual(heads));
});

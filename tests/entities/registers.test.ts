import path from "node:path";
import { describe, expect, it } from "vitest";
import { KIND_OF_TYPE } from "../../graph/model.js";
import { createKnowName } from "../../src/entities/know-name.js";
import { readRegisterData } from "../../src/entities/load-registers.js";
import { foldName } from "../../src/entities/name-keys.js";
import { createRegisters } from "../../src/entities/registers.js";

const data = readRegisterData(path.resolve(import.meta.dirname, "../../knowledge"));
const registers = createRegisters(data);
const know = createKnowName(registers);
const ambiguous = new Set(data.ambiguous);
const isShort = (name: string) => name.replace(/[.\s]/gu, "").length <= 3;

/** ISO 3166 codes of regions, of the past and of dependent territories that no register has. */
const NOT_STATES = new Set(
  "AC AI AN AQ AS AW AX BL BM BQ BU BV CC CK CP CQ CS CW CX DD DG DY EA EU EZ FK FO FX GG GI GS GU HM HV IC IM IO JE KY MF MP MS NF NH NT NU PM PN PZ RH SH SJ SU SX TA TC TF TK TP UK UM UN VD VG VI WF XA XB YD YU ZR ZZ QO CQ".split(
    " ",
  ),
);

describe("registers", () => {
  it("hold every state of ISO 3166 that the runtime names, by its French and English name", () => {
    const names = {
      fr: new Intl.DisplayNames(["fr"], { type: "region" }),
      en: new Intl.DisplayNames(["en"], { type: "region" }),
    };
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const codes = letters.flatMap((a) => letters.map((b) => a + b));
    const states = codes.filter((c) => names.en.of(c) !== c && !NOT_STATES.has(c));
    expect(states.length).toBeGreaterThan(195);
    const known = new Set(data.states.map((s) => s.code));
    expect(states.filter((c) => !known.has(c))).toEqual([]);
  });

  it("hold 1,500 groups, bodies and persons at least, each key once", () => {
    expect(data.entries.filter((e) => KIND_OF_TYPE[e.type] !== "Place").length).toBeGreaterThanOrEqual(1500);
    const keys = data.entries.map((e) => `${KIND_OF_TYPE[e.type]} ${e.key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const states = new Set(data.states.map((s) => s.key));
    for (const { key, partOf } of data.entries)
      if (partOf !== null)
        expect([key, states.has(partOf) || data.entries.some((e) => e.key === partOf)]).toEqual([key, true]);
  });

  it("give one answer to every name, or name it as ambiguous", () => {
    for (const state of data.states)
      for (const name of [...state.names.fr, ...state.names.en]) {
        if (ambiguous.has(foldName(name))) continue;
        expect([name, registers.lookup(name, "Actor")?.key]).toEqual([name, state.key]);
      }
    for (const entry of data.entries)
      for (const name of [...entry.names.fr, ...entry.names.en]) {
        if (ambiguous.has(foldName(name)) || isShort(name)) continue;
        expect([name, registers.lookup(name, KIND_OF_TYPE[entry.type])?.key]).toEqual([name, entry.key]);
      }
  });

  it("give one state to every demonym, or name it as ambiguous", () => {
    for (const { key, demonyms, territory } of data.states)
      for (const word of [...demonyms.fr, ...demonyms.en]) {
        if (ambiguous.has(foldName(word)) || territory) continue;
        expect([word, registers.demonym(word)?.key]).toEqual([word, key]);
      }
  });

  it.each([
    ["Etats-Unis", "state", "Q30"],
    ["US", "state", "Q30"],
    ["Washington", "state", "Q30"],
    ["le gouvernement irakien", "state", "Q796"],
    ["américaines", "state", "Q30"],
    ["Daech", "armed_group", "Q2429253"],
    ["ISIS", "armed_group", "Q2429253"],
    ["l'ONU", "igo", "Q1065"],
    ["UN", "igo", "Q1065"],
    ["Congo", "state", null],
    ["Donald Trump", "person", "Q22686"],
  ] as const)("%s as %s is %s", (name, type, key) => {
    expect(know.name({ name, type, form: "name", language: "fr" })?.key ?? null).toBe(key);
  });

  it("tell a state from its ground, and a town from its state", () => {
    expect(know.name({ name: "Irak", type: "country", form: "name", language: "fr" })).toMatchObject({
      key: "Q796",
      type: "country",
    });
    expect(know.name({ name: "Bagdad", type: "city", form: "name", language: "fr" })).toMatchObject({
      type: "city",
      country: "IQ",
    });
    expect(know.name({ name: "Baghdad", type: "city", form: "name", language: "en" })?.key).toBe(
      know.name({ name: "Bagdad", type: "city", form: "name", language: "fr" })?.key,
    );
  });

  it("are not moved by hostile names", () => {
    for (const name of ["__proto__", "constructor", "toString", ""])
      for (const kind of ["Actor", "Group", "Place"] as const) expect(registers.lookup(name, kind)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import { createResolver } from "../../src/entities/resolve-entities.js";
import type { Referent } from "../../src/model/entity.js";
import type { Reading } from "../../src/model/reading.js";
import { articleOf } from "../article-of.js";

const resolve = createResolver(() => null);

const referent = (name: string, type: NodeType, more: Partial<Referent> = {}): Referent => ({
  kind: KIND_OF_TYPE[type],
  type,
  named: true,
  name,
  register: null,
  country: null,
  subtype: null,
  mentions: [],
  ...more,
});
const reading = (id: string, ...referents: Referent[]): Reading => ({
  article: { ...articleOf("…"), id: `article:${id}` },
  sentences: [],
  mentions: [],
  referents,
  evidence: [],
  problems: [],
});
/** Which referents are together, as lists of "article/referent". */
function groups(readings: readonly Reading[]): string[] {
  const { nodeOf } = resolve(readings);
  const out = new Map<number, string[]>();
  readings.forEach((r, a) => {
    r.referents.forEach((_, k) => {
      const node = nodeOf[a]?.[k] ?? -1;
      out.set(node, [...(out.get(node) ?? []), `${r.article.id}/${k}`]);
    });
  });
  return [...out.values()].map((g) => g.sort().join(" ")).sort();
}

describe("resolution over articles", () => {
  it.each([
    [
      "by register key, whatever the name",
      referent("Daech", "armed_group", { register: "Q1" }),
      referent("ISIS", "armed_group", { register: "Q1" }),
      true,
    ],
    [
      "state and its ground stay two",
      referent("Irak", "state", { register: "Q796" }),
      referent("Irak", "country", { register: "Q796" }),
      false,
    ],
    ["by folded name", referent("Médecins du Fleuve", "ngo"), referent("Medecins du Fleuve", "ngo"), true],
    ["not over kinds", referent("Aguelhok", "city"), referent("Aguelhok", "armed_group"), false],
    [
      "not over countries",
      referent("Front uni", "party", { country: "ML" }),
      referent("Front uni", "party", { country: "NE" }),
      false,
    ],
    [
      "not the unnamed",
      referent("des hommes armés", "armed_group", { named: false }),
      referent("des hommes armés", "armed_group", { named: false }),
      false,
    ],
    ["persons by their full name", referent("Oumar Sidibé", "person"), referent("Oumar Sidibe", "person"), true],
    ["a lone surname to the one who bears it", referent("Oumar Sidibé", "person"), referent("Sidibé", "person"), true],
    ["not two people of one surname", referent("Oumar Sidibé", "person"), referent("Awa Sidibé", "person"), false],
    ["not the police of unknown states", referent("police", "military"), referent("police", "military"), false],
    [
      "the police of one state",
      referent("police", "military", { country: "ML" }),
      referent("police", "military", { country: "ML" }),
      true,
    ],
  ] as const)("%s", (_, a, b, together) => {
    expect(groups([reading("a", a), reading("b", b)])).toHaveLength(together ? 1 : 2);
  });

  it("a surname that two bear joins neither", () => {
    const all = [
      reading("a", referent("Oumar Sidibé", "person"), referent("Awa Sidibé", "person")),
      reading("b", referent("Sidibé", "person")),
    ];
    expect(groups(all)).toHaveLength(3);
  });

  it("is the same in any order of the articles", () => {
    const names = fc.constantFrom("Oumar Sidibé", "Sidibé", "Awa Sidibé", "Front uni", "police", "Gao");
    const types = fc.constantFrom<NodeType>("person", "party", "military", "city");
    const one = fc.tuple(names, types, fc.boolean()).map(([n, t, named]) => referent(n, t, { named }));
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 4 }), { minLength: 2, maxLength: 5 }), (lists) => {
        const readings = lists.map((list, k) => reading(String(k), ...list));
        expect(groups([...readings].reverse())).toEqual(groups(readings));
        const names = (r: readonly Reading[]) =>
          resolve(r)
            .nodes.map((n) => n.name)
            .sort();
        expect(names([...readings].reverse())).toEqual(names(readings));
      }),
    );
  });
});

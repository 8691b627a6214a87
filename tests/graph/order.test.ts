import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, claimId, digits, evidenceKey, mentionedId, slug } from "../../graph/ids.js";
import { compareCodePoints, comparePublication } from "../../graph/order.js";

const byCodePoints = (a: string, b: string): number => {
  const [left, right] = [a, b].map((s) => Array.from(s, (c) => c.codePointAt(0) ?? 0)) as [number[], number[]];
  const k = left.findIndex((point, at) => point !== right[at]);
  return k < 0 ? left.length - right.length : (left[k] ?? 0) - (right[k] ?? -1);
};

describe("compareCodePoints", () => {
  it("puts characters beyond U+FFFF last, unlike UTF-16", () => {
    expect("\uff5e" < "😀").toBe(false);
    expect(["😀", "\uff5e", "z"].sort(compareCodePoints)).toEqual(["z", "\uff5e", "😀"]);
  });

  it("is the order of code points", () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", "é", "\ue000", "\uffff", "😀", "\u{10ffff}"),
      maxLength: 4,
    });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byCodePoints(a, b)));
      }),
    );
  });
});

describe("comparePublication", () => {
  it("compares instants across offsets, what has no date last", () => {
    const order = [
      { id: "d", published: null },
      { id: "c", published: "2026-03-02T00:30:00+02:00" },
      { id: "b", published: "2026-03-02" },
      { id: "a", published: "2026-03-02" },
    ].sort(comparePublication);
    expect(order.map((a) => a.id)).toEqual(["c", "a", "b", "d"]);
  });
});

describe("ids", () => {
  it("are the first 16 hex digits of SHA-256 over a JSON list", () => {
    expect(digits([])).toBe("4f53cda18c2baa0c");
    expect(articleId(null, "2026-03-02", "Texte.")).toBe(`article:${digits([null, "2026-03-02", "Texte."])}`);
  });

  it("tell claims apart by class and event", () => {
    const claim = { source: "a", relation: "STRUCK", target: "b", class: "happened", event: "event:1" } as const;
    const ids = [claim, { ...claim, class: "denied" } as const, { ...claim, event: null }].map(claimId);
    expect(new Set(ids).size).toBe(3);
  });

  it("do not depend on the direction of a symmetric relation", () => {
    const evidence = { article: "a", trigger: [5, 6], sourceSpan: [9, 10], targetSpan: [0, 2] } as const;
    const back = { ...evidence, sourceSpan: evidence.targetSpan, targetSpan: evidence.sourceSpan };
    expect(evidenceKey("MET_WITH", evidence)).toEqual(evidenceKey("MET_WITH", back));
    expect(evidenceKey("STRUCK", evidence)).not.toEqual(evidenceKey("STRUCK", back));
  });

  it.each([
    ["Ghaleb al-Mourchidi", "ghaleb-al-mourchidi"],
    ["  L’« Armée » ! ", "l-armee"],
    ["Кидаль", "кидаль"],
    ["…", ""],
    ["__proto__", "proto"],
  ])("slug of %s", (name, words) => expect(slug(name)).toBe(words));

  it("of a name without letters are digits alone", () => {
    expect(mentionedId("Group", "…", { article: "a", start: 1, end: 2 })).toMatch(/^group:[0-9a-f]{16}$/u);
  });
});

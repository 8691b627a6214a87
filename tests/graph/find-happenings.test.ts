import { describe, expect, it } from "vitest";
import { findHappenings, type Told } from "../../src/claims/find-happenings.js";
import { onDay } from "./readings.js";

let sentence = 0;
/** Evidence in a sentence of its own, unless one is given. */
const told = (
  relation: Told["relation"],
  target: string,
  more: Partial<Told> & { readonly day?: string } = {},
): Told => {
  const { day, ...rest } = more;
  sentence += 1;
  return {
    relation,
    target,
    source: null,
    where: null,
    sentence,
    when: day === undefined ? null : onDay(day),
    ...rest,
  };
};
/** Happenings as letters in the order they first appear; "-" for standing relations. */
const letters = (...evidence: readonly Told[]): string => {
  const order: (number | null)[] = [];
  return findHappenings(evidence)
    .map((happening) => {
      if (happening === null) return "-";
      if (!order.includes(happening)) order.push(happening);
      return String.fromCharCode(97 + order.indexOf(happening));
    })
    .join("");
};

describe("findHappenings", () => {
  it("gives standing relations none", () => {
    expect(letters(told("LEADS", "x"), told("LOCATED_IN", "x"))).toBe("--");
  });

  it("joins violence of one day that shares an end, a place or a sentence", () => {
    const day = "2026-03-01";
    expect(letters(told("STRUCK", "x", { day }), told("WOUNDED", "x", { day }))).toBe("aa");
    expect(letters(told("STRUCK", "x", { day }), told("KILLED", "y", { day, where: "x" }))).toBe("aa");
    expect(letters(told("STRUCK", "x", { day, sentence: 1 }), told("KILLED", "y", { day, sentence: 1 }))).toBe("aa");
    expect(letters(told("STRUCK", "x", { day }), told("KILLED", "y", { day }))).toBe("ab");
  });

  it("parts other days, and joins intervals that meet", () => {
    const march = { from: "2026-03-01", to: "2026-03-31", precision: "month", basis: "explicit" } as const;
    const open = { from: "2026-03-02", to: null, precision: "span", basis: "explicit" } as const;
    const second = told("STRUCK", "x", { day: "2026-03-02" });
    expect(letters(told("STRUCK", "x", { day: "2026-03-01" }), second)).toBe("ab");
    expect(letters(told("STRUCK", "x", { when: march }), second)).toBe("aa");
    expect(letters(told("STRUCK", "x", { when: open }), told("STRUCK", "x", { day: "2026-04-02" }))).toBe("aa");
    expect(letters(told("STRUCK", "x", { when: open }), told("STRUCK", "x", { day: "2026-03-01" }))).toBe("ab");
  });

  it("parts families, and joins other relations only with themselves", () => {
    const day = "2026-03-01";
    expect(letters(told("STRUCK", "x", { day }), told("SEIZED", "x", { day }))).toBe("ab");
    expect(
      letters(told("MET_WITH", "x", { day }), told("MET_WITH", "x", { day }), told("AGREED_WITH", "x", { day })),
    ).toBe("aab");
  });

  it("takes undated evidence into the only dated happening of its family", () => {
    expect(letters(told("STRUCK", "x", { day: "2026-03-01" }), told("KILLED", "y"))).toBe("aa");
    expect(letters(told("SEIZED", "x", { day: "2026-03-01" }), told("KILLED", "y"))).toBe("ab");
  });

  it("takes undated evidence into the one of several dated happenings that it shares something with", () => {
    const [one, two] = [told("STRUCK", "x", { day: "2026-03-01" }), told("STRUCK", "y", { day: "2026-03-05" })];
    expect(letters(one, two, told("KILLED", "z", { where: "y" }))).toBe("abb");
    expect(letters(one, two, told("KILLED", "z"))).toBe("abc");
    expect(letters(one, two, told("KILLED", "z", { where: "y", source: "x" }))).toBe("abc");
  });

  it("joins undated evidence that shares something", () => {
    expect(letters(told("STRUCK", "x"), told("KILLED", "y", { where: "x" }), told("KILLED", "z"))).toBe("aab");
  });

  it("does not take the open agent for a shared end", () => {
    expect(letters(told("KILLED", "x"), told("KILLED", "y"))).toBe("ab");
  });

  it("does not depend on the order of the evidence", () => {
    const evidence = [
      told("STRUCK", "x", { day: "2026-03-01" }),
      told("STRUCK", "y", { day: "2026-03-05" }),
      told("KILLED", "z", { where: "y" }),
      told("KILLED", "w"),
    ];
    const parts = (list: readonly Told[]) => {
      const happenings = findHappenings(list);
      return list.map((item) => list.filter((_, k) => happenings[k] === happenings[list.indexOf(item)]).length);
    };
    expect(parts([...evidence].reverse()).reverse()).toEqual(parts(evidence));
  });

  it("bears thousands of pieces of evidence", () => {
    const many = Array.from({ length: 20_000 }, (_, k) => told("STRUCK", `t${k % 50}`, { day: "2026-03-01" }));
    expect(new Set(findHappenings(many)).size).toBe(50);
  });
});

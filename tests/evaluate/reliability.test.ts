import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/claims/reader/calibrate.js";
import { reliability, type Scored } from "../../src/evaluate/reliability.js";

const claims = (score: number, right: number, of: number): Scored[] =>
  Array.from({ length: of }, (_, k) => ({ article: "a", score, isRight: k < right }));

describe("reliability", () => {
  it("is perfect where of every ten claims scored .7 seven are right", () => {
    const { bins, error } = reliability([...claims(0.7, 7, 10), ...claims(0.2, 2, 10)]);
    expect(error).toBeCloseTo(0, 9);
    expect(bins.filter((b) => b.claims > 0).map((b) => [b.from, b.claims])).toEqual([
      [0.2, 10],
      [0.7, 10],
    ]);
  });

  it("weighs each bin's distance by its claims", () => {
    // 30 claims .9 with a third right: off by .57; 10 claims .5, half right: exact.
    expect(reliability([...claims(0.9, 10, 30), ...claims(0.5, 5, 10)]).error).toBeCloseTo((0.9 - 1 / 3) * 0.75, 9);
    expect(reliability([]).error).toBe(0);
  });
});

describe("calibrate", () => {
  const points = [
    [0, 0],
    [0.5, 0.2],
    [0.8, 0.6],
    [1, 0.9],
  ];
  it.each([
    [0, 0],
    [0.25, 0.1],
    [0.5, 0.2],
    [0.65, 0.4],
    [1, 0.9],
  ])("%d is %d on the line through its points", (probability, share) => {
    expect(calibrate(probability, points)).toBeCloseTo(share, 3);
  });

  it("ships a line that never falls", () => {
    const values = Array.from({ length: 101 }, (_, k) => calibrate(k / 100));
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect([values[0], (values[100] ?? 2) <= 1]).toEqual([0, true]);
  });
});

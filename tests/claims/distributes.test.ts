import { expect, it } from "vitest";
import { distributes } from "../../src/claims/reader/distributes.js";

it("a list that goes one by one shares nothing", () => {
  expect(
    distributes([
      [1, 3],
      [5, 7],
    ]),
  ).toBe(true);
});

it("one end that all have, and each with each, are shared", () => {
  expect(
    distributes([
      [1, 9],
      [3, 9],
    ]),
  ).toBe(false);
  expect(
    distributes([
      [1, 7],
      [1, 9],
      [3, 7],
      [3, 9],
    ]),
  ).toBe(false);
  expect(distributes([])).toBe(false);
});

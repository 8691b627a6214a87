import { describe, expect, it } from "vitest";
import { ancestors, geometryOf, hanging } from "../../src/claims/reader/tree-geometry.js";

// "Des miliciens ont attaqué la base": 1 Des→2, 2 miliciens→4, 3 ont→4, 4 attaqué→0, 5 la→6, 6 base→4
const HEADS = [2, 4, 4, 0, 6, 4];
const RELATIONS = [7, 30, 5, 44, 7, 33];
const COUNT = 51;

describe("tree geometry", () => {
  it("climbs to the root", () => {
    expect(ancestors(HEADS, 1)).toEqual([1, 2, 4, 0]);
    expect(ancestors(HEADS, 4)).toEqual([4, 0]);
  });

  it("stops on a cycle", () => {
    expect(ancestors([2, 1], 1)).toHaveLength(60);
  });

  it("gives lowest common ancestor, context, parents and distance of a pair", () => {
    // base − miliciens = 4 tokens: over −20, −10, −5, −2, 0, 1, 3, so bucket 7
    expect(geometryOf(HEADS, 2, 6)).toEqual([4, 2, 7, 4, 4, 7]);
    expect(geometryOf(HEADS, 6, 2)).toEqual([4, 2, 7, 4, 4, 3]);
  });

  it("takes the target's parent and neighbourhood where the agent is open", () => {
    expect(geometryOf(HEADS, 0, 6)).toEqual([4, 1, 7, 0, 4, 7]);
  });

  it("codes how candidates hang on each token", () => {
    const codes = Array.from(hanging(HEADS, RELATIONS, COUNT, [0, 2]), Number);
    const column = (c: number) => Array.from({ length: HEADS.length + 1 }, (_, row) => codes[row * 2 + c]);
    expect(column(0)).toEqual(new Array(7).fill(2 * COUNT + 4));
    // root: the head of its head is the root (104 = top); Des: child; itself; ont, base: siblings; attaqué: nsubj; la: far
    expect(column(1)).toEqual([104, 102, 105, 103, 30, 107, 103]);
  });
});

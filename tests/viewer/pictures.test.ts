/** What is drawn: scopes and folding, paths, days, layout, names on the canvas. */
import { describe, expect, it } from "vitest";
import { largeGraph } from "../../bench/large-graph.mjs";
import type { Edge } from "../../graph/model.js";
import { placeLabels } from "../../viewer/src/canvas/place-labels.js";
import { layOut, partsOf } from "../../viewer/src/layout/lay-out.js";
import { packParts } from "../../viewer/src/layout/pack-parts.js";
import { partOverlaps } from "../../viewer/src/layout/part-overlaps.js";
import { placeByName } from "../../viewer/src/layout/places.js";
import { drawnPart, type Hand, MOST_DRAWN, neighboursOf, STRONGEST, within } from "../../viewer/src/model/drawn.js";
import { createSieve, NO_FILTERS, passingEdges } from "../../viewer/src/model/filters.js";
import { indexGraph } from "../../viewer/src/model/graph-index.js";
import { countDays, dayNumber, dayOfNumber } from "../../viewer/src/model/histogram.js";
import { findPaths } from "../../viewer/src/model/paths.js";
import { addStep, canRedo, canUndo, firstStep, goTo, replaceStep, shownStep } from "../../viewer/src/model/steps.js";
import { TOLD_GRAPH } from "./told-graph.js";

const index = indexGraph(TOLD_GRAPH);
const sieve = createSieve(index, NO_FILTERS);
const edges = passingEdges(index, sieve);
const HANDS_OFF: Hand = { scope: null, expanded: new Set(), collapsed: new Set(), hidden: new Set() };
const draw = (hand: Partial<Hand>, chosen: string | null = null, shown: readonly Edge[] = edges) =>
  drawnPart(index, shown, sieve, { ...HANDS_OFF, ...hand }, chosen);

describe("what is drawn", () => {
  it("is the whole small graph, and a chosen node without edges beside it", () => {
    expect(draw({}).edges).toHaveLength(TOLD_GRAPH.edges.length);
    expect(draw({}).hiddenEdges).toBe(0);
    expect(draw({}).nodes.has("place:portville")).toBe(false);
    expect(draw({}, "place:portville").nodes.has("place:portville")).toBe(true);
  });
  it("is a neighbourhood of so many steps, and more where a node is expanded", () => {
    const one = draw({ scope: { kind: "around", id: "place:embassy", depth: 1 } });
    expect([...one.nodes].sort()).toEqual(["group:front", "place:embassy"]);
    const two = draw({ scope: { kind: "around", id: "place:embassy", depth: 2 } });
    expect(two.nodes.size).toBeGreaterThan(2);
    const expanded = draw({
      scope: { kind: "around", id: "place:embassy", depth: 1 },
      expanded: new Set(["group:front"]),
    });
    expect(expanded.nodes).toEqual(within(neighboursOf(edges), "group:front", 1));
    expect(one.hiddenNodes + one.nodes.size).toBe(index.edgesOf.size);
  });
  it("folds what hangs on a node alone, and counts it", () => {
    const folded = draw({ collapsed: new Set(["group:front"]) });
    expect(folded.nodes.has("place:embassy")).toBe(false);
    expect(folded.nodes.has("actor:north")).toBe(true);
    expect(folded.folded.get("group:front")).toBe(draw({}).nodes.size - folded.nodes.size);
  });
  it("leaves out what hands hid, with its edges", () => {
    const part = draw({ hidden: new Set(["actor:south"]) });
    for (const { source, target } of part.edges) expect([source, target]).not.toContain("actor:south");
  });
  it("is the core of a large graph, the same each time, and no node of it alone", () => {
    const large = indexGraph(largeGraph(MOST_DRAWN + 700, 9_000));
    const all = createSieve(large, NO_FILTERS);
    const part = drawnPart(large, passingEdges(large, all), all, HANDS_OFF, null);
    expect(part.isPart).toBe(true);
    expect(part.nodes.size).toBe(STRONGEST);
    expect(part.hiddenEdges + part.edges.length).toBe(9_000);
    expect(drawnPart(large, passingEdges(large, all), all, HANDS_OFF, null).nodes).toEqual(part.nodes);
  });
});

describe("paths", () => {
  const neighbours = neighboursOf(edges);
  it("are the shortest, the surest first, with their weakest step", () => {
    const [path] = findPaths(neighbours, "actor:south", "place:embassy");
    expect(path?.steps.map((s) => s.to)).toEqual(["group:front", "place:embassy"]);
    expect(path?.steps[path.weakest]?.edges[0]?.relation).toBe("SPONSORS");
    const [direct] = findPaths(neighbours, "actor:north", "actor:south");
    expect(direct?.steps).toHaveLength(1);
    expect(direct?.steps[0]?.edges.map((e) => e.relation).sort()).toEqual(["ACCUSED", "MET_WITH", "THREATENED"]);
  });
  it("are none between what is not linked, and none to itself", () => {
    expect(findPaths(neighbours, "actor:south", "place:portville")).toEqual([]);
    expect(findPaths(neighbours, "actor:south", "actor:south")).toEqual([]);
  });
});

describe("days", () => {
  it("are counted once each, with the undated apart, and far ones in the first bar", () => {
    const shown = countDays([...Array.from({ length: 40 }, (_, n) => 20_000 + n), dayNumber("1991-01-01"), Number.NaN]);
    expect(shown?.undated).toBe(1);
    expect(shown?.bars.reduce((sum, b) => sum + b.count, 0)).toBe(41);
    expect(dayOfNumber(shown?.first ?? 0).slice(0, 4)).not.toBe("1991");
    expect(countDays([Number.NaN])).toBeNull();
    expect(dayOfNumber(dayNumber("2024-02-29"))).toBe("2024-02-29");
  });
});

describe("steps", () => {
  it("go back and forth, and forget what was undone once something else is done", () => {
    let steps = addStep(addStep(firstStep("a"), "b"), "c");
    steps = goTo(steps, 1);
    expect([shownStep(steps), canUndo(steps), canRedo(steps)]).toEqual(["b", true, true]);
    expect(shownStep(replaceStep(steps, "B"))).toBe("B");
    expect(addStep(steps, "d").list).toEqual(["a", "b", "d"]);
    expect(shownStep(goTo(steps, 99))).toBe("c");
    expect(canUndo(firstStep("a"))).toBe(false);
  });
});

function orderOf(nodeCount: number, edgeCount: number) {
  const graph = largeGraph(nodeCount, edgeCount);
  const at = new Map(graph.nodes.map((n, k) => [n.id, k]));
  return {
    places: Float64Array.from(graph.nodes.flatMap((n) => Object.values(placeByName(n.id)))),
    sizes: new Float64Array(nodeCount).fill(6),
    fixed: new Uint8Array(nodeCount),
    ends: Uint32Array.from(graph.edges.flatMap((e) => [at.get(e.source) ?? 0, at.get(e.target) ?? 0])),
    aspect: 1.5,
  };
}

describe("layout", () => {
  it("gives the same places twice, all of them numbers, none over another", () => {
    const [one, two] = [orderOf(120, 200), orderOf(120, 200)];
    layOut(one);
    layOut(two);
    expect(one.places).toEqual(two.places);
    expect([...one.places].every(Number.isFinite)).toBe(true);
    for (let a = 0; a < 120; a++)
      for (let b = a + 1; b < 120; b++) {
        const [dx, dy] = [0, 1].map((k) => (one.places[2 * a + k] ?? 0) - (one.places[2 * b + k] ?? 0));
        expect(Math.hypot(dx ?? 0, dy ?? 0)).toBeGreaterThan(6);
      }
  });
  it("leaves held nodes where they are", () => {
    const order = orderOf(60, 90);
    order.fixed.fill(1, 0, 50);
    const before = order.places.slice(0, 100);
    layOut(order);
    expect(order.places.slice(0, 100)).toEqual(before);
    expect([...order.places].every(Number.isFinite)).toBe(true);
  });
  it("finds the connected parts, the largest first", () => {
    expect(partsOf(6, Uint32Array.from([0, 1, 3, 4, 4, 5]))).toEqual([[3, 4, 5], [0, 1], [2]]);
  });
  it("packs parts without overlap", () => {
    const boxes = [
      { width: 300, height: 200 },
      { width: 150, height: 90 },
      ...Array.from({ length: 20 }, () => ({ width: 40, height: 60 })),
    ];
    const corners = packParts(boxes, 1.6);
    expect(corners).toHaveLength(boxes.length);
    for (const [a, one] of corners.entries())
      for (const [b, two] of corners.entries()) {
        if (a >= b) continue;
        const isApart =
          one.x + (boxes[a]?.width ?? 0) <= two.x ||
          two.x + (boxes[b]?.width ?? 0) <= one.x ||
          one.y + (boxes[a]?.height ?? 0) <= two.y ||
          two.y + (boxes[b]?.height ?? 0) <= one.y;
        expect(isApart).toBe(true);
      }
  });
  it("parts two nodes at one place", () => {
    const places = Float64Array.from([5, 5, 5, 5]);
    partOverlaps(places, Float64Array.from([4, 4]), new Uint8Array(2), 2);
    expect(Math.hypot((places[0] ?? 0) - (places[2] ?? 0), (places[1] ?? 0) - (places[3] ?? 0))).toBeGreaterThan(9.9);
  });
});

describe("names on the canvas", () => {
  const node = (id: string, x: number, y: number, weight = 1) => ({
    id,
    x,
    y,
    radius: 5,
    width: 80,
    height: 16,
    weight,
  });
  const screen = { width: 800, height: 600 };
  it("stand to the right, go to another side where that is taken, and the weightiest is first", () => {
    expect(placeLabels([node("a", 200, 200)], screen).sides.get("a")).toBe("right");
    const two = placeLabels([node("a", 200, 200, 2), node("b", 240, 206, 1)], screen).sides;
    expect(two.get("b")).not.toBe("left");
    expect(two.size).toBe(2);
  });
  it("of a line are the fullest that are free, and keep off nodes save those that step back", () => {
    const row = (from: number, to: number) => [{ left: from, top: 190, right: to, bottom: 204 }];
    const line = { id: "line", weight: 0.5, ways: [row(100, 400), row(200, 300)] };
    expect(placeLabels([], screen, [line]).lines.get("line")).toBe(0);
    const bare = (x: number) => ({ ...node("a", x, 197), width: 0 });
    expect(placeLabels([bare(120)], screen, [line]).lines.get("line")).toBe(1);
    expect(placeLabels([bare(250)], screen, [line]).lines.has("line")).toBe(false);
    expect(placeLabels([{ ...bare(250), isFaint: true }], screen, [line]).lines.get("line")).toBe(0);
  });
  it("keep clear of the lines of their own node where they can", () => {
    const beside = (right: number, left: number) => ({
      ...node("a", 200, 200),
      taken: new Map([
        ["right", right],
        ["left", left],
        ["below", 1],
        ["above", 1],
      ] as const),
    });
    expect(
      placeLabels([{ ...node("a", 200, 200), taken: new Map([["right", 1]] as const) }], screen).sides.get("a"),
    ).toBe("left");
    // Where lines leave on every side, the one with the fewest.
    expect(placeLabels([beside(1, 1)], screen).sides.get("a")).toBe("right");
    expect(placeLabels([beside(3, 1)], screen).sides.get("a")).toBe("left");
  });
  it("are never under the buttons in the corner, where nobody could read them", () => {
    const must = { ...node("must", 700, 550), weight: Number.POSITIVE_INFINITY };
    expect(placeLabels([must], screen).sides.get("must")).toBe("left");
  });
  it("are left out where there is no room, unless they must be said", () => {
    const crowd = Array.from({ length: 30 }, (_, k) => node(`n${k}`, 200 + (k % 6) * 12, 200 + Math.floor(k / 6) * 12));
    expect(placeLabels(crowd, screen).sides.size).toBeLessThan(15);
    const must = { ...node("must", 230, 224), weight: Number.POSITIVE_INFINITY };
    expect(placeLabels([...crowd, must], screen).sides.has("must")).toBe(true);
  });
});

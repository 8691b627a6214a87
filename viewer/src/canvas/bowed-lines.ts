/** Where lines run on the canvas: the renderer keeps that to itself. */
import type Graph from "graphology";
import { bowsOf } from "../model/bows.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point at a share of the way of a line on the screen, where y counts downwards and the bow upwards. */
export function alongBow(from: Point, to: Point, bow: number, t: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 + dy * bow, y: (from.y + to.y) / 2 - dx * bow };
  const at = (a: number, c: number, b: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t ** 2 * b;
  return { x: at(from.x, control.x, to.x), y: at(from.y, control.y, to.y) };
}

const bowsOfGraph = new WeakMap<Graph, ReadonlyMap<string, number>>();

/** The bow of each line. All between two are parted, those too that are hidden now; a graph's lines do not change. */
export function bowsIn(graph: Graph): ReadonlyMap<string, number> {
  let bows = bowsOfGraph.get(graph);
  if (bows === undefined) {
    const ids = graph.edges();
    const list = bowsOf(
      ids.map((id) => ({
        source: graph.source(id),
        target: graph.target(id),
        isAlleged: graph.getEdgeAttribute(id, "line") === "alleged",
      })),
    );
    bows = new Map(ids.map((id, k) => [id, list[k] ?? 0]));
    bowsOfGraph.set(graph, bows);
  }
  return bows;
}

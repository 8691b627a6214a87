/** One canvas at a time: where its nodes are, for the exports, for tests and for those who script. */
import type Graph from "graphology";
import type Sigma from "sigma";
import { alongBow, bowsIn } from "./bowed-lines.js";
import type { GraphCanvas } from "./graph-canvas.js";

export interface Canvas {
  readonly sigma: Sigma;
  readonly graph: Graph;
  readonly picture: GraphCanvas;
}
let held: Canvas | null = null;

export const canvas = (): Canvas | null => held;
export function holdCanvas(next: Canvas | null): void {
  held = next;
}

/** Where something is on the page, in pixels. */
export interface ScreenPositions {
  readonly position: (nodeId: string) => { readonly x: number; readonly y: number } | null;
  /** The middle of an edge as it is drawn. */
  readonly middle: (edgeId: string) => { readonly x: number; readonly y: number } | null;
  /** What is written on an edge now; null where nothing is. */
  readonly words: (edgeId: string) => string | null;
  /** Whether everything lies where it will. */
  readonly ready: () => boolean;
  /** When it first did, in milliseconds since the page was asked for; null before. */
  readonly readyAt: () => number | null;
  /** When the first picture stood, in milliseconds since the page was asked for; null before. */
  readonly firstDrawn: () => number | null;
}

export function screenPositions(held: Canvas): ScreenPositions {
  const { picture } = held;
  const at = (x: number, y: number) => {
    const place = held.sigma.graphToViewport({ x, y });
    const box = held.sigma.getContainer().getBoundingClientRect();
    return { x: place.x + box.left, y: place.y + box.top };
  };
  return {
    position: (id) =>
      held.graph.hasNode(id) ? at(held.graph.getNodeAttribute(id, "x"), held.graph.getNodeAttribute(id, "y")) : null,
    middle: (id) => {
      if (!held.graph.hasEdge(id)) return null;
      const [from, to] = held.graph.extremities(id).map((n) => {
        const { x, y } = held.graph.getNodeAttributes(n);
        return at(x, y);
      });
      return from === undefined || to === undefined ? null : alongBow(from, to, bowsIn(held.graph).get(id) ?? 0, 0.5);
    },
    words: (id) => {
      const a = held.graph.hasEdge(id) ? held.graph.getEdgeAttributes(id) : {};
      return a.visibility === "visible" && a.labelVisibility === "visible" ? a.label : null;
    },
    ready: () => picture.readyAt !== null,
    readyAt: () => picture.readyAt,
    firstDrawn: () => picture.firstDrawn,
  };
}

/** Writes into the graph's attributes which names are seen at this camera: of nodes, then of lines that are long enough. */
import type Graph from "graphology";
import type Sigma from "sigma";
import { type LabelNode, placeLabels } from "./place-labels.js";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
/** Nodes smaller than this on screen are named only when they must be. */
const LEAST_RADIUS = 3.2;
/** Those without a name are described on screen once they are near. */
const LEAST_UNNAMED = 6;
const LINE_SIZE = 11.5;

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

/** Width of a text in pixels. */
function widthOf(text: string, size: number): number {
  const key = `${size.toFixed(1)} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen ??= document.createElement("canvas").getContext("2d");
    if (pen === null) return text.length * size * 0.55;
    pen.font = `${size}px ${FONT}`;
    width = pen.measureText(text).width;
    if (widths.size > 20_000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

export function nameNodes(sigma: Sigma, graph: Graph): void {
  const { width, height } = sigma.getDimensions();
  const items: LabelNode[] = [];
  const at = new Map<string, { x: number; y: number }>();
  graph.forEachNode((id, a) => {
    a.labelVisibility = "hidden";
    if (a.visibility === "hidden") return;
    const { x, y } = sigma.graphToViewport({ x: a.x, y: a.y });
    at.set(id, { x, y });
    if (x < -50 || y < -50 || x > width + 50 || y > height + 50) return;
    const radius = sigma.scaleSize(a.size);
    const isNamed = a.label !== "" && (a.naming !== "maybe" || radius >= (a.named ? LEAST_RADIUS : LEAST_UNNAMED));
    items.push({
      id,
      x,
      y,
      radius,
      width: isNamed ? widthOf(a.label, a.labelSize) : 0,
      height: a.labelSize * 1.25,
      weight:
        a.naming === "must"
          ? Number.POSITIVE_INFINITY
          : a.size * (a.named ? 2 : 1) + (a.naming === "first" ? 1_000 : 0),
    });
  });
  // A line's name stands at its middle, as a node without a body would.
  graph.forEachEdge((id, a, source, target) => {
    a.labelVisibility = "hidden";
    if (a.visibility === "hidden" || a.label === "") return;
    const [from, to] = [at.get(source), at.get(target)];
    if (from === undefined || to === undefined) return;
    const length = Math.hypot(from.x - to.x, from.y - to.y);
    const label = widthOf(a.label, LINE_SIZE);
    // The renderer cuts what is longer than its line: half a word says less than none.
    const body = graph.getNodeAttribute(source, "size") + graph.getNodeAttribute(target, "size");
    if (length < label + body + 24) return;
    const x = (from.x + to.x) / 2;
    items.push({
      id,
      x: x - label / 2 - 5,
      y: (from.y + to.y) / 2,
      radius: 0,
      width: label,
      height: 14,
      weight: a.naming === "first" ? 500 : 0.5,
    });
  });
  const placed = placeLabels(items, { width, height });
  for (const [id, side] of placed) {
    const a = graph.hasNode(id) ? graph.getNodeAttributes(id) : graph.getEdgeAttributes(id);
    // A line's name keeps to its line or is left out.
    if (graph.hasEdge(id) && side !== "right") continue;
    a.labelVisibility = "visible";
    a.labelPosition = side;
  }
}

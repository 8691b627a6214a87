/** Writes into the graph's attributes which names are seen at this camera: of nodes, then of lines that are long enough. */
import type Graph from "graphology";
import type Sigma from "sigma";
import { FORWARD, type LabelNode, placeLabels, type Side } from "./place-labels.js";

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

/** @returns nodes and lines whose name came, went or changed sides */
export function nameNodes(sigma: Sigma, graph: Graph): { readonly nodes: string[]; readonly edges: string[] } {
  const screen = sigma.getDimensions();
  const items: LabelNode[] = [];
  const at = new Map<string, { x: number; y: number }>();
  const said = new Map<string, string>();
  graph.forEachNode((id, a) => {
    if (a.visibility === "hidden") return;
    const { x, y } = sigma.graphToViewport({ x: a.x, y: a.y });
    at.set(id, { x, y });
    if (x < -50 || y < -50 || x > screen.width + 50 || y > screen.height + 50) return;
    const radius = sigma.scaleSize(a.size);
    const least = a.named === true ? LEAST_RADIUS : LEAST_UNNAMED;
    const isNamed = a.label !== "" && (a.naming !== "maybe" || radius >= least);
    const width = isNamed ? widthOf(a.label, a.labelSize) : 0;
    const weight = a.size * (a.named === true ? 2 : 1) + (a.naming === "first" ? FORWARD : 0);
    items.push({
      id,
      x,
      y,
      radius,
      width,
      height: a.labelSize * 1.25,
      weight: a.naming === "must" ? Number.POSITIVE_INFINITY : weight,
    });
  });
  // A line's name stands at its middle, as a node without a body would.
  graph.forEachEdge((id, a, source, target) => {
    if (a.visibility === "hidden" || a.says === "" || a.says === undefined) return;
    const [from, to] = [at.get(source), at.get(target)];
    if (from === undefined || to === undefined) return;
    // The renderer cuts what is longer than its line: half a word says less than none.
    const body = graph.getNodeAttribute(source, "size") + graph.getNodeAttribute(target, "size");
    const room = Math.hypot(from.x - to.x, from.y - to.y) - body - 56;
    const text = (a.says as string).split("\n").find((way) => widthOf(way, LINE_SIZE) <= room);
    if (text === undefined) return;
    said.set(id, text);
    const width = widthOf(text, LINE_SIZE);
    const [x, y] = [(from.x + to.x) / 2 - width / 2 - 5, (from.y + to.y) / 2];
    // A line's name keeps to its line.
    const weight = a.naming === "first" ? FORWARD : 0.5;
    items.push({ id, x, y, radius: 0, width, height: 14, weight, sides: ["right"] });
  });
  const placed = placeLabels(items, screen);
  const changed = { nodes: [] as string[], edges: [] as string[] };
  const put = (list: string[], id: string, a: Record<string, unknown>, side: Side | undefined) => {
    const visibility = side === undefined ? "hidden" : "visible";
    if (a.labelVisibility === visibility && (side === undefined || a.labelPosition === side)) return;
    a.labelVisibility = visibility;
    if (side !== undefined) a.labelPosition = side;
    list.push(id);
  };
  graph.forEachNode((id, a) => put(changed.nodes, id, a, placed.get(id)));
  graph.forEachEdge((id, a) => {
    const side = placed.get(id);
    const text = said.get(id);
    if (side !== undefined && a.label !== text) {
      a.label = text;
      a.labelVisibility = "hidden";
    }
    put(changed.edges, id, a, side);
  });
  return changed;
}

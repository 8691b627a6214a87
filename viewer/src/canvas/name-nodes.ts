/** Writes into the graph's attributes which names are seen at this camera: of nodes, then of lines that are long enough. */
import type Graph from "graphology";
import type Sigma from "sigma";
import { alongBow, bowsIn, type Point } from "./bowed-lines.js";
import { type Box, FORWARD, type LabelLine, type LabelNode, placeLabels, type Side } from "./place-labels.js";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
/** Nodes smaller than this on screen are named only when they must be. */
const LEAST_RADIUS = 3.2;
/** Those without a name are described on screen once they are near; of few nodes, at once. */
const LEAST_UNNAMED = 6;
const FEW = 80;
/** Of some hundred, once it can be told what stands there. */
const SOME = 400;
const LEAST_UNNAMED_OF_SOME = 3.6;
const LINE_SIZE = 11.5;
/** No word of a line is shorter, in pixels. */
const LEAST_ROOM = 12;
/** Half the height of a line's name. */
const HALF_LINE = 7;

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

/** Texts are measured at one size: letters grow with theirs. */
const MEASURED_SIZE = 24;

/** Width of a text in pixels. */
function widthOf(text: string, size: number): number {
  let width = widths.get(text);
  if (width === undefined) {
    if (pen === null) {
      pen = document.createElement("canvas").getContext("2d");
      if (pen === null) return text.length * size * 0.55;
      pen.font = `${MEASURED_SIZE}px ${FONT}`;
    }
    width = pen.measureText(text).width / MEASURED_SIZE;
    if (widths.size > 20_000) widths.clear();
    widths.set(text, width);
  }
  return width * size;
}

/** What a text of a width covers along the middle of a line that bows so far. */
function* boxesAlong(from: Point, to: Point, bow: number, width: number): Generator<Box> {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const pieces = Math.max(1, Math.ceil(width / (2 * HALF_LINE)));
  for (let k = 0; k < pieces; k++) {
    const t = 0.5 + (((k + 0.5) / pieces - 0.5) * width) / length;
    const { x, y } = alongBow(from, to, bow, t);
    yield { left: x - HALF_LINE, top: y - HALF_LINE, right: x + HALF_LINE, bottom: y + HALF_LINE };
  }
}

/** Lines on the canvas up to which names keep clear of those of their own node. */
const FEW_LINES = 1_000;

/** How many visible lines leave each node on each side, of what is not faint. */
function takenSides(graph: Graph): Map<string, Map<Side, number>> {
  const out = new Map<string, Map<Side, number>>();
  const take = (id: string, dx: number, dy: number) => {
    const sides = out.get(id) ?? new Map<Side, number>();
    out.set(id, sides);
    const add = (side: Side) => sides.set(side, (sides.get(side) ?? 0) + 1);
    // A name is wide and low: what lies beside it takes that side, also where it is steep.
    if (Math.abs(dy) < 0.6 * Math.abs(dx)) add(dx > 0 ? "right" : "left");
    if (Math.abs(dy) > 0.35 * Math.abs(dx)) add(dy > 0 ? "above" : "below");
  };
  graph.forEachEdge((_, a, source, target, from, to) => {
    if (a.visibility === "hidden" || from.depth === "edges" || to.depth === "edges") return;
    take(source, to.x - from.x, to.y - from.y);
    take(target, from.x - to.x, from.y - to.y);
  });
  return out;
}

function namesOfNodes(sigma: Sigma, graph: Graph, at: Map<string, Point>): LabelNode[] {
  const screen = sigma.getDimensions();
  const taken = graph.size <= FEW_LINES ? takenSides(graph) : null;
  const items: LabelNode[] = [];
  const scale = sigma.scaleSize(1);
  const leastUnnamed = graph.order <= FEW ? 0 : graph.order <= SOME ? LEAST_UNNAMED_OF_SOME : LEAST_UNNAMED;
  graph.forEachNode((id, a) => {
    if (a.visibility === "hidden") return;
    const { x, y } = sigma.graphToViewport({ x: a.x, y: a.y });
    at.set(id, { x, y });
    if (x < -50 || y < -50 || x > screen.width + 50 || y > screen.height + 50) return;
    const radius = a.size * scale;
    // Who is nowhere named is marked so among few; among many the mark says nothing that the hollow shape does not.
    const isNobody = a.label === "?" && a.naming === "maybe" && graph.order > FEW;
    const isNamed =
      a.label !== "" && !isNobody && (a.naming !== "maybe" || radius >= (a.named ? LEAST_RADIUS : leastUnnamed));
    const weight = a.size * (a.named === true ? 2 : 1) + (a.naming === "first" ? FORWARD : 0);
    items.push({
      id,
      x,
      y,
      radius,
      width: isNamed ? widthOf(a.label, a.labelSize) : 0,
      height: a.labelSize * 1.25,
      weight: a.naming === "must" ? Number.POSITIVE_INFINITY : weight,
      isFaint: a.depth === "edges",
      ...(taken?.has(id) && { taken: taken.get(id) as ReadonlyMap<Side, number> }),
    });
  });
  return items;
}

/** @param said where the texts are put for which a line is long enough, the fullest first */
function namesOfLines(
  sigma: Sigma,
  graph: Graph,
  at: ReadonlyMap<string, Point>,
  said: Map<string, readonly string[]>,
): LabelLine[] {
  const screen = sigma.getDimensions();
  const scale = sigma.scaleSize(1);
  const out: LabelLine[] = [];
  const bows = bowsIn(graph);
  graph.forEachEdge((id, a, source, target, sourceLook, targetLook) => {
    if (a.says === "" || a.says === undefined || a.visibility === "hidden" || source === target) return;
    const [from, to] = [at.get(source), at.get(target)];
    if (from === undefined || to === undefined) return;
    // The renderer cuts what is longer than its line: half a word says less than none.
    const body = (sourceLook.size + targetLook.size) * scale;
    const room = Math.hypot(from.x - to.x, from.y - to.y) - body - 56;
    if (room < LEAST_ROOM) return;
    const texts = (a.says as string).split("\n").filter((way) => widthOf(way, LINE_SIZE) <= room);
    if (texts.length === 0) return;
    const bow = bows.get(id) ?? 0;
    const middle = alongBow(from, to, bow, 0.5);
    if (middle.x < 0 || middle.y < 0 || middle.x > screen.width || middle.y > screen.height) return;
    said.set(id, texts);
    out.push({
      id,
      // An accusation is said before the names of the two: those can stand on another side.
      weight: a.naming !== "first" ? 0.5 : a.line === "alleged" ? Number.POSITIVE_INFINITY : FORWARD,
      // Reckoned as they are asked for: of many lines most meet something at their first.
      ways: texts.map((text) => ({
        [Symbol.iterator]: () => boxesAlong(from, to, bow, widthOf(text, LINE_SIZE)),
      })),
    });
  });
  return out;
}

/** @returns nodes and lines whose name came, went or changed sides */
export function nameNodes(sigma: Sigma, graph: Graph): { readonly nodes: string[]; readonly edges: string[] } {
  const at = new Map<string, Point>();
  const said = new Map<string, readonly string[]>();
  const nodes = namesOfNodes(sigma, graph, at);
  const placed = placeLabels(nodes, sigma.getDimensions(), namesOfLines(sigma, graph, at, said));
  const changed = { nodes: [] as string[], edges: [] as string[] };
  graph.forEachNode((id, a) => {
    const side = placed.sides.get(id);
    const visibility = side === undefined ? "hidden" : "visible";
    if (a.labelVisibility === visibility && (side === undefined || a.labelPosition === side)) return;
    a.labelVisibility = visibility;
    if (side !== undefined) a.labelPosition = side;
    changed.nodes.push(id);
  });
  graph.forEachEdge((id, a) => {
    const way = placed.lines.get(id);
    const isNamed = way !== undefined;
    const text = isNamed ? said.get(id)?.[way] : a.label;
    if (a.labelVisibility === (isNamed ? "visible" : "hidden") && a.label === text) return;
    a.label = text;
    a.labelVisibility = isNamed ? "visible" : "hidden";
    changed.edges.push(id);
  });
  return changed;
}

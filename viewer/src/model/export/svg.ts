/** The picture of the canvas as SVG: what is only claimed keeps its line, its bow and the name of the party. */
import { bowsOf } from "../bows.js";
import { DASHES, type Line } from "../standing.js";
import { xmlText } from "./xml.js";

export interface PictureNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shape: "circle" | "square" | "diamond";
  readonly colour: string;
  readonly ring: string;
  readonly label: string;
  /** Where the label stands. */
  readonly side: "right" | "left" | "below" | "above";
  readonly ink: string;
}
export interface PictureEdge {
  readonly source: string;
  readonly target: string;
  readonly line: Line;
  readonly colour: string;
  readonly width: number;
  readonly opacity: number;
  readonly isDirected: boolean;
  readonly label: string;
}
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Lines with their words, under the picture. */
  readonly legend: readonly { readonly line: Line; readonly label: string }[];
  readonly caption: string;
}

const FOOT = 46;
const n = (value: number): string => value.toFixed(1);

function shape({ x, y, radius: r, shape: form, colour, ring }: PictureNode): string {
  const paint = `fill="${colour}" stroke="${ring}" stroke-width="1.5"`;
  if (form === "square")
    return `<rect x="${n(x - r * 0.9)}" y="${n(y - r * 0.9)}" width="${n(r * 1.8)}" height="${n(r * 1.8)}" rx="${n(r * 0.2)}" ${paint}/>`;
  if (form === "diamond")
    return `<path d="M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z" ${paint}/>`;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${paint}/>`;
}

function edgeSvg(edge: PictureEdge, a: PictureNode, b: PictureNode, bow: number, soft: string, ground: string): string {
  const [dash, gap] = DASHES[edge.line];
  const dashes = gap === 0 ? "" : ` stroke-dasharray="${dash} ${gap}"`;
  const paint = `fill="none" stroke="${edge.colour}" stroke-width="${n(edge.width)}" stroke-opacity="${edge.opacity.toFixed(2)}"${dashes}`;
  const text = (x: number, y: number) =>
    edge.label === ""
      ? ""
      : `<text x="${n(x)}" y="${n(y)}" text-anchor="middle" font-size="10" fill="${soft}" stroke="${ground}" stroke-width="3" paint-order="stroke">${xmlText(edge.label)}</text>`;
  if (a === b) {
    const r = a.radius + 10;
    return `<circle cx="${n(a.x)}" cy="${n(a.y - r)}" r="${n(r * 0.7)}" ${paint}/>${text(a.x, a.y - r * 2)}`;
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const [mx, my] = [(a.x + b.x) / 2 - dy * bow, (a.y + b.y) / 2 + dx * bow];
  // The line ends at the node's rim, coming from the bow.
  const [ex, ey] = [b.x - mx, b.y - my];
  const end = Math.max(1, Math.hypot(ex, ey));
  const rim = Math.min(length * 0.45, b.radius + 2);
  const [tx, ty] = [b.x - (ex / end) * rim, b.y - (ey / end) * rim];
  const size = 4 + edge.width;
  const head = edge.isDirected
    ? `<path d="M0 0L${n(-size * 1.7)} ${n(size * 0.7)}L${n(-size * 1.7)} ${n(-size * 0.7)}Z" fill="${edge.colour}" transform="translate(${n(tx)} ${n(ty)}) rotate(${n((Math.atan2(ey, ex) * 180) / Math.PI)})"/>`
    : "";
  const [lx, ly] = [(a.x + 2 * mx + b.x) / 4, (a.y + 2 * my + b.y) / 4];
  return `<path d="M${n(a.x)} ${n(a.y)}Q${n(mx)} ${n(my)} ${n(tx)} ${n(ty)}" ${paint}/>${head}${text(lx, ly - 3)}`;
}

function labelSvg({ x, y, radius, label, side, ink }: PictureNode, ground: string): string {
  const at = {
    right: { x: x + radius + 5, y: y + 4, anchor: "start" },
    left: { x: x - radius - 5, y: y + 4, anchor: "end" },
    below: { x, y: y + radius + 15, anchor: "middle" },
    above: { x, y: y - radius - 6, anchor: "middle" },
  }[side];
  return `<text x="${n(at.x)}" y="${n(at.y)}" text-anchor="${at.anchor}" font-size="12.5" fill="${ink}" stroke="${ground}" stroke-width="3" paint-order="stroke">${xmlText(label)}</text>`;
}

export function writeSvg(picture: Picture): string {
  const { width, height, ground, ink, soft, nodes, edges } = picture;
  const at = new Map(nodes.map((node) => [node.id, node]));
  // The canvas counts y upwards, a picture downwards: the same bow has the other sign.
  const bow = bowsOf(edges.map((e) => ({ ...e, isAlleged: e.line === "alleged" }))).map((b) => -b);
  const lines = edges.flatMap((e, k) => {
    const [a, b] = [at.get(e.source), at.get(e.target)];
    return a === undefined || b === undefined ? [] : [edgeSvg(e, a, b, bow[k] ?? 0, soft, ground)];
  });
  const labels = nodes.filter((node) => node.label !== "").map((node) => labelSvg(node, ground));
  let x = 16;
  const legend = picture.legend.map(({ line, label }) => {
    const [dash, gap] = DASHES[line];
    const dashes = gap === 0 ? "" : ` stroke-dasharray="${dash} ${gap}"`;
    const d = line === "alleged" ? `M${x} ${height + 18}q17 -12 34 0` : `M${x} ${height + 14}h34`;
    const out = `<path d="${d}" fill="none" stroke="${ink}" stroke-width="2"${dashes}/><text x="${x + 42}" y="${height + 18}" font-size="11.5" fill="${ink}">${xmlText(label)}</text>`;
    x += 62 + label.length * 6.4;
    return out;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + FOOT}" viewBox="0 0 ${width} ${height + FOOT}" font-family="system-ui, sans-serif">`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    `<svg width="${width}" height="${height}">`,
    ...lines,
    ...nodes.map(shape),
    ...labels,
    "</svg>",
    ...legend,
    `<text x="16" y="${height + 37}" font-size="11" fill="${soft}">${xmlText(picture.caption)}</text>`,
    "</svg>",
    "",
  ].join("\n");
}

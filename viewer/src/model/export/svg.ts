/** The picture of the canvas as SVG: what is only claimed keeps its line, its bow and the name of the party. */
import { bowsOf } from "../bows.js";
import { DASHES, type Line } from "../standing.js";
import { type Note, wrapWords, writeNotes } from "./svg-notes.js";
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
  /** The whole of it with both ends, for where the line is too short for its words. */
  readonly note: string;
  /** Whether it steps back behind what was chosen: its words do too. */
  readonly isFaint: boolean;
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

/** Pixels for the legend, and for each line of the caption under it. */
const FOOT = 32;
const CAPTION_LINE = 14;
const n = (value: number): string => value.toFixed(1);

function shape({ x, y, radius: r, shape: form, colour, ring }: PictureNode): string {
  const paint = `fill="${colour}" stroke="${ring}" stroke-width="1.5"`;
  if (form === "square")
    return `<rect x="${n(x - r * 0.9)}" y="${n(y - r * 0.9)}" width="${n(r * 1.8)}" height="${n(r * 1.8)}" rx="${n(r * 0.2)}" ${paint}/>`;
  if (form === "diamond")
    return `<path d="M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z" ${paint}/>`;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${paint}/>`;
}

/** Pixels that a letter of a line's words takes, more or less. */
const LETTER = 5.2;
/** Of the caption under the picture. */
const LETTER_BELOW = 5.9;

/** Of a line's length, what its nodes and its head take. */
const FREE = 40;

/** Words along a way, read from left to right; a number, where it is too short for them. */
function wordsSvg(
  edge: PictureEdge,
  id: string,
  [a, m, b]: readonly Point[],
  { soft, ground, width, height }: Picture,
  noteNumber: (edge: PictureEdge) => number,
): string {
  if (edge.label === "" || a === undefined || m === undefined || b === undefined) return "";
  const [x, y] = [(a.x + 2 * m.x + b.x) / 4, (a.y + 2 * m.y + b.y) / 4];
  if (x < 0 || y < 0 || x > width || y > height) return "";
  const paint = `text-anchor="middle" font-size="10" fill="${soft}" fill-opacity="${edge.isFaint ? 0.65 : 1}" stroke="${ground}" stroke-width="3" paint-order="stroke"`;
  if (Math.hypot(b.x - a.x, b.y - a.y) - FREE < edge.label.length * LETTER)
    return `<text x="${n(x)}" y="${n(y + 3.5)}" font-weight="600" ${paint}>${noteNumber(edge)}</text>`;
  const [from, to] = a.x <= b.x ? [a, b] : [b, a];
  return `<path id="${id}" d="M${n(from.x)} ${n(from.y)}Q${n(m.x)} ${n(m.y)} ${n(to.x)} ${n(to.y)}" fill="none"/><text dy="3.5" ${paint}><textPath href="#${id}" startOffset="50%">${xmlText(edge.label)}</textPath></text>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Drawn {
  readonly line: string;
  readonly words: string;
}

function edgeSvg(
  edge: PictureEdge,
  a: PictureNode,
  b: PictureNode,
  bow: number,
  words: (way: readonly Point[]) => string,
): Drawn {
  const [dash, gap] = DASHES[edge.line];
  const dashes = gap === 0 ? "" : ` stroke-dasharray="${dash} ${gap}"`;
  const paint = `fill="none" stroke="${edge.colour}" stroke-width="${n(edge.width)}" stroke-opacity="${edge.opacity.toFixed(2)}"${dashes}`;
  if (a === b) {
    const r = a.radius + 10;
    const above = { x: a.x, y: a.y - r * 2 };
    return {
      line: `<circle cx="${n(a.x)}" cy="${n(a.y - r)}" r="${n(r * 0.7)}" ${paint}/>`,
      words: words([above, above, above]),
    };
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const middle = { x: (a.x + b.x) / 2 - dy * bow, y: (a.y + b.y) / 2 + dx * bow };
  // The line ends at the node's rim, coming from the bow.
  const [ex, ey] = [b.x - middle.x, b.y - middle.y];
  const end = Math.max(1, Math.hypot(ex, ey));
  const rim = Math.min(length * 0.45, b.radius + 2);
  const [tx, ty] = [b.x - (ex / end) * rim, b.y - (ey / end) * rim];
  const size = 4 + edge.width;
  const head = edge.isDirected
    ? `<path d="M0 0L${n(-size * 1.7)} ${n(size * 0.7)}L${n(-size * 1.7)} ${n(-size * 0.7)}Z" fill="${edge.colour}" transform="translate(${n(tx)} ${n(ty)}) rotate(${n((Math.atan2(ey, ex) * 180) / Math.PI)})"/>`
    : "";
  return {
    line: `<path d="M${n(a.x)} ${n(a.y)}Q${n(middle.x)} ${n(middle.y)} ${n(tx)} ${n(ty)}" ${paint}/>${head}`,
    words: words([a, middle, b]),
  };
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
  const notes: Note[] = [];
  const noteNumber = ({ note }: PictureEdge) => notes.push({ number: notes.length + 1, text: note });
  const lines = edges.flatMap((e, k) => {
    const [a, b] = [at.get(e.source), at.get(e.target)];
    return a === undefined || b === undefined
      ? []
      : [edgeSvg(e, a, b, bow[k] ?? 0, (way) => wordsSvg(e, `line-${k}`, way, picture, noteNumber))];
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
  const caption = wrapWords(picture.caption, Math.floor((width - 32) / LETTER_BELOW)).map(
    (text, k) =>
      `<text x="16" y="${height + FOOT + 5 + k * CAPTION_LINE}" font-size="11" fill="${soft}">${xmlText(text)}</text>`,
  );
  const foot = FOOT + caption.length * CAPTION_LINE;
  const under = writeNotes(notes, width, height + foot + 8, soft);
  const whole = height + foot + (under.height === 0 ? 0 : under.height + 4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="system-ui, sans-serif">`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    `<svg width="${width}" height="${height}">`,
    ...lines.map(({ line }) => line),
    ...nodes.map(shape),
    // No node lies over what is said on a line.
    ...lines.map(({ words }) => words),
    ...labels,
    "</svg>",
    ...legend,
    ...caption,
    ...under.svg,
    "</svg>",
    "",
  ].join("\n");
}

/** What is on the canvas now, as data for the exports. */

import { canvas } from "./canvas/hold-canvas.js";
import { FAINT, GROUND, INK, SOFT } from "./canvas/palette.js";
import { noteOfLine, saysInPicture } from "./canvas/say-lines.js";
import type { Picture, PictureEdge, PictureNode } from "./model/export/svg.js";
import { LINES } from "./model/standing.js";
import { drawn, index, language, say, theme } from "./state.js";

/** Null where the canvas is not on screen. */
export function takePicture(): Picture | null {
  const shown = canvas();
  const data = index.peek();
  if (shown === null || data === null) return null;
  const { sigma, graph } = shown;
  const t = say.peek();
  const ground = theme.peek();
  const { width, height } = sigma.getDimensions();
  const labelled = sigma.getNodeDisplayedLabels();
  const nodes = graph
    .filterNodes((_, a) => a.visibility !== "hidden")
    .map((id): PictureNode => {
      const a = graph.getNodeAttributes(id);
      const { x, y } = sigma.graphToViewport({ x: a.x, y: a.y });
      return {
        id,
        x,
        y,
        radius: sigma.scaleSize(a.size),
        shape: a.shape,
        colour: a.color,
        ring: a.ring,
        label: labelled.has(id) ? a.label : "",
        side: a.labelPosition ?? "right",
        ink: a.labelColor,
      };
    });
  const edges = graph
    .filterEdges((_, a) => a.visibility !== "hidden")
    .map((id): PictureEdge => {
      const a = graph.getEdgeAttributes(id);
      const edge = data.edges.get(id);
      return {
        source: graph.source(id),
        target: graph.target(id),
        line: a.line,
        colour: a.color,
        width: a.size,
        opacity: a.opacity,
        isDirected: a.head === "arrow",
        isFaint: a.color === FAINT[ground],
        label: edge === undefined ? "" : saysInPicture(data, edge, language.peek(), t),
        note: edge === undefined ? "" : noteOfLine(data, edge, language.peek(), t),
      };
    });
  const used = new Set(edges.map((e) => e.line));
  return {
    width,
    height,
    ground: GROUND[ground],
    ink: INK[ground],
    soft: SOFT[ground],
    nodes,
    edges,
    legend: LINES.filter((line) => used.has(line)).map((line) => ({
      line,
      label: t(line === "disputed" ? "disputed" : `status_${line}`),
    })),
    caption: t("pictureCaption", {
      nodes: drawn.peek().nodes.size,
      edges: drawn.peek().edges.length,
      articles: data.graph.articles.length,
    }),
  };
}

/** The renderer: shapes, lines and labels as sigma draws them. All that knows sigma's settings is here. */
import type Graph from "graphology";
import Sigma from "sigma";
import {
  extremityArrow,
  layerDashed,
  pathCurved,
  pathLine,
  pathLoop,
  sdfCircle,
  sdfDiamond,
  sdfSquare,
} from "sigma/rendering";
import { ringLayer } from "./ring-layer.js";
import { NARROW } from "./sync-graph.js";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/**
 * Curves as each line's own attributes have them. The renderer's own way of parting lines counts those of the graph that
 * it began with, and parts none once it shows another.
 */
const ownCurve = () => {
  const { spread: _, ...curve } = pathCurved();
  return curve;
};

const primitives = () => ({
  nodes: {
    shapes: [sdfCircle(), sdfSquare({ cornerRadius: 0.18 }), sdfDiamond({ cornerRadius: 0.12 })],
    variables: {
      ring: { type: "color", default: "#ffffff" },
      ringWidth: { type: "number", default: 1.5 },
    },
    layers: [ringLayer()],
    label: { margin: 5 },
  },
  edges: {
    paths: [pathLine(), ownCurve(), pathLoop()],
    extremities: [extremityArrow({ lengthRatio: 5, widthRatio: 4 })],
    variables: {
      dash: { type: "number", default: 12 },
      gap: { type: "number", default: 0 },
    },
    layers: [
      layerDashed({
        dashSize: { attribute: "dash", default: 12, mode: "pixels" },
        gapSize: { attribute: "gap", default: 0, mode: "pixels" },
        solidExtremities: "head",
      }),
    ],
    label: { margin: 4, keepUpright: true },
  },
});

const STYLES = {
  nodes: {
    x: { attribute: "x" },
    y: { attribute: "y" },
    size: { attribute: "size", defaultValue: 6 },
    shape: { attribute: "shape", defaultValue: "circle" },
    color: { attribute: "color", defaultValue: "#666666" },
    ring: { attribute: "ring", defaultValue: "#ffffff" },
    ringWidth: { attribute: "ringWidth", defaultValue: 1.5 },
    label: { attribute: "label", defaultValue: "" },
    labelColor: { attribute: "labelColor", defaultValue: "#20262c" },
    labelSize: { attribute: "labelSize", defaultValue: 13 },
    labelFont: FONT,
    labelBackgroundColor: { attribute: "labelGround", defaultValue: "#ffffff00" },
    labelBackgroundPadding: 1,
    labelVisibility: { attribute: "labelVisibility", defaultValue: "hidden" },
    labelPosition: { attribute: "labelPosition", defaultValue: "right" },
    visibility: { attribute: "visibility", defaultValue: "visible" },
    backdropVisibility: { whenState: "isHovered", then: "visible", else: "hidden" },
    backdropColor: { attribute: "ground", defaultValue: "#ffffff" },
    backdropPadding: 4,
    backdropShadowBlur: 8,
    backdropShadowColor: "#00000033",
    depth: { whenState: "isHovered", then: "topNodes", else: { attribute: "depth", defaultValue: "nodes" } },
    cursor: "pointer",
  },
  // Each line is evaluated by its attributes, thousands of them at a filter: what is hidden is asked for nothing more, and
  // what bears no words for none. Dash, gap and curvature are read from the attributes of the same name.
  edges: [
    {
      matchData: "visibility",
      cases: {
        hidden: { visibility: "hidden", path: "line", labelVisibility: "hidden" },
        visible: {
          size: { attribute: "size", defaultValue: 1.4 },
          color: { attribute: "color", defaultValue: "#888888" },
          opacity: { attribute: "opacity", defaultValue: 1 },
          path: { attribute: "path", defaultValue: "line" },
          head: { attribute: "head", defaultValue: "arrow" },
          depth: { attribute: "depth", defaultValue: "edges" },
          labelVisibility: "hidden",
          cursor: "pointer",
        },
      },
    },
    {
      matchData: "labelVisibility",
      cases: {
        visible: {
          label: { attribute: "label", defaultValue: "" },
          labelColor: { attribute: "labelColor", defaultValue: "#56616b" },
          labelSize: 11.5,
          labelFont: FONT,
          labelBackgroundColor: { attribute: "labelGround", defaultValue: "#ffffff00" },
          labelBackgroundPadding: 2,
          labelVisibility: "visible",
        },
      },
    },
  ],
};

/** Shows another graph. What moves nodes by hand keeps to the first one unless it is told (sigma 4.0.4). */
export function showGraph(sigma: Sigma, graph: Graph): void {
  const { internals } = sigma as unknown as { internals: { dragManager: { graph: Graph } } };
  internals.dragManager.graph = graph;
  sigma.setGraph(graph);
}

/** @param isLarge whether edges are left out while the picture moves */
export function createSigma(graph: Graph, container: HTMLElement, isLarge: boolean): Sigma {
  // Asked for with every size: reading the page's own measure there would lay it out each time.
  let isNarrow = container.clientWidth < NARROW;
  const sigma = new Sigma(graph, container, {
    primitives: primitives(),
    settings: {
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      enableNodeDrag: true,
      hideEdgesOnMove: isLarge,
      itemSizesReference: "screen",
      // Nodes grow with the zoom more slowly than ways between them; on a phone, half under a sheet, more slowly still.
      zoomToSizeRatioFunction: (ratio: number) => ratio ** (isNarrow ? 0.2 : 0.5),
      stagePadding: 46,
      minEdgeThickness: 1,
      edgePickingPadding: 5,
      nodePickingPadding: 4,
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      doubleClickZoomingRatio: 1,
    },
    styles: STYLES,
  } as unknown as ConstructorParameters<typeof Sigma>[2]);
  sigma.on("resize", () => {
    isNarrow = sigma.getDimensions().width < NARROW;
  });
  return sigma;
}

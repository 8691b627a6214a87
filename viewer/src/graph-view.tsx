/** The canvas: sigma over graphology. All that knows sigma's API is here. */

import Graph from "graphology";
import { useEffect, useRef } from "preact/hooks";
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
import { SYMMETRIC } from "../../graph/model.js";
import { familyColour, familyOf, kindColour, type Theme } from "./model/families.js";
import { type GraphIndex, nameIn } from "./model/graph-index.js";
import { layOut, placeByName } from "./model/layout.js";
import { edges, index, language, nodes, say, select, selection, theme } from "./state.js";
import { DASHES } from "./status-line.js";
import type { Language, Say } from "./strings/strings.js";

const WHOLE = [12, 0] as const;
/** Pixels: on narrower screens nodes are smaller. */
const WIDE = 1_000;
/** Pixels: longer than an edge on any screen. */
const LONGEST = 20_000;
const SHAPES = { Actor: "circle", Group: "square", Place: "diamond" } as const;
const INK = { light: "#20262c", dark: "#eef2f5" } as const;
const GROUND = { light: "#f7f8f9", dark: "#14181c" } as const;
const FAINT = { light: "#c9d0d6", dark: "#39424a" } as const;

const PRIMITIVES = {
  nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond()] },
  edges: {
    paths: [pathLine(), pathCurved(), pathLoop()],
    extremities: [extremityArrow()],
    variables: { dash: { type: "number", default: 12 }, gap: { type: "number", default: 0 } },
    layers: [
      layerDashed({
        dashSize: { attribute: "dash", default: 12, mode: "pixels" },
        gapSize: { attribute: "gap", default: 0, mode: "pixels" },
        solidExtremities: "head",
      }),
    ],
  },
} as const;

/** The whole graph once; filters and choice only change how it is drawn. */
function createGraph({ graph, nodes: known, degree }: GraphIndex, width: number): Graph {
  const scale = Math.min(1, Math.max(0.5, width / WIDE));
  const out = new Graph({ type: "directed", multi: true, allowSelfLoops: true });
  const used = new Set(graph.edges.flatMap((e) => [e.source, e.target]));
  for (const id of [...used].sort()) {
    const node = known.get(id);
    if (node === undefined) continue;
    out.addNode(id, {
      ...placeByName(id),
      size: Math.min(22, 4 + 2.2 * Math.sqrt(degree.get(id) ?? 1)) * (node.named ? 1 : 0.75) * scale,
      kind: node.kind,
      named: node.named,
    });
  }
  for (const edge of graph.edges) {
    if (!out.hasNode(edge.source) || !out.hasNode(edge.target)) continue;
    const [dash, gap] = DASHES[edge.status] ?? WHOLE;
    out.addEdgeWithKey(edge.id, edge.source, edge.target, {
      relation: edge.relation,
      directed: !SYMMETRIC.has(edge.relation),
      // A gap of nothing is not drawn as a whole line: a dash longer than any edge is.
      dash: gap === 0 && !edge.contested ? LONGEST : dash,
      gap: edge.contested ? Math.max(gap, 5) : Math.max(gap, 1),
      size: Math.min(5, 1.4 + 0.5 * (edge.articles - 1)),
    });
  }
  return out;
}

interface Look {
  readonly shownEdges: ReadonlySet<string>;
  readonly shownNodes: ReadonlySet<string>;
  readonly focus: ReadonlySet<string> | null;
  readonly focusEdges: ReadonlySet<string>;
  readonly theme: Theme;
  readonly language: Language;
  readonly say: Say;
  readonly index: GraphIndex;
}

/** What the choice brings forward: a node with its neighbours, or an edge with its ends. */
function focusOf(graph: Graph, chosen: typeof selection.value): { nodes: Set<string> | null; edges: Set<string> } {
  if (chosen?.what === "node" && graph.hasNode(chosen.id))
    return { nodes: new Set([chosen.id, ...graph.neighbors(chosen.id)]), edges: new Set(graph.edges(chosen.id)) };
  if (chosen?.what === "edge" && graph.hasEdge(chosen.id))
    return { nodes: new Set(graph.extremities(chosen.id)), edges: new Set([chosen.id]) };
  return { nodes: null, edges: new Set() };
}

/** Writes how each node and edge is to be drawn into its attributes. */
function applyLook(graph: Graph, look: Look): void {
  graph.updateEachNodeAttributes((id, a) => {
    const isDim = look.focus !== null && !look.focus.has(id);
    const colour = kindColour(a.kind, look.theme);
    return {
      ...a,
      hidden: !look.shownNodes.has(id),
      shape: SHAPES[a.kind as keyof typeof SHAPES],
      color: isDim ? FAINT[look.theme] : colour,
      opacity: isDim ? 0.5 : a.named ? 1 : 0.55,
      label: isDim ? "" : nameIn(look.index.nodes.get(id), look.language),
      forced: look.focus !== null && look.focus.has(id) && look.focus.size < 40,
    };
  });
  graph.updateEachEdgeAttributes((id, a) => {
    const isDim = look.focus !== null && !look.focusEdges.has(id);
    return {
      ...a,
      hidden: !look.shownEdges.has(id),
      color: isDim ? FAINT[look.theme] : familyColour(familyOf(a.relation), look.theme),
      opacity: isDim ? 0.25 : 0.9,
      label: look.focusEdges.has(id) && look.focusEdges.size < 30 ? look.say(a.relation) : "",
    };
  });
}

function createSigma(graph: Graph, container: HTMLElement): Sigma {
  return new Sigma(graph, container, {
    primitives: PRIMITIVES,
    settings: {
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      itemSizesReference: "screen",
      labelDensity: 0.6,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 7,
      stagePadding: 40,
      minEdgeThickness: 1.2,
      edgePickingPadding: 4,
      nodePickingPadding: 3,
    },
    styles: {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: { attribute: "size", defaultValue: 6 },
        shape: { attribute: "shape", defaultValue: "circle" },
        color: { attribute: "color", defaultValue: "#666" },
        opacity: { attribute: "opacity", defaultValue: 1 },
        label: { attribute: "label", defaultValue: "" },
        labelColor: () => INK[theme.peek()],
        labelSize: 13,
        labelFont: "system-ui, sans-serif",
        labelVisibility: (a) => (a.forced === true ? "visible" : "auto"),
        visibility: (a) => (a.hidden === true ? "hidden" : "visible"),
        backdropVisibility: { whenState: "isHovered", then: "visible", else: "hidden" },
        backdropColor: () => GROUND[theme.peek()],
        depth: { whenState: "isHovered", then: "topNodes", else: "nodes" },
        cursor: "pointer",
      },
      edges: {
        size: { attribute: "size", defaultValue: 1.4 },
        color: { attribute: "color", defaultValue: "#888" },
        opacity: { attribute: "opacity", defaultValue: 1 },
        label: { attribute: "label", defaultValue: "" },
        labelColor: () => INK[theme.peek()],
        labelSize: 12,
        labelVisibility: "visible",
        visibility: (a) => (a.hidden === true ? "hidden" : "visible"),
        dash: { attribute: "dash", defaultValue: 12 },
        gap: { attribute: "gap", defaultValue: 0 },
        path: "line",
        parallelPath: "curved",
        selfLoopPath: "loop",
        head: (a) => (a.directed === true ? "arrow" : "none"),
        depth: { whenState: ["isHighlighted", "isHovered"], then: "topEdges", else: "edges" },
        cursor: "pointer",
      },
    },
  } as ConstructorParameters<typeof Sigma>[2]);
}

const stillness = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300);

/** Where a node or the middle of an edge is on the canvas, in pixels of the page: for tests and for those who script. */
export interface ScreenPositions {
  readonly position: (nodeId: string) => { readonly x: number; readonly y: number } | null;
  readonly ready: () => boolean;
}

export function GraphView() {
  const container = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | null>(null);
  /** What was chosen on the canvas itself: the camera stays. */
  const byHand = useRef("");
  const data = index.value;
  useEffect(() => {
    if (data === null || container.current === null) return;
    const { clientWidth, clientHeight } = container.current;
    const graph = createGraph(data, clientWidth);
    const canvas = createSigma(graph, container.current);
    sigma.current = canvas;
    let isReady = false;
    const choose = (what: "node" | "edge", id: string) => {
      byHand.current = id;
      select(what, id);
    };
    canvas.on("clickNode", ({ node }) => choose("node", node));
    canvas.on("clickEdge", ({ edge }) => choose("edge", edge));
    canvas.on("clickStage", () => {
      selection.value = null;
    });
    const positions: ScreenPositions = {
      position: (id) => {
        if (!graph.hasNode(id)) return null;
        const { x, y } = canvas.graphToViewport({
          x: graph.getNodeAttribute(id, "x"),
          y: graph.getNodeAttribute(id, "y"),
        });
        const box = canvas.getContainer().getBoundingClientRect();
        return { x: x + box.left, y: y + box.top };
      },
      ready: () => isReady,
    };
    (window as { wiregraph?: ScreenPositions }).wiregraph = positions;
    const stop = { now: false };
    layOut(graph, clientWidth / Math.max(1, clientHeight), () => {
      if (!stop.now) canvas.refresh();
    }).then(() => {
      isReady = true;
    });
    return () => {
      stop.now = true;
      canvas.kill();
      sigma.current = null;
    };
  }, [data]);

  const shown = edges.value;
  const shownIds = nodes.value;
  const chosen = selection.value;
  const ground = theme.value;
  const words = say.value;
  const names = language.value;
  useEffect(() => {
    const canvas = sigma.current;
    if (canvas === null || data === null) return;
    const graph = canvas.getGraph() as unknown as Graph;
    const focus = focusOf(graph, chosen);
    applyLook(graph, {
      shownEdges: new Set(shown.map((e) => e.id)),
      shownNodes: shownIds,
      focus: focus.nodes,
      focusEdges: focus.edges,
      theme: ground,
      language: names,
      say: words,
      index: data,
    });
    canvas.refresh();
  }, [data, shown, shownIds, chosen, ground, words, names]);

  // What was chosen elsewhere (search, list, panel) comes into view.
  useEffect(() => {
    const canvas = sigma.current;
    if (canvas === null || chosen === null || chosen.what === "article" || byHand.current === chosen.id) return;
    const graph = canvas.getGraph();
    const id = chosen.what === "node" ? chosen.id : graph.hasEdge(chosen.id) ? graph.source(chosen.id) : "";
    const place = canvas.getNodeDisplayData(id);
    if (place !== undefined)
      void canvas.getCamera().animate({ x: place.x, y: place.y, ratio: 0.35 }, { duration: stillness() });
  }, [chosen]);

  const t = say.value;
  const zoom = (how: "zoomIn" | "zoomOut" | "reset") => void sigma.current?.getCamera()[how]();
  return (
    <div class="graph">
      <div class="canvas" ref={container} data-testid="canvas" role="img" aria-label={t("viewGraph")} />
      <div class="zoom" role="group">
        <button type="button" class="icon" aria-label={t("zoomIn")} title={t("zoomIn")} onClick={() => zoom("zoomIn")}>
          +
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t("zoomOut")}
          title={t("zoomOut")}
          onClick={() => zoom("zoomOut")}
        >
          −
        </button>
        <button type="button" class="icon" aria-label={t("fit")} title={t("fit")} onClick={() => zoom("reset")}>
          ⤢
        </button>
      </div>
    </div>
  );
}

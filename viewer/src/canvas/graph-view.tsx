/** The graph on screen: the canvas, its keys, and the buttons beside it. */
import { computed, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { actOn } from "../act-on-node.js";
import { nameIn } from "../model/graph-index.js";
import type { Camera } from "../model/screen.js";
import { shownPaths } from "../paths.js";
import {
  adjust,
  announcement,
  deselect,
  drawn,
  go,
  highlight,
  index,
  isLayoutRunning,
  keptRelation,
  language,
  say,
  screen,
  select,
  selection,
  theme,
} from "../state.js";
import { CanvasButtons } from "./canvas-buttons.js";
import { isDirection, nextNode } from "./canvas-keys.js";
import { EmptyCanvas } from "./empty-canvas.js";
import { glide } from "./glide.js";
import { GraphCanvas } from "./graph-canvas.js";
import { type Canvas, holdCanvas, type ScreenPositions, screenPositions } from "./hold-canvas.js";

const allEdges = computed(() => new Set(index.value?.edges.keys() ?? []));
const allNodes = computed(() => new Set(index.value?.edgesOf.keys() ?? []));

/** All nodes with a relation, and what else is on the canvas; the same set as long as that is nothing. */
function wholeWith(more: ReadonlySet<string>): ReadonlySet<string> {
  const all = allNodes.peek();
  for (const id of more) if (!all.has(id)) return new Set([...all, ...more]);
  return all;
}

/** Where the camera stands before anybody moves it: all that the frame of the canvas holds. */
const WHOLE_PICTURE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

/** Whether the filters alone turned the core of a large graph into all there is of it, or back. */
const isWholeOrCore = (...keys: readonly string[]): boolean => keys.every((k) => k === "whole" || k === "part");

const isBroken = signal(false);

export function GraphView() {
  const container = useRef<HTMLDivElement>(null);
  const shown = useRef<GraphCanvas | null>(null);
  /** What was chosen on the canvas itself: the camera stays. */
  const byHand = useRef("");
  const shownKey = useRef<string | null>(null);
  const data = index.value;
  const t = say.value;

  useEffect(() => {
    if (data === null || container.current === null) return;
    const made = new GraphCanvas(
      container.current,
      data,
      {
        onNode: (id) => {
          byHand.current = id;
          select("node", id);
        },
        onEdge: (id) => {
          byHand.current = id;
          select("edge", id);
        },
        onGround: deselect,
        onOpen: (id) => actOn("expand", id),
        onMoved: (id, x, y) => go({ pinned: new Map([...screen.peek().pinned, [id, [x, y] as const]]) }),
        onCamera: (camera) => adjust({ camera }),
        onLayout: (isRunning) => {
          isLayoutRunning.value = isRunning;
        },
        onBroken: () => {
          isBroken.value = true;
        },
      },
      screen.peek().camera,
    );
    shown.current = made;
    const held: Canvas = {
      get sigma() {
        return made.sigma;
      },
      get graph() {
        return made.graph;
      },
      picture: made,
    };
    holdCanvas(held);
    (window as { wiregraph?: ScreenPositions }).wiregraph = screenPositions(held);
    return () => {
      holdCanvas(null);
      made.kill();
      shown.current = null;
    };
  }, [data]);

  const { scope, pinned } = screen.value;
  const part = drawn.value;
  const look = {
    index: data,
    drawn: part,
    selection: selection.value,
    paths: shownPaths.value,
    highlight: highlight.value,
    kept: keptRelation.value,
    pinned,
    theme: theme.value,
    language: language.value,
    say: t,
  };
  const key = scope === null ? (part.isPart ? "part" : "whole") : JSON.stringify(scope);
  useEffect(() => {
    if (data === null || shown.current === null) return;
    // A whole graph is laid out once, filters apart: what they hide keeps its place.
    const isWhole = key === "whole";
    const nodes = isWhole ? wholeWith(part.nodes) : part.nodes;
    const edges = isWhole ? allEdges.peek() : new Set(part.edges.map((e) => e.id));
    shown.current.update(key, { nodes, edges }, { ...look, index: data }, pinned);
    const before = shownKey.current;
    shownKey.current = key;
    if (before === null || before === key) return;
    // Undo goes back to where the camera stood; a scope that is new is shown as a whole.
    const camera = isWholeOrCore(before, key) ? null : screen.peek().camera;
    shown.current.sigma.getCamera().setState(camera ?? WHOLE_PICTURE);
  }, [data, key, part, pinned, look.selection, look.paths, look.highlight, look.kept, look.theme, look.language]);

  const chosen = selection.value;
  useEffect(() => {
    const made = shown.current;
    if (made === null || data === null || chosen === null || chosen.what === "article") return;
    const edge = chosen.what === "edge" ? data.edges.get(chosen.id) : data.edgeOfClaim.get(chosen.id);
    const ids = chosen.what === "node" ? [chosen.id] : edge === undefined ? [] : [edge.source, edge.target];
    // What is near and in sight already does not move.
    if (byHand.current === chosen.id || (made.isNear && ids.every((id) => made.isInView(id)))) return;
    // A node comes with its neighbours.
    const [id = ""] = ids;
    const around = chosen.what === "node" && made.graph.hasNode(id) ? made.graph.neighbors(id) : [];
    made.show([...ids, ...around], glide());
  }, [chosen, data]);

  const kept = keptRelation.value;
  useEffect(() => {
    const made = shown.current;
    if (made === null || kept === null || chosen?.what !== "node") return;
    // Who is at the other end of what is asked for comes into view.
    const ends = drawn
      .peek()
      .edges.filter((e) => e.relation === kept && (e.source === chosen.id || e.target === chosen.id))
      .flatMap((e) => [e.source, e.target]);
    if (!ends.every((id) => made.isInView(id))) made.show(ends, glide());
  }, [kept, data]);

  const [path] = shownPaths.value;
  useEffect(() => {
    if (path === undefined || selection.peek() !== null) return;
    shown.current?.show([path.steps[0]?.from ?? "", ...path.steps.map((s) => s.to)], glide());
  }, [path, data]);

  const onKeyDown = (event: KeyboardEvent) => {
    const made = shown.current;
    if (made === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const node = selection.peek()?.what === "node" ? (selection.peek()?.id ?? null) : null;
    if (isDirection(event.key)) {
      const next = nextNode(made.graph, node, event.key);
      if (next !== null) {
        select("node", next);
        announcement.value = nameIn(data?.nodes.get(next), language.peek());
      }
    } else if (event.key === "+" || event.key === "=") void made.sigma.getCamera().zoomIn({ duration: glide() });
    else if (event.key === "-") void made.sigma.getCamera().zoomOut({ duration: glide() });
    else if (event.key === "0") made.show([...drawn.peek().nodes], glide());
    else if (event.key === "Escape") deselect();
    else if (event.key === "Enter" && node !== null) document.querySelector<HTMLElement>("[data-panel]")?.focus();
    else if (node === null || !actOnKey(event.key, node)) return;
    event.preventDefault();
  };
  if (isBroken.value)
    return (
      <div class="message" role="alert" data-testid="no-canvas">
        <p>{t("noCanvas")}</p>
        <button type="button" onClick={() => go({ view: "table" })}>
          {t("openTable")}
        </button>
      </div>
    );
  return (
    <div class="graph">
      <div
        class="canvas"
        ref={container}
        data-testid="canvas"
        tabIndex={0}
        role="application"
        aria-label={t("graphOf", { nodes: part.nodes.size, edges: part.edges.length })}
        aria-describedby="canvas-keys"
        onKeyDown={onKeyDown}
      />
      <p id="canvas-keys" class="hidden">
        {t("canvasKeys")}
      </p>
      {isLayoutRunning.value && <p class="arranging">{t("arranging")}</p>}
      <EmptyCanvas />
      <CanvasButtons />
    </div>
  );
}

const KEYS: Readonly<Record<string, Parameters<typeof actOn>[0]>> = {
  e: "expand",
  c: "collapse",
  p: "pin",
  h: "hide",
  n: "around",
};

function actOnKey(key: string, node: string): boolean {
  const act = KEYS[key.toLowerCase()];
  if (act === undefined) return false;
  actOn(act, node);
  return true;
}

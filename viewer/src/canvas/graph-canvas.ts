/** The canvas as one thing: what is on it, where it lies, what was clicked. It knows sigma; it does not know the screen. */
import type Graph from "graphology";
import type Sigma from "sigma";
import { placeByName } from "../layout/places.js";
import { type RunningLayout, runLayout } from "../layout/run-layout.js";
import type { GraphIndex } from "../model/graph-index.js";
import type { Camera } from "../model/screen.js";
import { applyLook, type Look } from "./apply-look.js";
import { frameOf, glideTo, isInView } from "./canvas-camera.js";
import { type CanvasEvents, tellClicks } from "./canvas-events.js";
import { createSigma, showGraph } from "./create-sigma.js";
import { layoutOrder, takePlaces } from "./layout-order.js";
import { nameNodes } from "./name-nodes.js";
import { NamePause } from "./name-pause.js";
import { redrawPart } from "./redraw.js";
import { type CanvasSize, emptyGraph, NO_PINS, type Pins, type Places, syncGraph, type Wanted } from "./sync-graph.js";

/** Nodes from which edges are left out while the picture moves, and motion is not shown while it is laid out. */
const LARGE = 1_500;
const CAMERA_PAUSE = 120;
const LARGE_PAUSE = 700;
/** Share of the whole picture from which on a node is seen without coming nearer. */
const NEAR = 0.7;
/** How long a layout may take before its first picture is shown unfinished. */
const FIRST_PAUSE = 600;

export class GraphCanvas {
  #graph = emptyGraph();
  #sigma: Sigma | null = null;
  readonly #container: HTMLElement;
  readonly #index: GraphIndex;
  readonly #events: CanvasEvents;
  readonly #camera: Camera | null;
  /** Places of each scope: the whole graph, a neighbourhood, an answer. */
  readonly #placesOf = new Map<string, Places>();
  #places: Places = new Map();
  #key = "";
  #synced: Wanted | null = null;
  #pinned: Pins = NO_PINS;
  #layout: RunningLayout | null = null;
  #readyAt: number | null = null;
  #firstDrawn: number | null = null;
  #cameraTimer = 0;
  readonly #names = new NamePause();
  #isBroken = false;
  /** Whether a layout has brought its first news: before, nodes lie where their names put them. */
  #isLaid = false;
  #wanted: { readonly ids: readonly string[]; readonly duration: number } | null = null;

  readonly #watch: ResizeObserver;
  /** @param camera where a link says that it stood */
  constructor(container: HTMLElement, index: GraphIndex, events: CanvasEvents, camera: Camera | null) {
    this.#container = container;
    this.#index = index;
    this.#events = events;
    this.#camera = camera;
    this.#watch = new ResizeObserver(() => this.#sigma?.resize().scheduleRefresh());
    this.#watch.observe(container);
  }

  /** What is on the canvas now. */
  get graph(): Graph {
    return this.#graph;
  }
  /**
   * The renderer is made when it is first asked for: while the first layout is reckoned, with nothing on it yet. A worker
   * that starts while the renderer does would wait for it, so it begins once the worker has its order.
   */
  get sigma(): Sigma {
    this.#sigma ??= this.#begin();
    return this.#sigma;
  }

  /** Whether there is a renderer, or one can be made. */
  #canDraw(): boolean {
    if (this.#isBroken) return false;
    try {
      this.#sigma ??= this.#begin();
      return true;
    } catch {
      this.#isBroken = true;
      this.#stopLayout();
      this.#events.onLayout(false);
      this.#events.onBroken();
      return false;
    }
  }

  #begin(): Sigma {
    const sigma = createSigma(
      this.#isUnlaid ? emptyGraph() : this.graph,
      this.#container,
      this.#index.graph.nodes.length > LARGE,
    );
    if (this.#camera !== null) sigma.getCamera().setState(this.#camera);
    tellClicks(sigma, this.#events);
    sigma.on("nodeDragEnd", ({ node }) => {
      const { x, y } = this.graph.getNodeAttributes(node) as { x: number; y: number };
      const before = this.#places.get(node);
      if (before !== undefined && Math.hypot(before.x - x, before.y - y) < 1) return;
      this.#places.set(node, { x, y });
      this.#events.onMoved(node, x, y);
    });
    sigma.on("afterRender", () => {
      if (sigma.getGraph() !== this.#graph) return;
      if (this.#firstDrawn === null && this.graph.order > 0 && this.#isLaid) this.#firstDrawn = performance.now();
      if (this.#layout === null && this.#wanted !== null) {
        const { ids, duration } = this.#wanted;
        this.#wanted = null;
        glideTo(sigma, this.graph, ids, duration);
      }
      if (!this.#names.take()) return;
      const named = nameNodes(sigma, this.graph);
      if (named.nodes.length + named.edges.length > 0) redrawPart(sigma, named);
    });
    sigma.on("resize", () => this.#name());
    sigma.getCamera().on("updated", () => {
      clearTimeout(this.#cameraTimer);
      this.#cameraTimer = window.setTimeout(() => {
        this.#name();
        const { x, y, ratio } = sigma.getCamera().getState();
        this.#events.onCamera({ x, y, ratio });
      }, CAMERA_PAUSE);
    });
    return sigma;
  }

  get #size(): CanvasSize {
    return { width: this.#container.clientWidth, height: Math.max(1, this.#container.clientHeight) };
  }
  /** Whether the first layout is under way, and nothing has a place worth showing. */
  get #isUnlaid(): boolean {
    return this.#layout !== null && !this.#isLaid;
  }
  /** When the first picture with nodes on it stood. */
  get firstDrawn(): number | null {
    return this.#firstDrawn;
  }
  /** When all first lay where it would; null before. */
  get readyAt(): number | null {
    return this.#readyAt;
  }

  /**
   * Brings the canvas in step.
   * @param key names the scope: each has places of its own
   * @param pinned places held by hand
   */
  update(key: string, wanted: Wanted, look: Look, pinned: Pins): void {
    if (key !== this.#key) {
      this.#stopLayout();
      clearTimeout(this.#cameraTimer);
      this.#key = key;
      this.#places = this.#placesOf.get(key) ?? new Map();
      this.#placesOf.set(key, this.#places);
      this.#graph = emptyGraph();
    }
    const isEmpty = this.graph.order === 0;
    const isSame = this.#synced?.nodes === wanted.nodes && this.#synced.edges === wanted.edges && !isEmpty;
    const { graph, fresh } = isSame
      ? { graph: this.#graph, fresh: [] }
      : syncGraph(this.#graph, this.#index, wanted, this.#places, this.#size);
    this.#graph = graph;
    this.#synced = wanted;
    const isRepinned = pinned !== this.#pinned;
    this.#pinned = pinned;
    // A picture that is opened again is laid out as it was before hands moved anything, and those places are then taken.
    const isOpening = isEmpty && this.#placesOf.size === 1;
    if (!isOpening) this.#hold();
    const changes = applyLook(this.graph, look);
    if (fresh.length > 0) this.#startLayout(isEmpty ? null : new Set(fresh), isOpening ? NO_PINS : pinned);
    else if (isEmpty) this.#frame();
    if (this.#isUnlaid || !this.#canDraw()) return;
    if (graph !== this.sigma.getGraph()) showGraph(this.sigma, graph);
    else if (changes.isReordered || isRepinned) this.sigma.scheduleRefresh();
    else redrawPart(this.sigma, changes);
    this.#name();
    if (this.graph.order === 0) this.#readyAt ??= performance.now();
  }

  /** Lays out anew what is on the canvas, from the first places. */
  arrange(pinned: Pins): void {
    this.graph.forEachNode((id, a) => {
      if (!pinned.has(id)) Object.assign(a, placeByName(id));
    });
    this.#startLayout(null, pinned);
  }

  /** Ends a running layout where it is. */
  stop(): void {
    if (this.#layout === null) return;
    this.#stopLayout();
    this.#keepPlaces();
    this.#isLaid = true;
    if (!this.#canDraw()) return;
    this.#frame();
    this.#finish();
    this.#refresh();
  }

  #startLayout(free: ReadonlySet<string> | null, pinned: Pins): void {
    this.#stopLayout();
    const isHeld = (id: string) => pinned.has(id) || (free !== null && !free.has(id));
    const aspect = this.#size.width / this.#size.height;
    const { ids, order } = layoutOrder(this.graph, isHeld, aspect);
    this.#events.onLayout(true);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const pause = ids.length > LARGE ? LARGE_PAUSE : 0;
    let shownAt = 0;
    const startedAt = performance.now();
    const layout = runLayout(
      order,
      (news) => {
        // Frames of a large picture are dear: it is shown once it stands, or now and then where motion is wanted.
        if (!news.isDone && (isStill || performance.now() - shownAt < pause)) return;
        if (!news.isDone && !this.#isLaid && performance.now() - startedAt < FIRST_PAUSE) return;
        shownAt = performance.now();
        this.#isLaid = true;
        if (!this.#canDraw()) return;
        takePlaces(this.graph, ids, news.places);
        this.#keepPlaces();
        if (free === null) this.#frame();
        this.#name();
        if (news.isDone) {
          this.#layout = null;
          if (free !== null) this.#frame();
          this.#hold();
          this.#name();
          this.#finish();
        }
        this.#refresh();
      },
      () => {
        if (this.#layout === layout && this.#sigma === null) this.#canDraw();
      },
    );
    this.#layout = layout;
  }

  /** Draws all anew. */
  #refresh(): void {
    if (this.sigma.getGraph() === this.#graph) this.sigma.scheduleRefresh();
    else showGraph(this.sigma, this.#graph);
  }

  #stopLayout(): void {
    this.#layout?.stop();
    this.#layout = null;
  }
  #finish(): void {
    this.#readyAt ??= performance.now();
    this.#events.onLayout(false);
  }
  /** Names are placed once the picture stands: only then is known where things are. Of many, once it stands still. */
  #name(): void {
    this.#names.ask(this.graph.order, () => this.#sigma?.scheduleRender());
  }
  /** Puts what hands placed where they did. */
  #hold(): void {
    for (const [id, [x, y]] of this.#pinned) {
      this.#places.set(id, { x, y });
      if (this.graph.hasNode(id)) Object.assign(this.graph.getNodeAttributes(id), { x, y });
    }
  }
  #keepPlaces(): void {
    this.graph.forEachNode((id, a) => {
      this.#places.set(id, { x: a.x, y: a.y });
    });
  }

  #frame(): void {
    const frame = frameOf(this.graph);
    if (frame !== null) this.sigma.setCustomBBox(frame);
  }

  /** Brings nodes into view, once they lie where they will. */
  show(ids: readonly string[], duration: number): void {
    this.#wanted = { ids, duration };
    this.#sigma?.scheduleRender();
  }

  /** Whether the camera is nearer than the whole picture. */
  get isNear(): boolean {
    return (this.#sigma?.getCamera().ratio ?? 1) < NEAR;
  }
  /** Whether a node lies well inside the screen. */
  isInView(id: string): boolean {
    return this.#layout === null && isInView(this.sigma, this.graph, id);
  }

  kill(): void {
    clearTimeout(this.#cameraTimer);
    this.#names.end();
    this.#watch.disconnect();
    this.#stopLayout();
    this.#sigma?.kill();
  }
}

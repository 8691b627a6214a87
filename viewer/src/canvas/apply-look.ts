/** How each node and edge is drawn now: theme, language, choice, legend, path. */
import type Graph from "graphology";
import type { Edge, Kind, Relation } from "../../../graph/model.js";
import type { Drawn } from "../model/drawn.js";
import { familyColour, familyOf, kindColour, type Theme } from "../model/families.js";
import { type GraphIndex, nameIn } from "../model/graph-index.js";
import type { Path } from "../model/paths.js";
import type { Selection } from "../model/screen.js";
import { lineOfEdge } from "../model/standing.js";
import type { highlight } from "../state.js";
import type { Language, Say } from "../strings/strings.js";
import { ACCENT, FAINT, GROUND, INK, mix, SOFT } from "./palette.js";
import { saysOf, shorten } from "./say-lines.js";

export interface Look {
  readonly index: GraphIndex;
  readonly drawn: Drawn;
  readonly selection: Selection | null;
  readonly paths: readonly Path[];
  readonly highlight: typeof highlight.value;
  /** Of the lines of the chosen node, those of one relation alone. */
  readonly kept: Relation | null;
  readonly pinned: ReadonlyMap<string, unknown>;
  readonly theme: Theme;
  readonly language: Language;
  readonly say: Say;
}
export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

const SHAPES = { Actor: "circle", Group: "square", Place: "diamond" } as const;
/** Edges of the focus that are named on the canvas; more would hide the picture. */
const MOST_NAMED = 40;
/** Lines on the canvas of which all are named where there is room: of few, a reader asks of each what it says. */
const FEW_LINES = 70;
/** Of what comes forward: it was asked for. */
const LONGEST_FORWARD = 80;

function endsOf(edges: readonly Edge[], more: readonly string[] = []): Focus {
  return {
    nodes: new Set([...edges.flatMap((e) => [e.source, e.target]), ...more]),
    edges: new Set(edges.map((e) => e.id)),
  };
}

/** What comes forward: the legend's row under the pointer, else a path, else what is chosen; null where nothing does. */
export function focusOf({ index, drawn, selection, paths, highlight, kept }: Look): Focus | null {
  if (highlight !== null) {
    const { kind, key } = highlight;
    if (kind === "type") {
      const nodes = new Set(
        [...drawn.nodes].filter((id) => index.nodes.get(id)?.type === key || index.nodes.get(id)?.kind === key),
      );
      return { nodes, edges: new Set() };
    }
    return endsOf(
      drawn.edges.filter((e) =>
        kind === "relation" ? e.relation === key : kind === "family" ? familyOf(e.relation) === key : e.status === key,
      ),
    );
  }
  const [path] = paths;
  if (path !== undefined && selection === null)
    return endsOf(
      path.steps.flatMap((s) => s.edges),
      path.steps.flatMap((s) => [s.from, s.to]),
    );
  if (selection?.what === "node" && drawn.nodes.has(selection.id))
    return endsOf(
      drawn.edges.filter(
        (e) => (e.source === selection.id || e.target === selection.id) && (kept === null || e.relation === kept),
      ),
      [selection.id],
    );
  const edge =
    selection?.what === "edge"
      ? index.edges.get(selection.id)
      : selection?.what === "claim"
        ? index.edgeOfClaim.get(selection.id)
        : undefined;
  return edge === undefined || !drawn.nodes.has(edge.source) ? null : endsOf([edge]);
}

/** What changed: the renderer then evaluates those items alone. */
export interface Changes {
  readonly nodes: string[];
  readonly edges: string[];
  /** Whether lines changed places in the order of drawing, which takes a whole refresh. */
  isReordered: boolean;
}

type Attributes = Record<string, unknown>;

/** Sets what differs, in place and without news of each: thousands of new records a click would be felt. */
function put(a: Attributes, wanted: Attributes): boolean {
  let changed = false;
  for (const key in wanted)
    if (a[key] !== wanted[key]) {
      a[key] = wanted[key];
      changed = true;
    }
  return changed;
}

/** What was written last into a graph: as long as all but the filters stays, only what came and went is written anew. */
interface Written {
  readonly look: Look;
  readonly edges: ReadonlySet<string>;
}
const writtenInto = new WeakMap<Graph, Written>();

/** Everything but what is drawn. */
const LASTING = ["index", "selection", "paths", "highlight", "kept", "pinned", "theme", "language"] as const;

function isLike(now: Look, before: Look): boolean {
  return (
    LASTING.every((key) => now[key] === before[key]) &&
    // What comes forward follows from what is drawn; and of few lines all are named.
    focusOf(now) === null &&
    focusOf(before) === null &&
    isFewLines(now) === isFewLines(before)
  );
}

const isFewLines = ({ drawn }: Look): boolean => drawn.edges.length <= FEW_LINES;

/** What one has and the other has not. */
function between<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
  const out: T[] = [];
  for (const item of a) if (!b.has(item)) out.push(item);
  for (const item of b) if (!a.has(item)) out.push(item);
  return out;
}

/** Writes the looks into the graph's attributes. The caller refreshes the renderer. */
export function applyLook(graph: Graph, look: Look): Changes {
  const changes: Changes = { nodes: [], edges: [], isReordered: false };
  const shown = new Set(look.drawn.edges.map((e) => e.id));
  const before = writtenInto.get(graph);
  writtenInto.set(graph, { look, edges: shown });
  const focus = focusOf(look);
  // Thousands of lines are a ground, on which what is chosen stands out.
  const strength = Math.min(1, Math.max(0.32, Math.sqrt(500 / Math.max(1, graph.size))));
  const writeNode = (id: string, a: Attributes) => {
    const depth = a.depth;
    if (!put(a, nodeLook(id, a, look, focus))) return;
    changes.nodes.push(id);
    if (depth !== a.depth) changes.isReordered = true;
  };
  const writeEdge = (id: string, a: Attributes) => {
    const depth = a.depth;
    if (!put(a, edgeLook(id, a, look, focus, shown.has(id), strength))) return;
    changes.edges.push(id);
    if (depth !== a.depth) changes.isReordered = true;
  };
  if (before !== undefined && isLike(look, before.look)) {
    const nodes = new Set(between(look.drawn.nodes, before.look.drawn.nodes));
    for (const id of [...look.drawn.folded.keys(), ...before.look.drawn.folded.keys()]) nodes.add(id);
    for (const id of nodes) if (graph.hasNode(id)) writeNode(id, graph.getNodeAttributes(id));
    for (const id of between(shown, before.edges))
      if (graph.hasEdge(id) && put(graph.getEdgeAttributes(id), presence(id, look, shown.has(id))))
        changes.edges.push(id);
    return changes;
  }
  graph.forEachNode(writeNode);
  graph.forEachEdge(writeEdge);
  return changes;
}

function nodeLook(id: string, a: Attributes, look: Look, focus: Focus | null): Attributes {
  const { index, drawn, theme, language, pinned, selection } = look;
  const isNamed = a.named === true;
  const isDim = focus !== null && !focus.nodes.has(id);
  const isChosen = selection?.what === "node" && selection.id === id;
  const isPinned = pinned.has(id);
  const ground = GROUND[theme];
  const kind = a.kind as Kind;
  const colour = kindColour(kind, theme);
  const folded = drawn.folded.get(id);
  const isForward = focus !== null && !isDim && focus.nodes.size < 45;
  const name = shorten(nameIn(index.nodes.get(id), language), isForward || isChosen ? LONGEST_FORWARD : undefined);
  return {
    visibility: drawn.nodes.has(id) ? "visible" : "hidden",
    shape: SHAPES[kind],
    // A node without a name is hollow.
    color: isDim ? (isNamed ? FAINT[theme] : ground) : isNamed ? colour : mix(colour, ground, 0.78),
    ring: isChosen || isPinned ? ACCENT[theme] : isNamed ? ground : isDim ? FAINT[theme] : mix(colour, ground, 0.25),
    ringWidth: isChosen ? 3 : isPinned ? 2.5 : 1.5,
    label: isDim ? "" : folded === undefined ? name : `${name} (+${folded})`,
    labelColor: isNamed ? INK[theme] : SOFT[theme],
    labelSize: isNamed ? Math.min(16, 11.5 + (a.size as number) * 0.16) : 11.5,
    labelGround: `${ground}b8`,
    ground,
    // What is named first; the rest is named where there is room (name-nodes.ts).
    naming: isChosen ? "must" : isForward ? "first" : "maybe",
    // What steps back lies beneath the lines that come forward and their words.
    depth: isDim ? "edges" : "nodes",
  };
}

const isClaimed = (line: unknown): boolean => line === "alleged" || line === "disputed";

/** What changes of a line while only filters do: whether it is there, and what is said on it. */
function presence(id: string, { index, language, say, drawn }: Look, isShown: boolean): Attributes {
  const edge = isShown ? index.edges.get(id) : undefined;
  const isSaid = edge !== undefined && (isClaimed(lineOfEdge(edge)) || drawn.edges.length <= FEW_LINES);
  return {
    visibility: isShown ? "visible" : "hidden",
    says: isSaid ? saysOf(index, edge, language, say) : "",
    labelVisibility: "hidden",
  };
}

function edgeLook(
  id: string,
  a: Attributes,
  look: Look,
  focus: Focus | null,
  isShown: boolean,
  strength: number,
): Attributes {
  const { index, theme, language, say } = look;
  const relation = a.relation as Relation;
  const isForward = isShown && focus?.edges.has(id) === true;
  const isDim = focus !== null && !isForward;
  const isFew = focus === null ? isFewLines(look) : isForward && focus.edges.size <= MOST_NAMED;
  const isNamed = isShown && (isClaimed(a.line) ? !isDim : isFew);
  const edge = isNamed ? index.edges.get(id) : undefined;
  return {
    visibility: isShown ? "visible" : "hidden",
    color: isDim ? FAINT[theme] : familyColour(familyOf(relation), theme),
    opacity: isDim ? 0.55 * strength : isForward ? 1 : (a.line === "alleged" ? 0.8 : 0.72) * strength,
    depth: isForward ? "topEdges" : "edges",
    labelColor: isForward ? INK[theme] : SOFT[theme],
    labelGround: `${GROUND[theme]}d9`,
    // From the longest to the shortest that will do; what only a party claims is never said without that party.
    says: edge === undefined ? "" : saysOf(index, edge, language, say),
    naming: isForward ? "first" : "maybe",
    // What is said on it now goes at once; what is said next is placed once the picture stands.
    labelVisibility: edge === undefined ? "hidden" : a.labelVisibility,
  };
}

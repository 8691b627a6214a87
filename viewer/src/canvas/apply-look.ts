/** How each node and edge is drawn now: theme, language, choice, legend, path. */
import type Graph from "graphology";
import type { Edge } from "../../../graph/model.js";
import type { Drawn } from "../model/drawn.js";
import { familyColour, familyOf, kindColour, type Theme } from "../model/families.js";
import { type GraphIndex, nameIn } from "../model/graph-index.js";
import type { Path } from "../model/paths.js";
import type { Selection } from "../model/screen.js";
import { edgeCaveat } from "../model/wording.js";
import type { highlight } from "../state.js";
import type { Language, Say } from "../strings/strings.js";
import { ACCENT, FAINT, GROUND, INK, mix, SOFT } from "./palette.js";

export interface Look {
  readonly index: GraphIndex;
  readonly drawn: Drawn;
  readonly selection: Selection | null;
  readonly paths: readonly Path[];
  readonly highlight: typeof highlight.value;
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
const LONGEST_LABEL = 46;

const shorten = (text: string): string => (text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text);

function endsOf(edges: readonly Edge[], more: readonly string[] = []): Focus {
  return {
    nodes: new Set([...edges.flatMap((e) => [e.source, e.target]), ...more]),
    edges: new Set(edges.map((e) => e.id)),
  };
}

/** What comes forward: the legend's row under the pointer, else a path, else what is chosen; null where nothing does. */
export function focusOf({ index, drawn, selection, paths, highlight }: Look): Focus | null {
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
      drawn.edges.filter((e) => e.source === selection.id || e.target === selection.id),
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

/**
 * Writes the looks into the graph's attributes, in place and without news of each: thousands of new records a click would
 * be felt. The caller refreshes the renderer.
 */
export function applyLook(graph: Graph, look: Look): void {
  const { index, drawn, theme, language, say, pinned, selection } = look;
  const focus = focusOf(look);
  const shownEdges = new Set(drawn.edges.map((e) => e.id));
  const ground = GROUND[theme];
  // Thousands of lines are a ground, on which what is chosen stands out.
  const strength = Math.min(1, Math.max(0.32, Math.sqrt(500 / Math.max(1, drawn.edges.length))));
  const isNamingEdges = focus !== null && focus.edges.size <= MOST_NAMED;
  graph.forEachNode((id, a) => {
    const isDim = focus !== null && !focus.nodes.has(id);
    const colour = kindColour(a.kind, theme);
    const isChosen = selection?.what === "node" && selection.id === id;
    const folded = drawn.folded.get(id);
    a.visibility = drawn.nodes.has(id) ? "visible" : "hidden";
    a.shape = SHAPES[a.kind as keyof typeof SHAPES];
    // A node without a name is hollow.
    a.color = isDim ? (a.named ? FAINT[theme] : ground) : a.named ? colour : mix(colour, ground, 0.78);
    a.ring =
      isChosen || pinned.has(id) ? ACCENT[theme] : a.named ? ground : isDim ? FAINT[theme] : mix(colour, ground, 0.25);
    a.ringWidth = isChosen ? 3 : pinned.has(id) ? 2.5 : 1.5;
    const name = shorten(nameIn(index.nodes.get(id), language));
    a.label = isDim ? "" : folded === undefined ? name : `${name} (+${folded})`;
    a.labelColor = a.named ? INK[theme] : SOFT[theme];
    a.labelSize = a.named ? Math.min(16, 11.5 + a.size * 0.16) : 11.5;
    a.labelGround = `${ground}b8`;
    a.ground = ground;
    // What is named first; the rest is named where there is room (name-nodes.ts).
    a.naming = isChosen ? "must" : focus !== null && !isDim && focus.nodes.size < 45 ? "first" : "maybe";
  });
  graph.forEachEdge((id, a) => {
    const isDim = focus !== null && !focus.edges.has(id);
    const isForward = focus?.edges.has(id) === true;
    a.visibility = shownEdges.has(id) ? "visible" : "hidden";
    a.color = isDim ? FAINT[theme] : familyColour(familyOf(a.relation), theme);
    a.opacity = isDim ? 0.55 * strength : isForward ? 1 : (a.line === "alleged" ? 0.8 : 0.72) * strength;
    a.depth = isForward ? "topEdges" : "edges";
    a.labelColor = isForward ? INK[theme] : SOFT[theme];
    a.labelGround = `${ground}d9`;
    const isNamed = a.line === "alleged" || a.line === "disputed" ? !isDim : isForward && isNamingEdges;
    const edge = isNamed ? index.edges.get(id) : undefined;
    const caveat = edge === undefined ? "" : edgeCaveat(index, edge, language, say);
    a.label = edge === undefined ? "" : shorten(caveat === "" ? say(a.relation) : `${say(a.relation)} · ${caveat}`);
    a.naming = isForward ? "first" : "maybe";
  });
}

/** What is shown: pure functions of the graph and the choices made on screen. */
import type { Claim, Edge, GraphNode, Kind, Relation, Status } from "../../../graph/model.js";
import { type GraphIndex, isFact } from "./graph-index.js";

export interface Filters {
  readonly hiddenRelations: ReadonlySet<Relation>;
  readonly hiddenStatuses: ReadonlySet<Status>;
  readonly hiddenKinds: ReadonlySet<Kind>;
  /** One article alone, or null. */
  readonly article: string | null;
  readonly namedOnly: boolean;
  readonly factsOnly: boolean;
}

export const NO_FILTERS: Filters = {
  hiddenRelations: new Set(),
  hiddenStatuses: new Set(),
  hiddenKinds: new Set(),
  article: null,
  namedOnly: false,
  factsOnly: false,
};

const saidIn = (claims: readonly Claim[], article: string | null): boolean =>
  article === null || claims.some((c) => c.evidence.some((e) => e.article === article));

const nodePasses = (node: GraphNode | undefined, filters: Filters): boolean =>
  node !== undefined && !filters.hiddenKinds.has(node.kind) && (!filters.namedOnly || node.named);

export function shownEdges(index: GraphIndex, filters: Filters): Edge[] {
  return index.graph.edges.filter(
    (edge) =>
      !filters.hiddenRelations.has(edge.relation) &&
      !filters.hiddenStatuses.has(edge.status) &&
      (!filters.factsOnly || isFact(edge)) &&
      nodePasses(index.nodes.get(edge.source), filters) &&
      nodePasses(index.nodes.get(edge.target), filters) &&
      saidIn(
        edge.claims.flatMap((id) => index.claims.get(id) ?? []),
        filters.article,
      ),
  );
}

/** Claims of every class, for the list. */
export function shownClaims(index: GraphIndex, filters: Filters): Claim[] {
  return index.graph.claims.filter(
    (claim) =>
      !filters.hiddenRelations.has(claim.relation) &&
      !filters.hiddenStatuses.has(claim.status) &&
      (!filters.factsOnly ||
        claim.status === "asserted" ||
        (claim.status === "reported" && claim.contested.length === 0)) &&
      nodePasses(index.nodes.get(claim.source), filters) &&
      nodePasses(index.nodes.get(claim.target), filters) &&
      saidIn([claim], filters.article),
  );
}

/** Nodes at the ends of shown edges; a node without edges is in the list and the search, not on the canvas. */
export const shownNodes = (edges: readonly Edge[]): Set<string> => new Set(edges.flatMap((e) => [e.source, e.target]));

export function toggled<T>(set: ReadonlySet<T>, values: readonly T[], hide: boolean): Set<T> {
  const next = new Set(set);
  for (const value of values) {
    if (hide) next.add(value);
    else next.delete(value);
  }
  return next;
}

/** All that is on screen, as one record: what a link opens again and what undo goes back to. */
import type { Language } from "../strings/strings.js";
import type { Hand } from "./drawn.js";
import { type Filters, NO_FILTERS } from "./filters.js";

export const VIEWS = ["graph", "table", "claims", "timeline", "read", "dossier", "console"] as const;
export type View = (typeof VIEWS)[number];

/** An article, a dossier and an answer are whole: filters do not touch them. */
export const hasFilters = (view: View): boolean => view !== "read" && view !== "dossier" && view !== "console";

export interface Selection {
  readonly what: "node" | "edge" | "claim" | "article";
  readonly id: string;
}
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Screen extends Hand {
  readonly view: View;
  readonly selection: Selection | null;
  /** The article of the reading view, and the sentence to begin at. */
  readonly reading: { readonly article: string; readonly sentence: number | null } | null;
  readonly filters: Filters;
  /** Nodes held at a place by hand. */
  readonly pinned: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** The two nodes whose chain is asked for. */
  readonly path: readonly [from: string, to: string] | null;
  /** Null until the camera was moved. */
  readonly camera: Camera | null;
  /** Null: as the browser says. */
  readonly language: Language | null;
}

export const START: Screen = {
  view: "graph",
  selection: null,
  reading: null,
  filters: NO_FILTERS,
  scope: null,
  expanded: new Set(),
  collapsed: new Set(),
  hidden: new Set(),
  pinned: new Map(),
  path: null,
  camera: null,
  language: null,
};

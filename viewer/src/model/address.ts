/** What is on screen as the address's fragment, so that a link opens it again. */
import { KINDS, type Kind, RELATIONS, type Relation, STATUSES, type Status } from "../../../graph/model.js";
import { type Filters, NO_FILTERS } from "./filters.js";

export type View = "graph" | "list";
export interface Selection {
  readonly what: "node" | "edge" | "article";
  readonly id: string;
}
export interface Screen {
  readonly view: View;
  readonly selection: Selection | null;
  readonly filters: Filters;
}

const words = <T extends string>(text: string | null, known: readonly T[]): Set<T> =>
  new Set((text ?? "").split(".").filter((w): w is T => (known as readonly string[]).includes(w)));

export function readAddress(hash: string): Screen {
  const given = new URLSearchParams(hash.replace(/^#/u, ""));
  const what = (["node", "edge", "article"] as const).find((w) => given.has(w));
  return {
    view: given.get("view") === "list" ? "list" : "graph",
    selection: what === undefined ? null : { what, id: given.get(what) ?? "" },
    filters: {
      hiddenRelations: words<Relation>(given.get("without"), RELATIONS),
      hiddenStatuses: words<Status>(given.get("notStatus"), STATUSES),
      hiddenKinds: words<Kind>(given.get("notKind"), KINDS),
      article: given.get("in"),
      namedOnly: given.has("named"),
      factsOnly: given.has("facts"),
    },
  };
}

export function writeAddress({ view, selection, filters }: Screen): string {
  const out = new URLSearchParams();
  if (view === "list") out.set("view", view);
  if (selection !== null) out.set(selection.what, selection.id);
  const list = (name: string, set: ReadonlySet<string>) => {
    if (set.size > 0) out.set(name, [...set].sort().join("."));
  };
  list("without", filters.hiddenRelations);
  list("notStatus", filters.hiddenStatuses);
  list("notKind", filters.hiddenKinds);
  if (filters.article !== null) out.set("in", filters.article);
  if (filters.namedOnly) out.set("named", "1");
  if (filters.factsOnly) out.set("facts", "1");
  const text = out.toString();
  return text === "" ? "" : `#${text}`;
}

export const START: Screen = { view: "graph", selection: null, filters: NO_FILTERS };

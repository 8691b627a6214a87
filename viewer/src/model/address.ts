/** What is on screen as the address's fragment, so that a link opens it again. */
import { type NodeType, RELATIONS, type Relation, STATUSES, type Status, TYPES } from "../../../graph/model.js";
import type { Scope } from "./drawn.js";
import { type Filters, NO_FILTERS } from "./filters.js";
import { type Camera, type Screen, type Selection, START, VIEWS, type View } from "./screen.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** Ids hold neither; lists of them are parted by one, their places by the other. */
const BETWEEN = " ";
const PLACE = "@";

const words = <T extends string>(text: string | null, known: readonly T[]): Set<T> =>
  new Set((text ?? "").split(".").filter((w): w is T => (known as readonly string[]).includes(w)));
const list = (text: string | null): string[] => (text ?? "").split(BETWEEN).filter((t) => t !== "");
const dayOr = (text: string | null): string | null => (text !== null && DAY.test(text) ? text : null);
const numberOr = (text: string | null, otherwise: number, most: number): number => {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 && value <= most ? value : otherwise;
};

function readFilters(given: URLSearchParams): Filters {
  return {
    hiddenRelations: words<Relation>(given.get("without"), RELATIONS),
    hiddenStatuses: words<Status>(given.get("notStatus"), STATUSES),
    hiddenTypes: words<NodeType>(given.get("notType"), TYPES),
    hiddenPublishers: new Set(given.getAll("notFrom")),
    article: given.get("in"),
    country: given.get("country"),
    namedOnly: given.has("named"),
    factsOnly: given.has("facts"),
    minSources: numberOr(given.get("sources"), 1, 99),
    minDegree: numberOr(given.get("degree"), 1, 999),
    minScore: numberOr(given.get("score"), 0, 1),
    clock: given.get("clock") === "published" ? "published" : "event",
    from: dayOr(given.get("from")),
    to: dayOr(given.get("to")),
    undated: !given.has("dated"),
  };
}

function writeFilters(filters: Filters, out: URLSearchParams): void {
  const set = (name: string, values: ReadonlySet<string>) => {
    if (values.size > 0) out.set(name, [...values].sort().join("."));
  };
  set("without", filters.hiddenRelations);
  set("notStatus", filters.hiddenStatuses);
  set("notType", filters.hiddenTypes);
  for (const publisher of [...filters.hiddenPublishers].sort()) out.append("notFrom", publisher);
  if (filters.article !== null) out.set("in", filters.article);
  if (filters.country !== null) out.set("country", filters.country);
  if (filters.namedOnly) out.set("named", "1");
  if (filters.factsOnly) out.set("facts", "1");
  if (filters.minSources !== NO_FILTERS.minSources) out.set("sources", String(filters.minSources));
  if (filters.minDegree !== NO_FILTERS.minDegree) out.set("degree", String(filters.minDegree));
  if (filters.minScore !== NO_FILTERS.minScore) out.set("score", String(filters.minScore));
  if (filters.clock !== "event") out.set("clock", filters.clock);
  if (filters.from !== null) out.set("from", filters.from);
  if (filters.to !== null) out.set("to", filters.to);
  if (!filters.undated) out.set("dated", "1");
}

function readSelection(given: URLSearchParams): Selection | null {
  const what = (["node", "edge", "claim", "article"] as const).find((w) => given.has(w));
  return what === undefined ? null : { what, id: given.get(what) ?? "" };
}

function readScope(given: URLSearchParams): Scope | null {
  const around = given.get("around");
  if (around !== null)
    return { kind: "around", id: around, depth: Math.max(1, Math.round(numberOr(given.get("depth"), 1, 3))) };
  return given.has("only") ? { kind: "only", ids: list(given.get("only")) } : null;
}

function readReading(given: URLSearchParams): Screen["reading"] {
  const article = given.get("read");
  if (article === null) return null;
  return { article, sentence: given.has("sentence") ? Math.round(numberOr(given.get("sentence"), 0, 1e6)) : null };
}

function readPinned(text: string | null): Screen["pinned"] {
  const out = new Map<string, readonly [number, number]>();
  for (const entry of list(text)) {
    const [id = "", x, y] = entry.split(PLACE);
    const place = [Number(x), Number(y)] as const;
    if (id !== "" && place.every(Number.isFinite)) out.set(id, place);
  }
  return out;
}

function readCamera(text: string | null): Camera | null {
  const [x, y, ratio] = (text ?? "").split(",").map(Number);
  return [x, y, ratio].every((n) => n !== undefined && Number.isFinite(n)) && (ratio ?? 0) > 0
    ? { x: x ?? 0, y: y ?? 0, ratio: ratio ?? 1 }
    : null;
}

export function readAddress(hash: string): Screen {
  const given = new URLSearchParams(hash.replace(/^#/u, ""));
  const path = list(given.get("path"));
  const view = given.get("view") as View | null;
  const language = given.get("lang");
  return {
    view: view !== null && VIEWS.includes(view) ? view : START.view,
    selection: readSelection(given),
    reading: readReading(given),
    filters: readFilters(given),
    scope: readScope(given),
    expanded: new Set(list(given.get("open"))),
    collapsed: new Set(list(given.get("fold"))),
    hidden: new Set(list(given.get("hide"))),
    pinned: readPinned(given.get("pin")),
    path: path.length === 2 ? [path[0] ?? "", path[1] ?? ""] : null,
    camera: readCamera(given.get("camera")),
    language: language === "fr" || language === "en" ? language : null,
  };
}

export function writeAddress(screen: Screen): string {
  const out = new URLSearchParams();
  const { view, selection, reading, scope, path, camera, language } = screen;
  if (view !== START.view) out.set("view", view);
  if (selection !== null) out.set(selection.what, selection.id);
  if (reading !== null) out.set("read", reading.article);
  if (reading?.sentence != null) out.set("sentence", String(reading.sentence));
  writeFilters(screen.filters, out);
  if (scope?.kind === "around") {
    out.set("around", scope.id);
    if (scope.depth !== 1) out.set("depth", String(scope.depth));
  }
  if (scope?.kind === "only") out.set("only", scope.ids.join(BETWEEN));
  const ids = (name: string, set: ReadonlySet<string>) => {
    if (set.size > 0) out.set(name, [...set].sort().join(BETWEEN));
  };
  ids("open", screen.expanded);
  ids("fold", screen.collapsed);
  ids("hide", screen.hidden);
  const pins = [...screen.pinned].map(([id, [x, y]]) =>
    [id, Math.round(x * 10) / 10, Math.round(y * 10) / 10].join(PLACE),
  );
  if (pins.length > 0) out.set("pin", pins.sort().join(BETWEEN));
  if (path !== null) out.set("path", path.join(BETWEEN));
  if (camera !== null) out.set("camera", [camera.x, camera.y, camera.ratio].map((n) => n.toFixed(3)).join(","));
  if (language !== null) out.set("lang", language);
  const text = out.toString();
  return text === "" ? "" : `#${text}`;
}

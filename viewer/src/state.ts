/** What is on screen: one record with its history, and what follows from it. */
import { computed, effect, signal } from "@preact/signals";
import { RELATIONS, type Relation, STATUSES } from "../../graph/model.js";
import { readAddress } from "./model/address.js";
import { type Drawn, drawnPart, neighboursOf } from "./model/drawn.js";
import type { Theme } from "./model/families.js";
import { createSieve, type Filters, NO_FILTERS, passingClaims, passingEdges } from "./model/filters.js";
import type { GraphIndex } from "./model/graph-index.js";
import { type Screen, type Selection, START } from "./model/screen.js";
import { createSearch } from "./model/search.js";
import { type Asked, createWordSearch } from "./model/search-words.js";
import { addStep, canRedo, canUndo, firstStep, goTo, replaceStep, type Steps, shownStep } from "./model/steps.js";
import { LANGUAGES, type Language, type StringKey, sayIn, subtypeIn } from "./strings/strings.js";

const isPage = typeof location !== "undefined";
/** A link may open a panel at once; the record itself begins as the address says. */
export const steps = signal<Steps<Screen>>(firstStep(isPage ? readAddress(location.hash) : START));
export const screen = computed(() => shownStep(steps.value));

export const index = signal<GraphIndex | null>(null);
export const problem = signal<{ readonly code: "missing" | "broken"; readonly message: string } | null>(null);

const browserLanguage: Language = isPage && navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
export const theme = signal<Theme>(
  typeof matchMedia !== "undefined" && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
);

export const view = computed(() => screen.value.view);
export const selection = computed(() => screen.value.selection);
export const filters = computed(() => screen.value.filters);
export const language = computed<Language>(() => screen.value.language ?? browserLanguage);
export const say = computed(() => sayIn(language.value));
export const undoable = computed(() => canUndo(steps.value));
export const redoable = computed(() => canRedo(steps.value));

const scope = computed(() => screen.value.scope);
const expanded = computed(() => screen.value.expanded);
const collapsed = computed(() => screen.value.collapsed);
const hidden = computed(() => screen.value.hidden);
const chosenNode = computed(() => (selection.value?.what === "node" ? selection.value.id : null));

export const sieve = computed(() => (index.value === null ? null : createSieve(index.value, filters.value)));
export const passing = computed(() =>
  index.value === null || sieve.value === null ? [] : passingEdges(index.value, sieve.value),
);
export const neighbours = computed(() => neighboursOf(passing.value));
export const claims = computed(() =>
  index.value === null || sieve.value === null ? [] : passingClaims(index.value, sieve.value),
);
const NOTHING: Drawn = {
  edges: [],
  nodes: new Set(),
  hiddenNodes: 0,
  hiddenEdges: 0,
  isPart: false,
  folded: new Map(),
};
export const drawn = computed<Drawn>(() =>
  index.value === null || sieve.value === null
    ? NOTHING
    : drawnPart(
        index.value,
        passing.value,
        sieve.value,
        { scope: scope.value, expanded: expanded.value, collapsed: collapsed.value, hidden: hidden.value },
        chosenNode.value,
        () => neighbours.value,
      ),
);
/** Words of the screen in every language: whoever searches may think in another than the page's. */
const inAllLanguages = (key: StringKey): string => LANGUAGES.map((l) => sayIn(l)(key)).join(" ");
export const search = computed(() =>
  index.value === null
    ? () => []
    : createSearch(index.value, ({ type, subtype }) =>
        [inAllLanguages(`type_${type}`), ...LANGUAGES.map((l) => subtypeIn(l, subtype) ?? "")].join(" "),
      ),
);
export const wordSearch = computed(() =>
  index.value === null
    ? () => []
    : createWordSearch(index.value, ({ kind, key }) => inAllLanguages(kind === "status" ? `status_${key}` : key)),
);

/** What the pointer rests on in the legend: those edges and nodes come forward. */
export const highlight = signal<{
  readonly kind: "family" | "relation" | "line" | "type";
  readonly key: string;
} | null>(null);
/** The one relation that the panel of a node keeps to; the canvas does too. Another choice lets go of it. */
export const keptRelation = signal<Relation | null>(null);
effect(() => {
  chosenNode.value;
  keptRelation.value = null;
});
export const areFiltersOpen = signal(typeof innerWidth === "undefined" || innerWidth > 1100);
export const isLayoutRunning = signal(false);
/** Said to screen readers. */
export const announcement = signal("");

let isReplacing = false;
/** Whether the last change was one without a step of its own: the address is then replaced. */
export const wasReplaced = (): boolean => isReplacing;

/** A step that undo takes back. Another scope lies elsewhere: where the camera stood before shows nothing of it. */
export function go(part: Partial<Screen>): void {
  isReplacing = false;
  const before = screen.peek();
  const isElsewhere = part.scope !== undefined && part.scope !== before.scope;
  steps.value = addStep(steps.value, { ...before, ...(isElsewhere && { camera: null }), ...part });
}
/** A change without a step of its own. */
export function adjust(part: Partial<Screen>): void {
  isReplacing = true;
  steps.value = replaceStep(steps.value, { ...screen.peek(), ...part });
}
export function showStep(at: number): void {
  isReplacing = true;
  steps.value = goTo(steps.value, at);
}
export const undo = (): void => showStep(steps.peek().at - 1);
export const redo = (): void => showStep(steps.peek().at + 1);

/** Chooses something; what is chosen already is no new step. */
export function select(what: Selection["what"], id: string): void {
  const chosen = selection.peek();
  if (chosen?.what === what && chosen.id === id) return;
  go({ selection: { what, id } });
}
export const deselect = (): void => {
  if (selection.peek() !== null) go({ selection: null });
};
export const change = (part: Partial<Filters>): void => go({ filters: { ...filters.peek(), ...part } });
/** All claims of one relation or status, as a list: on the canvas what is planned, possible or denied has no line. */
export function ask({ kind, key }: Asked): void {
  const asked: Partial<Filters> =
    kind === "relation"
      ? { hiddenRelations: new Set(RELATIONS.filter((r) => r !== key)) }
      : { hiddenStatuses: new Set(STATUSES.filter((s) => s !== key)) };
  go({ view: "claims", selection: null, filters: { ...filters.peek(), ...asked } });
}
/** While a thumb is dragged: no step a pixel. */
export const changeInPlace = (part: Partial<Filters>): void => adjust({ filters: { ...filters.peek(), ...part } });

/** All filters off and everything that hands did undone. */
export const showAll = (): void =>
  go({
    filters: NO_FILTERS,
    scope: null,
    expanded: new Set(),
    collapsed: new Set(),
    hidden: new Set(),
    path: null,
  });
/** Opens an article at a sentence. */
export const read = (article: string, sentence: number | null): void =>
  go({ view: "read", reading: { article, sentence } });

/** What is on screen, as signals; the address follows. */
import { computed, effect, signal } from "@preact/signals";
import { readAddress, type Selection, START, type View, writeAddress } from "./model/address.js";
import type { Theme } from "./model/families.js";
import { type Filters, NO_FILTERS, shownClaims, shownEdges, shownNodes } from "./model/filters.js";
import type { GraphIndex } from "./model/graph-index.js";
import { createSearch } from "./model/search.js";
import { type Language, sayIn } from "./strings/strings.js";

const first = typeof location === "undefined" ? START : readAddress(location.hash);

export const index = signal<GraphIndex | null>(null);
export const problem = signal<{ readonly code: "missing" | "broken"; readonly message: string } | null>(null);
export const view = signal<View>(first.view);
export const selection = signal<Selection | null>(first.selection);
export const filters = signal<Filters>(first.filters);
export const areFiltersOpen = signal(false);
export const language = signal<Language>(
  typeof navigator !== "undefined" && navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en",
);
export const theme = signal<Theme>(
  typeof matchMedia !== "undefined" && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
);

export const say = computed(() => sayIn(language.value));
export const edges = computed(() => (index.value === null ? [] : shownEdges(index.value, filters.value)));
export const nodes = computed(() => shownNodes(edges.value));
export const claims = computed(() => (index.value === null ? [] : shownClaims(index.value, filters.value)));
export const search = computed(() => (index.value === null ? () => [] : createSearch(index.value)));

export function select(what: Selection["what"], id: string): void {
  selection.value = { what, id };
}
export function change(part: Partial<Filters>): void {
  filters.value = { ...filters.value, ...part };
}
export function resetFilters(): void {
  filters.value = NO_FILTERS;
}

/** Ties the signals to the page: address, theme, language. */
export function bindPage(): void {
  effect(() => {
    const hash = writeAddress({ view: view.value, selection: selection.value, filters: filters.value });
    if (hash !== location.hash)
      history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  effect(() => {
    document.documentElement.lang = language.value;
  });
  addEventListener("hashchange", () => {
    const next = readAddress(location.hash);
    view.value = next.view;
    selection.value = next.selection;
    filters.value = next.filters;
  });
}

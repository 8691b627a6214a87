/** The chains between the two nodes that are asked for, as what passes the filters has them. */
import { computed, effect, signal } from "@preact/signals";
import { findPaths } from "./model/paths.js";
import { neighbours, screen } from "./state.js";

const ends = computed(() => screen.value.path);
export const paths = computed(() => (ends.value === null ? [] : findPaths(neighbours.value, ...ends.value)));

/** Which of them is told, in the panel and on the canvas; the first one of two other nodes. */
export const pathNumber = signal(0);
effect(() => {
  ends.value;
  pathNumber.value = 0;
});
export const shownPaths = computed(() => {
  const path = paths.value[pathNumber.value] ?? paths.value[0];
  return path === undefined ? [] : [path];
});

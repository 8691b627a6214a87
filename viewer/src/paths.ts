/** The chains between the two nodes that are asked for, as what passes the filters has them. */
import { computed } from "@preact/signals";
import { findPaths } from "./model/paths.js";
import { neighbours, screen } from "./state.js";

const ends = computed(() => screen.value.path);
export const paths = computed(() => (ends.value === null ? [] : findPaths(neighbours.value, ...ends.value)));

import type { Graph } from "../graph/model.js";

/** A graph of so many nodes and edges, made by rule: the same numbers give the same graph. */
export function largeGraph(nodeCount: number, edgeCount: number, seed?: number): Graph;

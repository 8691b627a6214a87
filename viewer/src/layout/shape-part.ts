/// <reference path="./forceatlas2-iterate.d.ts" />
/** The shape of one connected part: ForceAtlas2 on plain matrices, a fixed number of rounds, so that the same part always gets the same shape. */
import iterate from "graphology-layout-forceatlas2/iterate.js";
import { EDGE_LENGTH } from "./edge-length.js";

const PER_NODE = 10;
const PER_EDGE = 3;

export interface Part {
  /** Places of nodes, x and y in turn; written in place. */
  readonly places: Float64Array;
  /** Radius of each node as it is drawn, in the layout's unit. */
  readonly sizes: Float64Array;
  readonly fixed: Uint8Array;
  /** Ends of edges, as numbers of nodes, in turn. */
  readonly ends: Uint32Array;
}

/** In parts of a few nodes, which stand in rows. */
const SHORT_EDGE = 62;
const SMALL = 7;
const BASE = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  edgeWeightInfluence: 0,
  strongGravityMode: false,
  barnesHutTheta: 0.9,
};
/** First the shape, then room for each node as large as it is drawn. */
const SHAPE = { ...BASE, gravity: 0.35, scalingRatio: 14, adjustSizes: false, slowDown: 3 };
const ROOM = { ...BASE, gravity: 0.3, scalingRatio: 120, adjustSizes: true, slowDown: 18 };
/** From so many nodes on, repulsion is reckoned by regions, and circles of nodes part from each other. */
const MANY_NODES = 700;

/** Rounds for a part of so many nodes: fewer where each takes longer. */
export const roundsFor = (nodes: number): number =>
  nodes <= 50 ? 300 : nodes <= 500 ? 420 : nodes <= 1_000 ? 260 : 170;

function matrices({ places, sizes, fixed, ends }: Part): { nodes: Float32Array; edges: Float32Array } {
  const count = sizes.length;
  const nodes = new Float32Array(count * PER_NODE);
  const edges = new Float32Array((ends.length / 2) * PER_EDGE);
  for (let n = 0; n < count; n++)
    nodes.set(
      [places[2 * n] ?? 0, places[2 * n + 1] ?? 0, 0, 0, 0, 0, 1, 1, sizes[n] ?? 1, fixed[n] ?? 0],
      n * PER_NODE,
    );
  for (let e = 0; e < ends.length / 2; e++) {
    const [a, b] = [(ends[2 * e] ?? 0) * PER_NODE, (ends[2 * e + 1] ?? 0) * PER_NODE];
    edges.set([a, b, 1], e * PER_EDGE);
    nodes[a + 6] = (nodes[a + 6] ?? 1) + 1;
    nodes[b + 6] = (nodes[b + 6] ?? 1) + 1;
  }
  return { nodes, edges };
}

function meanLength(places: Float64Array, ends: Uint32Array): number {
  let total = 0;
  for (let e = 0; e < ends.length; e += 2) {
    const [a, b] = [ends[e] ?? 0, ends[e + 1] ?? 0];
    total += Math.hypot(
      (places[2 * a] ?? 0) - (places[2 * b] ?? 0),
      (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0),
    );
  }
  return ends.length === 0 ? 0 : total / (ends.length / 2);
}

/** @param onRounds called after each score of rounds; false stops the work where it is */
export function shapePart(part: Part, onRounds: () => boolean = () => true): void {
  const count = part.sizes.length;
  if (count < 2) return;
  const { nodes, edges } = matrices(part);
  const read = () => {
    for (let n = 0; n < count; n++) {
      if (part.fixed[n] === 1) continue;
      part.places[2 * n] = nodes[n * PER_NODE] ?? 0;
      part.places[2 * n + 1] = nodes[n * PER_NODE + 1] ?? 0;
    }
  };
  const run = (settings: typeof SHAPE, rounds: number): boolean => {
    for (let k = 0; k < rounds; k++) {
      iterate({ ...settings, linLogMode: count > MANY_NODES, barnesHutOptimize: count > MANY_NODES }, nodes, edges);
      if (k % 20 === 19) {
        read();
        if (!onRounds()) return false;
      }
    }
    read();
    return true;
  };
  if (!run(SHAPE, roundsFor(count))) return;
  const hasFixed = part.fixed.some((f) => f === 1);
  const length = meanLength(part.places, part.ends);
  if (!hasFixed && length > 0) {
    const scale = (count <= SMALL ? SHORT_EDGE : EDGE_LENGTH) / length;
    for (let n = 0; n < count; n++) {
      nodes[n * PER_NODE] = (nodes[n * PER_NODE] ?? 0) * scale;
      nodes[n * PER_NODE + 1] = (nodes[n * PER_NODE + 1] ?? 0) * scale;
    }
  }
  run(ROOM, Math.round(roundsFor(count) * 0.35));
}

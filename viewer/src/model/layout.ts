/** Places of the nodes: the same graph always lies the same way. Work is done in slices, so that the screen stays alive. */
import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

/** A number in [0, 1) that follows from the text (FNV-1a). */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return hash / 0x1_0000_0000;
}

/** First places: on a disc, by the id alone. */
export function placeByName(id: string): { x: number; y: number } {
  const angle = numberOf(id) * 2 * Math.PI;
  const radius = Math.sqrt(numberOf(`${id} radius`)) * 100;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Units are pixels at the first zoom: how long an edge is on average, and how far parts stand apart. */
const EDGE_LENGTH = 90;
const MARGIN = 45;
/** First the shape of each part, then room for each node as large as it is drawn. */
const SHAPE = {
  rounds: 10,
  iterations: 40,
  settings: { gravity: 0.6, scalingRatio: 12, adjustSizes: false, slowDown: 4 },
};
const ROOM = {
  rounds: 6,
  iterations: 30,
  settings: { gravity: 0.4, scalingRatio: 90, adjustSizes: true, slowDown: 20 },
};
/** A whole graph is drawn smaller than its units; its nodes are not. */
const ROOM_FOR_SIZE = 3.2;
/** From so many nodes on, repulsion is reckoned by regions. */
const MANY_NODES = 600;

/** Connected parts, largest first, then by the first id. */
export function partsOf(graph: Graph): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  graph.forEachNode((start) => {
    if (seen.has(start)) return;
    const part: string[] = [];
    const next = [start];
    seen.add(start);
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      part.push(id);
      graph.forEachNeighbor(id, (other) => {
        if (seen.has(other)) return;
        seen.add(other);
        next.push(other);
      });
    }
    parts.push(part.sort());
  });
  return parts.sort((a, b) => b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * The place nearest to the middle where a circle of this radius touches no other, along a spiral.
 * @param aspect width by height of the screen, whose shape the whole takes
 */
export function freePlace(taken: readonly Circle[], radius: number, aspect: number): Circle {
  for (let step = 0; ; step++) {
    const angle = step * 0.35;
    const distance = step * 5;
    const place = {
      x: Math.cos(angle) * distance * Math.sqrt(aspect),
      y: (Math.sin(angle) * distance) / Math.sqrt(aspect),
      radius,
    };
    if (taken.every((c) => Math.hypot(c.x - place.x, c.y - place.y) >= c.radius + radius + MARGIN)) return place;
  }
}

async function shapePart(part: Graph): Promise<void> {
  if (part.order < 2) return;
  const run = (settings: typeof SHAPE.settings, iterations: number) =>
    forceAtlas2.assign(part, {
      iterations,
      settings: { ...settings, edgeWeightInfluence: 0, barnesHutOptimize: part.order > MANY_NODES },
    });
  const pauses = part.order > 50;
  for (let round = 0; round < SHAPE.rounds; round++) {
    run(SHAPE.settings, SHAPE.iterations);
    if (pauses) await pause();
  }
  let total = 0;
  part.forEachEdge((_, __, ___, ____, a, b) => {
    total += Math.hypot(a.x - b.x, a.y - b.y);
  });
  const scale = total === 0 ? 1 : (EDGE_LENGTH * part.size) / total;
  part.updateEachNodeAttributes((_, a) => ({ ...a, x: a.x * scale, y: a.y * scale, size: a.size * ROOM_FOR_SIZE }));
  for (let round = 0; round < ROOM.rounds; round++) {
    run(ROOM.settings, ROOM.iterations);
    if (pauses) await pause();
  }
}

/**
 * Lays the graph out in place, part by part.
 * @param aspect width by height of the screen
 * @param onPart called after each part that took time
 */
export async function layOut(graph: Graph, aspect: number, onPart: () => void): Promise<void> {
  const taken: Circle[] = [];
  for (const ids of partsOf(graph)) {
    const inside = new Set(ids);
    const part = graph.copy();
    for (const id of part.nodes()) if (!inside.has(id)) part.dropNode(id);
    await shapePart(part);
    const places = ids.map((id) => [id, part.getNodeAttributes(id)] as const);
    const [sumX, sumY] = places.reduce(([x, y], [, a]) => [x + a.x, y + a.y], [0, 0]);
    const centre = { x: sumX / ids.length, y: sumY / ids.length };
    const radius = Math.max(...places.map(([, a]) => Math.hypot(a.x - centre.x, a.y - centre.y) + a.size));
    const place = freePlace(taken, radius, Math.min(2, Math.max(0.5, aspect)));
    taken.push(place);
    for (const [id, a] of places)
      graph.mergeNodeAttributes(id, { x: a.x - centre.x + place.x, y: a.y - centre.y + place.y });
    if (ids.length > 20) onPart();
  }
  onPart();
}

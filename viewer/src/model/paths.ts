/** How two nodes are linked: the shortest chains, those with the surest weakest link first. */
import type { Edge } from "../../../graph/model.js";
import type { Neighbours } from "./drawn.js";
import { FAMILIES, familyOf } from "./families.js";
import { otherEnd } from "./graph-index.js";
import { rankOfEdge } from "./standing.js";

export interface Step {
  readonly from: string;
  readonly to: string;
  /** All relations between the two, surest first. */
  readonly edges: readonly Edge[];
}
export interface Path {
  readonly steps: readonly Step[];
  /** The step whose best edge is least sure; the first such one. */
  readonly weakest: number;
  /** Whether no step is surer than another. */
  readonly isEven: boolean;
}

/** Chains that are given at most, and steps of a chain. */
const MOST_PATHS = 5;
const MOST_STEPS = 6;
/** Chains looked at before the best are taken: a graph may hold thousands of equal length. */
const MOST_LOOKED_AT = 2_000;

/** How far each node is from the goal, up to the start's distance. */
function distancesTo(neighbours: Neighbours, goal: string, start: string): Map<string, number> {
  const distance = new Map([[goal, 0]]);
  let front = [goal];
  for (let step = 1; front.length > 0 && !distance.has(start) && step <= MOST_STEPS; step++) {
    const next: string[] = [];
    for (const id of front)
      for (const edge of neighbours.get(id) ?? []) {
        const other = otherEnd(edge, id);
        if (distance.has(other)) continue;
        distance.set(other, step);
        next.push(other);
      }
    front = next;
  }
  return distance;
}

/** The gravest first: of "attacked" and "withdrew from", the first tells more of how two are linked. */
const weightOf = ({ relation }: Edge): number => FAMILIES.indexOf(familyOf(relation));

function stepBetween(neighbours: Neighbours, from: string, to: string): Step {
  const edges = (neighbours.get(from) ?? [])
    .filter((e) => otherEnd(e, from) === to)
    .sort(
      (a, b) =>
        rankOfEdge(a) - rankOfEdge(b) ||
        b.independentSources - a.independentSources ||
        weightOf(a) - weightOf(b) ||
        (a.id < b.id ? -1 : 1),
    );
  return { from, to, edges };
}

const rankOfStep = ({ edges: [best] }: Step): number => (best === undefined ? 9 : rankOfEdge(best));

function pathOf(neighbours: Neighbours, ids: readonly string[]): Path {
  const steps = ids.slice(1).map((to, k) => stepBetween(neighbours, ids[k] ?? "", to));
  const ranks = steps.map(rankOfStep);
  const worst = Math.max(...ranks);
  return { steps, weakest: ranks.indexOf(worst), isEven: ranks.every((rank) => rank === worst) };
}

/** The direction of relations does not matter for being linked. Empty where the two are not linked, or the same. */
export function findPaths(neighbours: Neighbours, start: string, goal: string): Path[] {
  if (start === goal) return [];
  const distance = distancesTo(neighbours, goal, start);
  const length = distance.get(start);
  if (length === undefined) return [];
  const found: string[][] = [];
  const walk = (ids: readonly string[]): void => {
    const at = ids.at(-1) ?? start;
    const left = distance.get(at) ?? 0;
    if (left === 0) found.push([...ids]);
    if (left === 0 || found.length >= MOST_LOOKED_AT) return;
    const next = new Set((neighbours.get(at) ?? []).map((e) => otherEnd(e, at)));
    for (const id of [...next].sort()) if (distance.get(id) === left - 1) walk([...ids, id]);
  };
  walk([start]);
  const cost = ({ steps }: Path): number =>
    Math.max(...steps.map(rankOfStep)) * 100 + steps.reduce((n, s) => n + rankOfStep(s), 0);
  return found
    .map((ids) => pathOf(neighbours, ids))
    .sort((a, b) => cost(a) - cost(b))
    .slice(0, MOST_PATHS);
}

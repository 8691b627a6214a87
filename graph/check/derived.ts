/** Whether the values of claims and edges are those that follow from the evidence. */
import { canonicalClaim, canonicalEdge } from "../canonical.js";
import { derive } from "../derive.js";
import { edgeId } from "../ids.js";
import type { Claim, Edge } from "../model.js";
import type { Placed, Records, Report } from "./records.js";

const inWords = (value: unknown): string => JSON.stringify(value) ?? "nothing";

function compare<T extends Claim | Edge>(given: T, wanted: T, path: string, report: Report): void {
  const values = new Map<string, unknown>(Object.entries(wanted));
  for (const [key, value] of Object.entries(given)) {
    const [own, derived] = [inWords(value), inWords(values.get(key))];
    if (own !== derived) report(`${path}.${key}`, `is ${own}, where ${derived} follows from the evidence`);
  }
}

/** Each derived record is compared with the first given one of its id. */
function compareAll<T extends Claim | Edge>(
  given: Placed<T>,
  derived: readonly T[],
  list: string,
  canonical: (record: T) => T,
  report: Report,
): void {
  const wanted = new Map(derived.map((record) => [record.id, record]));
  for (const [k, record] of given) {
    const twin = wanted.get(record.id);
    if (twin !== undefined) compare(canonical(record), canonical(twin), `${list}[${k}]`, report);
  }
}

export function checkDerived({ articles, nodes, claims, edges }: Records, report: Report): void {
  const derived = derive([...claims.values()], [...articles.values()], [...nodes.values()]);
  compareAll(claims, derived.claims, "claims", canonicalClaim, report);
  compareAll(edges, derived.edges, "edges", canonicalEdge, report);
  const wanted = new Set(derived.edges.map(({ id }) => id));
  const given = new Set([...edges.values()].map(edgeId));
  for (const [k, edge] of edges)
    if (!wanted.has(edgeId(edge))) report(`edges[${k}]`, "has no claim that happened or is alleged");
  const placeOf = new Map([...claims].map(([k, { id }]) => [id, k]));
  for (const { id, claims: of } of derived.edges)
    if (!given.has(id)) report(`claims[${placeOf.get(of[0] ?? "") ?? 0}]`, `has no edge: ${id} is missing`);
}

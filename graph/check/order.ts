/** Whether lists are sorted, each item once. */
import { canonicalEvidence, canonicalGenerator } from "../canonical.js";
import type { Claim, GraphNode, Link } from "../model.js";
import { compareCodePoints, compareEvidence, compareMentions } from "../order.js";
import type { Placed, Records, Report } from "./records.js";

function checkOrder<T>(
  items: Placed<T>,
  compare: (a: T, b: T) => number,
  pathOf: (k: number) => string,
  report: Report,
): void {
  let before: readonly [number, T] | null = null;
  for (const [place, item] of items) {
    const order = before === null ? -1 : compare(before[1], item);
    if (order === 0) report(pathOf(place), `repeats ${pathOf(before?.[0] ?? 0)}`);
    if (order > 0) report(pathOf(place), `is out of order: it belongs before ${pathOf(before?.[0] ?? 0)}`);
    before = [place, item];
  }
}

const placed = <T>(items: readonly T[]): Placed<T> => new Map(items.entries());

const checkStrings = (items: readonly string[], path: string, report: Report): void =>
  checkOrder(placed(items), compareCodePoints, (k) => `${path}[${k}]`, report);

function checkIds(items: Placed<{ readonly id: string }>, path: string, report: Report): void {
  const first = new Map<string, number>();
  for (const [place, { id }] of items) {
    const known = first.get(id);
    // A neighbour with the same id is told by the order.
    if (known !== undefined && items.get(place - 1)?.id !== id)
      report(`${path}[${place}].id`, `repeats ${path}[${known}].id`);
    if (known === undefined) first.set(id, place);
  }
  checkOrder(
    items,
    (a, b) => compareCodePoints(a.id, b.id),
    (k) => `${path}[${k}].id`,
    report,
  );
}

function checkNode(node: GraphNode, path: string, report: Report): void {
  checkStrings(node.sameAs, `${path}.sameAs`, report);
  checkStrings(node.formerIds, `${path}.formerIds`, report);
  for (const [language, names] of Object.entries(node.names)) checkStrings(names, `${path}.names.${language}`, report);
  checkOrder(placed(node.mentions), compareMentions, (k) => `${path}.mentions[${k}]`, report);
}

const compareLinks = (a: Link, b: Link): number =>
  compareCodePoints(a.claim, b.claim) || compareCodePoints(a.kind, b.kind);

function checkClaim(claim: Claim, path: string, report: Report): void {
  checkStrings(claim.by, `${path}.by`, report);
  checkStrings(claim.modes, `${path}.modes`, report);
  checkStrings(claim.contested, `${path}.contested`, report);
  checkOrder(placed(claim.links), compareLinks, (k) => `${path}.links[${k}]`, report);
  const evidence = claim.evidence.map(canonicalEvidence);
  checkOrder(placed(evidence), compareEvidence, (k) => `${path}.evidence[${k}]`, report);
  evidence.forEach((e, k) => {
    checkStrings(e.by, `${path}.evidence[${k}].by`, report);
  });
}

export function checkLists({ generators, articles, nodes, claims, edges }: Records, report: Report): void {
  const asJson = new Map([...generators].map(([place, g]) => [place, JSON.stringify(canonicalGenerator(g))]));
  checkOrder(asJson, compareCodePoints, (k) => `generators[${k}]`, report);
  checkIds(articles, "articles", report);
  checkIds(nodes, "nodes", report);
  checkIds(claims, "claims", report);
  checkIds(edges, "edges", report);
  for (const [k, article] of articles) checkStrings(article.corrects, `articles[${k}].corrects`, report);
  for (const [k, node] of nodes) checkNode(node, `nodes[${k}]`, report);
  for (const [k, claim] of claims) checkClaim(claim, `claims[${k}]`, report);
  for (const [k, edge] of edges) {
    checkStrings(edge.by, `edges[${k}].by`, report);
    checkStrings(edge.deniedBy, `edges[${k}].deniedBy`, report);
    checkStrings(edge.claims, `edges[${k}].claims`, report);
  }
}

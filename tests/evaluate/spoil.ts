/** Graphs made worse at random, by seed: claims dropped, statuses changed, ends swapped, names altered. */
import { type Claim, type Evidence, type Graph, type GraphNode, RELATIONS, STATUSES } from "../../graph/model.js";
import { randomFrom } from "../../src/evaluate/random.js";

const DAYS = ["2026-02-25", "2026-03-01", "2026-03-02"];

export function spoil(graph: Graph, seed: number): Graph {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[], otherwise: T): T => items[Math.floor(random() * items.length)] ?? otherwise;
  const ids = graph.nodes.map((n) => n.id);
  const spoilEvidence = (e: Evidence): Evidence => ({
    ...e,
    status: random() < 0.2 ? pick(STATUSES, e.status) : e.status,
    by: random() < 0.2 ? [pick(ids, "")] : random() < 0.1 ? [] : e.by,
    when: random() < 0.2 ? { from: pick(DAYS, ""), to: null, precision: "day", basis: "explicit" } : e.when,
  });
  const spoilClaim = (claim: Claim): Claim => {
    const swapped = random() < 0.1 ? { source: claim.target, target: claim.source } : {};
    const moved = random() < 0.1 ? { target: pick(ids, claim.target) } : {};
    const renamed = random() < 0.1 ? { relation: pick(RELATIONS, claim.relation) } : {};
    const twice = random() < 0.1 ? [...claim.evidence, ...claim.evidence] : claim.evidence;
    return { ...claim, ...swapped, ...moved, ...renamed, evidence: twice.map(spoilEvidence) };
  };
  const spoilNode = (node: GraphNode): GraphNode => ({
    ...node,
    name: random() < 0.3 ? `Les ${node.name.toUpperCase()}` : random() < 0.2 ? pick(graph.nodes, node).name : node.name,
    named: random() < 0.1 ? !node.named : node.named,
    mentions: node.mentions.flatMap((m) =>
      random() < 0.2 ? [] : random() < 0.2 ? [{ ...m, start: Math.max(0, m.start - 4) }] : [m],
    ),
  });
  const extra = graph.claims.filter(() => random() < 0.1).map((c) => spoilClaim({ ...c, id: `${c.id}x` }));
  return {
    ...graph,
    nodes: graph.nodes.filter(() => random() > 0.05).map(spoilNode),
    claims: [...graph.claims.filter(() => random() > 0.15).map(spoilClaim), ...extra],
  };
}

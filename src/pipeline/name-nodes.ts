/** Ids and mentions for resolved nodes. */
import { groupBy } from "../../graph/derive/group-by.js";
import { mentionedId, registeredId } from "../../graph/ids.js";
import { mergeNodes } from "../../graph/merge-nodes.js";
import type { GraphNode, NodeMention } from "../../graph/model.js";
import { compareCodePoints, compareMentions, comparePublication } from "../../graph/order.js";
import type { Reading } from "../model/reading.js";
import type { Resolution, ResolvedNode } from "../model/resolution.js";

/** The node that stands for whoever did what the happening tells. */
export const openAgent = (id: string): GraphNode => ({
  id,
  kind: "Actor",
  type: "unknown",
  subtype: null,
  named: false,
  name: "?",
  names: {},
  country: null,
  lat: null,
  lon: null,
  sameAs: [],
  formerIds: [],
  mentions: [],
});

function mentionsOf(reading: Reading, referent: number): NodeMention[] {
  return (reading.referents[referent]?.mentions ?? []).flatMap((index) => {
    const mention = reading.mentions[index];
    if (mention === undefined) return [];
    return [{ article: reading.article.id, start: mention.start, end: mention.end, form: mention.form }];
  });
}

const distinct = (mentions: readonly NodeMention[]): NodeMention[] =>
  [...new Map(mentions.map((m) => [JSON.stringify(m), m])).values()].sort(compareMentions);

const idOf = (node: ResolvedNode, first: NodeMention | undefined): string =>
  node.registerKey !== null
    ? registeredId(node.kind, node.registerKey)
    : mentionedId(node.kind, node.name, first ?? { article: "", start: 0, end: 0 });

const nodeOf = (id: string, node: ResolvedNode, mentions: readonly NodeMention[]): GraphNode => ({
  id,
  kind: node.kind,
  type: node.type,
  subtype: node.subtype,
  named: node.named,
  name: node.name,
  names: Object.fromEntries(Object.entries(node.names).sort(([a], [b]) => compareCodePoints(a, b))),
  country: node.country,
  lat: null,
  lon: null,
  sameAs: node.sameAs,
  formerIds: [],
  mentions: distinct(mentions),
});

export interface NamedNodes {
  readonly nodes: readonly GraphNode[];
  /** Ids of the nodes of each kept reading's referents. */
  readonly idsOf: readonly (readonly string[])[];
}

/**
 * Nodes of the kept readings; those that come out with one id are one.
 * @param kept readings with their place in the resolution
 */
export function nameNodes(kept: readonly (readonly [number, Reading])[], resolution: Resolution): NamedNodes {
  const mentions = new Map<number, NodeMention[]>();
  for (const [place, reading] of [...kept].sort(([, a], [, b]) => comparePublication(a.article, b.article))) {
    const referents = (resolution.nodeOf[place] ?? []).map((node, referent) => ({ node, referent }));
    for (const [node, same] of groupBy(referents, (r) => r.node)) {
      const own = same.flatMap(({ referent }) => mentionsOf(reading, referent)).sort(compareMentions);
      const known = mentions.get(node);
      if (known === undefined) mentions.set(node, own);
      else for (const mention of own) known.push(mention);
    }
  }
  const nodes = new Map<string, GraphNode>();
  const ids = new Map<number, string>();
  for (const [index, own] of mentions) {
    const resolved = resolution.nodes[index];
    if (resolved === undefined) continue;
    const node = nodeOf(idOf(resolved, own[0]), resolved, own);
    const twin = nodes.get(node.id);
    ids.set(index, node.id);
    nodes.set(node.id, twin === undefined ? node : mergeNodes(twin, node));
  }
  const idsOf = kept.map(([place]) => (resolution.nodeOf[place] ?? []).map((node) => ids.get(node) ?? ""));
  return { nodes: [...nodes.values()], idsOf };
}

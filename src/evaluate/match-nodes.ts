/** Which nodes of a graph are which entities of a gold file. */
import type { Article, Graph, GraphNode } from "../../graph/model.js";
import { compareCodePoints } from "../../graph/order.js";
import type { Gold, GoldEntity } from "./gold.js";
import { headWords, normalizeName } from "./names.js";

/** The entity that stands for every open agent of a gold file. */
const OPEN_AGENT = "unknown";

export interface NodeMatch {
  /** Gold entity of each node, as the end of a claim: a second node of one thing has it as well. */
  readonly entityOf: ReadonlyMap<string, string>;
  /** One to one: gold entity by node. */
  readonly found: ReadonlyMap<string, string>;
  /** Named nodes of the article. */
  readonly named: readonly GraphNode[];
  readonly namedGold: readonly GoldEntity[];
}

/** Names of the nodes that the article mentions, in the order of the graph. */
function namesIn(article: Article, nodes: readonly GraphNode[]): Map<GraphNode, ReadonlySet<string>> {
  const text = article.text ?? "";
  const names = new Map<GraphNode, ReadonlySet<string>>();
  for (const node of nodes) {
    const mentions = node.mentions.filter((m) => m.article === article.id);
    if (mentions.length === 0) continue;
    const forms = mentions.filter((m) => m.form !== "pronoun").map((m) => normalizeName(text.slice(m.start, m.end)));
    names.set(node, new Set([...forms, normalizeName(node.name)].filter((form) => form !== "")));
  }
  return names;
}

const headsOf = (names: Iterable<string>): ReadonlySet<string> => new Set([...names].flatMap(headWords));
const countShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((item) => b.has(item)).length;

interface Named {
  readonly entity: GoldEntity;
  readonly names: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
}

/** How many names agree; a half where two unnamed things agree in their head word alone. */
function likeness(node: GraphNode, names: ReadonlySet<string>, { entity, names: aliases, heads }: Named): number {
  if (node.kind !== entity.kind) return 0;
  const shared = countShared(names, aliases);
  if (shared > 0 || entity.named !== false || node.named) return shared;
  return countShared(headsOf(names), heads) > 0 ? 0.5 : 0;
}

export function matchNodes(graph: Graph, gold: Gold, article: Article | null): NodeMatch {
  const entities = new Map(gold.entities.map((e) => [e.id, e]));
  const aliases = [...entities.values()].map((entity): Named => {
    const names = new Set([...entity.aliases, entity.name].map(normalizeName));
    return { entity, names, heads: headsOf(names) };
  });
  const nodes = article === null ? new Map<GraphNode, ReadonlySet<string>>() : namesIn(article, graph.nodes);
  const pairs = [...nodes]
    .flatMap(([node, names]) =>
      aliases.map((named) => ({ node: node.id, entity: named.entity.id, likeness: likeness(node, names, named) })),
    )
    .filter((pair) => pair.likeness > 0)
    .sort(
      (a, b) => b.likeness - a.likeness || compareCodePoints(a.node, b.node) || compareCodePoints(a.entity, b.entity),
    );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { node, entity } of pairs) {
    if (found.has(node) || taken.has(entity)) continue;
    found.set(node, entity);
    taken.add(entity);
  }
  const entityOf = new Map(found);
  if (entities.has(OPEN_AGENT))
    for (const { id, type } of graph.nodes) if (type === "unknown") entityOf.set(id, OPEN_AGENT);
  for (const { node, entity } of pairs) if (!entityOf.has(node)) entityOf.set(node, entity);
  return {
    entityOf,
    found,
    named: [...nodes.keys()].filter((n) => n.named),
    namedGold: gold.entities.filter((e) => e.named !== false),
  };
}

/**
 * Chains of one article by B³: for each mention the share of its node's mentions that are of its entity (precision), and
 * the share of its entity's mentions that its node holds (recall). Mentions are those of the graph whose words are an alias
 * of one entity of their kind in gold, pronouns left out. Source: A. Bagga and B. Baldwin, "Algorithms for scoring
 * coreference chains", 1998.
 */
import { groupBy } from "../../graph/derive/group-by.js";
import type { Graph, Kind } from "../../graph/model.js";
import type { ArticleMatch } from "./match-article.js";
import { normalizeName } from "./names.js";

/** Sums over mentions; divided by their number they are B³'s precision and recall. */
export interface ChainCounts {
  readonly chainPrecision: number;
  readonly chainRecall: number;
  readonly chainMentions: number;
}

interface Chained {
  readonly node: string;
  readonly entity: string;
}

function chainedMentions({ nodes }: Graph, { gold, article }: ArticleMatch): Chained[] {
  const text = article?.text ?? null;
  if (article === null || text === null) return [];
  const keyOf = (kind: Kind, form: string) => `${kind} ${normalizeName(form)}`;
  const entitiesOf = new Map<string, Set<string>>();
  for (const { id, kind, aliases } of gold.entities)
    for (const key of aliases.map((alias) => keyOf(kind, alias)))
      entitiesOf.set(key, (entitiesOf.get(key) ?? new Set()).add(id));
  return nodes.flatMap(({ id, kind, mentions }) =>
    mentions.flatMap((m): Chained[] => {
      if (m.article !== article.id || m.form === "pronoun") return [];
      const [entity, ...others] = entitiesOf.get(keyOf(kind, text.slice(m.start, m.end))) ?? [];
      return entity === undefined || others.length > 0 ? [] : [{ node: id, entity }];
    }),
  );
}

export function scoreChains(graph: Graph, match: ArticleMatch): ChainCounts {
  const mentions = chainedMentions(graph, match);
  const nodes = groupBy(mentions, (m) => m.node);
  const entities = groupBy(mentions, (m) => m.entity);
  let [chainPrecision, chainRecall] = [0, 0];
  for (const both of groupBy(mentions, (m) => JSON.stringify([m.node, m.entity])).values()) {
    const [first] = both;
    if (first === undefined) continue;
    chainPrecision += both.length ** 2 / (nodes.get(first.node)?.length ?? 1);
    chainRecall += both.length ** 2 / (entities.get(first.entity)?.length ?? 1);
  }
  return { chainPrecision, chainRecall, chainMentions: mentions.length };
}

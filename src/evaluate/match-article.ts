/** One article of a graph beside its gold file: what both the figures and the list of errors are made from. */
import type { Article, Graph } from "../../graph/model.js";
import type { Gold, GoldClaim } from "./gold.js";
import {
  type ClaimMatch,
  matchClaims,
  sameAct,
  sameGoldAct,
  scoredClass,
  type ToldClaim,
  toldClaims,
} from "./match-claims.js";
import { matchNodes, type NodeMatch } from "./match-nodes.js";

export interface ArticleMatch {
  readonly gold: Gold;
  /** Null where the graph does not hold the article. */
  readonly article: Article | null;
  readonly nodes: NodeMatch;
  readonly told: readonly ToldClaim[];
  readonly strict: ClaimMatch;
  readonly lenient: ClaimMatch;
  /** Told claims shown as happened, which gold knows as alleged, not happened or denied alone; with those gold claims. */
  readonly falseFacts: ReadonlyMap<ToldClaim, readonly GoldClaim[]>;
  /** Gold claims of acts that nothing in gold says to have happened. */
  readonly traps: readonly GoldClaim[];
}

const fileName = (file: string): string => file.split("/").at(-1) ?? file;

export function matchArticle(graph: Graph, gold: Gold): ArticleMatch {
  const article = graph.articles.find(({ file }) => fileName(file) === gold.article) ?? null;
  const nodes = matchNodes(graph, gold, article);
  const told = toldClaims(graph, article, nodes);
  const happened = gold.claims.filter((g) => scoredClass(g.status) === "happened");
  const falseFacts = new Map<ToldClaim, readonly GoldClaim[]>();
  for (const claim of told) {
    if (scoredClass(claim.status) !== "happened") continue;
    const known = gold.claims.filter((g) => sameAct(claim, g));
    if (known.length > 0 && known.every((g) => scoredClass(g.status) !== "happened")) falseFacts.set(claim, known);
  }
  return {
    gold,
    article,
    nodes,
    told,
    strict: matchClaims(told, gold, false),
    lenient: matchClaims(told, gold, true),
    falseFacts,
    traps: gold.claims.filter((g) => scoredClass(g.status) !== "happened" && !happened.some((h) => sameGoldAct(h, g))),
  };
}

/**
 * The properties that records have in Cypher. Every key stands in every record, null where the graph holds nothing: in
 * Cypher's `SET n += …` a null takes a stale value away and leaves properties that others added. Lists may be empty.
 */
import { createHash } from "node:crypto";
import type { Article, Claim, Count, Edge, Evidence, GraphNode } from "../model.js";

export type Property = null | boolean | number | string | readonly string[];
export type Properties = Readonly<Record<string, Property>>;

const byCodePoint = (a: string, b: string): number => {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let index = 0; index < left.length && index < right.length; index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

const sortedUnique = (values: Iterable<string>): string[] => [...new Set(values)].sort(byCodePoint);

/** Names of nodes by their ids, each name once. */
function namesOf(ids: readonly string[], nodes: ReadonlyMap<string, GraphNode>): string[] {
  return sortedUnique(ids.map((id) => nodes.get(id)?.name ?? id));
}

export function nodeProperties(node: GraphNode): Properties {
  const names = new Map(Object.entries(node.names));
  const inLanguage = (language: string): string | null => {
    const own = names.get(language) ?? [];
    return own.includes(node.name) ? node.name : (own[0] ?? null);
  };
  return {
    id: node.id,
    kind: node.kind,
    type: node.type,
    subtype: node.subtype,
    name: node.name,
    nameFr: inLanguage("fr"),
    nameEn: inLanguage("en"),
    names: sortedUnique([node.name, ...[...names.values()].flat()]),
    named: node.named,
    country: node.country,
    lat: node.lat,
    lon: node.lon,
    sameAs: node.sameAs,
  };
}

/**
 * Whether an edge may be shown as a fact: asserted, or reported and not contested; and not withdrawn (docs/graph-json.md,
 * "Edge").
 */
export function isFact(edge: Pick<Edge, "status" | "contested" | "withdrawn">): boolean {
  return !edge.withdrawn && (edge.status === "asserted" || (edge.status === "reported" && !edge.contested));
}

export function edgeProperties(
  edge: Edge,
  claims: ReadonlyMap<string, Claim>,
  nodes: ReadonlyMap<string, GraphNode>,
): Properties {
  const quotes = edge.claims.flatMap((id) => claims.get(id)?.evidence.map((evidence) => evidence.quote) ?? []);
  return {
    id: edge.id,
    status: edge.status,
    by: namesOf(edge.by, nodes),
    contested: edge.contested,
    deniedBy: namesOf(edge.deniedBy, nodes),
    withdrawn: edge.withdrawn,
    fact: isFact(edge),
    firstDay: edge.firstDay,
    lastDay: edge.lastDay,
    articles: edge.articles,
    sources: edge.independentSources,
    quotes: [...new Set(quotes)],
    claims: edge.claims,
  };
}

const least = (count: Count | undefined): number | null => count?.min ?? null;
const most = (count: Count | undefined): number | null => count?.max ?? null;

export function claimProperties(claim: Claim, nodes: ReadonlyMap<string, GraphNode>): Properties {
  return {
    id: claim.id,
    relation: claim.relation,
    class: claim.class,
    status: claim.status,
    by: namesOf(claim.by, nodes),
    event: claim.event,
    firstDay: claim.when?.from ?? null,
    lastDay: claim.when?.to ?? null,
    precision: claim.when?.precision ?? null,
    modes: claim.modes,
    contested: claim.contested,
    score: claim.score,
    dead: least(claim.toll.dead),
    deadMax: most(claim.toll.dead),
    injured: least(claim.toll.injured),
    injuredMax: most(claim.toll.injured),
    arrested: least(claim.toll.arrested),
    displaced: least(claim.toll.displaced),
  };
}

/** `said:` and 16 hex digits over the claim and the whole record, so that no two records of a claim are one. */
function evidenceId(claim: Claim, evidence: Evidence): string {
  return `said:${createHash("sha256")
    .update(JSON.stringify([claim.id, evidence]))
    .digest("hex")
    .slice(0, 16)}`;
}

export function evidenceProperties(
  claim: Claim,
  evidence: Evidence,
  nodes: ReadonlyMap<string, GraphNode>,
): Properties & { readonly id: string } {
  const [start, end] = evidence.trigger;
  return {
    id: evidenceId(claim, evidence),
    status: evidence.status,
    by: namesOf(evidence.by, nodes),
    attribution: evidence.attribution,
    quote: evidence.quote,
    trigger: evidence.quote.slice(Math.max(0, start - evidence.start), Math.max(0, end - evidence.start)),
    rule: evidence.rule,
    firstDay: evidence.when?.from ?? null,
    lastDay: evidence.when?.to ?? null,
    mode: evidence.mode,
    dead: least(evidence.toll.dead),
    deadMax: most(evidence.toll.dead),
  };
}

/** The sentence that evidence lies in; its id is the article's digits and the sentence's start. */
export function sentenceProperties(evidence: Evidence, article: Article): Properties & { readonly id: string } {
  const sentence = article.sentences[evidence.sentence];
  const start = sentence?.[0] ?? evidence.start;
  const end = sentence?.[1] ?? evidence.end;
  return {
    id: `sentence:${article.id.slice(article.id.indexOf(":") + 1)}-${start}`,
    text: article.text === null ? evidence.quote : article.text.slice(start, end),
    start,
    end,
    zone: sentence?.[2] ?? null,
  };
}

export function articleProperties(article: Article): Properties {
  return {
    id: article.id,
    file: article.file,
    title: article.title,
    language: article.language,
    publisher: article.publisher,
    published: article.published,
  };
}

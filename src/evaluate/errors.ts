/** What went wrong, by class, a short line each: for those who mend the reading. */
import type { Graph } from "../../graph/model.js";
import type { Gold, GoldClaim } from "./gold.js";
import { type ArticleMatch, matchArticle } from "./match-article.js";
import { asList, scoredClass, type ToldClaim } from "./match-claims.js";
import { fromOf, matchQualities } from "./match-qualities.js";

export const ERROR_CLASSES = [
  "false fact",
  "wrong status",
  "wrong ends",
  "wrong claim",
  "missed claim",
  "wrong speaker",
  "wrong day",
  "wrong toll",
  "wrong node",
  "split node",
  "missed node",
] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

export interface EvaluationError {
  readonly class: ErrorClass;
  readonly article: string;
  /** Relation, ends, status, and what gold says; or the node. */
  readonly what: string;
  /** The sentence of the evidence, or gold's cue; "" where there is none. */
  readonly quote: string;
}

type Names = ReadonlyMap<string, string>;

const describeTold = ({ claim, status }: ToldClaim, names: Names): string =>
  `${names.get(claim.source)} ${claim.relation} ${names.get(claim.target)} (${status})`;

function describeGold({ source, relation, target, status }: GoldClaim, { gold }: ArticleMatch): string {
  const nameOf = (id: string) => gold.entities.find((e) => e.id === id)?.name ?? id;
  const end = (ids: string | readonly string[]) => asList(ids).map(nameOf).join(" or ");
  return `${end(source)} ${relation} ${end(target)} (${status})`;
}

function cueOf({ cue, cueSpans }: GoldClaim, { article }: ArticleMatch): string {
  return cue ?? (cueSpans ?? []).map(([start, end]) => article?.text?.slice(start, end) ?? "").join(" … ");
}

/** A required gold claim that nobody found, with the same relation and one end of a claim too many. */
function nearMiss(told: ToldClaim, missed: ReadonlySet<GoldClaim>): GoldClaim | null {
  const shares = (ids: string | readonly string[], entity: string | undefined) =>
    entity !== undefined && asList(ids).includes(entity);
  const near = [...missed].find(
    (g) =>
      g.relation === told.claim.relation &&
      [told.source, told.target].some((end) => shares(g.source, end) || shares(g.target, end)),
  );
  return near ?? null;
}

function claimErrors(match: ArticleMatch, names: Names): EvaluationError[] {
  const { gold, told, strict, falseFacts } = match;
  const article = gold.article;
  const found = new Set(strict.pairs.values());
  const missed = new Set(gold.claims.filter((g, j) => g.optional !== true && !found.has(j)));
  const errors: EvaluationError[] = [];
  told.forEach((claim, i) => {
    const quote = claim.evidence[0]?.quote ?? "";
    const said = describeTold(claim, names);
    const add = (kind: ErrorClass, what: string) => errors.push({ class: kind, article, what, quote });
    const known = falseFacts.get(claim)?.[0];
    if (known !== undefined) return add("false fact", `${said}; gold: ${describeGold(known, match)}`);
    const wanted = gold.claims[strict.pairs.get(i) ?? -1];
    if (wanted !== undefined) {
      if (scoredClass(wanted.status) !== scoredClass(claim.status))
        add("wrong status", `${said}; gold: ${wanted.status}`);
      return;
    }
    if (strict.repeats.has(i)) return;
    const near = nearMiss(claim, missed);
    if (near === null) return add("wrong claim", said);
    missed.delete(near);
    add("wrong ends", `${said}; gold: ${describeGold(near, match)}`);
  });
  for (const claim of missed)
    errors.push({ class: "missed claim", article, what: describeGold(claim, match), quote: cueOf(claim, match) });
  return errors;
}

const namesOf = (ids: readonly string[], nameOf: (id: string) => string | undefined): string =>
  ids.length === 0 ? "nobody" : ids.map((id) => nameOf(id) ?? id).join(" or ");

/** What is wrong of claims that are right otherwise: who says so, when, how many. */
function qualityErrors(match: ArticleMatch, names: Names): EvaluationError[] {
  const dayOf = (when: GoldClaim["when"]) => fromOf(when) || "none";
  const goldName = (id: string) => match.gold.entities.find((e) => e.id === id)?.name;
  return matchQualities(match).flatMap(({ claim, wanted, ...right }): EvaluationError[] => {
    const said = describeTold(claim, names);
    const quote = claim.evidence[0]?.quote ?? "";
    const error = (kind: ErrorClass, told: string, gold: string): EvaluationError => {
      return { class: kind, article: match.gold.article, what: `${said}: ${told}; gold: ${gold}`, quote };
    };
    const tolls = JSON.stringify(claim.evidence.map((e) => e.toll));
    const speakers = namesOf(claim.by, (id) => names.get(id));
    return [
      ...(right.speaker === false ? [error("wrong speaker", speakers, namesOf(asList(wanted.by), goldName))] : []),
      ...(right.day === false ? [error("wrong day", dayOf(claim.when), dayOf(wanted.when))] : []),
      ...(right.toll === false ? [error("wrong toll", tolls, JSON.stringify(wanted.toll))] : []),
    ];
  });
}

function nodeErrors({ gold, nodes }: ArticleMatch): EvaluationError[] {
  const article = gold.article;
  const found = new Set(nodes.found.values());
  const nameOf = (entity: string) => gold.entities.find(({ id }) => id === entity)?.name ?? entity;
  const extra = nodes.named.filter(({ id }) => !nodes.found.has(id));
  return [
    ...extra.map(({ id, name, kind, type }): EvaluationError => {
      const entity = nodes.entityOf.get(id);
      const what = `${name} (${kind}, ${type})`;
      return entity === undefined
        ? { class: "wrong node", article, what, quote: "" }
        : { class: "split node", article, what: `${what}; gold: ${nameOf(entity)}`, quote: "" };
    }),
    ...nodes.namedGold
      .filter(({ id }) => !found.has(id))
      .map(({ name, kind, type }): EvaluationError => {
        return { class: "missed node", article, what: `${name} (${kind}, ${type})`, quote: "" };
      }),
  ];
}

/** All errors, by class in the order of ERROR_CLASSES, then by article as given. */
export function findErrors(graph: Graph, golds: readonly Gold[]): EvaluationError[] {
  const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
  const errors = golds.flatMap((gold) => {
    const match = matchArticle(graph, gold);
    return [...claimErrors(match, names), ...qualityErrors(match, names), ...nodeErrors(match)];
  });
  return ERROR_CLASSES.flatMap((kind) => errors.filter((e) => e.class === kind));
}

const LONGEST_QUOTE = 160;

const cut = (quote: string): string => {
  const line = Array.from(quote.replace(/\s+/gu, " ").trim());
  return line.length <= LONGEST_QUOTE ? line.join("") : `${line.slice(0, LONGEST_QUOTE - 1).join("")}…`;
};

/** Lines for a terminal: a heading with the number for each class, then its errors. */
export function describeErrors(graph: Graph, golds: readonly Gold[]): string[] {
  const errors = findErrors(graph, golds);
  return ERROR_CLASSES.flatMap((kind) => {
    const ofClass = errors.filter((e) => e.class === kind);
    const lines = ofClass.map(
      ({ article, what, quote }) => `  ${article}: ${what}${quote === "" ? "" : ` | ${cut(quote)}`}`,
    );
    return ofClass.length === 0 ? [] : [`${kind}: ${ofClass.length}`, ...lines];
  });
}

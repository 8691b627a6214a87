/**
 * Ids that follow from content: a prefix and the first 16 hex digits of SHA-256 over a JSON list, so the same articles
 * give the same ids wherever they are built. Source: docs/graph-json.md, "Ids".
 */
import { createHash } from "node:crypto";
import { type Claim, type Evidence, type Kind, type Relation, type Span, SYMMETRIC } from "./model.js";
import { compareCodePoints, compareNullable, compareSpans } from "./order.js";

type Json = string | number | null | readonly Json[];

/** The first 16 hex digits of SHA-256 over a list as JSON. */
export const digits = (list: readonly Json[]): string =>
  createHash("sha256").update(JSON.stringify(list), "utf8").digest("hex").slice(0, 16);

export const articleId = (publisher: string | null, published: string | null, text: string): string =>
  `article:${digits([publisher, published, text])}`;

/** What tells one reading of a trigger from another; the ends of a symmetric relation stand in the order of the text. */
export type EvidenceKey = readonly [
  article: string,
  triggerStart: number,
  relation: Relation,
  sourceSpan: Span | null,
  targetSpan: Span | null,
];

export function evidenceKey(
  relation: Relation,
  { article, trigger, sourceSpan, targetSpan }: Pick<Evidence, "article" | "trigger" | "sourceSpan" | "targetSpan">,
): EvidenceKey {
  const isTurned = SYMMETRIC.has(relation) && compareNullable(sourceSpan, targetSpan, compareSpans) > 0;
  return [article, trigger[0], relation, isTurned ? targetSpan : sourceSpan, isTurned ? sourceSpan : targetSpan];
}

/** In one article: by trigger, then as JSON. */
export const compareEvidenceKeys = (a: EvidenceKey, b: EvidenceKey): number =>
  a[1] - b[1] || compareCodePoints(JSON.stringify(a), JSON.stringify(b));

/** @param first the key of the happening's first evidence */
export const eventId = (first: EvidenceKey): string => `event:${digits(first)}`;

/** @param first the key of the happening's first evidence: the open agent bears its event's digits */
export const openAgentId = (first: EvidenceKey): string => `actor:unknown-${digits(first)}`;

const MOST_SLUG = 48;

/** Letters and digits in lower case without accents, the rest as single hyphens; "" where the name has neither. */
export function slug(name: string): string {
  return Array.from(
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-"),
  )
    .slice(0, MOST_SLUG)
    .join("")
    .replace(/^-+|-+$/gu, "");
}

/** The id of a thing that a register knows: `actor:Q30`. */
export const registeredId = (kind: Kind, key: string): string => `${kind.toLowerCase()}:${key}`;

/** The id of a thing that no register knows: the slug of its name and the digits of its first mention. */
export function mentionedId(
  kind: Kind,
  name: string,
  first: { readonly article: string; readonly start: number; readonly end: number },
): string {
  const tail = digits([first.article, first.start, first.end]);
  const words = slug(name);
  return `${kind.toLowerCase()}:${words === "" ? tail : `${words}-${tail}`}`;
}

export const claimId = (claim: Pick<Claim, "source" | "relation" | "target" | "class" | "event">): string =>
  `claim:${digits([claim.source, claim.relation, claim.target, claim.class, claim.event])}`;

export const edgeId = (edge: Pick<Claim, "source" | "relation" | "target">): string =>
  `edge:${digits([edge.source, edge.relation, edge.target])}`;

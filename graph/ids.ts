/** Ids follow from content: a kind and the first 16 hex digits of SHA-256 over a JSON list (docs/graph-json.md, "Ids"). */
import { createHash } from "node:crypto";
import type { ClaimClass, Kind, Relation, Span } from "./model.js";

export function digits(list: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(list)).digest("hex").slice(0, 16);
}

export const articleId = (publisher: string | null, published: string | null, text: string): string =>
  `article:${digits([publisher, published, text])}`;

export const evidenceKey = (
  article: string,
  triggerStart: number,
  relation: Relation,
  sourceSpan: Span | null,
  targetSpan: Span | null,
): string => digits([article, triggerStart, relation, sourceSpan, targetSpan]);

/** @param firstKey key of the happening's first evidence */
export const eventId = (firstKey: string): string => `event:${firstKey}`;
export const openAgentId = (event: string): string => `actor:unknown-${event.slice("event:".length)}`;

/** Letters and digits without accents, joined by hyphens; at most 40 characters. */
export function slug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-");
  return plain
    .replace(/^-+|-+$/gu, "")
    .slice(0, 40)
    .replace(/-+$/u, "");
}

/** @param first the node's first mention: article id, start, end */
export function nodeId(
  kind: Kind,
  registerKey: string | null,
  name: string,
  first: readonly [string, number, number],
): string {
  const prefix = kind.toLowerCase();
  if (registerKey !== null) return `${prefix}:${registerKey}`;
  const words = slug(name);
  return `${prefix}:${words === "" ? "" : `${words}-`}${digits(first)}`;
}

export const claimId = (
  source: string,
  relation: Relation,
  target: string,
  cls: ClaimClass,
  event: string | null,
): string => `claim:${digits([source, relation, target, cls, event])}`;
export const edgeId = (source: string, relation: Relation, target: string): string =>
  `edge:${digits([source, relation, target])}`;

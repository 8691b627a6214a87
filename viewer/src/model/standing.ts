/**
 * How far something may be believed, in the three places that every view keeps apart: what is established, what is only
 * claimed by somebody or disputed, and what did not happen (planned, possible, denied).
 */
import type { Claim, Edge, Status } from "../../../graph/model.js";

export const PLACES = ["fact", "claimed", "notDone"] as const;
export type StandingPlace = (typeof PLACES)[number];

/** What may be shown as fact (docs/graph-json.md, "Edge"). */
export const isFact = (edge: Edge): boolean =>
  !edge.withdrawn && (edge.status === "asserted" || (edge.status === "reported" && !edge.contested));

/** A party's word for its own deed. */
export const isOwnWord = ({ source, by, status }: Pick<Claim | Edge, "source" | "by" | "status">): boolean =>
  status === "reported" && by.includes(source);

const isDisputed = (claim: Claim): boolean => claim.contested.includes("denied") || claim.contested.includes("agent");

export function placeOfClaim(claim: Claim): StandingPlace {
  if (claim.class === "intended" || claim.class === "denied") return "notDone";
  return claim.status === "asserted" || (claim.status === "reported" && !isDisputed(claim)) ? "fact" : "claimed";
}

export const placeOfEdge = (edge: Edge): StandingPlace => (isFact(edge) ? "fact" : "claimed");

/** How an edge is drawn; each has its own line and its own word. */
export const LINES = ["asserted", "reported", "disputed", "alleged"] as const;
export type Line = (typeof LINES)[number];

/** Dash and gap in pixels; no gap is a whole line. */
export const DASHES: Readonly<Record<Line, readonly [dash: number, gap: number]>> = {
  asserted: [12, 0],
  reported: [11, 4],
  disputed: [5, 5],
  alleged: [2, 5],
};

export function lineOfEdge(edge: Edge): Line {
  if (edge.status === "alleged") return "alleged";
  if (edge.contested || edge.withdrawn) return "disputed";
  return edge.status === "asserted" ? "asserted" : "reported";
}

/** The line of a claim beside its words; what did not happen has none. */
export function lineOfClaim(claim: Claim): Line | null {
  const place = placeOfClaim(claim);
  if (place === "notDone") return null;
  if (claim.status === "alleged") return "alleged";
  return place === "claimed" ? "disputed" : (claim.status as "asserted" | "reported");
}

/** From the surest to the least sure: for the weakest link of a path. */
const RANK: Readonly<Record<Line, number>> = { asserted: 0, reported: 1, disputed: 2, alleged: 3 };
export const rankOfEdge = (edge: Edge): number => RANK[lineOfEdge(edge)];

/** The speakers of a claim: node ids, and words for those who are no node. */
export function voicesOf(claim: Claim): { readonly nodes: readonly string[]; readonly words: readonly string[] } {
  return {
    nodes: claim.by,
    words: [...new Set(claim.evidence.filter((e) => e.status === claim.status).flatMap((e) => e.attribution ?? []))],
  };
}

/** Statuses of claims that can stand on an edge. */
export const EDGE_STATUSES: ReadonlySet<Status> = new Set(["asserted", "reported", "alleged"]);

/** Where claims of a status stand as long as nobody disputes them, and the line that they have there. */
export const placeOfStatus = (status: Status): StandingPlace =>
  status === "alleged" ? "claimed" : EDGE_STATUSES.has(status) ? "fact" : "notDone";
export const lineOfStatus = (status: Status): Line | null =>
  EDGE_STATUSES.has(status) ? (status as "asserted" | "reported" | "alleged") : null;

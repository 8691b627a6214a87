/** Claims in words: when, how many, by whom, and what that makes of them. */
import { type Claim, type Count, type Edge, STATUSES, type TollKey } from "../../../graph/model.js";
import type { Say, StringKey } from "../strings/strings.js";
import { type Clock, type Filters, startDays } from "./filters.js";
import { type GraphIndex, nameIn } from "./graph-index.js";
import { isOwnWord, voicesOf } from "./standing.js";

export function countText({ min, max, words }: Count, t: Say): string {
  if (words !== null) return words;
  if (min !== null && max !== null) return min === max ? String(min) : `${min}–${max}`;
  if (min !== null) return t("atLeast", { n: min });
  return max === null ? "?" : t("atMost", { n: max });
}

export const tollText = (claim: Pick<Claim, "toll">, t: Say): string =>
  (Object.entries(claim.toll) as [TollKey, Count][])
    .map(
      ([key, count]) => `${countText(count, t)} ${t(`toll_${key}` as StringKey, { n: count.max ?? count.min ?? 2 })}`,
    )
    .join(", ");

/** A day, or two between which it is: what is told of a week took one day of it, or several. Empty where none is told. */
export function whenText(when: Claim["when"], t: Say): string {
  if (when === null || (when.from === null && when.to === null)) return "";
  const { from, to, precision } = when;
  if (precision === "year") return (from ?? to ?? "").slice(0, 4);
  if (precision === "month") return (from ?? to ?? "").slice(0, 7);
  if (from === null) return t("until", { to: to ?? "" });
  if (to === null) return t("since", { from });
  return from === to ? from : t("between", { from, to });
}

/** Two days between which something happened: a whole year or month as that. */
export function withinText(from: string, to: string, t: Say): string {
  const span = spanText(from, to);
  return span.includes(" ") ? t("between", { from, to }) : span;
}

/** Days from one to another: a whole year or month as that. */
export function spanText(from: string, to: string): string {
  if (from === to) return from;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = from.slice(0, 7);
  const last = new Date(Date.UTC(Number(year), Number(from.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return from === `${month}-01` && to === last ? month : `${from} – ${to}`;
}

/** The names of those who say so, in the wanted language. */
function voiceNames(index: GraphIndex, claim: Claim, language: string): string[] {
  const { nodes, words } = voicesOf(claim);
  return [...nodes.map((id) => nameIn(index.nodes.get(id), language)), ...words];
}
export const voicesText = (index: GraphIndex, claim: Claim, language: string): string =>
  voiceNames(index, claim, language).join(", ");

/** One edge stands for all claims of a relation between two: of how many, where there are several. */
export const relationText = (edge: Edge, t: Say): string =>
  edge.claims.length > 1 ? `${t(edge.relation)} ×${edge.claims.length}` : t(edge.relation);

/** Names, so many of them; how many more there are is said. */
function listed(names: readonly string[], most: number, t: Say): string {
  const who = names.slice(0, most).join(", ");
  return names.length <= most ? who : t("andMore", { who, count: names.length - most });
}

/** Parties named on each side of a dispute; more of them are counted. */
const MOST_PARTIES = 4;

/**
 * How sure an edge is, in words that carry the name of the party whose claim it is: "alleged by Riyadh", "reported by
 * the army, denied by the FLT". Empty for what the articles themselves assert.
 * @param most how many parties of each side are named
 */
export function edgeCaveat(index: GraphIndex, edge: Edge, language: string, t: Say, most = MOST_PARTIES): string {
  const voices = new Set<string>();
  for (const id of edge.claims) {
    const claim = index.claims.get(id);
    if (claim?.status !== edge.status) continue;
    for (const name of voiceNames(index, claim, language)) voices.add(name);
  }
  const who = listed([...voices], most, t);
  const deniers = new Set(edge.deniedBy.map((id) => nameIn(index.nodes.get(id), language)));
  const parts: string[] = [];
  if (edge.status === "alleged") parts.push(who === "" ? t("status_alleged") : t("allegedBy", { who }));
  if (edge.status === "reported")
    parts.push(
      isOwnWord(edge) ? t("ownWordOf", { who }) : who === "" ? t("status_reported") : t("reportedBy", { who }),
    );
  if (edge.contested)
    parts.push(deniers.size === 0 ? t("disputed") : t("deniedBy", { who: listed([...deniers], most, t) }));
  if (edge.withdrawn) parts.push(t("withdrawn"));
  return parts.join(", ");
}

/** Where nothing that is shown has a day: whether the filters make it so, or the articles. */
export const noDaysKey = (index: GraphIndex, clock: Clock): StringKey =>
  startDays(index, clock).some((day) => !Number.isNaN(day))
    ? "noShownDays"
    : clock === "event"
      ? "noEventDays"
      : "noPublishedDays";

/** Why a list of claims is empty: no claim at all has the statuses that are shown, or the filters leave none. */
export function emptyText({ graph }: GraphIndex, { hiddenStatuses }: Filters, t: Say): string {
  const shown = STATUSES.filter((status) => !hiddenStatuses.has(status));
  const isNone = shown.length > 0 && !graph.claims.some((claim) => shown.includes(claim.status));
  if (graph.claims.length === 0 || !isNone) return t("empty");
  return t("noneOfStatus", {
    count: graph.claims.length,
    articles: graph.articles.length,
    status: shown.map((status) => t(`status_${status}`)).join(", "),
  });
}

/** The status of a claim with the party's name, for lists and exports. */
export function claimCaveat(index: GraphIndex, claim: Claim, language: string, t: Say): string {
  const who = voicesText(index, claim, language);
  const status = t(`status_${claim.status}`);
  const disputed = claim.contested.includes("denied") ? `, ${t("disputed")}` : "";
  return (who === "" ? status : `${status} (${who})`) + disputed;
}

/** Claims in words: when, how many, by whom, and what that makes of them. */
import type { Claim, Count, Edge, TollKey } from "../../../graph/model.js";
import type { Say, StringKey } from "../strings/strings.js";
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

export function whenText(when: Claim["when"], undated: string): string {
  if (when === null || (when.from === null && when.to === null)) return undated;
  if (when.precision === "year") return (when.from ?? when.to ?? "").slice(0, 4);
  if (when.precision === "month") return (when.from ?? when.to ?? "").slice(0, 7);
  return when.from === when.to ? (when.from ?? "") : `${when.from ?? "…"} – ${when.to ?? "…"}`;
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
export function voicesText(index: GraphIndex, claim: Claim, language: string): string {
  const { nodes, words } = voicesOf(claim);
  return [...nodes.map((id) => nameIn(index.nodes.get(id), language)), ...words].join(", ");
}

/**
 * How sure an edge is, in words that carry the name of the party whose claim it is: "alleged by Riyadh", "reported by
 * the army, denied by the FLT". Empty for what the articles themselves assert.
 */
export function edgeCaveat(index: GraphIndex, edge: Edge, language: string, t: Say): string {
  const names = (ids: readonly string[]) => ids.map((id) => nameIn(index.nodes.get(id), language)).join(", ");
  const voices = new Set<string>();
  for (const id of edge.claims) {
    const claim = index.claims.get(id);
    if (claim?.status !== edge.status) continue;
    const text = voicesText(index, claim, language);
    if (text !== "") voices.add(text);
  }
  const who = [...voices].slice(0, 3).join(", ");
  const parts: string[] = [];
  if (edge.status === "alleged") parts.push(who === "" ? t("status_alleged") : t("allegedBy", { who }));
  if (edge.status === "reported")
    parts.push(
      isOwnWord(edge) ? t("ownWordOf", { who }) : who === "" ? t("status_reported") : t("reportedBy", { who }),
    );
  if (edge.contested)
    parts.push(edge.deniedBy.length === 0 ? t("disputed") : t("deniedBy", { who: names(edge.deniedBy) }));
  if (edge.withdrawn) parts.push(t("withdrawn"));
  return parts.join(", ");
}

/** The status of a claim with the party's name, for lists and exports. */
export function claimCaveat(index: GraphIndex, claim: Claim, language: string, t: Say): string {
  const who = voicesText(index, claim, language);
  const status = t(`status_${claim.status}`);
  const disputed = claim.contested.includes("denied") ? `, ${t("disputed")}` : "";
  return (who === "" ? status : `${status} (${who})`) + disputed;
}

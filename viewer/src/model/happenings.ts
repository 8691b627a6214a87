/** Claims gathered into what happened when: the rows of the timeline. */
import type { Claim } from "../../../graph/model.js";
import { type Clock, daysOfClaim } from "./filters.js";
import type { GraphIndex } from "./graph-index.js";
import { PLACES, placeOfClaim, type StandingPlace } from "./standing.js";

export interface Happening {
  /** The event's id, else the claim's. */
  readonly id: string;
  /** First and last day; null where none is told. */
  readonly days: readonly [string, string] | null;
  /** The surest standing of its claims. */
  readonly place: StandingPlace;
  /** Surest first. */
  readonly claims: readonly Claim[];
  /** Sources and targets. */
  readonly actors: ReadonlySet<string>;
}

/** Relations that hold rather than happen are left out. Dated ones first, by day; then by id. */
export function gatherHappenings(index: GraphIndex, claims: readonly Claim[], clock: Clock): Happening[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.event === null) continue;
    // What was planned or denied is not the happening itself: it stands by itself.
    const key = `${claim.event} ${placeOfClaim(claim)}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [claim]);
    else list.push(claim);
  }
  const out = [...groups].map(([id, group]): Happening => {
    const spans = group.flatMap((c) => {
      const days = daysOfClaim(index, c, clock);
      return days === null ? [] : [days];
    });
    const from = spans.map(([first]) => first).sort()[0];
    const to = spans
      .map(([, last]) => last)
      .sort()
      .at(-1);
    const sorted = [...group].sort(
      (a, b) => PLACES.indexOf(placeOfClaim(a)) - PLACES.indexOf(placeOfClaim(b)) || (a.id < b.id ? -1 : 1),
    );
    return {
      id,
      days: from === undefined || to === undefined ? null : [from, to],
      place: sorted[0] === undefined ? "notDone" : placeOfClaim(sorted[0]),
      claims: sorted,
      actors: new Set(group.flatMap((c) => [c.source, c.target])),
    };
  });
  return out.sort((a, b) => (a.days?.[0] ?? "9999").localeCompare(b.days?.[0] ?? "9999") || (a.id < b.id ? -1 : 1));
}

/** Named actors with the most happenings: the lanes of the timeline. */
export function busiestActors(index: GraphIndex, happenings: readonly Happening[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { actors } of happenings)
    for (const id of actors) {
      const node = index.nodes.get(id);
      if (node?.named === true && node.kind !== "Place") counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}

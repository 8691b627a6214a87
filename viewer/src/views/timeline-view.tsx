/** What happened when, by actor: lanes above, and every day with its happenings beneath. */
import { computed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Claim } from "../../../graph/model.js";
import { LineMark } from "../marks.js";
import { familyColour, familyOf } from "../model/families.js";
import { nameIn } from "../model/graph-index.js";
import { busiestActors, gatherHappenings, type Happening } from "../model/happenings.js";
import { lineOfClaim, placeOfClaim } from "../model/standing.js";
import { claimCaveat, emptyText, noDaysKey, tollText, whenText, withinText } from "../model/wording.js";
import { NodeLink, RelationLink } from "../node-link.js";
import { claims, filters, index, language, say, selection, theme } from "../state.js";
import { TimelineLanes } from "./timeline-lanes.js";
import { unbroken } from "./unbroken.js";

const MOST_LANES = 12;

const all = computed(() =>
  index.value === null ? [] : gatherHappenings(index.value, claims.value, filters.value.clock),
);
const chosenActor = computed(() => (selection.value?.what === "node" ? selection.value.id : null));
/** Those of the chosen actor alone, where one is chosen and has any. */
const shown = computed(() => {
  const own = all.value.filter((h) => chosenActor.value !== null && h.actors.has(chosenActor.value));
  return own.length > 0 ? own : all.value;
});

/** @param within the days of the whole happening: a claim that tells others says so */
function ClaimLine({ claim, within }: { readonly claim: Claim; readonly within: Happening["days"] }) {
  const t = say.value;
  const data = index.value;
  if (data === null) return null;
  const { when } = claim;
  const isOwnDay =
    filters.value.clock === "event" && within !== null && (when?.from !== within[0] || when.to !== within[1]);
  const toll = tollText(claim, t);
  return (
    <li class={placeOfClaim(claim)}>
      <LineMark line={lineOfClaim(claim)} colour={familyColour(familyOf(claim.relation), theme.value)} />
      <span>
        <NodeLink id={claim.source} /> <RelationLink claim={claim} /> <NodeLink id={claim.target} />{" "}
        <small>
          {[
            isOwnDay ? whenText(when, t) : "",
            claimCaveat(data, claim, language.value, t),
            claim.where === null ? "" : nameIn(data.nodes.get(claim.where), language.value),
            toll,
          ]
            .filter((x) => x !== "")
            .join(" · ")}
        </small>
      </span>
    </li>
  );
}

export function TimelineView() {
  const t = say.value;
  const box = useRef<HTMLDivElement>(null);
  const data = index.value;
  const list = shown.value;
  const days = new Map<string, Happening[]>();
  for (const h of list) {
    const key = h.days === null ? "" : withinText(...h.days, t);
    days.set(key, [...(days.get(key) ?? []), h]);
  }
  const onDay = (day: string) => {
    const behaviour = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    box.current
      ?.querySelector(`[data-day^="${CSS.escape(day)}"]`)
      ?.scrollIntoView({ behavior: behaviour, block: "start" });
  };
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [chosenActor.value]);
  if (data === null) return null;
  return (
    <div class="timeline" ref={box} data-testid="timeline" tabIndex={0} role="region" aria-label={t("view_timeline")}>
      {list.length === 0 ? (
        <p class="hint">{emptyText(data, filters.value, t)}</p>
      ) : list[0]?.days == null ? (
        <p class="hint">{t(noDaysKey(data, filters.value.clock))}</p>
      ) : (
        <TimelineLanes
          happenings={list}
          actors={busiestActors(
            data,
            list.filter((h) => h.days !== null),
            MOST_LANES,
          )}
          onDay={onDay}
        />
      )}
      <ol class="days">
        {[...days].map(([day, happenings]) => (
          <li key={day} data-day={happenings[0]?.days?.[0] ?? ""} data-testid="day">
            <h3>{day === "" ? t("undated") : unbroken(day)}</h3>
            <ul class="happenings">
              {happenings.map((h) => (
                <li key={h.id} class={`happening ${h.place}`} data-testid="happening">
                  <ul>
                    {h.claims.map((c) => (
                      <ClaimLine key={c.id} claim={c} within={h.days} />
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

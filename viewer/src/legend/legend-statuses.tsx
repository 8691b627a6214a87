/** Statuses in the three places that every view keeps apart, each with its line. */
import { computed } from "@preact/signals";
import { STATUSES } from "../../../graph/model.js";
import { LineMark } from "../marks.js";
import { allBut, toggled } from "../model/filters.js";
import { lineOfStatus, PLACES, placeOfStatus } from "../model/standing.js";
import { change, filters, index, say } from "../state.js";
import type { StringKey } from "../strings/strings.js";
import { countsOf, LegendRow } from "./legend-row.js";

const counts = computed(() => countsOf(index.value?.graph.claims ?? [], (c) => c.status));

const disputed = computed(() => index.value?.graph.edges.filter((e) => e.contested).length ?? 0);

/** What this part of the legend reads: other filters leave it as it is. */
const withoutStatuses = computed(() => filters.value.hiddenStatuses);
const factsAlone = computed(() => filters.value.factsOnly);

export function LegendStatuses() {
  const t = say.value;
  const hiddenStatuses = withoutStatuses.value;
  const factsOnly = factsAlone.value;
  const contested = disputed.value;
  return (
    <section>
      <h2>
        {t("statuses")} <small>{t("unitClaims")}</small>
      </h2>
      {PLACES.map((place) => {
        // One that no claim has stands there with its nought: that nobody denied a thing is an answer too.
        const own = STATUSES.filter((s) => placeOfStatus(s) === place);
        return (
          <div key={place} role="group" aria-label={t(`place_${place}`)}>
            <h3>{t(`place_${place}`)}</h3>
            {own.map((status) => (
              <LegendRow
                key={status}
                id={`status-${status}`}
                isShown={!hiddenStatuses.has(status)}
                count={counts.value.get(status) ?? 0}
                light={{ kind: "line", key: status }}
                name={t(`status_${status}` as StringKey)}
                onChange={(on) => change({ hiddenStatuses: toggled(hiddenStatuses, [status], !on) })}
                onOnly={() => change({ hiddenStatuses: allBut(hiddenStatuses, STATUSES, [status]) })}
              >
                <LineMark line={lineOfStatus(status)} />
                <span>{t(`status_${status}` as StringKey)}</span>
              </LegendRow>
            ))}
            {place === "claimed" && contested > 0 && (
              <p class="row sample">
                <LineMark line="disputed" />
                <span>{t("disputed")}</span>
                <small>{contested}</small>
              </p>
            )}
          </div>
        );
      })}
      <label class="row">
        <input
          type="checkbox"
          checked={factsOnly}
          data-testid="facts-only"
          onChange={(e) => change({ factsOnly: e.currentTarget.checked })}
        />
        <span>{t("factsOnly")}</span>
      </label>
    </section>
  );
}

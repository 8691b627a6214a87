/** The legend, which is also the filter: a click on a row hides it, the pointer on it brings it forward. */
import { IconButton } from "../icon-button.js";
import { areFiltersOpen, index, say } from "../state.js";
import { LegendRelations } from "./legend-relations.js";
import { LegendStatuses } from "./legend-statuses.js";
import { LegendTypes } from "./legend-types.js";
import { MoreFilters } from "./more-filters.js";

export function Legend() {
  const t = say.value;
  if (index.value === null) return null;
  return (
    <aside class="filters" aria-label={t("legend")} data-testid="filters" data-open={areFiltersOpen.value}>
      <div class="sheet-tools">
        <IconButton
          icon="close"
          label={t("close")}
          testId="close-filters"
          onClick={() => {
            areFiltersOpen.value = false;
          }}
        />
      </div>
      <LegendStatuses />
      <LegendRelations />
      <LegendTypes />
      <MoreFilters />
    </aside>
  );
}

/** Relations by family, each with its colour. */
import { computed, useSignal } from "@preact/signals";
import type { Relation } from "../../../graph/model.js";
import { FAMILIES, type Family, familyColour, relationsOf } from "../model/families.js";
import { toggled } from "../model/filters.js";
import { change, filters, index, say, theme } from "../state.js";
import { countsOf, LegendRow } from "./legend-row.js";

const counts = computed(() => countsOf(index.value?.graph.claims ?? [], (c) => c.relation));

function FamilyRows({ family }: { readonly family: Family }) {
  const t = say.value;
  const isOpen = useSignal(false);
  const { hiddenRelations } = filters.value;
  const present = relationsOf(family).filter((r) => counts.value.has(r));
  if (present.length === 0) return null;
  const hidden = present.filter((r) => hiddenRelations.has(r)).length;
  const set = (relations: readonly Relation[], hide: boolean) =>
    change({ hiddenRelations: toggled(hiddenRelations, relations, hide) });
  return (
    <div class="family">
      <div class="family-head">
        <LegendRow
          id={`family-${family}`}
          isShown={hidden === 0}
          isPart={hidden > 0 && hidden < present.length}
          count={present.reduce((sum, r) => sum + (counts.value.get(r) ?? 0), 0)}
          light={{ kind: "family", key: family }}
          onChange={(on) => set(present, !on)}
        >
          <span class="swatch" style={{ background: familyColour(family, theme.value) }} />
          <span>{t(`family_${family}`)}</span>
        </LegendRow>
        <button
          type="button"
          class="unfold"
          aria-expanded={isOpen.value}
          aria-label={t("unfold", { name: t(`family_${family}`) })}
          data-testid={`unfold-${family}`}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? "▾" : "▸"}
        </button>
      </div>
      {isOpen.value &&
        present.map((relation) => (
          <LegendRow
            key={relation}
            id={`relation-${relation}`}
            isShown={!hiddenRelations.has(relation)}
            count={counts.value.get(relation) ?? 0}
            light={{ kind: "relation", key: relation }}
            onChange={(on) => set([relation], !on)}
          >
            <span class="indent">{t(relation)}</span>
          </LegendRow>
        ))}
    </div>
  );
}

export function LegendRelations() {
  return (
    <section>
      <h2>{say.value("relations")}</h2>
      {FAMILIES.map((family) => (
        <FamilyRows key={family} family={family} />
      ))}
    </section>
  );
}

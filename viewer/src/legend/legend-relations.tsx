/** Relations by family, each with its colour. */

import { computed } from "@preact/signals";
import { RELATIONS } from "../../../graph/model.js";
import { FAMILIES, type Family, familyColour, relationsOf } from "../model/families.js";
import { allBut, toggled } from "../model/filters.js";
import { change, filters, index, say, theme } from "../state.js";
import { LegendFamily } from "./legend-family.js";
import { countsOf } from "./legend-row.js";

const counts = computed(() => countsOf(index.value?.graph.claims ?? [], (c) => c.relation));

/** What this part of the legend reads: other filters leave it as it is. */
const withoutRelations = computed(() => filters.value.hiddenRelations);

function FamilyRows({ family }: { readonly family: Family }) {
  const t = say.value;
  const hiddenRelations = withoutRelations.value;
  return (
    <LegendFamily
      what="family"
      id={family}
      name={t(`family_${family}`)}
      sample={<span class="swatch" style={{ background: familyColour(family, theme.value) }} />}
      light={{ kind: "family", key: family }}
      members={relationsOf(family).filter((r) => counts.value.has(r))}
      counts={counts.value}
      hidden={hiddenRelations}
      onChange={(relations, hide) => change({ hiddenRelations: toggled(hiddenRelations, relations, hide) })}
      onOnly={(relations) => change({ hiddenRelations: allBut(hiddenRelations, RELATIONS, relations) })}
      member={{ what: "relation", name: (r) => t(r), light: (r) => ({ kind: "relation", key: r }) }}
    />
  );
}

export function LegendRelations() {
  return (
    <section>
      <h2>
        {say.value("relations")} <small>{say.value("unitClaims")}</small>
      </h2>
      {FAMILIES.map((family) => (
        <FamilyRows key={family} family={family} />
      ))}
    </section>
  );
}

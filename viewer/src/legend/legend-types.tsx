/** Kinds of nodes with their shapes, and the types of each. */
import { computed } from "@preact/signals";
import { KIND_OF_TYPE, KINDS, type Kind, TYPES } from "../../../graph/model.js";
import { KindMark } from "../marks.js";
import { allBut, toggled } from "../model/filters.js";
import { change, filters, index, say } from "../state.js";
import type { StringKey } from "../strings/strings.js";
import { LegendFamily } from "./legend-family.js";
import { countsOf } from "./legend-row.js";

const counts = computed(() => countsOf(index.value?.graph.nodes ?? [], (n) => n.type));

/** What this part of the legend reads: other filters leave it as it is. */
const withoutTypes = computed(() => filters.value.hiddenTypes);
const namedAlone = computed(() => filters.value.namedOnly);

function KindRows({ kind }: { readonly kind: Kind }) {
  const t = say.value;
  const hiddenTypes = withoutTypes.value;
  return (
    <LegendFamily
      what="kind"
      id={kind}
      name={t(`kind_${kind}` as StringKey)}
      sample={<KindMark kind={kind} />}
      light={{ kind: "type", key: kind }}
      members={TYPES.filter((type) => KIND_OF_TYPE[type] === kind && counts.value.has(type))}
      counts={counts.value}
      hidden={hiddenTypes}
      onChange={(types, hide) => change({ hiddenTypes: toggled(hiddenTypes, types, hide) })}
      onOnly={(types) => change({ hiddenTypes: allBut(hiddenTypes, TYPES, types) })}
      member={{
        what: "type",
        name: (type) => t(`type_${type}` as StringKey),
        light: (type) => ({ kind: "type", key: type }),
      }}
    />
  );
}

export function LegendTypes() {
  const t = say.value;
  const namedOnly = namedAlone.value;
  return (
    <section>
      <h2>
        {t("kinds")} <small>{t("unitNodes")}</small>
      </h2>
      {KINDS.map((kind) => (
        <KindRows key={kind} kind={kind} />
      ))}
      <p class="row sample">
        <KindMark kind="Group" isHollow />
        <span>{t("hollow")}</span>
      </p>
      <label class="row">
        <input
          type="checkbox"
          checked={namedOnly}
          data-testid="named-only"
          onChange={(e) => change({ namedOnly: e.currentTarget.checked })}
        />
        <span>{t("namedOnly")}</span>
      </label>
    </section>
  );
}

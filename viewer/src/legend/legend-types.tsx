/** Kinds of nodes with their shapes, and the types of each. */
import { computed, useSignal } from "@preact/signals";
import { KIND_OF_TYPE, KINDS, type Kind, type NodeType, TYPES } from "../../../graph/model.js";
import { KindMark } from "../marks.js";
import { toggled } from "../model/filters.js";
import { change, filters, index, say } from "../state.js";
import type { StringKey } from "../strings/strings.js";
import { countsOf, LegendRow } from "./legend-row.js";

const counts = computed(() => countsOf(index.value?.graph.nodes ?? [], (n) => n.type));

function KindRows({ kind }: { readonly kind: Kind }) {
  const t = say.value;
  const isOpen = useSignal(false);
  const { hiddenTypes } = filters.value;
  const present = TYPES.filter((type) => KIND_OF_TYPE[type] === kind && counts.value.has(type));
  if (present.length === 0) return null;
  const hidden = present.filter((type) => hiddenTypes.has(type)).length;
  const set = (types: readonly NodeType[], hide: boolean) => change({ hiddenTypes: toggled(hiddenTypes, types, hide) });
  const name = t(`kind_${kind}` as StringKey);
  return (
    <div class="family">
      <div class="family-head">
        <LegendRow
          id={`kind-${kind}`}
          isShown={hidden === 0}
          isPart={hidden > 0 && hidden < present.length}
          count={present.reduce((sum, type) => sum + (counts.value.get(type) ?? 0), 0)}
          light={{ kind: "type", key: kind }}
          onChange={(on) => set(present, !on)}
        >
          <KindMark kind={kind} />
          <span>{name}</span>
        </LegendRow>
        <button
          type="button"
          class="unfold"
          aria-expanded={isOpen.value}
          aria-label={t("unfold", { name })}
          data-testid={`unfold-${kind}`}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? "▾" : "▸"}
        </button>
      </div>
      {isOpen.value &&
        present.map((type) => (
          <LegendRow
            key={type}
            id={`type-${type}`}
            isShown={!hiddenTypes.has(type)}
            count={counts.value.get(type) ?? 0}
            light={{ kind: "type", key: type }}
            onChange={(on) => set([type], !on)}
          >
            <span class="indent">{t(`type_${type}` as StringKey)}</span>
          </LegendRow>
        ))}
    </div>
  );
}

export function LegendTypes() {
  const t = say.value;
  const { namedOnly } = filters.value;
  return (
    <section>
      <h2>{t("kinds")}</h2>
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

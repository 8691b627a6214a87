/** What can be done with a node, and what expanding it would bring: counts for each relation. */
import { computed } from "@preact/signals";
import type { Relation } from "../../../graph/model.js";
import { type Act, actOn } from "../act-on-node.js";
import { Icon, type IconName } from "../icon.js";
import { familyOf } from "../model/families.js";
import { otherEnd } from "../model/graph-index.js";
import { isFact } from "../model/standing.js";
import { drawn, go, keptRelation, neighbours, say, screen, selection } from "../state.js";
import { startPath } from "./path-panel.js";

const chosen = computed(() => (selection.value?.what === "node" ? selection.value.id : null));

/** Relations at the chosen node: how many pass the filters, are no fact, and are not on the canvas. */
const counts = computed(() => {
  const out = new Map<Relation, { all: number; claimed: number; unseen: number }>();
  const id = chosen.value;
  if (id === null) return out;
  for (const edge of neighbours.value.get(id) ?? []) {
    const count = out.get(edge.relation) ?? { all: 0, claimed: 0, unseen: 0 };
    count.all++;
    if (!isFact(edge)) count.claimed++;
    if (!drawn.value.nodes.has(otherEnd(edge, id))) count.unseen++;
    out.set(edge.relation, count);
  }
  return out;
});

export function NodeActions({ id }: { readonly id: string }) {
  const t = say.value;
  const { collapsed, pinned, scope } = screen.value;
  const isAround = scope?.kind === "around" && scope.id === id;
  const unseen = [...counts.value.values()].reduce((sum, c) => sum + c.unseen, 0);
  const acts: readonly (readonly [Act, IconName, string, boolean?])[] = [
    ["expand", "expand", unseen > 0 ? t("expandBy", { count: unseen }) : t("expand")],
    ["collapse", "collapse", t(collapsed.has(id) ? "uncollapse" : "collapse"), collapsed.has(id)],
    ["around", "around", t("onlyAround"), isAround],
    ["pin", "pin", t(pinned.has(id) ? "unpin" : "pin"), pinned.has(id)],
    ["hide", "hide", t("hide")],
  ];
  return (
    <div class="actions" role="group" aria-label={t("actions")}>
      {acts.map(([act, icon, label, pressed]) => (
        <button
          type="button"
          key={act}
          title={label}
          aria-pressed={pressed}
          disabled={act === "expand" && unseen === 0 && !collapsed.has(id)}
          data-testid={`act-${act}`}
          onClick={() => actOn(act, id)}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      ))}
      <button type="button" data-testid="act-path" onClick={() => startPath(id)}>
        <Icon name="path" />
        <span>{t("linkTo")}</span>
      </button>
      <button type="button" data-testid="act-dossier" onClick={() => go({ view: "dossier" })}>
        <Icon name="dossier" />
        <span>{t("dossier")}</span>
      </button>
    </div>
  );
}

/** Acts and who stands behind them come before what a node belongs to, however often that is said. */
const rankOf = (relation: Relation): number => Number(familyOf(relation) === "structure");

export function RelationCounts() {
  const t = say.value;
  if (counts.value.size === 0) return null;
  const sorted = [...counts.value].sort(([a, x], [b, y]) => rankOf(a) - rankOf(b) || y.all - x.all || (a < b ? -1 : 1));
  return (
    <ul class="counts" aria-label={t("relations")} data-testid="relation-counts">
      {sorted.map(([relation, { all, claimed, unseen }]) => (
        <li key={relation}>
          <button
            type="button"
            class={claimed === all ? "claimed" : undefined}
            aria-pressed={keptRelation.value === relation}
            title={t("onlyRelation")}
            onClick={() => {
              keptRelation.value = keptRelation.value === relation ? null : relation;
            }}
          >
            {t(relation)} {all}
            {claimed > 0 && <i> · {t(claimed === all ? "allClaimed" : "countClaimed", { count: claimed })}</i>}
          </button>
          {unseen > 0 && <small> {t("unseen", { count: unseen })}</small>}
        </li>
      ))}
    </ul>
  );
}

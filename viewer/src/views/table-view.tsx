/** What the canvas shows, as two tables: entities and relations. The same nodes, the same edges. */
import { useSignal } from "@preact/signals";
import type { Edge, GraphNode } from "../../../graph/model.js";
import { LineMark, TypeMark } from "../marks.js";
import { countryName } from "../model/countries.js";
import { familyColour, familyOf } from "../model/families.js";
import { isNameless, nameIn } from "../model/graph-index.js";
import { isFact, lineOfEdge, rankOfEdge } from "../model/standing.js";
import { edgeCaveat, relationText } from "../model/wording.js";
import { NodeLink } from "../node-link.js";
import { drawn, index, language, neighbours, say, select, selection, theme } from "../state.js";
import type { StringKey } from "../strings/strings.js";
import { type Column, SortableTable } from "./sortable-table.js";

export function TableView() {
  const t = say.value;
  const shown = useSignal<"entities" | "relations">("entities");
  return (
    <div class="tables">
      <div class="switch" role="group" aria-label={t("view_table")}>
        {(["entities", "relations"] as const).map((which) => (
          <button
            type="button"
            key={which}
            aria-pressed={shown.value === which}
            data-testid={`table-${which}`}
            onClick={() => {
              shown.value = which;
            }}
          >
            {t(which)} <small>{which === "entities" ? drawn.value.nodes.size : drawn.value.edges.length}</small>
          </button>
        ))}
      </div>
      {shown.value === "entities" ? <Entities /> : <Relations />}
    </div>
  );
}

function Entities() {
  const t = say.value;
  const data = index.value;
  if (data === null) return null;
  const name = (n: GraphNode) => (isNameless(n) ? t("someone") : nameIn(n, language.value));
  const columns: readonly Column<GraphNode>[] = [
    {
      key: "name",
      label: t("colName"),
      value: name,
      cell: (n) => (
        <span class="status-cell">
          <TypeMark type={n.type} isHollow={!n.named} />
          <button type="button" class={`link ${n.named ? "" : "unnamed"}`} onClick={() => select("node", n.id)}>
            {name(n)}
          </button>
        </span>
      ),
    },
    { key: "type", label: t("colType"), value: (n) => t(`type_${n.type}` as StringKey) },
    {
      key: "country",
      label: t("country"),
      value: (n) => (n.country === null ? "" : countryName(n.country, language.value)),
    },
    { key: "relations", label: t("relations"), isCount: true, value: (n) => neighbours.value.get(n.id)?.length ?? 0 },
    { key: "claims", label: t("view_claims"), isCount: true, value: (n) => data.claimsOf.get(n.id)?.length ?? 0 },
    {
      key: "articles",
      label: t("colArticles"),
      isCount: true,
      value: (n) => new Set(n.mentions.map((m) => m.article)).size,
    },
  ];
  return (
    <SortableTable
      id="entities-table"
      label={t("entities")}
      columns={columns}
      rows={[...drawn.value.nodes].sort().flatMap((id) => data.nodes.get(id) ?? [])}
      rowKey={(n) => n.id}
      firstSort="relations"
      isChosen={(n) => selection.value?.id === n.id}
    />
  );
}

function Relations() {
  const t = say.value;
  const data = index.value;
  if (data === null) return null;
  const name = (id: string) => nameIn(data.nodes.get(id), language.value);
  const words = (e: Edge) => edgeCaveat(data, e, language.value, t) || t(`status_${e.status}`);
  const columns: readonly Column<Edge>[] = [
    {
      key: "standing",
      label: t("colStatus"),
      value: (e) => `${rankOfEdge(e)} ${words(e)}`,
      text: words,
      cell: (e) => (
        <span class="status-cell">
          <LineMark line={lineOfEdge(e)} colour={familyColour(familyOf(e.relation), theme.value)} />
          <span>{words(e)}</span>
        </span>
      ),
    },
    { key: "source", label: t("colSource"), value: (e) => name(e.source), cell: (e) => <NodeLink id={e.source} /> },
    {
      key: "relation",
      label: t("colRelation"),
      value: (e) => t(e.relation),
      cell: (e) => (
        <button type="button" class="link relation" data-testid="relation-link" onClick={() => select("edge", e.id)}>
          {relationText(e, t)}
        </button>
      ),
    },
    { key: "target", label: t("colTarget"), value: (e) => name(e.target), cell: (e) => <NodeLink id={e.target} /> },
    { key: "first", label: t("colFirst"), value: (e) => e.firstDay ?? "" },
    { key: "last", label: t("colLast"), value: (e) => e.lastDay ?? "" },
    { key: "sources", label: t("sources"), isCount: true, value: (e) => e.independentSources },
  ];
  return (
    <SortableTable
      id="relations-table"
      label={t("relations")}
      columns={columns}
      rows={[...drawn.value.edges].sort((a, b) => (b.lastDay ?? "").localeCompare(a.lastDay ?? ""))}
      rowKey={(e) => e.id}
      rowClass={(e) => (isFact(e) ? "fact" : "claimed")}
      firstSort="standing"
      isChosen={(e) => selection.value?.id === e.id}
    />
  );
}

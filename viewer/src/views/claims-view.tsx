/** All claims, those that are no relation too: what is planned, possible or denied. */
import { type Claim, STATUSES } from "../../../graph/model.js";
import { LineMark } from "../marks.js";
import { nameIn } from "../model/graph-index.js";
import { lineOfClaim, PLACES, placeOfClaim } from "../model/standing.js";
import { claimCaveat, emptyText, tollText, voicesText, whenText } from "../model/wording.js";
import { NodeLink, RelationLink } from "../node-link.js";
import { claims, filters, index, language, say, selection } from "../state.js";
import { type Column, SortableTable } from "./sortable-table.js";
import { unbroken } from "./unbroken.js";

/** Acts before what merely holds, dated before undated, the latest first. */
const latestFirst = (a: Claim, b: Claim): number =>
  Number(a.event === null) - Number(b.event === null) ||
  (b.when?.from ?? "").localeCompare(a.when?.from ?? "") ||
  (a.id < b.id ? -1 : 1);

export function ClaimsView() {
  const t = say.value;
  const data = index.value;
  if (data === null) return null;
  const name = (id: string) => nameIn(data.nodes.get(id), language.value);
  const columns: readonly Column<Claim>[] = [
    {
      key: "status",
      label: t("colStatus"),
      value: (c) => PLACES.indexOf(placeOfClaim(c)) * 10 + STATUSES.indexOf(c.status),
      text: (c) => claimCaveat(data, c, language.value, t),
      cell: (c) => (
        <span class="status-cell">
          <LineMark line={lineOfClaim(c)} />
          <span>
            <strong class="status">{t(`status_${c.status}`)}</strong>
            {c.contested.length > 0 && <small> {c.contested.map((how) => t(`contested_${how}`)).join(", ")}</small>}
          </span>
        </span>
      ),
    },
    { key: "source", label: t("colSource"), value: (c) => name(c.source), cell: (c) => <NodeLink id={c.source} /> },
    { key: "relation", label: t("colRelation"), value: (c) => t(c.relation), cell: (c) => <RelationLink claim={c} /> },
    { key: "target", label: t("colTarget"), value: (c) => name(c.target), cell: (c) => <NodeLink id={c.target} /> },
    {
      key: "by",
      label: t("colBy"),
      value: (c) => voicesText(data, c, language.value),
      cell: (c) => voicesText(data, c, language.value),
    },
    {
      key: "when",
      label: t("colWhen"),
      value: (c) => c.when?.from ?? c.when?.to ?? "",
      cell: (c) => unbroken(whenText(c.when, t)),
    },
    { key: "where", label: t("colWhere"), value: (c) => (c.where === null ? "" : name(c.where)) },
    { key: "toll", label: t("colToll"), value: (c) => tollText(c, t) },
    {
      key: "articles",
      label: t("colArticles"),
      isCount: true,
      value: (c) => new Set(c.evidence.map((e) => e.article)).size,
    },
  ];
  return (
    <SortableTable
      id="claims-table"
      label={t("view_claims")}
      columns={columns}
      rows={[...claims.value].sort(latestFirst)}
      rowKey={(c) => c.id}
      rowClass={placeOfClaim}
      firstSort="status"
      empty={emptyText(data, filters.value, t)}
      isChosen={(c) =>
        selection.value?.id === c.id ||
        (selection.value?.what === "edge" && data.edgeOfClaim.get(c.id)?.id === selection.value.id)
      }
    />
  );
}

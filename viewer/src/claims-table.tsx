/** All claims as a table that sorts: the same content without the canvas. */
import { useSignal } from "@preact/signals";
import { type Claim, STATUSES } from "../../graph/model.js";
import { NodeLink, whenText } from "./claim-card.js";
import { nameIn } from "./model/graph-index.js";
import { claims, index, language, say, select } from "./state.js";
import type { StringKey } from "./strings/strings.js";

const MOST_ROWS = 200;
const COLUMNS = ["Status", "Source", "Relation", "Target", "When", "By", "Articles"] as const;
type Column = (typeof COLUMNS)[number];

function keyOf(claim: Claim, column: Column): string | number {
  const name = (id: string) => nameIn(index.value?.nodes.get(id), language.value).toLowerCase();
  switch (column) {
    case "Status":
      return STATUSES.indexOf(claim.status);
    case "Source":
      return name(claim.source);
    case "Relation":
      return say.value(claim.relation);
    case "Target":
      return name(claim.target);
    case "When":
      return claim.when?.from ?? "9999";
    case "By":
      return claim.by.map(name).join();
    case "Articles":
      return -new Set(claim.evidence.map((e) => e.article)).size;
  }
}

export function ClaimsTable() {
  const t = say.value;
  const sort = useSignal<{ readonly column: Column; readonly descending: boolean }>({
    column: "When",
    descending: false,
  });
  const most = useSignal(MOST_ROWS);
  const { column, descending } = sort.value;
  const rows = [...claims.value].sort((a, b) => {
    const [x, y] = [keyOf(a, column), keyOf(b, column)];
    const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
    return (descending ? -order : order) || (a.id < b.id ? -1 : 1);
  });
  return (
    <div class="table" data-testid="claims-table">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((c) => (
              <th key={c} aria-sort={c === column ? (descending ? "descending" : "ascending") : "none"} scope="col">
                <button
                  type="button"
                  title={t("sortBy", { column: t(`col${c}`) })}
                  onClick={() => {
                    sort.value = { column: c, descending: c === column && !descending };
                  }}
                >
                  {t(`col${c}`)}
                  {c === column && <span aria-hidden="true">{descending ? " ↓" : " ↑"}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most.value).map((claim) => (
            <tr key={claim.id} class={claim.class} data-testid="row">
              <td>
                {t(`status_${claim.status}`)}
                {claim.contested.length > 0 && <small> · {t("contestedBy")}</small>}
              </td>
              <td>
                <NodeLink id={claim.source} />
              </td>
              <td>
                <RelationLink claim={claim} />
              </td>
              <td>
                <NodeLink id={claim.target} />
              </td>
              <td>{whenText(claim.when, "")}</td>
              <td>
                {claim.by.map((id) => (
                  <NodeLink key={id} id={id} />
                ))}
              </td>
              <td>{new Set(claim.evidence.map((e) => e.article)).size}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most.value && (
        <button
          type="button"
          onClick={() => {
            most.value += MOST_ROWS;
          }}
        >
          {t("moreClaims", { count: Math.min(MOST_ROWS, rows.length - most.value) })}
        </button>
      )}
      {rows.length === 0 && <p class="hint">{t("empty")}</p>}
    </div>
  );
}

/** Opens the edge where the claim is part of one, else its source. */
function RelationLink({ claim }: { readonly claim: Claim }) {
  const edge = index.value?.graph.edges.find((e) => e.claims.includes(claim.id));
  return (
    <button
      type="button"
      class="link"
      data-testid="relation-link"
      onClick={() => (edge === undefined ? select("node", claim.source) : select("edge", edge.id))}
    >
      {say.value(claim.relation as StringKey)}
    </button>
  );
}

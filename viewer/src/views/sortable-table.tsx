/** A table that sorts by its heads, shows rows as they are asked for, and is copied as CSV. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { writeCsv } from "../model/export/csv.js";
import { announcement, say } from "../state.js";
import { useWidth } from "./use-width.js";

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** What is sorted by. */
  readonly value: (row: T) => string | number;
  /** Of counts the largest come first. */
  readonly isCount?: true;
  /** What stands in the CSV, where it is not the value. */
  readonly text?: (row: T) => string;
  readonly cell?: (row: T) => ComponentChildren;
}
interface Props<T> {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly rowClass?: (row: T) => string;
  readonly firstSort: string;
  readonly isChosen?: (row: T) => boolean;
  /** What stands where there is no row; that the filters leave none, if nothing else is known. */
  readonly empty?: string;
}
const ROWS = 200;
/** Pixels of a column under which names would break within their words: each row is then a card. */
const COLUMN = 100;

/** What is not there comes last, whichever way the rest goes. */
function compare(a: string | number, b: string | number, descending: boolean): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
  return descending ? -order : order;
}

export function SortableTable<T>(props: Props<T>) {
  const { id, label, columns, rows, rowKey, rowClass, firstSort, isChosen } = props;
  const t = say.value;
  const isCount = (k: string) => columns.find((c) => c.key === k)?.isCount === true;
  const sort = useSignal<{ readonly key: string; readonly descending: boolean }>({
    key: firstSort,
    descending: isCount(firstSort),
  });
  const most = useSignal(ROWS);
  const [box, width] = useWidth();
  const { key, descending } = sort.value;
  const column = columns.find((c) => c.key === key) ?? columns[0];
  const keyed = rows.map((row) => ({ row, value: column?.value(row) ?? "", id: rowKey(row) }));
  // Rows alike keep the order that they came in.
  keyed.sort((a, b) => compare(a.value, b.value, descending));
  const copy = () => {
    const csv = writeCsv([
      columns.map((c) => c.label),
      ...keyed.map(({ row }) => columns.map((c) => (c.text ?? c.value)(row))),
    ]);
    void navigator.clipboard.writeText(csv).then(
      () => {
        announcement.value = t("copied", { count: rows.length });
      },
      () => {
        announcement.value = t("notCopied");
      },
    );
  };
  return (
    <div
      class={`table ${width < columns.length * COLUMN ? "cards" : ""}`}
      data-testid={id}
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <div class="table-tools">
        <button type="button" data-testid={`${id}-copy`} onClick={copy}>
          {t("copyCsv")}
        </button>
      </div>
      <table>
        <caption class="hidden">{label}</caption>
        <thead>
          <tr data-word={t("sortWord")}>
            {columns.map((c) => (
              <th
                key={c.key}
                aria-sort={c.key === key ? (descending ? "descending" : "ascending") : "none"}
                scope="col"
              >
                <button
                  type="button"
                  title={t("sortBy", { column: c.label })}
                  data-testid={`sort-${c.key}`}
                  onClick={() => {
                    sort.value = { key: c.key, descending: c.key === key ? !descending : isCount(c.key) };
                  }}
                >
                  {c.label}
                  {c.key === key && <span aria-hidden="true">{descending ? " ↓" : " ↑"}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed.slice(0, most.value).map(({ row, id: rowId }) => (
            <tr
              key={rowId}
              class={`${rowClass?.(row) ?? ""} ${isChosen?.(row) === true ? "chosen" : ""}`}
              data-testid="row"
              data-id={rowId}
            >
              {columns.map((c) => (
                <td key={c.key} class={`col-${c.key}`} data-label={c.label}>
                  {c.cell === undefined ? c.value(row) : c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most.value && (
        <button
          type="button"
          onClick={() => {
            most.value += ROWS;
          }}
        >
          {t("moreClaims", { count: Math.min(ROWS, rows.length - most.value) })}
        </button>
      )}
      {rows.length === 0 && <p class="hint">{props.empty ?? t("empty")}</p>}
    </div>
  );
}

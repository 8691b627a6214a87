/** Over a picture without lines: why there is none, and where what passes can be read. */
import { emptyText } from "../model/wording.js";
import { claims, drawn, filters, go, index, say } from "../state.js";

export function EmptyCanvas() {
  const t = say.value;
  const data = index.value;
  if (data === null || drawn.value.edges.length > 0) return null;
  const count = claims.value.length;
  return (
    <p class="hint no-lines" data-testid="no-lines">
      {count === 0 ? (
        emptyText(data, filters.value, t)
      ) : (
        <>
          {t("noLines", { count })}{" "}
          <button type="button" class="link" onClick={() => go({ view: "claims" })}>
            {t("view_claims")}
          </button>
        </>
      )}
    </p>
  );
}

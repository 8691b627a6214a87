/** The legend, which is also the filter: relations by family, status, kinds, articles. */
import { KINDS, type Kind, type Relation, STATUSES } from "../../graph/model.js";
import { FAMILIES, type Family, familyColour, kindColour, relationsOf } from "./model/families.js";
import { toggled } from "./model/filters.js";
import { areFiltersOpen, change, filters, index, resetFilters, say, select, theme } from "./state.js";
import { StatusLine } from "./status-line.js";
import type { StringKey } from "./strings/strings.js";

/** The shape of each kind on the canvas. */
export function KindMark({ kind }: { readonly kind: Kind }) {
  const colour = kindColour(kind, theme.value);
  return (
    <svg class="mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {kind === "Actor" && <circle cx="7" cy="7" r="6" fill={colour} />}
      {kind === "Group" && <rect x="1.5" y="1.5" width="11" height="11" fill={colour} />}
      {kind === "Place" && <path d="M7 0 L14 7 L7 14 L0 7 Z" fill={colour} />}
    </svg>
  );
}

function FamilyFilter({ family, counts }: { readonly family: Family; readonly counts: ReadonlyMap<string, number> }) {
  const t = say.value;
  const { hiddenRelations } = filters.value;
  const present = relationsOf(family).filter((r) => (counts.get(r) ?? 0) > 0);
  if (present.length === 0) return null;
  const hidden = present.filter((r) => hiddenRelations.has(r)).length;
  const set = (relations: readonly Relation[], hide: boolean) =>
    change({ hiddenRelations: toggled(hiddenRelations, relations, hide) });
  return (
    <details class="family">
      <summary>
        <input
          type="checkbox"
          checked={hidden === 0}
          ref={(box) => {
            if (box !== null) box.indeterminate = hidden > 0 && hidden < present.length;
          }}
          aria-label={t(`family_${family}`)}
          data-testid={`family-${family}`}
          onClick={(e) => e.stopPropagation()}
          onChange={(e) => set(present, !e.currentTarget.checked)}
        />
        <span class="swatch" style={{ background: familyColour(family, theme.value) }} />
        <span>{t(`family_${family}`)}</span>
        <small>{present.reduce((sum, r) => sum + (counts.get(r) ?? 0), 0)}</small>
      </summary>
      {present.map((relation) => (
        <label key={relation}>
          <input
            type="checkbox"
            checked={!hiddenRelations.has(relation)}
            data-testid={`relation-${relation}`}
            onChange={(e) => set([relation], !e.currentTarget.checked)}
          />
          <span>{t(relation)}</span>
          <small>{counts.get(relation)}</small>
        </label>
      ))}
    </details>
  );
}

function countsOf<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

export function FilterPanel() {
  const t = say.value;
  const data = index.value;
  if (data === null) return null;
  const { hiddenStatuses, hiddenKinds, article, namedOnly, factsOnly } = filters.value;
  const relations = countsOf(data.graph.claims, (c) => c.relation);
  const statuses = countsOf(data.graph.claims, (c) => c.status);
  const kinds = countsOf(data.graph.nodes, (n) => n.kind);
  const ink = theme.value === "dark" ? "#d5dbe1" : "#333b44";
  return (
    <aside class="filters" aria-label={t("filters")} data-testid="filters" data-open={areFiltersOpen.value}>
      <section>
        <h2>{t("relations")}</h2>
        {FAMILIES.map((family) => (
          <FamilyFilter key={family} family={family} counts={relations} />
        ))}
      </section>
      <section>
        <h2>{t("statuses")}</h2>
        {STATUSES.filter((s) => statuses.has(s)).map((status) => (
          <label key={status}>
            <input
              type="checkbox"
              checked={!hiddenStatuses.has(status)}
              data-testid={`status-${status}`}
              onChange={(e) => change({ hiddenStatuses: toggled(hiddenStatuses, [status], !e.currentTarget.checked) })}
            />
            <StatusLine status={status} colour={ink} />
            <span>{t(`status_${status}`)}</span>
            <small>{statuses.get(status)}</small>
          </label>
        ))}
      </section>
      <section>
        <h2>{t("kinds")}</h2>
        {KINDS.filter((k) => kinds.has(k)).map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={!hiddenKinds.has(kind)}
              data-testid={`kind-${kind}`}
              onChange={(e) => change({ hiddenKinds: toggled(hiddenKinds, [kind], !e.currentTarget.checked) })}
            />
            <KindMark kind={kind} />
            <span>{t(`kind_${kind}` as StringKey)}</span>
            <small>{kinds.get(kind)}</small>
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={namedOnly}
            data-testid="named-only"
            onChange={(e) => change({ namedOnly: e.currentTarget.checked })}
          />
          <span>{t("namedOnly")}</span>
        </label>
        <label>
          <input
            type="checkbox"
            checked={factsOnly}
            data-testid="facts-only"
            onChange={(e) => change({ factsOnly: e.currentTarget.checked })}
          />
          <span>{t("factsOnly")}</span>
        </label>
      </section>
      <section>
        <h2>{t("articles")}</h2>
        <select
          aria-label={t("articles")}
          data-testid="article-filter"
          value={article ?? ""}
          onChange={(e) => change({ article: e.currentTarget.value === "" ? null : e.currentTarget.value })}
        >
          <option value="">{t("allArticles")}</option>
          {[...data.graph.articles]
            .sort((a, b) => (a.published ?? "").localeCompare(b.published ?? "") || a.file.localeCompare(b.file))
            .map((a) => (
              <option key={a.id} value={a.id}>
                {[a.published?.slice(0, 10), a.title ?? a.file].filter(Boolean).join(" · ")}
              </option>
            ))}
        </select>
        {article !== null && (
          <button type="button" onClick={() => select("article", article)}>
            {t("readArticle")}
          </button>
        )}
      </section>
      <button type="button" class="reset" data-testid="reset" onClick={resetFilters}>
        {t("reset")}
      </button>
    </aside>
  );
}

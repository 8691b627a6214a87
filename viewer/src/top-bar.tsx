/** Name, search, and the switches of view, theme and language. */
import { useSignal } from "@preact/signals";
import { nameIn } from "./model/graph-index.js";
import { areFiltersOpen, filters, language, say, search, select, theme, view } from "./state.js";
import type { StringKey } from "./strings/strings.js";

const MOST_HITS = 8;

function SearchBox() {
  const t = say.value;
  const query = useSignal("");
  const chosen = useSignal(0);
  const hits = query.value.trim() === "" ? [] : search.value(query.value, MOST_HITS);
  const take = (id: string) => {
    select("node", id);
    query.value = "";
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") chosen.value = Math.min(chosen.value + 1, hits.length - 1);
    else if (event.key === "ArrowUp") chosen.value = Math.max(chosen.value - 1, 0);
    else if (event.key === "Escape") query.value = "";
    else if (event.key === "Enter" && hits[chosen.value] !== undefined) take(hits[chosen.value]?.id ?? "");
    else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <input
        type="search"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="hits"
        aria-activedescendant={hits.length > 0 ? `hit-${chosen.value}` : undefined}
        aria-label={t("search")}
        placeholder={t("search")}
        data-testid="search"
        value={query.value}
        onInput={(e) => {
          query.value = e.currentTarget.value;
          chosen.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      {query.value.trim() !== "" && (
        <div id="hits" class="hits" role="listbox" tabIndex={-1}>
          {hits.length === 0 && <p class="hint">{t("noHits")}</p>}
          {hits.map((node, k) => (
            <button
              type="button"
              role="option"
              id={`hit-${k}`}
              key={node.id}
              aria-selected={k === chosen.value}
              data-testid="hit"
              onClick={() => take(node.id)}
            >
              <span>{nameIn(node, language.value)}</span>
              <small>{t(`type_${node.type}` as StringKey)}</small>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

export function TopBar() {
  const t = say.value;
  const { hiddenRelations, hiddenStatuses, hiddenKinds, article, namedOnly, factsOnly } = filters.value;
  const active =
    hiddenRelations.size +
    hiddenStatuses.size +
    hiddenKinds.size +
    Number(article !== null) +
    Number(namedOnly) +
    Number(factsOnly);
  return (
    <header class="bar">
      <h1>{t("title")}</h1>
      <SearchBox />
      <nav>
        <button
          type="button"
          class="filters-toggle"
          aria-expanded={areFiltersOpen.value}
          data-testid="filters-toggle"
          onClick={() => {
            areFiltersOpen.value = !areFiltersOpen.value;
          }}
        >
          {t("filters")}
          {active > 0 && <span class="count">{active}</span>}
        </button>
        <span class="switch" role="group" aria-label={`${t("viewGraph")} / ${t("viewList")}`}>
          {(["graph", "list"] as const).map((v) => (
            <button
              type="button"
              key={v}
              aria-pressed={view.value === v}
              data-testid={`view-${v}`}
              onClick={() => {
                view.value = v;
              }}
            >
              {t(v === "graph" ? "viewGraph" : "viewList")}
            </button>
          ))}
        </span>
        <button
          type="button"
          class="icon"
          aria-label={t("theme")}
          title={t("theme")}
          data-testid="theme"
          onClick={() => {
            theme.value = theme.value === "dark" ? "light" : "dark";
          }}
        >
          {theme.value === "dark" ? "☀" : "☾"}
        </button>
        <button
          type="button"
          data-testid="language"
          onClick={() => {
            language.value = language.value === "fr" ? "en" : "fr";
          }}
        >
          {language.value === "fr" ? "EN" : "FR"}
          <span class="hidden">{t("language")}</span>
        </button>
      </nav>
    </header>
  );
}

/** Name, search, views, history, and the switches of theme and language. */
import { ExportMenu } from "./export-menu.js";
import { Icon } from "./icon.js";
import { IconButton } from "./icon-button.js";
import { countActive } from "./model/filters.js";
import { hasFilters, type View } from "./model/screen.js";
import { NodeSearch } from "./node-search.js";
import { isPathOpen } from "./panel/path-panel.js";
import { server } from "./server.js";
import {
  adjust,
  areFiltersOpen,
  ask,
  deselect,
  filters,
  go,
  language,
  redo,
  redoable,
  say,
  select,
  theme,
  undo,
  undoable,
  view,
} from "./state.js";
import type { StringKey } from "./strings/strings.js";

export function ViewTabs() {
  const t = say.value;
  const tabs: View[] = ["graph", "table", "claims", "timeline", "read"];
  if (server.value?.query === true) tabs.push("console");
  return (
    <nav class="tabs" aria-label={t("views")}>
      {tabs.map((v) => (
        <button
          type="button"
          key={v}
          aria-current={view.value === v ? "page" : undefined}
          data-testid={`view-${v}`}
          onClick={() => go({ view: v })}
        >
          {t(`view_${v}` as StringKey)}
        </button>
      ))}
    </nav>
  );
}

function FiltersToggle() {
  const t = say.value;
  const active = countActive(filters.value);
  return (
    <button
      type="button"
      class="filters-toggle"
      aria-expanded={areFiltersOpen.value}
      data-testid="filters-toggle"
      onClick={() => {
        areFiltersOpen.value = !areFiltersOpen.value;
      }}
    >
      <Icon name="filter" />
      <span class="word">{t("filters")}</span>
      {active > 0 && <span class="count">{active}</span>}
    </button>
  );
}

export function TopBar() {
  const t = say.value;
  const isDark = theme.value === "dark";
  return (
    <header class="bar">
      <h1>{t("title")}</h1>
      {hasFilters(view.value) && <FiltersToggle />}
      <NodeSearch id="search" label={t("search")} onTake={(id) => select("node", id)} onAsk={ask} />
      <ViewTabs />
      <div class="tools">
        <button
          type="button"
          class="links-toggle"
          aria-pressed={isPathOpen.value}
          title={t("pathTitle")}
          data-testid="paths-toggle"
          onClick={() => {
            isPathOpen.value = !isPathOpen.value;
            if (isPathOpen.value) deselect();
            else go({ path: null });
          }}
        >
          <Icon name="path" />
          <span class="word">{t("pathShort")}</span>
        </button>
        <IconButton icon="undo" label={t("undo")} disabled={!undoable.value} testId="undo" onClick={undo} />
        <IconButton icon="redo" label={t("redo")} disabled={!redoable.value} testId="redo" onClick={redo} />
        <ExportMenu />
        <IconButton
          icon={isDark ? "sun" : "moon"}
          label={t(isDark ? "themeLight" : "themeDark")}
          testId="theme"
          onClick={() => {
            theme.value = isDark ? "light" : "dark";
          }}
        />
        <button
          type="button"
          class="icon"
          lang={language.value === "fr" ? "en" : "fr"}
          title={t("language")}
          data-testid="language"
          onClick={() => adjust({ language: language.value === "fr" ? "en" : "fr" })}
        >
          {language.value === "fr" ? "EN" : "FR"}
          <span class="hidden">{t("language")}</span>
        </button>
      </div>
    </header>
  );
}

/** The screen: bar, filters, a view with its time slider, and the panel of what is chosen. */
import { GraphView } from "./canvas/graph-view.js";
import { Legend } from "./legend/legend.js";
import { hasFilters } from "./model/screen.js";
import { isPanelOpen, Panel } from "./panel/panel.js";
import { ShownLine } from "./shown-line.js";
import { announcement, areFiltersOpen, index, problem, say, view } from "./state.js";
import { TimeSlider } from "./time-slider.js";
import { TopBar, ViewTabs } from "./top-bar.js";
import { ClaimsView } from "./views/claims-view.js";
import { ConsoleView } from "./views/console-view.js";
import { DossierView } from "./views/dossier-view.js";
import { ReadingView } from "./views/reading-view.js";
import { TableView } from "./views/table-view.js";
import { TimelineView } from "./views/timeline-view.js";

const VIEWS = {
  table: TableView,
  claims: ClaimsView,
  timeline: TimelineView,
  read: ReadingView,
  dossier: DossierView,
  console: ConsoleView,
};

export function App() {
  const t = say.value;
  if (problem.value !== null)
    return (
      <main class="message" role="alert" data-testid="problem">
        {t(problem.value.code, { message: problem.value.message })}
      </main>
    );
  if (index.value === null) return <main class="message">{t("loading")}</main>;
  const isEmpty = index.value.graph.claims.length === 0;
  const View = view.value === "graph" ? null : VIEWS[view.value];
  const isFiltered = hasFilters(view.value);
  const isOpen = isPanelOpen.value && view.value !== "dossier";
  return (
    <div
      class={`app view-${view.value} ${isFiltered && areFiltersOpen.value ? "with-filters" : ""} ${isOpen ? "with-panel" : ""}`}
    >
      <TopBar />
      {isFiltered && <Legend />}
      <main class="stage">
        {isEmpty ? (
          <p class="message">{t("emptyGraph")}</p>
        ) : (
          <>
            <div class="view">{View === null ? <GraphView /> : <View />}</div>
            {isFiltered && (
              <div class="foot">
                <ShownLine />
                <TimeSlider />
              </div>
            )}
          </>
        )}
      </main>
      {isOpen && <Panel />}
      <div class="bottom-tabs">
        <ViewTabs />
      </div>
      <p class="hidden" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </div>
  );
}

/** The screen: bar, filters, graph or list, and the panel of what is chosen. */
import { ClaimsTable } from "./claims-table.js";
import { FilterPanel } from "./filter-panel.js";
import { GraphView } from "./graph-view.js";
import { Panel } from "./panel.js";
import { areFiltersOpen, claims, edges, index, nodes, problem, say, selection, view } from "./state.js";
import { TopBar } from "./top-bar.js";

export function App() {
  const t = say.value;
  if (problem.value !== null)
    return (
      <main class="message" role="alert" data-testid="problem">
        {t(problem.value.code, { message: problem.value.message })}
      </main>
    );
  if (index.value === null) return <main class="message">{t("loading")}</main>;
  const isEmpty = index.value.graph.edges.length === 0;
  return (
    <div class={`app ${areFiltersOpen.value ? "with-filters" : ""} ${selection.value === null ? "" : "with-panel"}`}>
      <TopBar />
      <FilterPanel />
      <main class="stage">
        {view.value === "list" ? <ClaimsTable /> : isEmpty ? <p class="message">{t("emptyGraph")}</p> : <GraphView />}
        <p class="shown" data-testid="shown" aria-live="polite">
          {view.value === "list"
            ? t("claims", { count: claims.value.length })
            : edges.value.length === 0 && !isEmpty
              ? t("empty")
              : t("shown", { nodes: nodes.value.size, edges: edges.value.length })}
        </p>
      </main>
      <Panel />
    </div>
  );
}

/** What is shown and how much is not: never a silent gap. */
import { countActive } from "./model/filters.js";
import { nameIn } from "./model/graph-index.js";
import { claims, drawn, filters, go, index, language, say, screen, showAll, view } from "./state.js";

export function ShownLine() {
  const t = say.value;
  const { nodes, edges, hiddenNodes, hiddenEdges, isPart } = drawn.value;
  const { scope, hidden, collapsed } = screen.value;
  // The core of a large graph leaves out what no filter does: there is nothing to take back then.
  const canReset = countActive(filters.value) > 0 || scope !== null || hidden.size + collapsed.size > 0;
  const isClaims = view.value === "claims" || view.value === "timeline";
  const all = index.value?.graph.claims.length ?? 0;
  const missing = isClaims ? all - claims.value.length : hiddenNodes + hiddenEdges;
  return (
    <p class="shown" data-testid="shown" aria-live="polite">
      <span>
        {isClaims
          ? t("claims", { count: claims.value.length })
          : t("shown", { nodes: nodes.size, edges: edges.length })}
      </span>
      {missing > 0 && (
        <span data-testid="hidden-count">
          {isClaims
            ? t("hiddenClaims", { count: missing })
            : t("hiddenParts", { nodes: hiddenNodes, edges: hiddenEdges })}
        </span>
      )}
      {isPart && <span>{t("strongestOnly")}</span>}
      {scope?.kind === "around" && (
        <span class="scope">
          {t("around", { name: nameIn(index.value?.nodes.get(scope.id), language.value) })}
          {[1, 2, 3].map((depth) => (
            <button
              type="button"
              key={depth}
              aria-pressed={scope.depth === depth}
              aria-label={t("depth", { depth })}
              data-testid={`depth-${depth}`}
              onClick={() => go({ scope: { ...scope, depth } })}
            >
              {depth}
            </button>
          ))}
        </span>
      )}
      {scope?.kind === "only" && <span>{t("onlyChosen")}</span>}
      {hidden.size > 0 && (
        <button type="button" class="link" data-testid="unhide" onClick={() => go({ hidden: new Set() })}>
          {t("unhide", { count: hidden.size })}
        </button>
      )}
      {canReset && (
        <button type="button" class="link" data-testid="reset" onClick={showAll}>
          {t("reset")}
        </button>
      )}
    </p>
  );
}

/** A node or a relation as one page for paper: what is said, by whom, with every quote and its source. */
import { Icon } from "../icon.js";
import { byDay } from "../model/articles.js";
import { claimsOfEdge } from "../model/graph-index.js";
import { ClaimSections } from "../panel/claim-sections.js";
import { EdgeHead } from "../panel/edge-panel.js";
import { NodeHead } from "../panel/node-panel.js";
import { go, index, read, say, selection } from "../state.js";

export function DossierView() {
  const t = say.value;
  const data = index.value;
  const chosen = selection.value;
  if (data === null) return null;
  const node = chosen?.what === "node" ? data.nodes.get(chosen.id) : undefined;
  const edge = chosen?.what === "edge" ? data.edges.get(chosen.id) : undefined;
  const claims =
    node !== undefined ? (data.claimsOf.get(node.id) ?? []) : edge !== undefined ? claimsOfEdge(data, edge) : [];
  const cited = new Set(claims.flatMap((c) => c.evidence.map((e) => e.article)));
  const sources = byDay([...cited].flatMap((id) => data.articles.get(id) ?? []));
  return (
    <div class="dossier" data-testid="dossier" tabIndex={0} role="region" aria-label={t("dossier")}>
      <div class="dossier-tools">
        <button type="button" onClick={() => go({ view: "graph" })}>
          <Icon name="back" /> <span>{t("view_graph")}</span>
        </button>
        <button type="button" data-testid="print" onClick={() => print()}>
          <Icon name="print" /> <span>{t("print")}</span>
        </button>
      </div>
      {node === undefined && edge === undefined ? (
        <p class="hint">{t("selectHint")}</p>
      ) : (
        <div class="paper">
          {node !== undefined && <NodeHead node={node} />}
          {edge !== undefined && <EdgeHead edge={edge} />}
          <p class="facts">
            {t("dossierOf", { claims: claims.length, articles: sources.length })} {t("dossierWarning")}
          </p>
          <ClaimSections claims={claims} isWhole />
          <section class="standing">
            <h3>{t("sources")}</h3>
            <ol class="sources">
              {sources.map((a) => (
                <li key={a.id}>
                  <button type="button" class="link" onClick={() => read(a.id, null)}>
                    {a.title ?? a.file}
                  </button>{" "}
                  <small>{[a.publisher, a.published?.slice(0, 10), a.file].filter(Boolean).join(" · ")}</small>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </div>
  );
}

/** What is chosen: a node with all that is said of it, a relation with its claims, or an article. */
import { useSignal } from "@preact/signals";
import type { Claim, Edge, GraphNode } from "../../graph/model.js";
import { STATUSES } from "../../graph/model.js";
import { ArticleText } from "./article-text.js";
import { ClaimCard, NodeLink } from "./claim-card.js";
import { KindMark } from "./filter-panel.js";
import { claimsOfEdge, nameIn } from "./model/graph-index.js";
import { index, language, say, selection } from "./state.js";
import type { StringKey } from "./strings/strings.js";

const FIRST_SHOWN = 20;

/** Facts before allegations, those before what was not done; then the latest. */
const order = (a: Claim, b: Claim): number =>
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || (b.when?.from ?? "").localeCompare(a.when?.from ?? "");

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  const t = say.value;
  const most = useSignal(FIRST_SHOWN);
  if (claims.length === 0) return <p class="hint">{t("noClaims")}</p>;
  const sorted = [...claims].sort(order);
  return (
    <>
      {sorted.slice(0, most.value).map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
      {sorted.length > most.value && (
        <button
          type="button"
          onClick={() => {
            most.value += FIRST_SHOWN;
          }}
        >
          {t("moreClaims", { count: Math.min(FIRST_SHOWN, sorted.length - most.value) })}
        </button>
      )}
    </>
  );
}

const countOf = (claims: readonly Claim[], t: typeof say.value): string =>
  claims.length === 1 ? t("oneClaim") : t("claims", { count: claims.length });

function NodePanel({ node }: { readonly node: GraphNode }) {
  const t = say.value;
  const claims = index.value?.claimsOf.get(node.id) ?? [];
  const shown = nameIn(node, language.value);
  const others = [...new Set([node.name, ...Object.values(node.names).flat()])].filter((n) => n !== shown);
  return (
    <>
      <h2 data-testid="panel-title">
        <KindMark kind={node.kind} /> {node.type === "unknown" ? t("openAgent") : shown}
      </h2>
      <p class="facts">
        {t(`type_${node.type}` as StringKey)}
        {node.subtype !== null && ` · ${node.subtype}`}
        {node.country !== null && ` · ${node.country}`}
        {!node.named && node.type !== "unknown" && ` · ${t("unnamed")}`}
        {node.mentions.length > 0 &&
          ` · ${t("mentions", { count: node.mentions.length, articles: new Set(node.mentions.map((m) => m.article)).size })}`}
      </p>
      {others.length > 0 && (
        <p class="facts">
          {t("aliases")} {others.slice(0, 12).join(" · ")}
        </p>
      )}
      <h3>{countOf(claims, t)}</h3>
      <Claims key={node.id} claims={claims} />
    </>
  );
}

function EdgePanel({ edge }: { readonly edge: Edge }) {
  const t = say.value;
  const claims = index.value === null ? [] : claimsOfEdge(index.value, edge);
  return (
    <>
      <h2 data-testid="panel-title">
        <NodeLink id={edge.source} /> <em>{t(edge.relation)}</em> <NodeLink id={edge.target} />
      </h2>
      <p class="facts">
        {t(`status_${edge.status}`)}
        {edge.contested && ` · ${t("contestedBy")}`}
        {edge.withdrawn && ` · ${t("withdrawn")}`}
        {edge.firstDay !== null &&
          ` · ${edge.firstDay}${edge.lastDay !== edge.firstDay ? ` – ${edge.lastDay ?? "…"}` : ""}`}
      </p>
      <h3>{countOf(claims, t)}</h3>
      <Claims key={edge.id} claims={claims} />
    </>
  );
}

export function Panel() {
  const t = say.value;
  const data = index.value;
  const chosen = selection.value;
  if (data === null || chosen === null) return null;
  const node = chosen.what === "node" ? data.nodes.get(chosen.id) : undefined;
  const edge = chosen.what === "edge" ? data.edges.get(chosen.id) : undefined;
  const article = chosen.what === "article" ? data.articles.get(chosen.id) : undefined;
  return (
    <aside class="panel" data-testid="panel" aria-label={t("evidence")}>
      <button
        type="button"
        class="close icon"
        aria-label={t("close")}
        data-testid="close-panel"
        onClick={() => {
          selection.value = null;
        }}
      >
        ×
      </button>
      {node !== undefined && <NodePanel node={node} />}
      {edge !== undefined && <EdgePanel edge={edge} />}
      {article !== undefined && <ArticleText article={article} />}
      {node === undefined && edge === undefined && article === undefined && <p class="hint">{t("selectHint")}</p>}
    </aside>
  );
}

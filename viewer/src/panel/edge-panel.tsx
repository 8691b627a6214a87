/** A relation with its claims, and a claim that is no relation. */
import { Fragment } from "preact";
import type { Claim, Edge } from "../../../graph/model.js";
import { Icon } from "../icon.js";
import { LineMark } from "../marks.js";
import { familyColour, familyOf } from "../model/families.js";
import { claimsOfEdge } from "../model/graph-index.js";
import { isFact, lineOfEdge } from "../model/standing.js";
import { edgeCaveat, spanText } from "../model/wording.js";
import { NodeLink } from "../node-link.js";
import { go, index, language, say, theme } from "../state.js";
import { ClaimCard } from "./claim-card.js";
import { ClaimSections } from "./claim-sections.js";

export function EdgeHead({ edge }: { readonly edge: Edge }) {
  const t = say.value;
  const data = index.value;
  const caveat = data === null ? "" : edgeCaveat(data, edge, language.value, t);
  const days = edge.firstDay === null ? null : spanText(edge.firstDay, edge.lastDay ?? edge.firstDay);
  return (
    <>
      <h2 data-testid="panel-title" tabIndex={-1}>
        <NodeLink id={edge.source} /> <em>{t(edge.relation)}</em> <NodeLink id={edge.target} />
      </h2>
      <p class={`verdict ${isFact(edge) ? "fact" : "claimed"}`} data-testid="verdict">
        <LineMark line={lineOfEdge(edge)} colour={familyColour(familyOf(edge.relation), theme.value)} />
        <strong>{t(isFact(edge) ? "verdictFact" : "verdictNoFact")}</strong>
        {caveat !== "" && <span>{caveat}</span>}
      </p>
      <p class="facts">
        {[
          t("sourcesCount", { sources: edge.independentSources, articles: edge.articles }),
          days,
          edge.withdrawn ? t("withdrawn") : null,
        ]
          .filter((x) => x !== null)
          .map((fact, k) => (
            <Fragment key={fact}>
              {k > 0 && " · "}
              <span class="whole">{fact}</span>
            </Fragment>
          ))}
      </p>
    </>
  );
}

export function EdgePanel({ edge }: { readonly edge: Edge }) {
  const t = say.value;
  const data = index.value;
  if (data === null) return null;
  // What the two say and do to each other otherwise is one click away.
  const between = (data.edgesOf.get(edge.source) ?? []).filter(
    (e) =>
      e.id !== edge.id &&
      (e.source === edge.target || e.target === edge.target) &&
      (e.source === edge.source || e.target === edge.source),
  );
  return (
    <>
      <EdgeHead edge={edge} />
      <div class="actions">
        <button type="button" data-testid="act-dossier" onClick={() => go({ view: "dossier" })}>
          <Icon name="dossier" />
          <span>{t("dossier")}</span>
        </button>
      </div>
      <ClaimSections claims={claimsOfEdge(data, edge)} />
      {between.length > 0 && (
        <section class="standing">
          <h3>{t("alsoBetween")}</h3>
          <ul class="plain">
            {between.map((e) => (
              <li key={e.id}>
                <LineMark line={lineOfEdge(e)} colour={familyColour(familyOf(e.relation), theme.value)} />
                <button type="button" class="link" onClick={() => go({ selection: { what: "edge", id: e.id } })}>
                  {t(e.relation)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function ClaimPanel({ claim }: { readonly claim: Claim }) {
  const t = say.value;
  return (
    <>
      <h2 data-testid="panel-title" tabIndex={-1}>
        <NodeLink id={claim.source} /> <em>{t(claim.relation)}</em> <NodeLink id={claim.target} />
      </h2>
      <ClaimCard claim={claim} />
    </>
  );
}

/** How two nodes are linked: the two are asked for, then the chain is told step by step with its evidence. */
import { signal } from "@preact/signals";
import { LineMark } from "../marks.js";
import { familyColour, familyOf } from "../model/families.js";
import { nameIn } from "../model/graph-index.js";
import type { Path, Step } from "../model/paths.js";
import { isFact, lineOfEdge } from "../model/standing.js";
import { edgeCaveat } from "../model/wording.js";
import { NodeLink } from "../node-link.js";
import { NodeSearch } from "../node-search.js";
import { pathNumber, paths, shownPaths } from "../paths.js";
import { go, index, language, say, screen, select, theme } from "../state.js";
import { Sentence } from "./sentence.js";

export const isPathOpen = signal(screen.peek().path !== null);
const ends = signal<readonly [string, string]>(screen.peek().path ?? ["", ""]);

/** Opens the form with its first end filled in. */
export function startPath(from: string): void {
  ends.value = [from, ""];
  isPathOpen.value = true;
  go({ selection: null, path: null });
}

function setEnd(at: 0 | 1, id: string): void {
  const next: readonly [string, string] = at === 0 ? [id, ends.value[1]] : [ends.value[0], id];
  ends.value = next;
  if (next[0] !== "" && next[1] !== "") go({ path: next, selection: null });
}

function StepItem({ step, isWeakest }: { readonly step: Step; readonly isWeakest: boolean }) {
  const t = say.value;
  const data = index.value;
  const [best, ...others] = step.edges;
  if (best === undefined || data === null) return null;
  const caveat = edgeCaveat(data, best, language.value, t);
  const evidence = best.claims.flatMap((id) => data.claims.get(id)?.evidence ?? [])[0];
  return (
    <li class={`step ${isFact(best) ? "fact" : "claimed"}`} data-testid="step">
      <p class="statement">
        <NodeLink id={best.source} />{" "}
        <button type="button" class="link relation" onClick={() => select("edge", best.id)}>
          {t(best.relation)}
        </button>{" "}
        <NodeLink id={best.target} />
      </p>
      <p class="details">
        <LineMark line={lineOfEdge(best)} colour={familyColour(familyOf(best.relation), theme.value)} />
        <span>{caveat === "" ? t(`status_${best.status}`) : caveat}</span>
        {isWeakest && <span class="tag warn">{t("weakest")}</span>}
      </p>
      {evidence !== undefined && <Sentence evidence={evidence} />}
      {others.length > 0 && (
        <p class="facts">
          {t("also")}{" "}
          {others.map((e, k) => (
            <span key={e.id}>
              {k > 0 && ", "}
              <button type="button" class="link" onClick={() => select("edge", e.id)}>
                {t(e.relation)}
              </button>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function Verdict({ path }: { readonly path: Path }) {
  const t = say.value;
  const weakest = path.steps[path.weakest]?.edges[0];
  const data = index.value;
  if (weakest === undefined || data === null) return null;
  const caveat = edgeCaveat(data, weakest, language.value, t) || t(`status_${weakest.status}`);
  return (
    <p class="notice" data-testid="weakest-link">
      {t("pathSteps", { count: path.steps.length })}{" "}
      {t(path.isEven && caveat === t(`status_${weakest.status}`) ? "allLinksAre" : "weakestIs", { status: caveat })}
    </p>
  );
}

export function PathPanel() {
  const t = say.value;
  const data = index.value;
  const [from, to] = screen.value.path ?? ends.value;
  const name = (id: string) => (id === "" ? "" : nameIn(data?.nodes.get(id), language.value));
  const found = paths.value;
  const [path] = shownPaths.value;
  return (
    <>
      <h2 data-testid="panel-title" tabIndex={-1}>
        {t("pathTitle")}
      </h2>
      <p class="facts">{t("pathHint")}</p>
      <div class="ends">
        <span aria-hidden="true">{t("pathFrom")}</span>
        <NodeSearch id="path-from" label={t("pathFrom")} value={name(from)} onTake={(id) => setEnd(0, id)} />
        <span aria-hidden="true">{t("pathTo")}</span>
        <NodeSearch id="path-to" label={t("pathTo")} value={name(to)} onTake={(id) => setEnd(1, id)} />
      </div>
      {screen.value.path !== null && found.length === 0 && (
        <p class="notice" data-testid="no-path">
          {t("noPath", { from: name(from), to: name(to) })}
        </p>
      )}
      {path !== undefined && (
        <>
          <Verdict path={path} />
          {found.length > 1 && (
            <div class="actions" role="group" aria-label={t("otherPaths")}>
              {found.map((p, k) => (
                <button
                  type="button"
                  key={p.steps.map((s) => s.to).join()}
                  aria-pressed={p === path}
                  onClick={() => {
                    pathNumber.value = k;
                  }}
                >
                  {t("pathNumber", { n: k + 1 })}
                </button>
              ))}
            </div>
          )}
          <ol class="chain">
            {path.steps.map((step, k) => (
              <StepItem key={step.to} step={step} isWeakest={!path.isEven && k === path.weakest} />
            ))}
          </ol>
          <button
            type="button"
            data-testid="only-path"
            onClick={() =>
              go({
                scope: { kind: "only", ids: [path.steps[0]?.from ?? "", ...path.steps.map((s) => s.to)] },
                view: "graph",
              })
            }
          >
            {t("onlyPath")}
          </button>
        </>
      )}
    </>
  );
}

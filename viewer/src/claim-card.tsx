/** One claim: status in words, ends, who says so, when, where, how, and the sentences that say it. */
import type { Claim, Count, Evidence, TollKey } from "../../graph/model.js";
import { familyColour, familyOf } from "./model/families.js";
import { nameIn } from "./model/graph-index.js";
import { markSentence } from "./model/marks.js";
import { index, language, say, select, theme } from "./state.js";
import { StatusLine } from "./status-line.js";
import type { Say, StringKey } from "./strings/strings.js";

export function NodeLink({ id }: { readonly id: string }) {
  const node = index.value?.nodes.get(id);
  return (
    <button type="button" class={`link ${node?.named === true ? "" : "unnamed"}`} onClick={() => select("node", id)}>
      {nameIn(node, language.value)}
    </button>
  );
}

function countText({ min, max, words }: Count, t: Say): string {
  if (words !== null) return words;
  if (min !== null && max !== null) return min === max ? String(min) : `${min}–${max}`;
  if (min !== null) return t("atLeast", { n: min });
  return max === null ? "?" : t("atMost", { n: max });
}

export function whenText(when: Claim["when"], undated: string): string {
  if (when === null || (when.from === null && when.to === null)) return undated;
  if (when.precision === "year") return (when.from ?? when.to ?? "").slice(0, 4);
  if (when.precision === "month") return (when.from ?? when.to ?? "").slice(0, 7);
  return when.from === when.to ? (when.from ?? "") : `${when.from ?? "…"} – ${when.to ?? "…"}`;
}

function Sentence({ evidence }: { readonly evidence: Evidence }) {
  const t = say.value;
  const article = index.value?.articles.get(evidence.article);
  return (
    <blockquote lang={article?.language ?? undefined} data-testid="evidence">
      <p>
        {markSentence(evidence).map(({ text, parts }, k) =>
          parts.length === 0 ? (
            text
          ) : (
            <mark
              key={`${k} ${text}`}
              class={parts.join(" ")}
              title={parts.map((p) => t(p)).join(", ")}
              data-part={parts.join(" ")}
            >
              {text}
            </mark>
          ),
        )}
      </p>
      <footer>
        <button type="button" class="link" onClick={() => select("article", evidence.article)}>
          {article?.title ?? article?.file ?? evidence.article}
        </button>
        {[article?.publisher, article?.published?.slice(0, 10)].filter(Boolean).map((text) => (
          <span key={text}> · {text}</span>
        ))}
        {evidence.attribution !== null && <span> · {evidence.attribution}</span>}
      </footer>
    </blockquote>
  );
}

export function ClaimCard({ claim }: { readonly claim: Claim }) {
  const t = say.value;
  const isEdge = claim.class === "happened" || claim.class === "alleged";
  const isOwnWord = claim.by.includes(claim.source);
  const attributions = [...new Set(claim.evidence.flatMap((e) => e.attribution ?? []))];
  return (
    <article class={`claim ${claim.class}`} data-testid="claim" data-claim={claim.id}>
      <header>
        <StatusLine status={claim.status} colour={familyColour(familyOf(claim.relation), theme.value)} />
        <strong class="status" data-testid="claim-status">
          {t(`status_${claim.status}`)}
        </strong>
        {claim.contested.map((how) => (
          <span class="tag" key={how}>
            {t("contestedBy")}: {t(`contested_${how}`)}
          </span>
        ))}
        {!isEdge && <span class="tag">{t("notEdge")}</span>}
      </header>
      <p class="statement">
        <NodeLink id={claim.source} /> <em>{t(claim.relation)}</em> <NodeLink id={claim.target} />
      </p>
      <dl>
        {(claim.by.length > 0 || attributions.length > 0) && (
          <>
            <dt>{t("by")}</dt>
            <dd>
              {claim.by.map((id) => (
                <NodeLink key={id} id={id} />
              ))}
              {attributions.join(", ")}
              {isOwnWord && <span class="tag">{t("ownWord")}</span>}
            </dd>
          </>
        )}
        {claim.when !== null && (
          <>
            <dt>{t("when")}</dt>
            <dd>{whenText(claim.when, t("undated"))}</dd>
          </>
        )}
        {claim.where !== null && (
          <>
            <dt>{t("where")}</dt>
            <dd>
              <NodeLink id={claim.where} />
            </dd>
          </>
        )}
        {claim.modes.length > 0 && (
          <>
            <dt>{t("how")}</dt>
            <dd>{claim.modes.join(", ")}</dd>
          </>
        )}
        {Object.keys(claim.toll).length > 0 && (
          <>
            <dt>{t("toll")}</dt>
            <dd>
              {(Object.entries(claim.toll) as [TollKey, Count][])
                .map(([key, count]) => `${countText(count, t)} ${t(`toll_${key}` as StringKey)}`)
                .join(", ")}
            </dd>
          </>
        )}
      </dl>
      {claim.evidence.map((e) => (
        <Sentence key={`${e.article} ${e.start} ${e.trigger.join()}`} evidence={e} />
      ))}
    </article>
  );
}

/** All that is said of a node, what it says itself, and where it is named. */

import type { GraphNode, NodeMention } from "../../../graph/model.js";
import { TypeMark } from "../marks.js";
import { countryName } from "../model/countries.js";
import { isNameless, nameIn, otherNames } from "../model/graph-index.js";
import { drawn, index, keptRelation, language, read, say, screen, showAll } from "../state.js";
import { type StringKey, subtypeIn } from "../strings/strings.js";
import { ClaimSections } from "./claim-sections.js";
import { NodeActions, RelationCounts } from "./node-actions.js";

const MOST_MENTIONS = 8;

export function NodeHead({ node }: { readonly node: GraphNode }) {
  const t = say.value;
  const shown = nameIn(node, language.value);
  const others = otherNames(node, shown);
  const facts = [
    t(`type_${node.type}` as StringKey),
    subtypeIn(language.value, node.subtype),
    node.country === null ? null : countryName(node.country, language.value),
    !node.named && !isNameless(node) ? t("unnamed") : null,
    ...node.sameAs,
  ].filter((f) => f !== null);
  return (
    <>
      <h2 data-testid="panel-title" tabIndex={-1}>
        <TypeMark type={node.type} isHollow={!node.named} /> {isNameless(node) ? t("openAgent") : shown}
      </h2>
      <p class="facts">{facts.join(" · ")}</p>
      {others.length > 0 && (
        <p class="facts">
          {t("aliases")} {others.join(", ")}
        </p>
      )}
    </>
  );
}

/** The sentences that name a node: all there is of one without relations. */
function Mentions({ node }: { readonly node: GraphNode }) {
  const t = say.value;
  const articles = index.value?.articles;
  const firsts = new Map<string, NodeMention>();
  for (const m of node.mentions) if (!firsts.has(`${m.article} ${m.start}`)) firsts.set(`${m.article} ${m.start}`, m);
  const shown = [...firsts.values()].slice(0, MOST_MENTIONS);
  if (shown.length === 0) return null;
  return (
    <section class="standing" data-testid="mentions">
      <h3>
        {t("namedIn")} <small>{firsts.size}</small>
      </h3>
      {shown.map(({ article: id, start, end }) => {
        const article = articles?.get(id);
        const at = article?.sentences.findIndex(([from, to]) => from <= start && end <= to) ?? -1;
        const [from = start, to = end] = article?.sentences[at] ?? [];
        const text = article?.text ?? "";
        return (
          <blockquote key={`${id} ${start}`} lang={article?.language ?? undefined}>
            <p>
              {text.slice(from, start)}
              <mark class="source">{text.slice(start, end)}</mark>
              {text.slice(end, to)}
            </p>
            <footer>
              <button type="button" class="link" onClick={() => read(id, at < 0 ? null : at)}>
                {article?.publisher ?? article?.title ?? article?.file ?? id}
              </button>
              {article?.published != null && <span class="whole"> · {article.published.slice(0, 10)}</span>}
            </footer>
          </blockquote>
        );
      })}
    </section>
  );
}

export function NodePanel({ node }: { readonly node: GraphNode }) {
  const t = say.value;
  const claims = index.value?.claimsOf.get(node.id) ?? [];
  const said = (index.value?.claimsBy.get(node.id) ?? []).filter((c) => !claims.includes(c));
  const kept = keptRelation.value;
  const shown = kept === null ? claims : claims.filter((c) => c.relation === kept);
  const isAway = !drawn.value.nodes.has(node.id);
  return (
    <>
      <NodeHead node={node} />
      {isAway && (
        <p class="notice">
          {t(screen.value.hidden.has(node.id) ? "isHidden" : "isFiltered")}{" "}
          <button type="button" class="link" onClick={showAll}>
            {t("reset")}
          </button>
        </p>
      )}
      {claims.length === 0 && <p class="notice">{t("noRelations")}</p>}
      <NodeActions id={node.id} />
      <RelationCounts />
      {claims.length > 0 && <ClaimSections claims={shown} />}
      {said.length > 0 && (
        <details class="said-by" data-testid="said-by">
          <summary>{t("saidOfOthers", { count: said.length })}</summary>
          <ClaimSections claims={said} />
        </details>
      )}
      {claims.length === 0 ? (
        <Mentions node={node} />
      ) : (
        node.mentions.length > 0 && (
          <details class="said-by">
            <summary>{t("namedInCount", { count: node.mentions.length })}</summary>
            <Mentions node={node} />
          </details>
        )
      )}
    </>
  );
}

/** An article with the sentences that carry evidence marked; a click on one shows its claims. */
import type { Article, Claim } from "../../graph/model.js";
import { index, say, select } from "./state.js";

function claimsBySentence(article: Article): Map<number, Claim[]> {
  const out = new Map<number, Claim[]>();
  for (const claim of index.value?.graph.claims ?? [])
    for (const e of claim.evidence)
      if (e.article === article.id) {
        const list = out.get(e.sentence) ?? [];
        if (!list.includes(claim)) list.push(claim);
        out.set(e.sentence, list);
      }
  return out;
}

export function ArticleText({ article }: { readonly article: Article }) {
  const t = say.value;
  const said = claimsBySentence(article);
  const text = article.text ?? "";
  let at = 0;
  const pieces = article.sentences.flatMap(([start, end], k) => {
    const gap = text.slice(at, start);
    at = end;
    return [
      { key: `gap ${k}`, text: gap, claims: [] as Claim[] },
      { key: `sentence ${k}`, text: text.slice(start, end), claims: said.get(k) ?? [] },
    ];
  });
  return (
    <>
      <h2 data-testid="panel-title">{article.title ?? article.file}</h2>
      <p class="facts">
        {[article.publisher, article.published?.slice(0, 10), article.file].filter(Boolean).join(" · ")}
      </p>
      <div class="article" lang={article.language ?? undefined} data-testid="article-text">
        {[...pieces, { key: "rest", text: text.slice(at), claims: [] as Claim[] }].map(
          ({ key, text: piece, claims }) =>
            claims.length === 0 ? (
              <span key={key}>{piece}</span>
            ) : (
              <button
                type="button"
                key={key}
                class="said"
                title={claims.map((c) => `${t(`status_${c.status}`)}: ${t(c.relation)}`).join("\n")}
                onClick={() => select("node", claims[0]?.source ?? "")}
              >
                {piece}
              </button>
            ),
        )}
      </div>
    </>
  );
}

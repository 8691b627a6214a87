/** One sentence of evidence with its trigger and ends marked, and where it stands. */
import type { Evidence } from "../../../graph/model.js";
import { markSentence } from "../model/marks.js";
import { index, read, say } from "../state.js";

export function MarkedText({ evidence }: { readonly evidence: Evidence }) {
  const t = say.value;
  return (
    <>
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
    </>
  );
}

export function Sentence({ evidence }: { readonly evidence: Evidence }) {
  const t = say.value;
  const article = index.value?.articles.get(evidence.article);
  return (
    <blockquote lang={article?.language ?? undefined} data-testid="evidence">
      <p>
        <MarkedText evidence={evidence} />
      </p>
      <footer>
        <button
          type="button"
          class="link"
          title={t("readHere")}
          data-testid="read-here"
          onClick={() => read(evidence.article, evidence.sentence)}
        >
          {article?.publisher ?? article?.title ?? article?.file ?? evidence.article}
        </button>
        {article?.publisher != null && article.title !== null && <span> · {article.title}</span>}
        {article?.published != null && <span class="whole"> · {article.published.slice(0, 10)}</span>}
        {evidence.attribution !== null && <span> · {t("accordingTo", { who: evidence.attribution })}</span>}
        {article?.copyOf != null && <span class="tag">{t("copy")}</span>}
      </footer>
    </blockquote>
  );
}

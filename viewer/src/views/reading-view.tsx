/** An article as it was read: every mention and every claim marked, status told apart; to the graph and back in one click. */
import { computed } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Article } from "../../../graph/model.js";
import { LineMark } from "../marks.js";
import { type ArticleSentence, markArticle } from "../model/article-marks.js";
import { articleLine, byDay, listedArticles } from "../model/articles.js";
import { familyColour, familyOf } from "../model/families.js";
import { lineOfClaim, placeOfClaim } from "../model/standing.js";
import { claimCaveat } from "../model/wording.js";
import { NodeLink } from "../node-link.js";
import { go, index, language, read, say, screen, select, selection, theme } from "../state.js";

const articles = computed(() => byDay(index.value?.graph.articles ?? []));
const current = computed(() => {
  const wanted = screen.value.reading?.article;
  return (wanted === undefined ? undefined : index.value?.articles.get(wanted)) ?? articles.value[0];
});
const sentences = computed(() =>
  index.value === null || current.value === undefined ? [] : markArticle(index.value, current.value),
);

export function ReadingView() {
  const t = say.value;
  const article = current.value;
  const box = useRef<HTMLDivElement>(null);
  const at = screen.value.reading?.sentence ?? null;
  useEffect(() => {
    const place = at === null ? null : box.current?.querySelector(`[data-sentence="${at}"]`);
    if (place == null) box.current?.scrollTo({ top: 0 });
    else place.scrollIntoView({ block: "center" });
  }, [article, at]);
  if (article === undefined) return null;
  return (
    <div class="reading">
      <ArticleList chosen={article} />
      <div class="sheet" ref={box} tabIndex={0} role="region" aria-label={t("view_read")}>
        <article lang={article.language ?? undefined} data-testid="article-text">
          <header>
            <p class="facts">
              {[article.publisher, article.published?.slice(0, 10), article.file].filter(Boolean).join(" · ")}
            </p>
            {article.title !== null && <h2>{article.title}</h2>}
            {article.copyOf !== null && <p class="notice">{t("copyOf")}</p>}
            {article.corrects.length > 0 && <p class="notice">{t("corrects")}</p>}
          </header>
          {article.text === null ? (
            <NoText article={article} />
          ) : (
            <div class="text">
              {sentences.value.map((s, k) => (
                <SentenceText key={`${k} ${s.number}`} sentence={s} isHere={s.number >= 0 && s.number === at} />
              ))}
            </div>
          )}
        </article>
        <Said />
      </div>
    </div>
  );
}

function ArticleList({ chosen }: { readonly chosen: Article }) {
  const t = say.value;
  const listed = listedArticles(articles.value, chosen.id);
  return (
    <nav class="article-list" aria-label={t("articles")}>
      <label class="article-pick">
        <span class="hidden">{t("articles")}</span>
        <select value={chosen.id} data-testid="article-pick" onChange={(e) => read(e.currentTarget.value, null)}>
          {listed.map((a) => (
            <option key={a.id} value={a.id}>
              {articleLine(a)}
            </option>
          ))}
        </select>
      </label>
      <ol>
        {listed.map((a) => (
          <li key={a.id}>
            <button
              type="button"
              aria-current={a.id === chosen.id ? "true" : undefined}
              onClick={() => read(a.id, null)}
            >
              <span>{a.title ?? a.file}</span>
              <small>
                {[
                  a.publisher,
                  a.published?.slice(0, 10),
                  t("claims", { count: index.value?.saidIn.get(a.id)?.length ?? 0 }),
                ]
                  .filter((part) => part !== null && part !== undefined)
                  .map((part, k) => (
                    <Fragment key={part}>
                      {k > 0 && " · "}
                      <span class="whole">{part}</span>
                    </Fragment>
                  ))}
              </small>
            </button>
          </li>
        ))}
      </ol>
      {listed.length < articles.value.length && (
        <p class="hint">{t("listedPart", { shown: listed.length, count: articles.value.length })}</p>
      )}
    </nav>
  );
}

type Piece = ArticleSentence["pieces"][number];
const isMarked = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.node !== null || piece.claims.length > 0);

/** What stands at the end of a piece without a blank before the next, a mark: "l'" and its name are one word. */
function headOf(piece: Piece | undefined, next: Piece | undefined): string {
  if (piece === undefined || isMarked(piece) || !isMarked(next) || /^\s/u.test(next?.text ?? "")) return "";
  return /\S+$/u.exec(piece.text)?.[0] ?? "";
}

/** A sentence; its triggers carry the line of the claim's standing under them, its mentions the node's name. */
function SentenceText({ sentence, isHere }: { readonly sentence: ArticleSentence; readonly isHere: boolean }) {
  const t = say.value;
  const chosen = selection.value;
  if (sentence.number < 0) return <span>{sentence.pieces.map((p) => p.text).join("")}</span>;
  return (
    <span class={`sentence zone-${sentence.zone} ${isHere ? "here" : ""}`} data-sentence={sentence.number}>
      {sentence.pieces.map((piece, k) => {
        const head = headOf(sentence.pieces[k - 1], piece);
        const [claim] = piece.claims;
        // A blank at the head of a piece that is cut out of a mention would stand at the head of a line.
        const words = piece.text.trimStart();
        if (words === "") return piece.text;
        const blank = piece.text.slice(0, piece.text.length - words.length);
        if (claim !== undefined) {
          const edge = index.value?.edgeOfClaim.get(claim.id);
          return (
            <Fragment key={piece.start}>
              {blank}
              <span class="whole">
                {head}
                <button
                  type="button"
                  class={`said ${placeOfClaim(claim)}`}
                  style={{ "--line": familyColour(familyOf(claim.relation), theme.value) }}
                  title={piece.claims.map((c) => `${t(c.relation)}: ${t(`status_${c.status}`)}`).join("\n")}
                  data-testid="trigger"
                  onClick={() => (edge === undefined ? select("claim", claim.id) : select("edge", edge.id))}
                >
                  {words}
                </button>
              </span>
            </Fragment>
          );
        }
        if (piece.node === null)
          return piece.text.slice(0, piece.text.length - headOf(piece, sentence.pieces[k + 1]).length);
        return (
          <Fragment key={piece.start}>
            {blank}
            <span class="whole">
              {head}
              <button
                type="button"
                class={`mention ${chosen?.id === piece.node ? "chosen" : ""}`}
                data-testid="mention"
                onClick={() => select("node", piece.node ?? "")}
              >
                {words}
              </button>
            </span>
          </Fragment>
        );
      })}
    </span>
  );
}

/** What the article says, as a list in its margin. */
function Said() {
  const t = say.value;
  const data = index.value;
  const said = sentences.value.flatMap((s) => s.said);
  if (data === null) return null;
  const seen = new Set<string>();
  return (
    <aside class="margin" aria-label={t("view_claims")}>
      <h3>
        {t("saidHere")} <small>{new Set(said.map((s) => s.claim.id)).size}</small>
      </h3>
      <ul>
        {said
          .filter(({ claim }) => !seen.has(claim.id) && seen.add(claim.id))
          .map(({ claim, evidence }) => (
            <li key={claim.id} class={placeOfClaim(claim)} data-testid="said">
              <LineMark line={lineOfClaim(claim)} colour={familyColour(familyOf(claim.relation), theme.value)} />
              <span>
                <NodeLink id={claim.source} />{" "}
                <button
                  type="button"
                  class="link relation"
                  onClick={() => go({ reading: { article: evidence.article, sentence: evidence.sentence } })}
                >
                  {t(claim.relation)}
                </button>{" "}
                <NodeLink id={claim.target} /> <small>{claimCaveat(data, claim, language.value, t)}</small>
              </span>
            </li>
          ))}
      </ul>
    </aside>
  );
}

/** A graph without texts still has the sentences that carry evidence. */
function NoText({ article }: { readonly article: Article }) {
  const said = index.value?.saidIn.get(article.id) ?? [];
  return (
    <>
      <p class="notice">{say.value("noText")}</p>
      {[...new Set(said.map((s) => s.evidence.quote))].map((quote) => (
        <blockquote key={quote}>
          <p>{quote}</p>
        </blockquote>
      ))}
    </>
  );
}

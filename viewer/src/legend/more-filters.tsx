/** The other choices, flat: publishers, one article, country, numbers. */
import { computed } from "@preact/signals";
import { articleLine, byDay, listedArticles, MOST_LISTED } from "../model/articles.js";
import { countryName } from "../model/countries.js";
import { toggled } from "../model/filters.js";
import { change, filters, index, language, read, say, showAll } from "../state.js";
import { countsOf } from "./legend-row.js";

const publishers = computed(() => countsOf(index.value?.graph.articles ?? [], (a) => a.publisher ?? ""));
const countries = computed(() =>
  [...countsOf(index.value?.graph.nodes.filter((n) => n.country !== null) ?? [], (n) => n.country ?? "").keys()].sort(),
);
const articles = computed(() => byDay(index.value?.graph.articles ?? []));
const hasScores = computed(() => index.value?.graph.claims.some((c) => c.score !== null) ?? false);

/** What this part of the legend reads: a list of hundreds of articles is not made again with every filter. */
const chosenArticle = computed(() => filters.value.article);
const chosenCountry = computed(() => filters.value.country);
const withoutPublishers = computed(() => filters.value.hiddenPublishers);
const least = {
  minSources: computed(() => filters.value.minSources),
  minDegree: computed(() => filters.value.minDegree),
  minScore: computed(() => filters.value.minScore),
};

function Least({
  name,
  max,
  step = 1,
}: {
  readonly name: "minSources" | "minDegree" | "minScore";
  readonly max: number;
  readonly step?: number;
}) {
  const t = say.value;
  return (
    <label class="least">
      <span>{t(name)}</span>
      <input
        type="number"
        min={name === "minScore" ? 0 : 1}
        max={max}
        step={step}
        value={least[name].value}
        data-testid={name}
        onChange={(e) => {
          const value = e.currentTarget.valueAsNumber;
          change({ [name]: Number.isFinite(value) ? Math.min(max, Math.max(name === "minScore" ? 0 : 1, value)) : 1 });
        }}
      />
    </label>
  );
}

export function MoreFilters() {
  const t = say.value;
  const article = chosenArticle.value;
  const country = chosenCountry.value;
  const hiddenPublishers = withoutPublishers.value;
  return (
    <section>
      <h2>{t("sources")}</h2>
      <select
        aria-label={t("articles")}
        data-testid="article-filter"
        value={article ?? ""}
        onChange={(e) => change({ article: e.currentTarget.value === "" ? null : e.currentTarget.value })}
      >
        <option value="">{t("allArticles")}</option>
        {listedArticles(articles.value, article).map((a) => (
          <option key={a.id} value={a.id}>
            {articleLine(a)}
          </option>
        ))}
        {articles.value.length > MOST_LISTED && (
          <option disabled>{t("listedPart", { shown: MOST_LISTED, count: articles.value.length })}</option>
        )}
      </select>
      {article !== null && (
        <button type="button" onClick={() => read(article, null)}>
          {t("readArticle")}
        </button>
      )}
      {publishers.value.size > 1 && (
        <details>
          <summary>{t("publishers", { count: publishers.value.size })}</summary>
          {[...publishers.value].sort().map(([publisher, count]) => (
            <label class="row" key={publisher}>
              <input
                type="checkbox"
                checked={!hiddenPublishers.has(publisher)}
                data-testid="publisher"
                onChange={(e) =>
                  change({ hiddenPublishers: toggled(hiddenPublishers, [publisher], !e.currentTarget.checked) })
                }
              />
              <span>{publisher === "" ? t("noPublisher") : publisher}</span>
              <small>{count}</small>
            </label>
          ))}
        </details>
      )}
      {countries.value.length > 1 && (
        <select
          aria-label={t("country")}
          data-testid="country-filter"
          value={country ?? ""}
          onChange={(e) => change({ country: e.currentTarget.value === "" ? null : e.currentTarget.value })}
        >
          <option value="">{t("allCountries")}</option>
          {countries.value.map((code) => (
            <option key={code} value={code}>
              {countryName(code, language.value)}
            </option>
          ))}
        </select>
      )}
      <Least name="minSources" max={99} />
      <Least name="minDegree" max={999} />
      {hasScores.value && <Least name="minScore" max={1} step={0.05} />}
      <button type="button" class="reset" data-testid="reset-filters" onClick={showAll}>
        {t("reset")}
      </button>
    </section>
  );
}

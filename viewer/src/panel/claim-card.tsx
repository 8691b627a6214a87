/** One claim: status in words, ends, who says so, when, where, how, and the sentences that say it. */
import { Fragment } from "preact";
import type { Claim, Status } from "../../../graph/model.js";
import { LineMark } from "../marks.js";
import { familyColour, familyOf } from "../model/families.js";
import { nameIn } from "../model/graph-index.js";
import { isOwnWord, lineOfClaim, placeOfClaim, voicesOf } from "../model/standing.js";
import { tollText, whenText } from "../model/wording.js";
import { NodeLink, RelationLink } from "../node-link.js";
import { index, language, say, select, theme } from "../state.js";
import type { StringKey } from "../strings/strings.js";
import { Explain } from "./explain.js";
import { Sentence } from "./sentence.js";

/** How those who say it are brought in: who announces or expects a thing says so, who accuses or is disputed claims it. */
const VOICE = {
  asserted: "saysWho",
  reported: "saysWho",
  alleged: "claimsWho",
  planned: "saysWho",
  possible: "saysWho",
  denied: "deniesWho",
} as const satisfies Record<Status, StringKey>;
/** Sentences shown before the rest is asked for. */
const FIRST_SENTENCES = 3;

export function ClaimCard({ claim, isWhole = false }: { readonly claim: Claim; readonly isWhole?: boolean }) {
  const t = say.value;
  const place = placeOfClaim(claim);
  const voices = voicesOf(claim);
  const toll = tollText(claim, t);
  const isCited = voices.nodes.length > 0 || voices.words.length > 0;
  const shown = isWhole ? claim.evidence : claim.evidence.slice(0, FIRST_SENTENCES);
  const rest = claim.evidence.slice(shown.length);
  return (
    <article class={`claim ${place}`} data-testid="claim" data-claim={claim.id}>
      <header>
        <LineMark line={lineOfClaim(claim)} colour={familyColour(familyOf(claim.relation), theme.value)} />
        <strong class="status" data-testid="claim-status">
          {t(`status_${claim.status}`)}
        </strong>
        {isCited && (
          <span class="voices">
            {t(VOICE[claim.status === "reported" && place === "claimed" ? "alleged" : claim.status])}{" "}
            {voices.nodes.map((id, k) => (
              <Fragment key={id}>
                {k > 0 && ", "}
                <NodeLink id={id} />
              </Fragment>
            ))}
            {voices.nodes.length > 0 && voices.words.length > 0 && ", "}
            {voices.words.join(", ")}
          </span>
        )}
      </header>
      <p class="statement">
        <NodeLink id={claim.source} /> <RelationLink claim={claim} /> <NodeLink id={claim.target} />
      </p>
      <p class="details">
        {claim.when !== null && (
          <span class="whole" data-testid="claim-day">
            {whenText(claim.when, t) || t("undated")}
          </span>
        )}
        {claim.where !== null && claim.where !== claim.target && claim.where !== claim.source && (
          <span>
            {t("at")} <NodeLink id={claim.where} />
          </span>
        )}
        {claim.modes.length > 0 && <span>{claim.modes.map((m) => t(`mode_${m}` as StringKey)).join(", ")}</span>}
        {toll !== "" && <strong>{toll}</strong>}
        {claim.score !== null && (
          <span class="whole" data-testid="claim-score">
            {t("score")} {Math.round(claim.score * 100)} %
          </span>
        )}
        {isOwnWord(claim) && <span class="tag">{t("ownWord")}</span>}
        {claim.contested.map((how) => (
          <span class="tag warn" key={how}>
            {t(`contested_${how}`)}
          </span>
        ))}
        {place === "notDone" && <span class="tag">{t("notEdge")}</span>}
      </p>
      {shown.map((e) => (
        <Sentence key={`${e.article} ${e.start} ${e.trigger.join()}`} evidence={e} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{t("moreSentences", { count: rest.length })}</summary>
          {rest.map((e) => (
            <Sentence key={`${e.article} ${e.start} ${e.trigger.join()}`} evidence={e} />
          ))}
        </details>
      )}
      <Links claim={claim} />
      {!isWhole && <Explain claim={claim} />}
    </article>
  );
}

/** Claims that this one speaks of. */
function Links({ claim }: { readonly claim: Claim }) {
  const t = say.value;
  const data = index.value;
  const links = claim.links.flatMap(({ kind, claim: id }) => {
    const other = data?.claims.get(id);
    return other === undefined ? [] : [{ kind, other }];
  });
  if (links.length === 0 || data === null) return null;
  const name = (id: string) => nameIn(data.nodes.get(id), language.value);
  return (
    <ul class="links">
      {links.map(({ kind, other }) => (
        <li key={`${kind} ${other.id}`}>
          {t(`link_${kind}`)}{" "}
          <button type="button" class="link" onClick={() => select("claim", other.id)}>
            {name(other.source)} {t(other.relation)} {name(other.target)} ({t(`status_${other.status}`)})
          </button>
        </li>
      ))}
    </ul>
  );
}

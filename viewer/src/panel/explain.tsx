/** Why a claim is as it is: what the graph holds of it, and the server's own account where there is one. */
import { useSignal } from "@preact/signals";
import type { Claim } from "../../../graph/model.js";
import { server } from "../server.js";
import { say } from "../state.js";
import type { StringKey } from "../strings/strings.js";

export function Explain({ claim }: { readonly claim: Claim }) {
  const t = say.value;
  return (
    <details class="explain" data-testid="explain">
      <summary>{t("explain")}</summary>
      <p>{t(`why_${claim.status}`)}</p>
      {claim.evidence.map((e) => (
        <dl key={`${e.article} ${e.start} ${e.trigger.join()}`}>
          <dt>{t("trigger")}</dt>
          <dd>{e.quote.slice(e.trigger[0] - e.start, e.trigger[1] - e.start)}</dd>
          <dt>{t("rule")}</dt>
          <dd>
            <code>{e.rule}</code>
          </dd>
          <dt>{t("statusHere")}</dt>
          <dd>{t(`status_${e.status}`)}</dd>
          {e.when !== null && (
            <>
              <dt>{t("dayFrom")}</dt>
              <dd>{t(`basis_${e.when.basis}` as StringKey)}</dd>
            </>
          )}
          {e.score !== null && (
            <>
              <dt>{t("score")}</dt>
              <dd>{Math.round(e.score * 100)} %</dd>
            </>
          )}
        </dl>
      ))}
      {server.value?.explain === true && <ServerAccount claim={claim} />}
    </details>
  );
}

/** The answer of `GET ./api/explain?claim=ID`, as plain text. */
function ServerAccount({ claim }: { readonly claim: Claim }) {
  const t = say.value;
  const account = useSignal<string | null>(null);
  const isAsking = useSignal(false);
  const ask = async () => {
    isAsking.value = true;
    const response = await fetch(`./api/explain?claim=${encodeURIComponent(claim.id)}`).catch(() => null);
    account.value = response === null ? t("noAnswer") : await response.text();
  };
  return account.value === null ? (
    <button type="button" disabled={isAsking.value} onClick={ask}>
      {t(isAsking.value ? "asking" : "explainFully")}
    </button>
  ) : (
    <pre data-testid="account">{account.value}</pre>
  );
}

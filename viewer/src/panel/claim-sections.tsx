/** Claims in the three places that are never mixed: established, only claimed, not happened. */
import { useSignal } from "@preact/signals";
import { type Claim, STATUSES } from "../../../graph/model.js";
import { PLACES, placeOfClaim, type StandingPlace } from "../model/standing.js";
import { say, sieve } from "../state.js";
import { ClaimCard } from "./claim-card.js";

const FIRST_SHOWN = 12;

/** Acts before what merely holds, surer before less sure, then the latest. */
const order = (a: Claim, b: Claim): number =>
  Number(a.event === null) - Number(b.event === null) ||
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
  (b.when?.from ?? "").localeCompare(a.when?.from ?? "") ||
  (a.id < b.id ? -1 : 1);

interface Props {
  readonly claims: readonly Claim[];
  /** All claims with all their sentences, for paper. */
  readonly isWhole?: boolean;
}

function Section({ place, claims, isWhole }: Required<Props> & { readonly place: StandingPlace }) {
  const t = say.value;
  const most = useSignal(FIRST_SHOWN);
  const shown = isWhole ? claims : claims.slice(0, most.value);
  return (
    <section class={`standing ${place}`} data-testid={`place-${place}`}>
      <h3>
        {t(`place_${place}`)} <small>{claims.length}</small>
      </h3>
      {shown.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} isWhole={isWhole} />
      ))}
      {claims.length > shown.length && (
        <button
          type="button"
          onClick={() => {
            most.value += FIRST_SHOWN;
          }}
        >
          {t("moreClaims", { count: Math.min(FIRST_SHOWN, claims.length - shown.length) })}
        </button>
      )}
    </section>
  );
}

function Sections({ claims, isWhole }: Required<Props>) {
  return (
    <>
      {PLACES.map((place) => {
        const own = claims.filter((c) => placeOfClaim(c) === place);
        return own.length === 0 ? null : <Section key={place} place={place} claims={own} isWhole={isWhole} />;
      })}
    </>
  );
}

/** What the filters leave out stands apart, counted: days and sources that were chosen hold here too. */
export function ClaimSections({ claims, isWhole = false }: Props) {
  const t = say.value;
  const sorted = [...claims].sort(order);
  if (sorted.length === 0) return <p class="hint">{t("noClaims")}</p>;
  const passing = isWhole ? sorted : sorted.filter((c) => sieve.value?.claim(c) ?? true);
  const left = sorted.filter((c) => !passing.includes(c));
  return (
    <>
      <Sections claims={passing} isWhole={isWhole} />
      {left.length > 0 && (
        <details class="said-by" data-testid="left-out">
          <summary>{t("leftOut", { count: left.length })}</summary>
          <Sections claims={left} isWhole={isWhole} />
        </details>
      )}
    </>
  );
}

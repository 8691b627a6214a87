/** Links between claims, on the claim that speaks. Source: docs/graph-json.md, "Derived values of a claim". */
import { type Claim, type GraphNode, type Link, type LinkKind, VIOLENCE } from "../model.js";
import { compareCodePoints } from "../order.js";
import { type ClaimCore, isAct } from "./rivals.js";

/** Claims as they can be looked up by the links. */
export interface ClaimIndex {
  /** Intended claims with evidence in a sentence, by `sentenceKey`. */
  readonly intendedIn: ReadonlyMap<string, readonly ClaimCore[]>;
  /** By `endsKey`. */
  readonly byEnds: ReadonlyMap<string, readonly ClaimCore[]>;
  /** Acts by `deedKey`. */
  readonly byDeed: ReadonlyMap<string, readonly ClaimCore[]>;
  /** Alleged claims by source. */
  readonly alleged: ReadonlyMap<string, readonly ClaimCore[]>;
  /** Intended claims by `pairKey`. */
  readonly intended: ReadonlyMap<string, readonly ClaimCore[]>;
  /** Place in the order of publication of the claim's first evidence, by claim id. */
  readonly firstTold: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

export const sentenceKey = ({ article, sentence }: { readonly article: string; readonly sentence: number }): string =>
  `${article} ${sentence}`;
export const endsKey = (c: ClaimCore): string => JSON.stringify([c.source, c.relation, c.target]);
export const deedKey = (c: ClaimCore): string => JSON.stringify([c.relation, c.target, c.event]);
export const pairKey = (c: ClaimCore): string =>
  JSON.stringify([c.source, c.target, VIOLENCE.has(c.relation) ? "violence" : c.relation]);

/** Whether a denial speaks of this act: same ends and relation, and the same event or none. */
export const deniesAct = (denial: ClaimCore, act: ClaimCore): boolean =>
  denial.class === "denied" && act.class !== "denied" && (denial.event === act.event || denial.event === null);

const speaks = (claim: ClaimCore, node: string): boolean => claim.evidence.some(({ by }) => by.includes(node));

function accused(claim: ClaimCore, index: ClaimIndex): ClaimCore[] {
  if (claim.relation !== "ACCUSED" || claim.class === "denied") return [];
  const sentences = new Set(claim.evidence.map(sentenceKey));
  return (index.alleged.get(claim.target) ?? []).filter(
    (act) => speaks(act, claim.source) || act.evidence.some((e) => sentences.has(sentenceKey(e))),
  );
}

function threatened(claim: ClaimCore, index: ClaimIndex): ClaimCore[] {
  if ((claim.relation !== "THREATENED" && claim.relation !== "WARNED") || claim.class === "denied") return [];
  const besides = new Set(claim.evidence.flatMap((e) => index.intendedIn.get(sentenceKey(e)) ?? []));
  return [...besides].filter((plan) => plan.source === claim.source || speaks(plan, claim.source));
}

function claimedFor(claim: ClaimCore, index: ClaimIndex): ClaimCore[] {
  if (claim.class !== "happened" || claim.event === null || !speaks(claim, claim.source)) return [];
  return (index.byDeed.get(deedKey(claim)) ?? []).filter((other) => index.nodes.get(other.source)?.type === "unknown");
}

function carriedOut(claim: ClaimCore, index: ClaimIndex): ClaimCore[] {
  if (claim.class !== "happened" || claim.event === null) return [];
  const told = index.firstTold.get(claim.id) ?? 0;
  return (index.intended.get(pairKey(claim)) ?? []).filter((plan) => (index.firstTold.get(plan.id) ?? 0) < told);
}

/** @param contradicted claims of the same event that differ from this one, with a greater id */
export function deriveLinks(claim: ClaimCore, index: ClaimIndex, contradicted: readonly string[]): Link[] {
  const denied = (index.byEnds.get(endsKey(claim)) ?? []).filter((act) => isAct(act) && deniesAct(claim, act));
  const found: readonly (readonly [LinkKind, readonly Pick<Claim, "id">[]])[] = [
    ["accuses", accused(claim, index)],
    ["denies", denied],
    ["claimsResponsibility", claimedFor(claim, index)],
    ["threatens", threatened(claim, index)],
    ["carriesOut", carriedOut(claim, index)],
    ["contradicts", contradicted.map((id) => ({ id }))],
  ];
  return found
    .flatMap(([kind, claims]) => claims.filter(({ id }) => id !== claim.id).map(({ id }) => ({ claim: id, kind })))
    .sort((a, b) => compareCodePoints(a.claim, b.claim) || compareCodePoints(a.kind, b.kind));
}

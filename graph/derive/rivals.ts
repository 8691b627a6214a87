/** Claims of one happening that cannot both be right: on the toll, the day or the agent. */
import {
  type Article,
  type Claim,
  type Contested,
  type Count,
  type Evidence,
  type GraphNode,
  SYMMETRIC,
  TOLL_KEYS,
  type Toll,
} from "../model.js";

export type ClaimCore = Pick<Claim, "id" | "source" | "relation" | "target" | "class" | "event" | "evidence">;

/** Whether the claim says that the act took place, by anyone's word. */
export const isAct = ({ class: kind }: Pick<Claim, "class">): boolean => kind === "happened" || kind === "alleged";

/** Who speaks: nodes, else the words for a source that is no node, else the article's publisher, else the article. */
function speakersOf(evidence: Evidence, articles: ReadonlyMap<string, Article>): readonly string[] {
  if (evidence.by.length > 0) return evidence.by;
  if (evidence.attribution !== null) return [`words ${evidence.attribution}`];
  const publisher = articles.get(evidence.article)?.publisher ?? null;
  return [publisher === null ? evidence.article : `publisher ${publisher}`];
}

interface Reckoning {
  readonly toll: Toll;
  readonly speakers: readonly string[];
}

/** Tolls with their speakers, each once. */
function reckonings({ evidence }: ClaimCore, articles: ReadonlyMap<string, Article>): Reckoning[] {
  const given = evidence.filter(({ toll }) => Object.keys(toll).length > 0);
  const all = given.map((e): Reckoning => ({ toll: e.toll, speakers: speakersOf(e, articles) }));
  return [...new Map(all.map((reckoning) => [JSON.stringify(reckoning), reckoning])).values()];
}

const isOver = (a: Count, b: Count): boolean => a.min !== null && b.max !== null && a.min > b.max;

const areDisjoint = (a: Toll, b: Toll): boolean =>
  TOLL_KEYS.some((key) => {
    const [left, right] = [a[key], b[key]];
    return left !== undefined && right !== undefined && (isOver(left, right) || isOver(right, left));
  });

function differOnToll(a: ClaimCore, b: ClaimCore, articles: ReadonlyMap<string, Article>): boolean {
  const others = reckonings(b, articles);
  return reckonings(a, articles).some((one) =>
    others.some(
      (other) => areDisjoint(one.toll, other.toll) && !one.speakers.some((speaker) => other.speakers.includes(speaker)),
    ),
  );
}

/** The latest beginning and the earliest end of a claim's intervals; "" and null where there is none. */
function bounds({ evidence }: ClaimCore): { readonly latestFrom: string; readonly earliestTo: string | null } {
  let latestFrom = "";
  let earliestTo: string | null = null;
  for (const { when } of evidence) {
    if (when === null) continue;
    if (when.from !== null && when.from > latestFrom) latestFrom = when.from;
    if (when.to !== null && (earliestTo === null || when.to < earliestTo)) earliestTo = when.to;
  }
  return { latestFrom, earliestTo };
}

function differOnDay(a: ClaimCore, b: ClaimCore): boolean {
  const [left, right] = [bounds(a), bounds(b)];
  const isBefore = (end: string | null, start: string): boolean => end !== null && end < start;
  return isBefore(left.earliestTo, right.latestFrom) || isBefore(right.earliestTo, left.latestFrom);
}

/** One trigger with two sources tells of a joint act. */
function shareTrigger(a: ClaimCore, b: ClaimCore): boolean {
  const keyOf = ({ article, trigger }: Evidence): string => `${article} ${trigger[0]}`;
  const triggers = new Set(a.evidence.map(keyOf));
  return b.evidence.some((e) => triggers.has(keyOf(e)));
}

/**
 * Over what two claims with the same relation, target and event differ; `a` and `b` may be one claim, whose evidence is
 * then compared with itself.
 */
export function differences(
  a: ClaimCore,
  b: ClaimCore,
  nodes: ReadonlyMap<string, GraphNode>,
  articles: ReadonlyMap<string, Article>,
): Contested[] {
  const found: Contested[] = [];
  if (differOnToll(a, b, articles)) found.push("toll");
  if (differOnDay(a, b)) found.push("day");
  const areNamed = nodes.get(a.source)?.named === true && nodes.get(b.source)?.named === true;
  if (a.source !== b.source && areNamed && !SYMMETRIC.has(a.relation) && !shareTrigger(a, b)) found.push("agent");
  return found;
}

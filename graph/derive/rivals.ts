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
} from "../model.js";
import { meet } from "./when.js";

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

const isOver = (a: Count, b: Count): boolean => a.min !== null && b.max !== null && a.min > b.max;

const differOnToll = (a: Evidence, b: Evidence, articles: ReadonlyMap<string, Article>): boolean => {
  const disjoint = TOLL_KEYS.some((key) => {
    const [left, right] = [a.toll[key], b.toll[key]];
    return left !== undefined && right !== undefined && (isOver(left, right) || isOver(right, left));
  });
  if (!disjoint) return false;
  const others = new Set(speakersOf(b, articles));
  return !speakersOf(a, articles).some((speaker) => others.has(speaker));
};

const differOnDay = (a: Evidence, b: Evidence): boolean => a.when !== null && b.when !== null && !meet(a.when, b.when);

const somePair = (a: ClaimCore, b: ClaimCore, differ: (a: Evidence, b: Evidence) => boolean): boolean =>
  a.evidence.some((left) => b.evidence.some((right) => differ(left, right)));

/** One trigger with two sources tells of a joint act. */
const shareTrigger = (a: ClaimCore, b: ClaimCore): boolean =>
  somePair(a, b, (left, right) => left.article === right.article && left.trigger[0] === right.trigger[0]);

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
  if (somePair(a, b, (left, right) => differOnToll(left, right, articles))) found.push("toll");
  if (somePair(a, b, differOnDay)) found.push("day");
  const areNamed = nodes.get(a.source)?.named === true && nodes.get(b.source)?.named === true;
  if (a.source !== b.source && areNamed && !SYMMETRIC.has(a.relation) && !shareTrigger(a, b)) found.push("agent");
  return found;
}

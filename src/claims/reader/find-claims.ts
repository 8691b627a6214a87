/** Claims of one sentence from the reader's pair scores. */
import { type Relation, STANDING, type Status, SYMMETRIC } from "../../../graph/model.js";
import type { ReadClaim } from "../../model/claim.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, firstConjunct } from "../syntax.js";
import { type Candidate, mayStand } from "./candidate.js";
import { distributes, type Pair } from "./distributes.js";
import { dropRivalClaims } from "./drop-rival-claims.js";
import { isElsewhere } from "./elsewhere.js";
import ENDS from "./ends.json" with { type: "json" };
import { fillGaps } from "./fill-gaps.js";
import { findRoles, type Roles } from "./find-roles.js";
import { relationToldBy } from "./followers.js";
import { tellOfMinisters } from "./minister-acts.js";
import { nameCausers } from "./name-causers.js";
import type { PairScores, ReaderLabels } from "./reader-model.js";
import { isAmongVictims, isRuledOut } from "./rule-out.js";
import { isTiedByBuild, type TieEnd } from "./ties-by-build.js";

export interface Thresholds {
  /** For a candidate end of claims. */
  readonly mention: number;
  /** For a mention that no claim needs. */
  readonly node: number;
  /** For a trigger whose ends the tree tells, and for the pair of these ends. */
  readonly trigger: number;
  readonly role: number;
  /** For a conjunct of an end that stands in the same claim. */
  readonly conjunct: number;
  /** For a pair whose one end stands in a sentence before. */
  readonly across: number;
  readonly relation: Readonly<Record<string, number>>;
}

/** Statuses that a pair has by the act that its speech is of. */
const STATUS_OF_ACT: Partial<Record<Relation, readonly string[]>> = ENDS.status_of_act;

/** Statuses that say the same of whether it happened. */
const CLASSES: readonly (readonly Status[])[] = [
  ["asserted", "reported"],
  ["alleged"],
  ["planned", "possible", "denied"],
];

/** The most probable status of the most probable class: whether it happened outweighs who says so. */
function mostProbable(scores: Float32Array, statuses: readonly Status[]): Status {
  const of = (status: Status) => scores[statuses.indexOf(status)] ?? 0;
  const sum = (list: readonly Status[]) => list.reduce((total, status) => total + of(status), 0);
  const [first = []] = [...CLASSES].sort((a, b) => sum(b) - sum(a));
  return [...first].sort((a, b) => of(b) - of(a))[0] ?? "asserted";
}

/** The status of a pair in this relation by the reader's scores: an act of speech has none of what it speaks of. */
export function statusOf(scores: Float32Array, relation: Relation, statuses: readonly Status[]): Status {
  const status = mostProbable(scores, statuses);
  return STATUS_OF_ACT[relation]?.includes(status) ? "asserted" : status;
}

/** Token index of the trigger: the best one of the model, unless that is the root; then the word that joins both ends. */
export function triggerOf(sentence: Sentence, best: number, source: number, target: number): number {
  if (best > 0) return best - 1;
  const up = (position: number) => {
    const path: number[] = [];
    for (let at = position - 1; at >= 0 && path.length < 60; at = sentence.tokens[at]?.head ?? -1) path.push(at);
    return path;
  };
  const ofTarget = up(target);
  const joint = source > 0 ? up(source).find((t) => ofTarget.includes(t)) : ofTarget[1];
  return joint ?? target - 1;
}

/** By relation, the ends that the tree gives to each of its sure triggers. */
function triggersByTree(
  sentence: Sentence,
  { fires }: PairScores,
  { relations }: ReaderLabels,
  least: number,
): Roles[][] {
  const width = relations.length;
  const found = new Map<number, Roles>();
  return relations.map((_, r) =>
    sentence.tokens.flatMap((_, t) => {
      if ((fires[(t + 1) * width + r] ?? 0) < least) return [];
      const roles = found.get(t) ?? findRoles(sentence, t);
      found.set(t, roles);
      return [roles];
    }),
  );
}

export function findClaims(
  sentence: Sentence,
  candidates: readonly Candidate[],
  scores: PairScores,
  labels: ReaderLabels,
  thresholds: Thresholds,
): ReadClaim[] {
  const width = labels.relations.length;
  const byPosition = new Map(candidates.map((c) => [c.position, c]));
  const best = new Map<string, ReadClaim>();
  const first = (position: number) => (position > 0 ? firstConjunct(sentence, position - 1) : -1);
  /** What is said, up to coordination of its ends. */
  const shared = (relation: Relation, i: number, j: number) => `${first(i)} ${relation} ${first(j)}`;
  /** "un de | ses gardes", "six of | them": the part, where it is a candidate too; 0 else. */
  const partOf = (position: number): number => {
    const token = sentence.tokens[position - 1];
    const part = token?.relation.startsWith("nmod") === true ? token.head : -1;
    const isPart = /^(?:PRON|NUM)$/u.test(sentence.tokens[part]?.upos ?? "") && byPosition.has(part + 1);
    return isPart ? part + 1 : 0;
  };
  /** What is done to the whole is done to its part; what a clause says of the whole alone ("six of the hostages | held …") stays its own. */
  const sufferer = (position: number, trigger: number): number => {
    const part = partOf(position);
    return part > 0 && !ancestorsOf(sentence, trigger).includes(position - 1) ? part : position;
  };
  const weighed = scores.pairs.flatMap(([i, j], p) => {
    // Ends in other sentences: find-claims-across.ts.
    if (isElsewhere(sentence, i) || isElsewhere(sentence, j)) return [];
    const probabilityOf = (r: number) => scores.relation[p * width + r] ?? 0;
    return labels.relations.map((relation, r) => ({ i, j, p, r, relation, probability: probabilityOf(r) }));
  });
  const byTree = triggersByTree(sentence, scores, labels, thresholds.trigger);
  const isToldByTree = ({ i, j, r, relation }: (typeof weighed)[number]) =>
    byTree[r]?.some(({ agents, patients, isOpen }) => {
      if (i > 0 ? agents.has(i - 1) : isOpen) {
        if (patients.has(j - 1)) return true;
        // "Bush, Karzai and Musharraf held talks": with one another.
        return i > 0 && SYMMETRIC.has(relation) && patients.size === 0 && agents.has(j - 1);
      }
      return false;
    }) === true;
  const endAt = (position: number): TieEnd | null => {
    const candidate = byPosition.get(position);
    return candidate === undefined ? null : { head: position - 1, type: candidate.type };
  };
  const isTied = ({ i, j, relation }: (typeof weighed)[number]) => {
    const [source, target] = [endAt(i), endAt(j)];
    return source !== null && target !== null && isTiedByBuild(sentence, relation, source, target);
  };
  const floorOf = (relation: Relation) => thresholds.relation[relation] ?? thresholds.relation.default ?? 0.5;
  /** "The army killed six of | them" read as done by them: it was done to the six, and the tree says by whom. */
  const isReadOfWhole = ({ j, r }: (typeof weighed)[number]) =>
    weighed.some((o) => o.r === r && o.j === j && o.i > 0 && partOf(o.i) === j && o.probability >= floorOf(o.relation));
  const isSure = (pair: (typeof weighed)[number]) =>
    pair.probability >= floorOf(pair.relation) ||
    (pair.probability >= thresholds.conjunct && isToldByTree(pair) && isReadOfWhole(pair)) ||
    (pair.probability >= thresholds.role && isToldByTree(pair)) ||
    (pair.probability >= thresholds.conjunct && isTied(pair));
  const said = new Map<string, (typeof weighed)[number]>();
  const sure = new Map<string, Pair[]>();
  for (const pair of weighed) {
    if (!isSure(pair)) continue;
    const key = shared(pair.relation, pair.i, pair.j);
    sure.set(key, [...(sure.get(key) ?? []), [pair.i, pair.j]]);
    if (pair.probability > (said.get(key)?.probability ?? 0)) said.set(key, pair);
  }
  /** The sure pair that this one shares what is said with, up to coordination. */
  const sharing = ({ i, j, relation }: (typeof weighed)[number]) => {
    const key = shared(relation, i, j);
    const isApart = STANDING.has(relation) && distributes(sure.get(key) ?? []);
    return first(i) === first(j) || isApart ? undefined : said.get(key);
  };
  for (const pair of weighed) {
    const { i, j, relation, probability } = pair;
    // What is said of one conjunct is easily believed of the others, in the same words and with the same status.
    const by = isSure(pair) ? pair : sharing(pair);
    if (by === undefined || probability < thresholds.conjunct) continue;
    const trigger = triggerOf(sentence, scores.trigger[by.p * width + by.r] ?? 0, by.i, by.j);
    const isTie = STANDING.has(relation);
    if (!isTie && partOf(i) > 0) continue;
    const named = byPosition.get(i) ?? null;
    const target = byPosition.get(isTie ? j : sufferer(j, trigger));
    if (target === undefined || named?.mention === target.mention) continue;
    if (!mayStand(relation, 1, target.type) || (named !== null && !mayStand(relation, 0, named.type))) continue;
    const count = labels.statuses.length;
    const status = statusOf(scores.status.subarray(by.p * count, (by.p + 1) * count), relation, labels.statuses);
    const end = endAt(j);
    if (end !== null && isRuledOut(sentence, relation, trigger, endAt(i), end)) continue;
    const source = named !== null && isAmongVictims(sentence, relation, trigger, i - 1, j - 1) ? null : named;
    const told = relationToldBy(sentence, trigger, relation);
    const flip = SYMMETRIC.has(told) && source !== null && source.position > target.position;
    const ends = flip ? [target.mention, source.mention] : [source?.mention ?? null, target.mention];
    const key = `${ends[0]} ${told} ${ends[1]}`;
    if ((best.get(key)?.probability ?? 0) >= probability) continue;
    best.set(key, {
      sentence: sentence.index,
      source: ends[0] ?? null,
      relation: told,
      target: ends[1] ?? target.mention,
      trigger,
      status,
      probability,
      rule: `model:${sentence.tokens[trigger]?.lemma ?? ""}`,
    });
  }
  const told = dropRivalClaims(tellOfMinisters(sentence, candidates, [...best.values()]));
  return fillGaps(sentence, candidates, nameCausers(sentence, candidates, told));
}

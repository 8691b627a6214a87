/**
 * News goes on telling of one day: an act of violence or force that a sentence tells without any date took place on the day of the
 * acts told just before it (a title: of the lead), where these share one day, or on the one day that the narration has moved on to. What is told as earlier ("avait été tué", "had
 * been", "après") keeps no day.
 */
import { CLASS_OF_STATUS, type Relation, STANDING, VIOLENCE, type When } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import type { DatesTold } from "./dates-told.js";
import { dayOf as dayOfDate } from "./find-dates.js";
import type { QualifiedClaim } from "./qualify-claims.js";
import { isPluperfect } from "./same-time.js";
import { ancestorsOf, isVerbal } from "./syntax.js";
import { isAtOtherTime } from "./time.js";

/** Acts that belong to what is being told. */
const OF_THE_DAY: ReadonlySet<Relation> = new Set([...VIOLENCE, "ABDUCTED", "ARRESTED", "SEIZED", "RELEASED"]);
const isOfTheDay = (relation: Relation): boolean => OF_THE_DAY.has(relation);
const isAct = (relation: Relation): boolean => !STANDING.has(relation);
/** Sentences on the other side of which nothing is carried. */
const FARTHEST = 3;

/** Whether the clause of the trigger is told as past of the past: "avait été tué", "had been killed". */
function isEarlier(sentence: Sentence, trigger: number): boolean {
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k]));
  return verb !== undefined && isPluperfect(sentence, verb);
}

/** The one day of the dated claims of what happened; null where there is none or more than one. */
function dayOf(claims: readonly QualifiedClaim[]): When | null {
  const days = new Map<string, When>();
  for (const { when, status } of claims)
    if (when !== null && CLASS_OF_STATUS[status] === "happened") days.set(`${when.from} ${when.to}`, when);
  const [only] = days.size === 1 ? days.values() : [];
  return only ?? null;
}

/** @param told the dates by sentence, and the day that the narration before each stands on */
export function carryDates(
  sentences: readonly Sentence[],
  claims: readonly QualifiedClaim[],
  { dates, told }: Pick<DatesTold, "dates" | "told">,
): QualifiedClaim[] {
  const bySentence = new Map<number, QualifiedClaim[]>();
  for (const c of claims) bySentence.set(c.sentence, [...(bySentence.get(c.sentence) ?? []), c]);
  const days = sentences.map((s) => dayOf((bySentence.get(s.index) ?? []).filter((c) => isOfTheDay(c.relation))));
  const movedTo = (from: number, to: number): When | null => {
    const [date, other] = dates[from] ?? [];
    const day = date === undefined || other !== undefined ? null : dayOfDate(date);
    return day !== null && day === told[to] ? (date?.when ?? null) : null;
  };
  const near = ({ index }: Sentence): When | null => {
    for (let k = index - 1; k >= 0 && index - k <= FARTHEST; k--) {
      if (days[k] != null) return days[k] ?? null;
      // Another date between: the story has moved on to it, where it is one day and that of what is told.
      if ((dates[k]?.length ?? 0) > 0) return movedTo(k, index);
    }
    return null;
  };
  // What a title tells the lead tells again, with its day: the nearest sentence that dates the same relation, else any act.
  const ofLead = ({ index }: Sentence, relation: Relation): When | null => {
    const lead = sentences.slice(index + 1, index + 1 + FARTHEST);
    const same = lead.map((s) => dayOf((bySentence.get(s.index) ?? []).filter((c) => c.relation === relation)));
    const ofActs = isOfTheDay(relation) ? days.slice(index + 1, index + 1 + FARTHEST) : [];
    return [...same, ...ofActs].find((day) => day !== null) ?? null;
  };
  const whenCarried = (claim: QualifiedClaim): When | null => {
    const sentence = sentences[claim.sentence];
    const isHeadline = sentence?.zone === "title";
    const isCarried = isHeadline ? isAct : isOfTheDay;
    const isOpen = claim.when === null && isCarried(claim.relation) && CLASS_OF_STATUS[claim.status] === "happened";
    if (sentence === undefined || !isOpen || (dates[claim.sentence]?.length ?? 0) > 0) return null;
    if (isAtOtherTime(sentence, claim.trigger) || isEarlier(sentence, claim.trigger)) return null;
    const when = isHeadline ? ofLead(sentence, claim.relation) : near(sentence);
    return when === null ? null : { ...when, basis: "relative" };
  };
  const carried = new Map<QualifiedClaim, When>();
  // In the order of the text: what a sentence goes on telling the next one may go on from.
  for (const { index } of sentences)
    for (const claim of bySentence.get(index) ?? []) {
      const when = whenCarried(claim);
      if (when === null) continue;
      carried.set(claim, when);
      if (sentences[index]?.zone !== "title") days[index] ??= when;
    }
  return claims.map((claim) => {
    const when = carried.get(claim);
    return when === undefined ? claim : { ...claim, when };
  });
}

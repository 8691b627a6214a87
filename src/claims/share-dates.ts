/**
 * One act, one day: acts of violence that a sentence tells together ("tués dans un attentat perpétré mardi") share the
 * day that it gives one of them, where it gives just one and none is told as earlier or later ("après des frappes").
 */
import { CLASS_OF_STATUS, VIOLENCE, type When } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import type { DatesTold } from "./dates-told.js";
import type { DateMention } from "./find-dates.js";
import type { QualifiedClaim } from "./qualify-claims.js";
import { isPluperfect } from "./same-time.js";
import { ancestorsOf, caseOf, isVerbal, relationOf } from "./syntax.js";
import { isAtOtherTime } from "./time.js";
import WORDS from "./time.json" with { type: "json" };

const TELLING: ReadonlySet<string> = new Set(WORDS.telling);

/**
 * Whether the date's clause and the act's are told from one point of time: both as past of the past, or neither; and the date is not that
 * of the telling ("a indiqué mercredi que", "selon un bilan arrêté mercredi").
 */
function goTogether(sentence: Sentence, trigger: number, { start, end }: DateMention): boolean {
  const at = sentence.tokens.findIndex((t) => t.start < end + sentence.start && start + sentence.start < t.end);
  const [fromDate, fromAct] = [at, trigger].map((k) => [k, ...ancestorsOf(sentence, k)]);
  if (fromDate === undefined || fromAct === undefined) return false;
  const isEarlier = (path: readonly number[]) =>
    path.some((k) => isVerbal(sentence.tokens[k]) && isPluperfect(sentence, k));
  const isTold = fromAct.some((k) => !fromDate.includes(k) && /^ccomp/u.test(relationOf(sentence, k)));
  const isTelling = fromDate.some(
    (k) =>
      !fromAct.includes(k) &&
      (/^(?:ccomp|parataxis)/u.test(relationOf(sentence, k)) || TELLING.has(caseOf(sentence, k))),
  );
  return !isTold && !isTelling && isEarlier(fromDate) === isEarlier(fromAct);
}

export function shareDates(
  sentences: readonly Sentence[],
  claims: readonly QualifiedClaim[],
  dates: DatesTold["dates"],
): QualifiedClaim[] {
  const days = new Map<string, Map<string, When>>();
  const key = (c: QualifiedClaim) => `${c.sentence} ${CLASS_OF_STATUS[c.status]}`;
  for (const claim of claims) {
    if (claim.when === null || !VIOLENCE.has(claim.relation)) continue;
    const known = days.get(key(claim)) ?? new Map<string, When>();
    known.set(`${claim.when.from} ${claim.when.to}`, claim.when);
    days.set(key(claim), known);
  }
  return claims.map((claim) => {
    const sentence = sentences[claim.sentence];
    const isOpen = claim.when === null && VIOLENCE.has(claim.relation);
    if (!isOpen || (sentence !== undefined && isAtOtherTime(sentence, claim.trigger))) return claim;
    const known = days.get(key(claim));
    const [only] = known?.size === 1 ? known.values() : [];
    if (only !== undefined) return { ...claim, when: only };
    // The only date of the sentence, though it stand in another clause: "tués dans l'attentat de mardi", "le raid, mardi, qui a tué".
    const [date, other] = dates[claim.sentence] ?? [];
    const isOnly = date !== undefined && other === undefined && date.isOfWhatFollows !== true && known === undefined;
    const isShared = isOnly && sentence !== undefined && CLASS_OF_STATUS[claim.status] === "happened";
    return isShared && goTogether(sentence, claim.trigger, date) ? { ...claim, when: date.when } : claim;
  });
}

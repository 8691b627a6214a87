/** When an act took place: the date of its own clause. The day of publication is never taken by default. */
import { type Relation, STANDING, type When } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import { childrenBy } from "./factuality/clause-form.js";
import type { DateMention } from "./find-dates.js";
import { isOfFrame, isOfSubject, isRelativeOfPlace, isTemporal } from "./same-time.js";
import { ancestorsOf, isVerbal } from "./syntax.js";
import WORDS from "./time.json" with { type: "json" };

/** Links that lead out of a clause: a date beyond them is of another act. */
const CLAUSE_EDGE = /^(?:ccomp|acl|advcl|parataxis|csubj)/u;

const OTHER_TIME: ReadonlySet<string> = new Set(WORDS.other_time);

/** Whether the act stands behind "après", "before": at another time than its clause tells. */
export function isAtOtherTime(sentence: Sentence, trigger: number): boolean {
  for (const at of [trigger, ...ancestorsOf(sentence, trigger)]) {
    const opened = sentence.tokens.some(
      (t) => t.head === at && /^(?:case|mark|advmod)/u.test(t.relation) && OTHER_TIME.has(t.lemma.toLowerCase()),
    );
    if (opened) return true;
    if (isVerbal(sentence.tokens[at])) return false;
  }
  return false;
}

/** "qui s'était entretenue samedi", "he had met": a clause that is told as past, whatever stands above it. */
function isToldAsPast(sentence: Sentence, verb: number): boolean {
  const auxiliaries = childrenBy(sentence, verb, /^aux/u);
  if (auxiliaries.some((a) => a.feats.Tense === "Fut" || a.feats.Mood === "Cnd" || a.lemma === "will")) return false;
  const isPast = (feats: Readonly<Record<string, string>>) =>
    feats.VerbForm === "Fin" && /^(?:Past|Imp)$/u.test(feats.Tense ?? "");
  const isPerfect = auxiliaries.some((a) => a.relation === "aux:tense" && a.feats.VerbForm === "Fin");
  return isPerfect || isPast(sentence.tokens[verb]?.feats ?? {});
}

/** Whether the sentence speaks of what is to come. */
export function looksAhead(sentence: Sentence, trigger: number): boolean {
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k]));
  if (verb !== undefined && isToldAsPast(sentence, verb)) return false;
  return [trigger, ...ancestorsOf(sentence, trigger)].some((k) => {
    const token = sentence.tokens[k];
    const future = sentence.tokens.some(
      (t) => t.head === k && t.relation.startsWith("aux") && (t.feats.Tense === "Fut" || t.lemma === "will"),
    );
    return isVerbal(token) && (token?.feats.Tense === "Fut" || future);
  });
}

const EXPECTING: ReadonlySet<string> = new Set(WORDS.expecting);

/** Whether the date (offsets into the sentence) stands beside a verb that tells of the past: "voted on Monday", "l'accord conclu en mai". */
export function isOfPast(
  sentence: Sentence,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const at = sentence.tokens.findIndex((t) => t.start < end + sentence.start && start + sentence.start < t.end);
  const verb = ancestorsOf(sentence, at).find((k) => isVerbal(sentence.tokens[k]));
  const token = sentence.tokens[verb ?? -1];
  if (verb === undefined || token?.feats.Tense !== "Past" || EXPECTING.has(token.lemma)) return false;
  const auxiliaries = childrenBy(sentence, verb, /^aux/u);
  if (token.feats.VerbForm === "Fin" || token.relation.startsWith("acl")) return true;
  const isTensed = (t: (typeof auxiliaries)[number]) =>
    t?.lemma === "avoir" || t?.relation === "aux:tense" || t?.feats.Tense === "Past";
  return auxiliaries.some(isTensed) && !auxiliaries.some((t) => t?.feats.Tense === "Fut" || t?.feats.Mood === "Cnd");
}

/** Tree steps from the trigger to the date without leaving its clause; infinite where the clause ends before. */
function distance(sentence: Sentence, trigger: number, date: number, ownOnly: boolean): number {
  const up = [trigger, ...ancestorsOf(sentence, trigger)];
  const fromDate = [date, ...ancestorsOf(sentence, date)];
  const joint = up.findIndex((k) => fromDate.includes(k));
  if (joint < 0 || (ownOnly && joint > 0)) return Number.POSITIVE_INFINITY;
  const down = fromDate.indexOf(up[joint] ?? -1);
  // "l'accord signé lundi": a participle dates the noun that it stands with.
  const own = fromDate[down - 1] ?? -1;
  const isOfNoun = joint === 0 && /^acl/u.test(sentence.tokens[own]?.relation ?? "");
  const links = [...up.slice(0, joint), ...fromDate.slice(0, isOfNoun ? down - 1 : down)];
  const isPassed = (k: number) =>
    isTemporal(sentence, k) ||
    (up.includes(k) ? isRelativeOfPlace(sentence, k) : isOfFrame(sentence, k) || isOfSubject(sentence, k));
  if (links.some((k) => CLAUSE_EDGE.test(sentence.tokens[k]?.relation ?? "") && !isPassed(k)))
    return Number.POSITIVE_INFINITY;
  return joint + down;
}

/** Whether the trigger stands behind the words, in what they govern. */
function follows(sentence: Sentence, trigger: number, inside: readonly number[]): boolean {
  const last = inside.at(-1) ?? -1;
  const above = ancestorsOf(sentence, trigger);
  return trigger > last && inside.some((k) => above.includes(k) || ancestorsOf(sentence, k)[0] === trigger);
}

/** Verbs by which an act done before is taken on oneself: what stands beside them dates the taking. */
const CLAIMS: ReadonlySet<string> = new Set(WORDS.claims);

/** "a revendiqué jeudi l'assaut lancé mardi": the object, whose date is the act's; else the trigger itself. */
function datedBy(sentence: Sentence, trigger: number): number {
  if (!CLAIMS.has(sentence.tokens[trigger]?.lemma ?? "")) return trigger;
  const object = sentence.tokens.findIndex((t) => t.head === trigger && /^(?:obj|nsubj:pass)/u.test(t.relation));
  return object < 0 ? trigger : object;
}

export function whenOf(
  sentence: Sentence,
  told: number,
  relation: Relation,
  dates: readonly DateMention[],
): When | null {
  const trigger = datedBy(sentence, told);
  // A title has the date that stands with it, not that of what its bearer does.
  const ownOnly = trigger !== told || (STANDING.has(relation) && !isVerbal(sentence.tokens[trigger]));
  const isElsewhen = isAtOtherTime(sentence, trigger);
  let best: When | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    const inside = sentence.tokens.flatMap((t, k) => (t.start < date.end && date.start < t.end ? [k] : []));
    if (date.isOfWhatFollows === true) {
      if (bestDistance > 0 && follows(sentence, trigger, inside)) [best, bestDistance] = [date.when, 0];
      continue;
    }
    const d = Math.min(...inside.map((k) => distance(sentence, trigger, k, ownOnly || isElsewhen)));
    if (d < bestDistance) [best, bestDistance] = [date.when, d];
  }
  return best;
}

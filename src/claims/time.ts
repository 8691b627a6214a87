/** When an act took place: the date of its own clause. The day of publication is never taken by default. */
import { type Relation, STANDING, type When } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import { childrenBy, isPresentParticiple } from "./factuality/clause-form.js";
import type { DateMention } from "./find-dates.js";
import { ancestorsOf, isVerbal } from "./syntax.js";
import WORDS from "./time.json" with { type: "json" };

/** Links that lead out of a clause: a date beyond them is of another act. */
const CLAUSE_EDGE = /^(?:ccomp|acl|advcl|parataxis|csubj)/u;

const AT_THE_TIME: ReadonlySet<string> = new Set(WORDS.at_the_time);

/** "se sont abattues vendredi, tuant deux soldats", "crashed on Friday, killing two": what comes of the act at once. */
function isAccompanying(sentence: Sentence, clause: number): boolean {
  return isPresentParticiple(sentence, clause) && childrenBy(sentence, clause, /^(?:mark|aux|nsubj)/u).length === 0;
}

/** "were killed when a drone hit the ship on Thursday": both clauses tell one time. */
function isTemporal(sentence: Sentence, clause: number): boolean {
  if (!sentence.tokens[clause]?.relation.startsWith("advcl")) return false;
  if (isAccompanying(sentence, clause)) return true;
  return sentence.tokens.some(
    (t) => t.head === clause && /^(?:mark|advmod)/u.test(t.relation) && AT_THE_TIME.has(t.text.toLowerCase()),
  );
}

const DURING: ReadonlySet<string> = new Set(WORDS.during);

/** "lors de l'opération menée du 26 au 28": what dates the operation dates what was done in it. */
function isOfFrame(sentence: Sentence, clause: number): boolean {
  const token = sentence.tokens[clause];
  if (token === undefined || !token.relation.startsWith("acl")) return false;
  const noun = token.head;
  const opening = [
    sentence.tokens[sentence.tokens[noun]?.head ?? -1],
    ...sentence.tokens.filter((t) => t.head === noun && /^(?:case|fixed|advmod)/u.test(t.relation)),
  ];
  return opening.some((t) => t !== undefined && DURING.has(t.text.toLowerCase()));
}

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
  const isPassed = (k: number) => isTemporal(sentence, k) || (isOfFrame(sentence, k) && !up.includes(k));
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

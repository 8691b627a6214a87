/** The present tense beside a day that is to come: "The envoy meets both sides on Friday", "reçoit dimanche son homologue". */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal } from "../syntax.js";
import { childrenBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { SPEECH } from "./word-effects.js";
import { holds, key, WORDS, type Words } from "./words.js";

/** Acts that are put into a diary: French tells other acts of a past day in the present as well ("l'armée prend lundi la ville"). */
const DIARY: ReadonlySet<Relation> = new Set([
  "MET_WITH",
  "AGREED_WITH",
  "PROTESTED_AGAINST",
  "WITHDREW_FROM",
  "DEPLOYED_TO",
]);
/** "on the 28th": no year and no month. */
const DAY_OF_MONTH = /^\d{1,2}(?:st|nd|rd|th)$/u;

/** "frappe", "meets": a verb in the present without auxiliary. */
const isSimplePresent = (sentence: Sentence, verb: number): boolean => {
  const token = sentence.tokens[verb];
  return (
    token?.feats.Tense === "Pres" &&
    token.feats.VerbForm === "Fin" &&
    token.feats.Mood !== "Sub" &&
    childrenBy(sentence, verb, /^(?:aux|cop)/u).length === 0
  );
};

/** "demain", "vendredi prochain", "next week": what no past has. */
function isAhead(sentence: Sentence, at: number, words: Words): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  if (words.tomorrow.has(key(token))) return true;
  return childrenBy(sentence, at, /^(?:amod|det)/u).some((c) => words.next.has(c.lemma) || words.next.has(key(c)));
}

/** A weekday alone: not "every Friday", "le vendredi", "vendredi dernier". */
function isBareDay(sentence: Sentence, at: number, words: Words): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  const isDay = words.weekdays.has(key(token)) || (sentence.language === "en" && DAY_OF_MONTH.test(key(token)));
  const others = childrenOf(sentence, at).map((k) => sentence.tokens[k]);
  return (
    isDay &&
    others.every(
      (t) => t !== undefined && (/^(?:on|the|morning|evening|soir|matin)$/u.test(key(t)) || t.upos === "PUNCT"),
    )
  );
}

/** The verb that tells the act: the trigger, or one that says of the noun that it takes place. */
function verbOf(sentence: Sentence, trigger: number, words: Words): number {
  if (isVerbal(sentence.tokens[trigger])) return trigger;
  const verb = ancestorsOf(sentence, trigger)[0] ?? -1;
  const isPart = /^(?:nsubj|obj)/u.test(sentence.tokens[trigger]?.relation ?? "");
  const head = sentence.tokens[verb];
  return isPart && head !== undefined && isVerbal(head) && holds(words.occur, head) ? verb : -1;
}

/** "planned" where the act is told in the present with a day to come behind its verb. */
export function comingDay(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (STANDING.has(relation) || (SPEECH.has(relation) && !DIARY.has(relation))) return [];
  const words = WORDS[sentence.language];
  const verb = verbOf(sentence, trigger, words);
  if (verb < 0 || !isSimplePresent(sentence, verb)) return [];
  const isComing = childrenOf(sentence, verb).some((k) => {
    if (!/^(?:obl|obj|advmod|nmod)/u.test(sentence.tokens[k]?.relation ?? "")) return false;
    if (isAhead(sentence, k, words)) return true;
    // Before the verb it is the day of a story told in the present.
    return k > verb && (sentence.language === "en" || DIARY.has(relation)) && isBareDay(sentence, k, words);
  });
  return isComing ? [{ status: "planned", predicate: -1 }] : [];
}

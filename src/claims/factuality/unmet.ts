/**
 * What would have come about and did not, told in the indicative: "sans l'intervention des Casques bleus, ils massacraient les réfugiés",
 * "un mètre de plus et le missile touchait le navire", "another mile and the missile hits the ship".
 */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import { ancestorsOf, isVerbal } from "../syntax.js";
import { childrenBy, isDefinite, isInfinitive, openedBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { holds, key, WORDS } from "./words.js";

/** The tagger may take an imperfect for a present; its form does not lie. */
const IMPERFECT = /(?:ait|aient)$/u;
const MAIN = /^(?:root|parataxis|conj)/u;
const PRONOUN = /^-(?:t-)?(?:ils?|elles?|on|ce)$/u;
const INVERTED = /^(?:aurai(?:t|ent)|eût|eussent|dût|dussent)$/u;
/** How far into its sentence "un mètre de plus et" may reach. */
const MOST_BEFORE = 9;

const isPlain = (sentence: Sentence, verb: number): boolean =>
  sentence.tokens[verb]?.feats.VerbForm === "Fin" && childrenBy(sentence, verb, /^(?:aux|cop)/u).length === 0;

const row = (tokens: readonly Token[]): string => tokens.map((t) => key(t).replace(/’/gu, "'")).join(" ");

/** "un mètre de plus et", "another mile and", "one more day of fighting and": right before the clause, at the head of the sentence. */
function opensWithMore(sentence: Sentence, verb: number): boolean {
  const { tokens, language } = sentence;
  const and = tokens.findIndex((t) => /^(?:et|and)$/u.test(key(t)));
  if (and < 1 || and > MOST_BEFORE || and > verb) return false;
  const before = tokens.slice(0, and);
  if (before.some((t) => isVerbal(t) && t.feats.VerbForm === "Fin")) return false;
  // "two more soldiers and an officer die": more of what is no measure.
  if (!before.some((t) => holds(WORDS[language].measures, t))) return false;
  if (language === "fr") return /(?:\bde plus|^un peu plus|^encore un peu)(?: ,)?$/u.test(row(before));
  // "another day and another strike hits Kyiv".
  if (/^(?:another|more|yet)$/u.test(key(tokens[and + 1] ?? tokens[and] ?? ({ text: "" } as Token)))) return false;
  return /^(?:another (?!.*,)|(?:just |even )?(?:one|a few|an?|\d+|two|three|five|ten) (?:\w+ )?more )/u.test(
    `${row(before)} `,
  );
}

/** "aurait-elle tenu trois jours de plus, elle prenait …", "eût-il": a condition in the order of a question, which it is not. */
function isInvertedAt(sentence: Sentence, auxiliary: number): boolean {
  const { tokens } = sentence;
  if (tokens.findLast((t) => t.upos !== "PUNCT" || t.text === "?")?.text === "?") return false;
  return (
    INVERTED.test(key(tokens[auxiliary] as Token)) &&
    PRONOUN.test(key(tokens[auxiliary + 1] ?? ({ text: "" } as Token)))
  );
}

/** What stands before the clause and was not met. */
function isUnmet(sentence: Sentence, verb: number): boolean {
  const { tokens } = sentence;
  const words = WORDS[sentence.language];
  const before = tokens.slice(0, verb);
  const opening = `${row(before)} `;
  // "sans réaction de l'ONU, les milices massacraient …": of what there was none, not of what came.
  const isSaved = before.some(
    (t, k) =>
      isDefinite(sentence, k) &&
      holds(words.saviours, t) &&
      t.head === verb &&
      openedBy(sentence, k).some((c) => /^sans$/u.test(key(c))),
  );
  return (
    isSaved ||
    /^n' (?:eût|eussent) été /u.test(opening) ||
    /^pour un peu(?: ,)? /u.test(opening) ||
    // "à quelques exceptions près".
    (/^à (?:[^ ]+ ){1,4}près(?: ,)? /u.test(opening) &&
      before.slice(0, MOST_BEFORE).some((t) => holds(words.measures, t))) ||
    before.some((_, k) => isInvertedAt(sentence, k))
  );
}

/** The inverted condition itself: "Eût-il rencontré Poutine, …", "dût-il envahir le Liban". */
function isCondition(sentence: Sentence, verb: number): boolean {
  const above = sentence.tokens[verb]?.head ?? -1;
  const auxiliaries = childrenBy(sentence, verb, /^aux/u).map((t) => sentence.tokens.indexOf(t));
  const governor = isInfinitive(sentence, verb) && above >= 0 ? [above] : [];
  const at = [...auxiliaries, ...governor].find((k) => isInvertedAt(sentence, k));
  // The clause that hangs on it follows, or it stands behind its own.
  return at !== undefined && (at > 0 || sentence.tokens.slice(verb).some((t) => t.text === ","));
}

/** "possible" for an act that needed what was not so. */
export function ofUnmet(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (STANDING.has(relation)) return [];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  const token = sentence.tokens[verb];
  if (token === undefined) return [];
  const possible: Effect[] = [{ status: "possible", predicate: -1 }];
  if (sentence.language === "fr" && isCondition(sentence, verb)) return possible;
  if (!MAIN.test(token.relation) || !isPlain(sentence, verb)) return [];
  const isImperfect = sentence.language === "fr" && IMPERFECT.test(key(token));
  if ((isImperfect || token.feats.Tense === "Pres") && opensWithMore(sentence, verb)) return possible;
  return isImperfect && isUnmet(sentence, verb) ? possible : [];
}

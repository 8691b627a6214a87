/** What is put as a case, told in the present: "Scénario du pire : l'Iran attaque Bahreïn", "Option one: Haftar takes Tripoli". */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import { ancestorsOf, isVerbal } from "../syntax.js";
import { childrenBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { key, WORDS } from "./words.js";

/** How many words may name the case. */
const MOST_WORDS = 12;
const MAIN = /^(?:root|parataxis|conj|ccomp|appos)/u;
/** "envahit", "prit": the tagger may take the one for the other; behind a case it is the present. */
const PRESENT_OR_PAST = /(?:ahit|isit|estit|ruit|dit|lit|nit|rit)$/u;
const PARTS: ReadonlySet<string> = new Set([":", ",", "—", "–", "-"]);

const row = (tokens: readonly Token[]): string => ` ${tokens.map((t) => key(t).replace(/’/gu, "'")).join(" ")} `;

/** "frappe", "attacks": what did happen stands in the perfect ("Scénario catastrophe : l'armée a pris la ville"). */
const isPlainPresent = (sentence: Sentence, verb: number): boolean => {
  const token = sentence.tokens[verb];
  return (
    token?.feats.VerbForm === "Fin" &&
    (token.feats.Tense === "Pres" || PRESENT_OR_PAST.test(key(token))) &&
    childrenBy(sentence, verb, /^(?:aux|cop)/u).length === 0
  );
};

/** Whether the words from the start of the sentence or of its part to a colon or comma name a case. */
function isPutAsCase(sentence: Sentence, verb: number): boolean {
  const { tokens, language } = sentence;
  const { supposes } = WORDS[language];
  const start = tokens.findLastIndex((t, k) => k < verb && t.text === ";") + 1;
  const ends = tokens.flatMap((t, k) =>
    k > start && k < verb && k - start <= MOST_WORDS && PARTS.has(t.text) ? [k] : [],
  );
  return ends.some((end) => {
    const opening = tokens.slice(start, end);
    // "Dans ce scénario que Kiev redoute, …" names one; "Le scénario a changé, l'armée …" tells of one.
    const verbs = opening.filter((t) => isVerbal(t) && t.feats.VerbForm === "Fin" && t.relation !== "acl:relcl");
    const isNamed = [...supposes].some((phrase) => row(opening).includes(` ${phrase} `));
    return isNamed && verbs.every((t) => t.feats.Mood === "Imp" || supposes.has(key(t)));
  });
}

/** "possible" for an act of a case that somebody puts. */
export function ofSupposed(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (STANDING.has(relation)) return [];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (!MAIN.test(sentence.tokens[verb]?.relation ?? "") || !isPlainPresent(sentence, verb)) return [];
  return isPutAsCase(sentence, verb) ? [{ status: "possible", predicate: -1 }] : [];
}

/** What a deal or plan lays down, told in the present: "Aux termes de l'accord, l'armée quitte Aden", "The deal is simple: …". */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal, subtreeOf } from "../syntax.js";
import { childrenBy, openedBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { SPEECH } from "./word-effects.js";
import { holds, WORDS, type Words } from "./words.js";

/** Relations of the kind of MET_WITH are told of, and done, in a deal as well. */
const DONE: ReadonlySet<Relation> = new Set(["MET_WITH", "PROTESTED_AGAINST", "SANCTIONED"]);
const SIMPLE = /^(?:simple|clair|clear|straightforward|suivant)$/u;

/** "quitte", "withdraws": in the present, with no auxiliary; the tagger may leave out the tense of a plain form ("release"). */
function isPlain(sentence: Sentence, verb: number): boolean {
  const token = sentence.tokens[verb];
  if (token === undefined || !isVerbal(token) || childrenBy(sentence, verb, /^(?:aux|cop)/u).length > 0) return false;
  return token.feats.Tense === "Pres" && token.feats.VerbForm === "Fin";
}

/** Whether the words of the phrase name a text that provides: "the first phase of the truce", "du cessez-le-feu". */
const providesIn = (sentence: Sentence, at: number, words: Words): boolean =>
  [at, ...childrenOf(sentence, at)].some((k) => {
    const token = sentence.tokens[k];
    return token !== undefined && token.upos === "NOUN" && holds(words.provides, token);
  });

/** "en vertu de l'accord", "under the draft", "in the first phase of the truce", "selon le plan". */
function isTerms(sentence: Sentence, at: number, words: Words): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || !token.relation.startsWith("obl") || !providesIn(sentence, at, words)) return false;
  return holds(words.terms, token) || openedBy(sentence, at).some((t) => holds(words.terms, t));
}

/** "commence mardi à", "lundi": news of a day, though a deal lies behind it. */
const isOfDay = (sentence: Sentence, verb: number, words: Words): boolean =>
  childrenOf(sentence, verb).some((k) => {
    const token = sentence.tokens[k];
    return token !== undefined && !/^nsubj/u.test(token.relation) && holds(words.weekdays, token);
  });

/** The clause before a colon whose subject is the text: "Le compromis est simple : …". */
function isAfterColon(sentence: Sentence, verb: number, words: Words): boolean {
  const token = sentence.tokens[verb];
  const head = sentence.tokens[token?.head ?? -1];
  if (token === undefined || head === undefined || !/^(?:parataxis|appos|ccomp)/u.test(token.relation)) return false;
  if (!SIMPLE.test(head.lemma) || token.head > verb) return false;
  const first = Math.min(...subtreeOf(sentence, verb).filter((k) => sentence.tokens[k]?.upos !== "PUNCT"));
  const isColon = [first - 1, first - 2].some((k) => sentence.tokens[k]?.text === ":");
  const subjects = childrenBy(sentence, token.head, /^nsubj/u);
  return isColon && subjects.some((s) => holds(words.provides, s));
}

/** "The accord's first phase sees Israel withdraw": the text is the subject of what foresees it. */
function isForeseen(sentence: Sentence, verb: number, words: Words): boolean {
  const above = sentence.tokens[verb]?.head ?? -1;
  const head = sentence.tokens[above];
  if (head === undefined || !isVerbal(head) || !holds(words.foresees, head) || head.feats.Tense !== "Pres")
    return false;
  if (above > verb || !/^(?:obj|ccomp|xcomp|conj)/u.test(sentence.tokens[verb]?.relation ?? "")) return false;
  return childrenOf(sentence, above).some(
    (k) => sentence.tokens[k]?.relation.startsWith("nsubj") === true && providesIn(sentence, k, words),
  );
}

/** "The plan includes the seizure of …", "l'accord comporte le retrait de …": a noun that the text holds. */
function isHeld(sentence: Sentence, trigger: number, verb: number): boolean {
  const words = WORDS[sentence.language];
  const head = sentence.tokens[verb];
  const token = sentence.tokens[trigger];
  if (trigger === verb || head === undefined || !holds(words.foresees, head) || head.feats.Tense !== "Pres")
    return false;
  // "sees clashes erupt", "has support" are no holding.
  if (token?.relation !== "obj" || token.head !== verb || /^(?:see|have|voir)$/u.test(head.lemma)) return false;
  return childrenOf(sentence, verb).some(
    (k) => sentence.tokens[k]?.relation.startsWith("nsubj") === true && providesIn(sentence, k, words),
  );
}

/** "planned" for what a deal, draft or plan lays down. */
export function ofTerms(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (STANDING.has(relation) || (SPEECH.has(relation) && !DONE.has(relation))) return [];
  const words = WORDS[sentence.language];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (verb < 0) return [];
  if (isForeseen(sentence, verb, words) || isHeld(sentence, trigger, verb))
    return [{ status: "planned", predicate: -1 }];
  const head = sentence.tokens[verb]?.head ?? -1;
  const isSecond = sentence.tokens[verb]?.relation.startsWith("conj") === true && isVerbal(sentence.tokens[head]);
  const clauses = isSecond ? [verb, head] : [verb];
  if (!clauses.every((k) => isPlain(sentence, k)) || clauses.some((k) => isOfDay(sentence, k, words))) return [];
  const isLaidDown = clauses.some(
    (k) =>
      isAfterColon(sentence, k, words) || childrenOf(sentence, k).some((c) => isTerms(sentence, c, words) && c < verb),
  );
  return isLaidDown ? [{ status: "planned", predicate: -1 }] : [];
}

/** A denial put beside what it denies: "l'armée a tiré, affirme l'opposition ; l'armée dément", "a charge Moscow denies". */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal, subtreeOf } from "../syntax.js";
import { childrenBy, isInfinitive } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { isNegated } from "./negation.js";
import { SPEECH } from "./word-effects.js";
import { classesOf, holds, key, WORDS, type Words } from "./words.js";

/** What stands for all that was said before. */
const WHOLE = /^(?:ce|cela|ça|le|l['’]|this|it|that|which|que|qu['’])$/u;

/** Verbs that deny what was said. */
export const DENIES: ReadonlySet<string> = new Set([
  "démentir",
  "nier",
  "réfuter",
  "contester",
  "deny",
  "refute",
  "dispute",
]);

/** Whether the verb denies what was said before: it has no object, or a word for the saying. */
function deniesWhole(sentence: Sentence, verb: number, words: Words): boolean {
  const token = sentence.tokens[verb];
  if (token === undefined || !isVerbal(token) || !holds(DENIES, token) || isNegated(sentence, verb)) return false;
  if (/^(?:that|que|qu['’])$/u.test(key(sentence.tokens[verb + 1] ?? token))) return false;
  if (childrenBy(sentence, verb, /^(?:ccomp|xcomp)/u).some((c) => isVerbal(c))) return false;
  // "a charge Moscow denies", "une accusation que Paris dément": what the clause hangs on is what was said.
  const above = token.relation === "acl:relcl" ? sentence.tokens[token.head] : undefined;
  const isSaying = (t: Token) => classesOf(words, t).some((c) => c === "alleged" || c === "reported");
  if (above !== undefined) return WHOLE.test(key(above)) || isSaying(above);
  return childrenBy(sentence, verb, /^obj/u).every((c) => WHOLE.test(key(c)) || isSaying(c));
}

/** Another word of saying with a clause of its own, which does not tell the act. */
function saysMore(sentence: Sentence, at: number, token: Token, verb: number, words: Words): boolean {
  if (!isVerbal(token) || !classesOf(words, token).includes("reported")) return false;
  const clauses = childrenOf(sentence, at).filter((k) => /^(?:ccomp|xcomp)/u.test(sentence.tokens[k]?.relation ?? ""));
  return clauses.some((k) => k > at && k !== verb && !ancestorsOf(sentence, verb).includes(k));
}

/**
 * Whether what the trigger tells of others is denied by the same sentence: "alleged" then. Of their own acts two sides may each tell
 * ("dit avoir pris la ville, ce que l'armée dément").
 */
export function deniedBeside(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (SPEECH.has(relation) || (STANDING.has(relation) && !isVerbal(sentence.tokens[trigger]))) return [];
  const words = WORDS[sentence.language];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (verb < 0 || isInfinitive(sentence, verb)) return [];
  // "le Réseau, que dirige Me Diop": told in passing, and not what is denied.
  if (/^acl/u.test(sentence.tokens[verb]?.relation ?? "")) return [];
  const subject = childrenBy(sentence, verb, /^nsubj/u)[0];
  if (subject === undefined || subject.upos === "PRON") return [];
  const isDenied = sentence.tokens.some((_, k) => {
    if (k <= trigger || k === verb || !deniesWhole(sentence, k, words)) return false;
    if (subtreeOf(sentence, k).includes(trigger)) return false;
    // "…, assurent tenir l'aéroport, ce que l'armée dément": of what was said last.
    if (sentence.tokens.some((t, n) => n > trigger && n < k && saysMore(sentence, n, t, verb, words))) return false;
    // The denial stands behind the clause, in one of its own.
    const between = sentence.tokens.slice(verb + 1, k);
    return between.some((t) => /^[,;:–—-]$/u.test(t.text)) && childrenOf(sentence, k).some((c) => c < k);
  });
  return isDenied ? [{ status: "alleged", predicate: -1 }] : [];
}

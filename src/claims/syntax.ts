/** Ways through one sentence's dependency tree. Positions are token indexes; -1 is no token. */
import type { Sentence, Token } from "../model/text.js";

/** Heads above the token, nearest first, without the token itself. */
export function ancestorsOf(sentence: Sentence, index: number): number[] {
  const path: number[] = [];
  for (let at = sentence.tokens[index]?.head ?? -1; at >= 0 && path.length < sentence.tokens.length; ) {
    path.push(at);
    at = sentence.tokens[at]?.head ?? -1;
  }
  return path;
}

export function childrenOf(sentence: Sentence, index: number): number[] {
  const out: number[] = [];
  sentence.tokens.forEach((t, k) => {
    if (t.head === index) out.push(k);
  });
  return out;
}

export const relationOf = (sentence: Sentence, at: number): string => sentence.tokens[at]?.relation ?? "";

export const lemmaAt = (sentence: Sentence, at: number): string => (sentence.tokens[at]?.lemma ?? "").toLowerCase();

/** The preposition before a complement, lower case; "" where there is none. */
export function caseOf(sentence: Sentence, at: number): string {
  const found = childrenOf(sentence, at).find((k) => relationOf(sentence, k) === "case");
  return (sentence.tokens[found ?? -1]?.text ?? "").toLowerCase().replace("’", "'");
}

/** The token and all below it, in the order of the text. */
export function subtreeOf(sentence: Sentence, index: number): number[] {
  return sentence.tokens.flatMap((_, k) => (k === index || ancestorsOf(sentence, k).includes(index) ? [k] : []));
}

/** The first of the tokens that it is coordinated with ("Bush, Musharraf and Karzai": Bush). */
export function firstConjunct(sentence: Sentence, index: number): number {
  let at = index;
  for (let k = 0; k < sentence.tokens.length && sentence.tokens[at]?.relation.startsWith("conj"); k++)
    at = sentence.tokens[at]?.head ?? at;
  return at;
}

export function isVerbal(token: Token | undefined): boolean {
  return token?.upos === "VERB" || token?.upos === "AUX";
}

/** "arrêté", "arrested", not "arrêtant". */
export function isPastParticiple(token: Token | undefined): boolean {
  return token?.feats.VerbForm === "Part" && token.feats.Tense !== "Pres";
}

const SUBJECT = /^nsubj|^csubj/u;
const AGENT = /^obl:agent/u;
/** Pronouns that stand for the noun that their clause hangs on. */
const RELATIVE: ReadonlySet<string> = new Set(["qui", "lequel", "laquelle", "lesquels", "which", "who", "that"]);

/** The token that does what the verb says: its subject, or its agent in the passive; a participle's head else. */
export function subjectOf(sentence: Sentence, verb: number): number {
  const children = childrenOf(sentence, verb);
  const agent = children.find((k) => AGENT.test(sentence.tokens[k]?.relation ?? ""));
  if (agent !== undefined) return agent;
  const behindRelative = (k: number): number => {
    const isRelative = sentence.tokens[k]?.upos === "PRON" && /^acl/u.test(sentence.tokens[verb]?.relation ?? "");
    return isRelative && RELATIVE.has(sentence.tokens[k]?.text.toLowerCase() ?? "")
      ? (sentence.tokens[verb]?.head ?? k)
      : k;
  };
  const subjects = children.filter((k) => {
    const relation = sentence.tokens[k]?.relation ?? "";
    return SUBJECT.test(relation) && !relation.includes("pass");
  });
  // "DUBAI – A sailor was killed, the operator said": the name of a place before what is said is no speaker of it.
  const isFronted = children.some(
    (k) => sentence.tokens[k]?.relation === "ccomp" && k > (subjects[0] ?? k) && k < (subjects.at(-1) ?? k),
  );
  const subject = isFronted ? subjects.at(-1) : subjects[0];
  if (subject !== undefined) return behindRelative(subject);
  const token = sentence.tokens[verb];
  if (token === undefined) return -1;
  // "X a annoncé et promis": the first conjunct's; "X menace de frapper": the governor's; "X, accusant Y": the main verb's.
  if (/^(?:conj|xcomp|advcl)/u.test(token.relation) && isVerbal(sentence.tokens[token.head]))
    return subjectOf(sentence, token.head);
  if (/^acl/u.test(token.relation)) return token.head;
  return -1;
}

/** Clauses that tell of one time with the clause above them: a date of the one is a date of the other. */
import type { Sentence } from "../model/text.js";
import { childrenBy, isPresentParticiple } from "./factuality/clause-form.js";
import { caseOf, lemmaAt, relationOf } from "./syntax.js";
import WORDS from "./time.json" with { type: "json" };

const AT_THE_TIME: ReadonlySet<string> = new Set(WORDS.at_the_time);
const DURING: ReadonlySet<string> = new Set(WORDS.during);
const DOCUMENTS: ReadonlySet<string> = new Set(WORDS.documents);
const INSIDE: ReadonlySet<string> = new Set(WORDS.inside);
const CLEFT: ReadonlySet<string> = new Set(WORDS.cleft);
const GATHERING: ReadonlySet<string> = new Set(WORDS.gathering);
const PLACE_RELATIVE: ReadonlySet<string> = new Set(WORDS.place_relative);

/** Told as past of the past: "avait été tué", "had been killed". */
export function isPluperfect(sentence: Sentence, verb: number): boolean {
  return childrenBy(sentence, verb, /^aux/u).some(({ feats, lemma, text }) =>
    sentence.language === "fr"
      ? feats.Tense === "Imp" && /^(?:avoir|être)$/u.test(lemma)
      : text.toLowerCase() === "had",
  );
}

/** "s'est rendu lundi à Gao, où il a rencontré Y": what was done there, on the way that is told. */
export function isRelativeOfPlace(sentence: Sentence, clause: number): boolean {
  const token = sentence.tokens[clause];
  if (token === undefined || !token.relation.startsWith("acl") || token.feats.Tense !== "Past") return false;
  if (isPluperfect(sentence, clause) || relationOf(sentence, token.head).startsWith("nsubj")) return false;
  return sentence.tokens.some((t, k) => k < clause && k > token.head && PLACE_RELATIVE.has(t.text.toLowerCase()));
}

/** "Les ministres, réunis jeudi au Caire, ont …": where and when those gathered who then act. */
export function isOfSubject(sentence: Sentence, clause: number): boolean {
  const token = sentence.tokens[clause];
  if (token === undefined || !/^acl(?!:relcl)/u.test(token.relation)) return false;
  return relationOf(sentence, token.head).startsWith("nsubj") && GATHERING.has(lemmaAt(sentence, clause));
}

/** "se sont abattues vendredi, tuant deux soldats", "crashed on Friday, killing two": what comes of the act at once. */
function isAccompanying(sentence: Sentence, clause: number): boolean {
  return isPresentParticiple(sentence, clause) && childrenBy(sentence, clause, /^(?:mark|aux|nsubj)/u).length === 0;
}

const SUBJECT_OR_OPENER = /^(?:mark|aux|nsubj|expl)/u;

/** "Réunis jeudi au Caire, ils ont …": a participle that opens what follows on it. */
function isOpening(sentence: Sentence, clause: number): boolean {
  const token = sentence.tokens[clause];
  const isParticiple = token?.upos === "VERB" && token.feats.VerbForm === "Part" && token.feats.Tense === "Past";
  return isParticiple && clause < token.head && childrenBy(sentence, clause, SUBJECT_OR_OPENER).length === 0;
}

/** "Lundi, c'est Gao que l'armée a prise": the clause tells the act, and the date stands with "c'est". */
function isCleft(sentence: Sentence, clause: number): boolean {
  const head = sentence.tokens[clause]?.head ?? -1;
  const [copula] = childrenBy(sentence, head, /^cop/u);
  const [subject] = childrenBy(sentence, head, /^(?:nsubj|expl)/u);
  return copula !== undefined && CLEFT.has(subject?.text.toLowerCase().replace("’", "'") ?? "");
}

/** "were killed when a drone hit the ship on Thursday": both clauses tell one time. */
export function isTemporal(sentence: Sentence, clause: number): boolean {
  if (!sentence.tokens[clause]?.relation.startsWith("advcl")) return false;
  if (isAccompanying(sentence, clause) || isOpening(sentence, clause) || isCleft(sentence, clause)) return true;
  return sentence.tokens.some(
    (t) => t.head === clause && /^(?:mark|advmod)/u.test(t.relation) && AT_THE_TIME.has(t.text.toLowerCase()),
  );
}

/** "lors de l'opération menée du 26 au 28": what dates the operation dates what was done in it. */
export function isOfFrame(sentence: Sentence, clause: number): boolean {
  const token = sentence.tokens[clause];
  if (token === undefined || !token.relation.startsWith("acl")) return false;
  const noun = token.head;
  // "dans une lettre adressée le 2 mai, il accuse …": what is said in a document is said when it is sent.
  if (DOCUMENTS.has(lemmaAt(sentence, noun)) && INSIDE.has(caseOf(sentence, noun))) return true;
  const opening = [
    sentence.tokens[sentence.tokens[noun]?.head ?? -1],
    ...sentence.tokens.filter((t) => t.head === noun && /^(?:case|fixed|advmod)/u.test(t.relation)),
  ];
  return opening.some((t) => t !== undefined && DURING.has(t.text.toLowerCase()));
}

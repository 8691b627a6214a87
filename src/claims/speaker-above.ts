/**
 * Who speaks where no construction names a source for the claim: the subject of a verb above it that tells or counts
 * ("la police recense dix morts", "parle de cadavres"), whose content it is ("says that the Brigades, armed by Iran, …"), or,
 * where the reader heard somebody speak, of the nearest verb above whose subject can.
 */
import type { Relation, Status } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import { isNegated } from "./factuality/negation.js";
import { classesOf, holds, WORDS } from "./factuality/words.js";
import { isOfAccused } from "./report-beside.js";
import { ancestorsOf, childrenOf, isVerbal, subjectOf } from "./syntax.js";

/** Relations whose people are counted. */
const COUNTED: ReadonlySet<Relation> = new Set(["KILLED", "WOUNDED", "ARRESTED", "ABDUCTED", "RELEASED", "EXPELLED"]);
const CONTENT = /^[cx]comp/u;

/** "fait état de": the noun that makes a telling verb of a light one. */
const isToldByNoun = (sentence: Sentence, verb: number, nouns: ReadonlySet<string>): boolean =>
  childrenOf(sentence, verb).some((k) => {
    const child = sentence.tokens[k];
    return child?.relation.startsWith("obj") === true && nouns.has(child.lemma);
  });

/** Whether the verb tells what hangs on it by the given link. */
function tells(sentence: Sentence, verb: number, link: string, relation: Relation): boolean {
  const words = WORDS[sentence.language];
  const token = sentence.tokens[verb];
  if (token === undefined || !isVerbal(token) || isNegated(sentence, verb)) return false;
  const classes = classesOf(words, token);
  if (CONTENT.test(link)) return classes.includes("reported") && token.feats.VerbForm !== "Inf";
  if (!/^(?:obj|obl|nsubj|parataxis)/u.test(link)) return false;
  const isCount = COUNTED.has(relation) && holds(words.counts, token);
  return isCount || holds(words.tells, token) || isToldByNoun(sentence, verb, words.tellingNouns);
}

/**
 * Token index of who speaks; -1 where nobody does.
 * @param isTitle whether it is told by a title or tie, which holds whoever speaks of its bearer
 * @param canSpeak whether the token stands for people or a body other than the ends of the claim
 */
export function speakerAbove(
  sentence: Sentence,
  trigger: number,
  relation: Relation,
  status: Status,
  isTitle: boolean,
  canSpeak: (head: number) => boolean,
): number {
  const path = ancestorsOf(sentence, trigger);
  const isTold = (verb: number, n: number) =>
    !isTitle && tells(sentence, verb, sentence.tokens[path[n - 1] ?? trigger]?.relation ?? "", relation);
  const telling = path.find((verb, n) => isTold(verb, n) && canSpeak(subjectOf(sentence, verb)));
  if (telling !== undefined) return subjectOf(sentence, telling);
  if (status !== "reported" && status !== "alleged") return -1;
  const verb = path.find(
    (k) => isVerbal(sentence.tokens[k]) && !isOfAccused(sentence, k) && canSpeak(subjectOf(sentence, k)),
  );
  return verb === undefined ? -1 : subjectOf(sentence, verb);
}

/** Who plans what nobody else is said to plan: the subject of the nearest verb above that plans or reports. */
export function plannerAbove(sentence: Sentence, trigger: number, canSpeak: (head: number) => boolean): number {
  const words = WORDS[sentence.language];
  const verb = ancestorsOf(sentence, trigger).find((k) => {
    const token = sentence.tokens[k];
    if (token === undefined || !isVerbal(token) || !canSpeak(subjectOf(sentence, k))) return false;
    return classesOf(words, token).some((c) => c === "planned" || c === "reported" || c === "decreed");
  });
  return verb === undefined ? -1 : subjectOf(sentence, verb);
}

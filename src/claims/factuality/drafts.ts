/** What a draft, bill or motion would do: "a draft resolution sanctioning …", "une motion expulsant …". */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { isVerbal } from "../syntax.js";
import { childrenBy, hasFeature, isPresentParticiple } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { isNegated } from "./negation.js";
import { holds, WORDS, type Words } from "./words.js";

const PARTICIPANT = /^(?:nsubj|obj)/u;

/** "sanctioning", "condemning and sanctioning", "qui sanctionne": the noun that the clause hangs on. */
function bearerOf(sentence: Sentence, verb: number): number {
  const token = sentence.tokens[verb];
  if (token === undefined) return -1;
  const first = token.relation.startsWith("conj") ? token.head : verb;
  const isPlain = hasFeature(sentence, verb, "Tense", "Pres") && childrenBy(sentence, verb, /^aux/u).length === 0;
  const link = sentence.tokens[first]?.relation ?? "";
  const isClause =
    (link === "acl" && isPresentParticiple(sentence, first)) || (link === "acl:relcl" && isPlain && first === verb);
  return isClause ? (sentence.tokens[first]?.head ?? -1) : -1;
}

/** "bill", "draft resolution", "projet de résolution". */
const isDraft = (sentence: Sentence, noun: number, words: Words): boolean =>
  [sentence.tokens[noun], ...childrenBy(sentence, noun, /^(?:compound|amod)/u)].some(
    (t) => t !== undefined && holds(words.drafts, t),
  );

/** "planned" for what a text lays down that is not passed, "denied" where it was voted down. */
export function ofDraft(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  if (STANDING.has(relation) || !isVerbal(sentence.tokens[trigger])) return [];
  const words = WORDS[sentence.language];
  const noun = bearerOf(sentence, trigger);
  const token = sentence.tokens[noun];
  if (token === undefined || token.upos !== "NOUN" || !isDraft(sentence, noun, words)) return [];
  const verb = sentence.tokens[token.head];
  const isTold = verb !== undefined && PARTICIPANT.test(token.relation);
  const isPassed =
    isTold &&
    holds(words.passes, verb) &&
    !isNegated(sentence, token.head) &&
    !hasFeature(sentence, token.head, "Tense", "Fut") &&
    childrenBy(sentence, token.head, /^aux/u).every((a) => !words.modals.has(a.lemma));
  if (isPassed) return [];
  const isLost =
    isTold && (holds(words.votedDown, verb) || (holds(words.passes, verb) && isNegated(sentence, token.head)));
  return [{ status: isLost ? "denied" : "planned", predicate: -1 }];
}

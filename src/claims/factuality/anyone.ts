/** What is said of whoever does it, or of nobody: "quiconque attaque …", "a soldier who kills … is a criminal", "no militia that X has funded". */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import { childrenOf, isVerbal } from "../syntax.js";
import { childrenBy, hasFeature, isExistential } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { hasNegativeDeterminer, isNegated } from "./negation.js";
import { classesOf, holds, key, WORDS } from "./words.js";

const SINGLE = /^(?:une?|an?)$/u;
const ANY = /^(?:any|tout|toute|n'importe)$/u;
const RELATIVE = /^(?:que|qu['’]|qui|dont|auquel|à|that|which|whom?|who)$/u;
const EXISTS: ReadonlySet<string> = new Set(["exister", "exist"]);

const isPlainPresent = (sentence: Sentence, verb: number): boolean =>
  hasFeature(sentence, verb, "Tense", "Pres") && childrenBy(sentence, verb, /^(?:aux|cop)/u).length === 0;

/** "un soldat qui tue …" where the clause above says what such a one is. */
function isKind(sentence: Sentence, noun: number): boolean {
  const token = sentence.tokens[noun];
  const above = sentence.tokens[token?.head ?? -1];
  if (token === undefined || above === undefined || token.relation !== "nsubj") return false;
  const copulas = childrenBy(sentence, token.head, /^cop/u);
  const isOne = childrenBy(sentence, noun, /^det/u).some((d) => SINGLE.test(key(d)));
  return isOne && above.upos === "NOUN" && copulas.some((c) => c.feats.Tense === "Pres");
}

/** "no militia", "not a single town". */
const isOfNone = (sentence: Sentence, noun: number, verb: number): boolean =>
  hasNegativeDeterminer(sentence, noun) ||
  (isNegated(sentence, verb) && childrenBy(sentence, noun, /^amod/u).some((c) => /^(?:single|seule?)$/u.test(key(c))));

/** "that X has funded", "qui ait frappé": the clause lacks the one it is said of. */
const isGap = (sentence: Sentence, verb: number): boolean =>
  childrenBy(sentence, verb, /^(?:nsubj|obj|obl|iobj)/u).some((c) => c.upos === "PRON" && RELATIVE.test(key(c)));

/** "quiconque attaque": the parser may hang the pronoun on the verb, and take that for a noun. */
const isWhoever = (sentence: Sentence, at: number): boolean =>
  holds(WORDS[sentence.language].whoever, sentence.tokens[at - 1] ?? ({ text: "", lemma: "" } as Token));

/** "possible" for what any one may do, "denied" for what is true of none. */
export function ofAnyone(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const token = sentence.tokens[trigger];
  if (token === undefined) return [];
  if (!STANDING.has(relation) && isWhoever(sentence, trigger)) return [{ status: "possible", predicate: -1 }];
  if (token.relation !== "acl:relcl" || !isVerbal(token)) return [];
  const noun = sentence.tokens[token.head];
  const above = noun?.head ?? -1;
  if (noun === undefined) return [];
  const exists = sentence.tokens[above];
  const isThere = exists !== undefined && (isExistential(sentence, above) || holds(EXISTS, exists));
  // "no doubt that the army …": no one of whom something is said.
  const isOfOne = classesOf(WORDS[sentence.language], noun).length === 0 && isGap(sentence, trigger);
  if (isThere && isOfOne && isOfNone(sentence, token.head, above) && /^(?:nsubj|obj)/u.test(noun.relation))
    return [{ status: "denied", predicate: -1 }];
  if (STANDING.has(relation) || !isPlainPresent(sentence, trigger)) return [];
  const isAny =
    holds(WORDS[sentence.language].whoever, noun) ||
    childrenOf(sentence, token.head).some((k) => {
      const det = sentence.tokens[k] as Token;
      return det.relation.startsWith("det") && ANY.test(key(det)) && noun.feats.Number !== "Plur";
    });
  return isAny || isKind(sentence, token.head) ? [{ status: "possible", predicate: -1 }] : [];
}

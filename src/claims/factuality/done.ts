/** What was done for certain by its construction, whatever the reader took it for. */
import type { Relation, Status } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal } from "../syntax.js";
import { childrenBy, isPerfect, isPerfectParticiple } from "./clause-form.js";
import { DECREED } from "./governor-effect.js";
import { isNegated } from "./negation.js";
import { classesOf, holds, key, WORDS } from "./words.js";

/** "vient de soumettre". */
function isJustDone(sentence: Sentence, verb: number): boolean {
  const head = sentence.tokens[sentence.tokens[verb]?.head ?? -1];
  if (sentence.language !== "fr" || head?.lemma !== "venir" || head.feats.Mood === "Cnd") return false;
  return (
    sentence.tokens[verb]?.feats.VerbForm === "Inf" &&
    childrenBy(sentence, verb, /^(?:mark|case)/u).some((c) => c.lemma === "de") &&
    (head.feats.Tense === "Pres" || head.feats.Tense === "Imp")
  );
}

/** "annonce avoir saisi", "claims to have seized". */
function isToldAsDone(sentence: Sentence, verb: number): boolean {
  const head = sentence.tokens[sentence.tokens[verb]?.head ?? -1];
  if (head === undefined || !isPerfect(sentence, verb) || isPerfectParticiple(sentence, verb)) return false;
  return (
    /^[cx]comp/u.test(sentence.tokens[verb]?.relation ?? "") &&
    classesOf(WORDS[sentence.language], head).includes("reported")
  );
}

/** "n'a frappé que des dépôts": it struck them. */
export function isOnly(sentence: Sentence, verb: number): boolean {
  if (sentence.language !== "fr") return false;
  const adverbs = childrenBy(sentence, verb, /^advmod/u).map(key);
  if (!adverbs.some((w) => /^n(?:e|['’])$/u.test(w))) return false;
  if (adverbs.some((w) => WORDS.fr.adverbs.get(w) === "denied")) return false;
  const below = [verb, ...childrenOf(sentence, verb)].flatMap((k) => [k, ...childrenOf(sentence, k)]);
  return below.some((k) => k > verb && /^qu(?:e|['’])$/u.test(key(sentence.tokens[k] ?? ({ text: "" } as never))));
}

/** "condamné pour l'attaque de la caserne", "convicted of killing": a crime that a court found proved. */
function isConvicted(sentence: Sentence, trigger: number): boolean {
  const words = WORDS[sentence.language];
  const path = [trigger, ...ancestorsOf(sentence, trigger)];
  return path.some((verb, n) => {
    const [token, below] = [sentence.tokens[verb], path[n - 1]];
    if (token === undefined || below === undefined || !holds(words.convicts, token) || isNegated(sentence, verb))
      return false;
    return childrenBy(sentence, below, /^(?:case|mark)/u).some((c) => /^(?:pour|for|of)$/u.test(key(c)));
  });
}

/** "a décrété un blocus", "voted an embargo": the vote is the act. */
function isDecreed(sentence: Sentence, trigger: number, relation: Relation): boolean {
  const [token, verb] = [sentence.tokens[trigger], sentence.tokens[trigger]?.head ?? -1];
  const head = sentence.tokens[verb];
  if (head === undefined || token?.upos !== "NOUN" || !DECREED.has(relation) || !/^obj/u.test(token.relation))
    return false;
  const isPast =
    head.feats.Tense === "Past" &&
    (head.feats.VerbForm === "Fin" ||
      childrenBy(sentence, verb, /^aux/u).some((a) => a.feats.Tense === "Pres" && a.feats.VerbForm === "Fin"));
  return isPast && classesOf(WORDS[sentence.language], head).includes("decreed") && !isNegated(sentence, verb);
}

/** The status that the reader gave, taken back where the construction says that it was done. */
export function statusRead(sentence: Sentence, trigger: number, relation: Relation, status: Status): Status {
  if (status === "alleged") return isConvicted(sentence, trigger) ? "asserted" : status;
  if (status !== "planned" && status !== "possible" && status !== "denied") return status;
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (verb < 0 || (verb !== trigger && !/^(?:obj|obl:arg)/u.test(sentence.tokens[trigger]?.relation ?? "")))
    return status;
  if (status === "denied") return isOnly(sentence, verb) ? "asserted" : status;
  if (isDecreed(sentence, trigger, relation)) return "asserted";
  return isJustDone(sentence, verb) || isToldAsDone(sentence, verb) ? "asserted" : status;
}

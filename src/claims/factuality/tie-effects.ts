/** What lowers a tie: doubt about its bearer, a bearer who claims it, an office not yet held, an accusation that tells it. */
import { type Relation, STANDING } from "../../../graph/model.js";
import type { Sentence, Token } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal } from "../syntax.js";
import { childrenBy, isDefinite } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { holds, key, WORDS } from "./words.js";

const NOMINAL = /^(?:nmod|amod|compound|case|flat|appos|obl:arg)/u;
const NO_TOKEN = { text: "", lemma: "" } as Token;
const ALLEGED: Effect = { status: "alleged", predicate: -1 };

const isReflexive = (sentence: Sentence, verb: number): boolean =>
  childrenBy(sentence, verb, /^(?:expl|obj|iobj)/u).some((c) => /^s(?:e|['’])$/u.test(key(c)));

/** "un inconnu se réclamant d'Al-Qaida", "se disant membre de", "a man claiming to be a member". */
function isSelfStyled(sentence: Sentence, trigger: number): boolean {
  const words = WORDS[sentence.language];
  return [trigger, sentence.tokens[trigger]?.head ?? -1].some((k) => {
    const token = sentence.tokens[k];
    if (token === undefined || !holds(words.selfStyled, token)) return false;
    if (k > trigger || (k !== trigger && !/^(?:xcomp|obj|obl)/u.test(sentence.tokens[trigger]?.relation ?? "")))
      return false;
    if (sentence.language === "fr") return isReflexive(sentence, k);
    return (
      key(token) === "self-styled" ||
      childrenOf(sentence, k).some((c) => /^xcomp/u.test(sentence.tokens[c]?.relation ?? ""))
    );
  });
}

/** "a suspected US drone", "des combattants présumés du Mouvement": the doubt is of what they are. */
function isDoubtful(sentence: Sentence, trigger: number): boolean {
  const words = WORDS[sentence.language];
  const isDoubt = (k: number): boolean => {
    const token = sentence.tokens[k];
    if (token === undefined || !/^(?:amod|acl)/u.test(token.relation)) return false;
    return (
      words.adjectives.get(token.lemma) === "alleged" ||
      words.adjectives.get(key(token)) === "alleged" ||
      holds(words.presumed, token)
    );
  };
  if (isDoubt(trigger)) return true;
  const token = sentence.tokens[trigger];
  if (token === undefined || isVerbal(token) || !/^(?:amod|compound)/u.test(token.relation)) return false;
  return childrenOf(sentence, token.head).some((k) => k < trigger && isDoubt(k));
}

/** "le président élu", "the president-elect", "the prime minister-designate": an office to come, not "élu en 2010". */
function isDesignate(sentence: Sentence, trigger: number): boolean {
  const { designate } = WORDS[sentence.language];
  const token = sentence.tokens[trigger];
  if (token === undefined || isVerbal(token)) return false;
  const beside = childrenOf(sentence, trigger).some((k) => {
    const child = sentence.tokens[k];
    return (
      child !== undefined &&
      /^(?:amod|acl)/u.test(child.relation) &&
      Math.abs(k - trigger) <= 2 &&
      designate.has(key(child)) &&
      childrenOf(sentence, k).length === 0
    );
  });
  const next = sentence.tokens.slice(trigger + 1, trigger + 3).map(key);
  return beside || (next[0] === "-" && designate.has(next[1] ?? "")) || /-(?:elect|designate)$/u.test(key(token));
}

/** "accuse le Bénin d'héberger des bases françaises dans le nord": what the accusation brings up is no more sure than it. */
function accusedVerb(sentence: Sentence, trigger: number): number {
  let at = trigger;
  for (const governor of ancestorsOf(sentence, trigger)) {
    const link = sentence.tokens[at]?.relation ?? "";
    if (isVerbal(sentence.tokens[governor])) {
      const objects = childrenOf(sentence, governor).filter((k) => /^obj/u.test(sentence.tokens[k]?.relation ?? ""));
      const object = objects.find((k) => k === at) ?? (/^obl/u.test(link) ? objects[0] : undefined);
      if (!holds(WORDS[sentence.language].harbours, sentence.tokens[governor] ?? NO_TOKEN)) return -1;
      const isNew = object !== undefined && sentence.tokens[object]?.upos === "NOUN" && !isDefinite(sentence, object);
      return isNew ? governor : -1;
    }
    if (!NOMINAL.test(link) && !/^(?:obj|obl)/u.test(link)) return -1;
    at = governor;
  }
  return -1;
}

/** @param effectsOfVerb what is told of the verb whose object the tie is said of */
export function tieEffects(
  sentence: Sentence,
  trigger: number,
  relation: Relation,
  effectsOfVerb: (verb: number) => readonly Effect[],
): Effect[] {
  if (!STANDING.has(relation)) return [];
  const out: Effect[] = [];
  if (isSelfStyled(sentence, trigger) || isDoubtful(sentence, trigger)) out.push(ALLEGED);
  if (relation === "LEADS" && isDesignate(sentence, trigger)) out.push({ status: "planned", predicate: -1 });
  if (relation === "LOCATED_IN" || relation === "PART_OF") {
    const verb = accusedVerb(sentence, trigger);
    if (verb >= 0) out.push(...effectsOfVerb(verb).filter((e) => e.status === "alleged" && e.predicate >= 0));
  }
  return out;
}

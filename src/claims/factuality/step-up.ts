/** One step up the tree, by what the token is to its governor. */
import type { Status } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { childrenOf, firstConjunct, isVerbal, subtreeOf } from "../syntax.js";
import {
  childrenBy,
  frameOf,
  hasCopula,
  isBareParticiple,
  isExistential,
  isInfinitive,
  isPerfectParticiple,
  openedBy,
} from "./clause-form.js";
import { ofAdverbial, ofClause, sharesAuxiliary, sharesModality } from "./clause-passage.js";
import type { Step } from "./governor-effect.js";
import { idiomAbove } from "./idioms.js";
import { ofNoun, ofSameTime, ofSubjectNoun } from "./noun-passage.js";
import { ownEffects } from "./own-effects.js";
import { except, type Passage, STOP } from "./passage.js";
import { isForestalled, isMadeSafe } from "./prevention.js";
import { classesOf, holds, key, WORDS } from "./words.js";

const CLAUSE_COMPLEMENT = /^(?:ccomp|xcomp|csubj|acl$|obl|obj|advcl)/u;
const NOUN_COMPLEMENT = /^(?:obj|iobj|obl|nmod|compound|ccomp|xcomp|root|dep|appos)/u;

/** "the pretext that the army …", "selon laquelle …": with a conjunction the clause is what the noun says. */
function isContent(sentence: Sentence, at: number, governor: number): boolean {
  const noun = sentence.tokens[governor];
  const { contents, lacking } = WORDS[sentence.language];
  if (noun === undefined) return false;
  if (classesOf(WORDS[sentence.language], noun).length === 0 && !holds(contents, noun) && !holds(lacking, noun))
    return false;
  // "l'annonce, démentie par le port, que …": behind an aside.
  const opens = subtreeOf(sentence, at).find((k) => k > governor && sentence.tokens[k]?.upos !== "PUNCT") ?? at;
  const words = sentence.tokens.slice(opens, opens + 2).map(key);
  if (words[0] === "selon" && /^l(?:a|es)?quel/u.test(words[1] ?? "")) return true;
  const hasOwnObject = childrenBy(sentence, at, /^(?:obj|xcomp|ccomp|nsubj:pass)/u).some(
    (c) => !/^(?:that|que|qu['’])$/u.test(key(c)),
  );
  return /^(?:that|que|qu['’])$/u.test(words[0] ?? "") && hasOwnObject;
}

/** "trois sujets sont sur la table : le retrait de …", "two demands: the release of …": what is asked for or talked of. */
function isOfAgenda(sentence: Sentence, at: number, governor: number): boolean {
  const { agenda } = WORDS[sentence.language];
  const isAgenda = [governor, ...childrenOf(sentence, governor)].some((k) => {
    const token = sentence.tokens[k];
    const names = token !== undefined && (k === governor || /^(?:nsubj|obj)/u.test(token.relation));
    return k < at && names && holds(agenda, token);
  });
  if (!isAgenda || frameOf(sentence, at) !== "noun") return false;
  // The colon hangs on one side or the other, a quotation mark may follow it.
  const first = subtreeOf(sentence, at).find((k) => sentence.tokens[k]?.upos !== "PUNCT") ?? at;
  return [first - 1, first - 2].some((k) => sentence.tokens[k]?.text === ":");
}

/** "une milice que Rabat dit financée par Alger": the participle is what is said. */
function isSaidOf(sentence: Sentence, at: number, governor: number): boolean {
  const head = sentence.tokens[governor];
  return (
    head !== undefined &&
    at > governor &&
    isVerbal(head) &&
    /^(?:acl|advcl|xcomp)/u.test(sentence.tokens[at]?.relation ?? "") &&
    isBareParticiple(sentence, at) &&
    sentence.tokens[at]?.feats.Tense === "Past" &&
    classesOf(WORDS[sentence.language], head).includes("reported")
  );
}

/** The relation of the token to its governor as the rules take it. */
export function linkOf(sentence: Sentence, at: number, governor: number): string {
  const relation = sentence.tokens[at]?.relation ?? "";
  if (relation !== "acl:relcl") return relation;
  const isConjoined = childrenBy(sentence, at, /^(?:mark|obj)/u).some((m) => m.upos === "SCONJ");
  return isConjoined || isContent(sentence, at, governor) ? "acl" : relation;
}

/** "l'hypothèse d'un avion abattu par la Russie", "the theory of a leader poisoned by his guards": an idea, not one who was. */
function ofIdea(sentence: Sentence, noun: number): Status | undefined {
  const token = sentence.tokens[noun];
  const idea = sentence.tokens[token?.head ?? -1];
  if (token === undefined || idea === undefined || !token.relation.startsWith("nmod")) return undefined;
  if (!childrenBy(sentence, noun, /^det/u).some((d) => /^(?:une?|an?)$/u.test(key(d)))) return undefined;
  return classesOf(WORDS[sentence.language], idea).find((c) => c === "possible" || c === "alleged");
}

/** "wants the fighters driven from the town", "veut voir les combattants chassés de la ville": how somebody would have them. */
function isWishedSo(sentence: Sentence, noun: number): boolean {
  const token = sentence.tokens[noun];
  const verb = sentence.tokens[token?.head ?? -1];
  if (token === undefined || verb === undefined || !token.relation.startsWith("obj")) return false;
  if (/^(?:want|prefer)$/u.test(verb.lemma)) return true;
  const above = sentence.tokens[verb.head];
  const isSight = /^(?:voir|see)$/u.test(verb.lemma) && isInfinitive(sentence, token.head);
  return (
    isSight &&
    above !== undefined &&
    verb.relation.startsWith("xcomp") &&
    classesOf(WORDS[sentence.language], above).includes("planned")
  );
}

/** One step up the tree. */
export function stepUp(step: Step, link: string): Passage {
  const { sentence, at, governor } = step;
  const frame = frameOf(sentence, at);
  // "revendique des attaques, incluant un raid sur …": what is included is told like the whole.
  const { includes } = WORDS[sentence.language];
  if (
    [at, governor].some((k) => includes.has(sentence.tokens[k]?.lemma ?? "") && sentence.tokens[k]?.relation === "acl")
  )
    return { effects: [], goesOn: true };
  const idiom = idiomAbove(step);
  if (idiom !== undefined) return { effects: [{ status: idiom, predicate: -1 }], goesOn: true, isPresupposing: true };
  if (isSaidOf(sentence, at, governor)) return { effects: [{ status: "reported", predicate: governor }], goesOn: true };
  if (isOfAgenda(sentence, at, governor)) return { effects: [{ status: "possible", predicate: -1 }], goesOn: false };
  // "Having deployed marines, Delhi wants …".
  if (link === "xcomp" && at < governor && isPerfectParticiple(sentence, at) && openedBy(sentence, at).length === 0)
    return STOP;
  if (isMadeSafe(step) || (link.startsWith("advcl") && isForestalled(step)))
    return { effects: [{ status: "denied", predicate: -1 }], goesOn: false };
  if (link.startsWith("advcl")) {
    const passage = ofAdverbial(step);
    if (passage !== null) return passage;
  }
  if (link.startsWith("conj")) {
    if (sharesAuxiliary(sentence, at, governor))
      return { effects: except(ownEffects(sentence, governor), "denied"), goesOn: true };
    const isShared = frame !== "noun" && sharesModality(sentence, at);
    return { effects: isShared ? ownEffects(sentence, governor) : [], goesOn: true };
  }
  if (link.startsWith("parataxis") || link === "discourse") {
    // "Leur objectif : conquérir la vallée".
    const status = WORDS[sentence.language].contents.get(sentence.tokens[governor]?.lemma ?? "");
    const isContentOf = status !== undefined && isInfinitive(sentence, at);
    return { effects: isContentOf ? [{ status, predicate: -1 }] : [], goesOn: false };
  }
  const hasMark = childrenBy(sentence, at, /^mark/u).length > 0;
  const isSaid = isContent(sentence, at, governor);
  if (link === "acl" && !isInfinitive(sentence, at) && !hasMark && !isSaid) {
    // "milices soutenues par l'Iran": what is said in passing is presupposed, but for "there are … based in".
    const verb = sentence.tokens[governor]?.head ?? -1;
    // "will have three ships impounded".
    const causes =
      /^(?:have|get)$/u.test(sentence.tokens[verb]?.lemma ?? "") && sentence.tokens[governor]?.relation === "obj";
    if (causes && !isExistential(sentence, verb)) return { effects: ownEffects(sentence, verb), goesOn: false };
    // "wants the brothers, arrested in May, to be tried": told in passing.
    const isAside = sentence.tokens.slice(governor + 1, at).some((t) => t.text === ",");
    const idea = isAside ? undefined : ofIdea(sentence, governor);
    if (idea !== undefined) return { effects: [{ status: idea, predicate: -1 }], goesOn: false };
    if (!isAside && isWishedSo(sentence, governor))
      return { effects: [{ status: "planned", predicate: verb }], goesOn: false };
    // "… et leur chef capturé": an ellipsis taken for a noun group.
    const isEllipsis =
      sentence.tokens[governor]?.relation.startsWith("conj") && sharesAuxiliary(sentence, governor, verb);
    if (isEllipsis) return { effects: except(ownEffects(sentence, verb), "denied"), goesOn: false };
    const isAsked = sentence.tokens[governor]?.relation === "root" && ownEffects(sentence, governor).length > 0;
    return {
      effects: isAsked ? except(ownEffects(sentence, governor), "alleged") : [],
      goesOn: isExistential(sentence, verb),
    };
  }
  if (/^(?:nsubj|csubj)/u.test(link) && frame === "noun") return ofSubjectNoun(step, link);
  const token = sentence.tokens[at];
  if (token?.upos === "ADV" && /^(?:advmod|obj)/u.test(link)) {
    const isLater = WORDS[sentence.language].later.has(key(token));
    return isLater ? ofSameTime(sentence, governor) : { effects: ownEffects(sentence, governor), goesOn: true };
  }
  // "les victimes seraient deux plongeurs qui …": told of them as far as that they are they.
  const predicate = firstConjunct(sentence, governor);
  if (link === "acl:relcl" && hasCopula(sentence, predicate)) {
    const isUnsure = (status: Status) => status === "alleged" || status === "possible";
    return { effects: ownEffects(sentence, predicate).filter((e) => isUnsure(e.status)), goesOn: false };
  }
  if (frame === "noun") return NOUN_COMPLEMENT.test(link) ? ofNoun(step, link) : STOP;
  return CLAUSE_COMPLEMENT.test(link) ? ofClause(step, link) : STOP;
}

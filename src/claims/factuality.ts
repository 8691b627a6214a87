/**
 * Factuality: what constructions say about whether an act happened. Each predicate, modal, negation or mark above the
 * trigger has an effect; the weakest status counts. It may lower a status that the reader gave, never raise it
 * (claims.md, section 3). Words are in factuality.json, rules in factuality/; here is the walk from the trigger up the
 * tree, which stops where what is below is presupposed.
 */
import { type Relation, STANDING, type Status } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import { ofAnyone } from "./factuality/anyone.js";
import { childrenBy, frameOf, hasCopula, isExistential, isInfinitive } from "./factuality/clause-form.js";
import { comingDay } from "./factuality/coming-day.js";
import { deniedBeside } from "./factuality/denied-beside.js";
import { ofDraft } from "./factuality/drafts.js";
import type { Effect } from "./factuality/effect.js";
import { ofHearTell } from "./factuality/hear-tell.js";
import { idiomBefore, idiomEffects } from "./factuality/idioms.js";
import { ownEffects, triedOnly } from "./factuality/own-effects.js";
import { except } from "./factuality/passage.js";
import { linkOf, stepUp } from "./factuality/step-up.js";
import { ofStory } from "./factuality/story.js";
import { ofSupposed } from "./factuality/supposed.js";
import { ofTerms } from "./factuality/terms.js";
import { tieEffects } from "./factuality/tie-effects.js";
import { ofUnmet } from "./factuality/unmet.js";
import { SPEECH, wordEffects } from "./factuality/word-effects.js";
import { holds, isOwnWord, WORDS } from "./factuality/words.js";
import { ancestorsOf, isVerbal } from "./syntax.js";

export type { Effect } from "./factuality/effect.js";
export { weaker } from "./factuality/words.js";

/** "the gunman's aim was to kill": the subject says what the infinitive is worth. */
function ofEquation(sentence: Sentence, at: number): Effect[] {
  if (!isInfinitive(sentence, at) || childrenBy(sentence, at, /^cop/u).length === 0) return [];
  const subject = childrenBy(sentence, at, /^nsubj/u)[0];
  const status = subject === undefined ? undefined : WORDS[sentence.language].contents.get(subject.lemma);
  return status === undefined ? [] : [{ status, predicate: -1 }];
}

/** "failed coup", "attaque manquée": an attack that failed was one; a killing, a seizure was not. */
function ofFailure(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const tried = triedOnly(sentence, trigger);
  if (tried === undefined || relation === "ATTACKED") return [];
  return [{ status: tried === "attempt" && relation !== "KILLED" ? "possible" : "denied", predicate: -1 }];
}

/** Relations done by words that need not name them: "ils le paieront", "déposez les armes", "restera à ses côtés". */
const DONE_BY_SAYING: Readonly<Partial<Record<Relation, readonly Status[]>>> = {
  THREATENED: ["planned", "possible", "alleged", "denied"],
  WARNED: ["planned", "possible", "denied"],
  CALLED_ON: ["planned", "possible"],
  CONDEMNED: ["possible"],
  BACKED: ["planned"],
};

/** Without what the words of a threat or refusal say of what is threatened or refused. */
function ofSpeech(sentence: Sentence, trigger: number, relation: Relation, effects: readonly Effect[]): Effect[] {
  const token = sentence.tokens[trigger];
  if (token === undefined) return [...effects];
  // "a écarté toute implication": an accusation that is denied was made.
  if (relation === "ACCUSED" && !isVerbal(token))
    return effects.filter((e) => e.status !== "denied" || e.predicate < 0);
  if (!isOwnWord(sentence.language, relation, token)) {
    // "n'ont pas voulu du texte", "will not hear of it": the refusal is in the negation.
    const isRefusal = relation === "REJECTED" && effects.some((e) => e.status === "denied" && e.predicate < 0);
    const isKept = (e: Effect) => {
      const word = sentence.tokens[e.predicate];
      // "entend saisir la Cour": not yet asked.
      return e.status === "planned" && word !== undefined && holds(WORDS[sentence.language].intends, word);
    };
    const intended = effects.filter(isKept);
    return [...intended, ...except(effects, ...(isRefusal ? REFUSAL : (DONE_BY_SAYING[relation] ?? [])))];
  }
  // "récuse les accusations": they were made.
  const dets = childrenBy(sentence, trigger, /^det/u);
  const isMade = !isVerbal(token) && !dets.some((d) => /^(?:tout|any|aucun|no)$/u.test(d.lemma));
  return SPEECH.has(relation) && isMade ? except(effects, "denied") : [...effects];
}
const REFUSAL: readonly Status[] = ["denied", "planned", "possible"];

/** "they claim that there are forty agents": that they are there is what is told. */
function isPivot(sentence: Sentence, trigger: number): boolean {
  const token = sentence.tokens[trigger];
  return /^(?:nsubj|obj)/u.test(token?.relation ?? "") && isExistential(sentence, token?.head ?? -1);
}

/** "chef", "parrain", not "financement", "liens", which are told like acts. */
function isTitle(sentence: Sentence, trigger: number, relation: Relation): boolean {
  const token = sentence.tokens[trigger];
  if (token === undefined || frameOf(sentence, trigger) !== "noun") return false;
  const isTie = relation === "SPONSORS" || relation === "ALLIED_WITH";
  return !isTie || holds(WORDS[sentence.language].tieTitles, token) || token.upos !== "NOUN";
}

/**
 * All effects on a trigger (a token index), nearest first.
 * @param isOpen whether the act has no known doer
 */
export function effectsOn(sentence: Sentence, trigger: number, relation: Relation, isOpen = false): Effect[] {
  const own = ownEffects(sentence, trigger, STANDING.has(relation));
  // "gathered to protest": who came for it did it.
  const isPurposeOfSpeech = SPEECH.has(relation) && sentence.tokens[trigger]?.relation.startsWith("advcl") === true;
  const out: Effect[] = [
    ...(isPurposeOfSpeech ? except(own, "planned") : own),
    ...ofEquation(sentence, trigger),
    ...ofFailure(sentence, trigger, relation),
    ...wordEffects(sentence, trigger, relation, isOpen),
    ...comingDay(sentence, trigger, relation),
    ...ofStory(sentence, trigger, relation),
    ...ofTerms(sentence, trigger, relation),
    ...ofDraft(sentence, trigger, relation),
    ...ofSupposed(sentence, trigger, relation),
    ...ofUnmet(sentence, trigger, relation),
    ...ofAnyone(sentence, trigger, relation),
    ...ofHearTell(sentence, trigger),
    ...idiomEffects(sentence, trigger, relation, isOpen),
    ...(isOpen ? [] : deniedBeside(sentence, trigger, relation)),
    ...tieEffects(sentence, trigger, relation, (verb) => effectsOn(sentence, verb, "SPONSORS")),
  ];
  // A title or a tie said by a noun holds whatever its sentence says of it; "aucun membre" is a member.
  if (STANDING.has(relation) && isTitle(sentence, trigger, relation) && !isPivot(sentence, trigger))
    return hasCopula(sentence, trigger) ? out : except(out, "denied");
  let at = trigger;
  let isOfSpeech = false;
  let isPresupposed = false;
  for (const governor of ancestorsOf(sentence, trigger)) {
    const link = linkOf(sentence, at, governor);
    const passage = stepUp({ sentence, at, governor, relation, isOpen, isOfSpeech }, link);
    out.push(...passage.effects.filter((e) => !isPresupposed || e.status === "reported"));
    if (!passage.goesOn) break;
    isPresupposed ||= passage.isPresupposing === true;
    isOfSpeech ||= link === "ccomp" && frameOf(sentence, at) === "finite";
    at = governor;
    if (!isPresupposed) out.push(...idiomBefore(sentence, at, relation));
  }
  return ofSpeech(sentence, trigger, relation, out);
}

/** What is told within a story or a drill and took place in neither: "In the novel, the army kills …", "lors d'un exercice". */
import type { Relation } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal } from "../syntax.js";
import { childrenBy, hasFeature, openedBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { holds, key, WORDS } from "./words.js";

/** Acts that are played in a drill; who is killed or hurt in one may be so in earnest. */
const PLAYED: ReadonlySet<Relation> = new Set(["ATTACKED", "STRUCK", "SEIZED", "ABDUCTED", "BLOCKADED"]);
const WITHIN = /^(?:dans|in|lors|pendant|durant|during|de|d['’])$/u;

/** "possible" for an act whose clause is set in a work of fiction or in a drill. */
export function ofStory(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const { fictions, plays, drills } = WORDS[sentence.language];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (verb < 0) return [];
  const isPresent = hasFeature(sentence, verb, "Tense", "Pres") && childrenBy(sentence, verb, /^aux/u).length === 0;
  const below = childrenOf(sentence, verb).flatMap((k) => {
    const isOpening = sentence.tokens[k]?.upos === "ADV" && WITHIN.test(key(sentence.tokens[k]));
    return isOpening ? childrenOf(sentence, k) : [k];
  });
  const isStory = below.some((k) => {
    const token = sentence.tokens[k];
    if (token === undefined || !token.relation.startsWith("obl")) return false;
    if (!openedBy(sentence, k).some((t) => WITHIN.test(key(t)))) return false;
    // "dans l'exercice de ses fonctions".
    const isOfOther = childrenBy(sentence, k, /^nmod/u).some((c) => c.upos === "NOUN");
    return (
      holds(fictions, token) ||
      (isPresent && holds(plays, token)) ||
      (PLAYED.has(relation) && holds(drills, token) && !isOfOther)
    );
  });
  return isStory ? [{ status: "possible", predicate: -1 }] : [];
}

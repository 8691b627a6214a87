/**
 * Who does and who suffers what a trigger says, by the tree alone: subjects, objects and agents with diathesis, controllers,
 * complements of nouns, light verbs. The words are in roles.json. Positions are token indexes.
 */

import type { Sentence } from "../../model/text.js";
import { behindRelative, isPassive } from "../diathesis.js";
import { nounOfAmount } from "../join-amounts.js";
import { caseOf, childrenOf, isVerbal, relationOf, subjectOf } from "../syntax.js";
import { causationOf } from "./causation.js";
import ROLES from "./roles.json" with { type: "json" };

export interface Roles {
  readonly agents: ReadonlySet<number>;
  readonly patients: ReadonlySet<number>;
  /** Whether the words leave open who did it: a passive without an agent, a noun without one. */
  readonly isOpen: boolean;
}

const AGENT_WORDS = new Set(ROLES.agent);
const OF_WORDS = new Set(ROLES.of);
const TARGET_WORDS = new Set(ROLES.target);
const LIGHT = new Set(ROLES.light);
const SUFFERED = new Set(ROLES.suffered);
const QUANTITY = new Set(ROLES.quantity);

/** With what a noun of quantity counts ("des dizaines de suspects": suspects), and what is coordinated. */
function widened(sentence: Sentence, heads: readonly number[]): Set<number> {
  const out = new Set<number>();
  const add = (at: number) => {
    if (at < 0 || out.has(at)) return;
    out.add(at);
    const isQuantity = QUANTITY.has(sentence.tokens[at]?.lemma ?? "");
    for (const k of childrenOf(sentence, at)) {
      const relation = relationOf(sentence, k);
      if (relation.startsWith("conj") || (isQuantity && /^(?:nmod|obl:arg)/u.test(relation))) add(k);
    }
  };
  for (const at of heads) add(at);
  return out;
}

function rolesOfVerb(sentence: Sentence, verb: number): { agents: number[]; patients: number[] } {
  const { causer, object } = causationOf(sentence, verb);
  if (causer >= 0) return { agents: [causer], patients: [object] };
  const children = childrenOf(sentence, verb);
  const all = (pattern: RegExp) => children.filter((k) => pattern.test(relationOf(sentence, k)));
  const token = sentence.tokens[verb];
  if (isPassive(sentence, verb)) {
    const subjects = all(/^nsubj/u).map((k) => behindRelative(sentence, k, verb));
    const own = subjects.length > 0 || !/^acl/u.test(token?.relation ?? "") ? subjects : [token?.head ?? -1];
    const agents = children.filter(
      (k) =>
        relationOf(sentence, k) === "obl:agent" ||
        (/^obl/u.test(relationOf(sentence, k)) && ["par", "by"].includes(caseOf(sentence, k))),
    );
    // "les villes … ont été prises et tenues": the first verb's subject.
    const shared =
      own.length === 0 && token?.relation.startsWith("conj") ? rolesOfVerb(sentence, token.head).patients : own;
    return { agents, patients: shared };
  }
  const subject = subjectOf(sentence, verb);
  const objects = all(/^(?:obj|iobj|obl:arg)/u).map((k) => behindRelative(sentence, k, verb));
  const complements = all(/^obl(?!:agent|:mod)/u).filter((k) => TARGET_WORDS.has(caseOf(sentence, k)));
  return { agents: subject >= 0 ? [subject] : [], patients: objects.length > 0 ? objects : complements };
}

function rolesOfNoun(sentence: Sentence, noun: number): { agents: number[]; patients: number[] } {
  const agents: number[] = [];
  const patients: number[] = [];
  const of: number[] = [];
  for (const k of childrenOf(sentence, noun)) {
    const relation = relationOf(sentence, k);
    const word = caseOf(sentence, k);
    if (/^amod/u.test(relation) || relation === "nmod:poss" || relation === "compound" || relation === "det:poss")
      agents.push(k);
    else if (/^acl/u.test(relation) && isVerbal(sentence.tokens[k]))
      agents.push(...childrenOf(sentence, k).filter((c) => relationOf(sentence, c) === "obl:agent"));
    else if (/^(?:nmod|obl)/u.test(relation)) {
      if (AGENT_WORDS.has(word)) agents.push(k);
      else if (TARGET_WORDS.has(word)) patients.push(k);
      else if (OF_WORDS.has(word)) of.push(k);
    }
  }
  const verb = sentence.tokens[noun]?.head ?? -1;
  const relation = relationOf(sentence, noun);
  if (isVerbal(sentence.tokens[verb])) {
    const lemma = sentence.tokens[verb]?.lemma ?? "";
    const above = rolesOfVerb(sentence, verb);
    if (/^(?:obj|obl:arg|xcomp)/u.test(relation) && LIGHT.has(lemma)) {
      agents.push(...above.agents.filter((k) => k !== noun));
      if (patients.length + of.length === 0)
        patients.push(
          ...childrenOf(sentence, verb).filter(
            (k) => /^obl/u.test(relationOf(sentence, k)) && TARGET_WORDS.has(caseOf(sentence, k)),
          ),
        );
    }
    if (/^obl/u.test(relation) && SUFFERED.has(lemma))
      patients.push(...above.patients.filter((k) => k !== noun), ...(isPassive(sentence, verb) ? [] : above.agents));
    if (relation === "obj" && SUFFERED.has(lemma)) patients.push(...above.agents);
  }
  // "l'attaque de la base par les rebelles", "l'attaque des rebelles contre la base"; alone it may be either.
  if (agents.length > 0) patients.push(...of);
  else if (patients.length > 0) agents.push(...of);
  else patients.push(...of);
  return { agents, patients };
}

export function findRoles(sentence: Sentence, trigger: number): Roles {
  const isVerb = isVerbal(sentence.tokens[trigger]) || isPassive(sentence, trigger);
  // "had three officers arrested": by whom is open, and who had it done is named.
  const isCaused = causationOf(sentence, trigger).causer >= 0;
  const { agents, patients } = isVerb ? rolesOfVerb(sentence, trigger) : rolesOfNoun(sentence, trigger);
  const counted = (ends: readonly number[]) => ends.map((k) => nounOfAmount(sentence, k));
  return {
    agents: widened(sentence, counted(agents)),
    patients: widened(sentence, counted(patients)),
    isOpen: isCaused || (agents.length === 0 && (!isVerb || isPassive(sentence, trigger))),
  };
}

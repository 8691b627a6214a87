/** What is told within a story or a drill and took place in neither: "In the novel, the army kills …", "lors d'un exercice". */
import type { Relation, Status } from "../../../graph/model.js";
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, childrenOf, isVerbal } from "../syntax.js";
import { childrenBy, hasFeature, openedBy } from "./clause-form.js";
import type { Effect } from "./effect.js";
import { holds, key, WORDS, type Words } from "./words.js";

/** Acts that are played in a drill; who is killed or hurt in one may be so in earnest. */
const PLAYED: ReadonlySet<Relation> = new Set(["ATTACKED", "STRUCK", "SEIZED", "ABDUCTED", "BLOCKADED", "DAMAGED"]);
const WITHIN = /^(?:dans|in|lors|pendant|durant|during|de|d['’]|des|du)$/u;
/** "au cours de", "in the course of": the noun that counts hangs below. */
const COURSE: ReadonlySet<string> = new Set(["cours", "course"]);

/** Whether the list holds the noun, alone or with the word that makes one name with it: "video game", "jeu de guerre". */
function names(sentence: Sentence, list: ReadonlySet<string>, k: number): boolean {
  const token = sentence.tokens[k];
  if (token === undefined) return false;
  if (holds(list, token)) return true;
  const beside = childrenBy(sentence, k, /^(?:compound|amod|nmod)/u);
  return beside.some((c) =>
    [`${c.lemma} ${token.lemma}`, `${token.lemma} ${key(c)}`, `${token.lemma} de ${c.lemma}`].some((n) => list.has(n)),
  );
}

/** Whether the clause of the verb is set in a work of fiction or in a drill. */
function isWithin(sentence: Sentence, verb: number, relation: Relation, words: Words): boolean {
  const { fictions, plays, drills } = words;
  const isPresent = hasFeature(sentence, verb, "Tense", "Pres") && childrenBy(sentence, verb, /^aux/u).length === 0;
  const below = childrenOf(sentence, verb).flatMap((k) => {
    const token = sentence.tokens[k];
    const isOpening = token?.upos === "ADV" && WITHIN.test(key(token));
    const isCourse = token !== undefined && COURSE.has(token.lemma) && token.relation.startsWith("obl");
    return isOpening || isCourse ? childrenOf(sentence, k) : [k];
  });
  return below.some((k) => {
    const token = sentence.tokens[k];
    if (token === undefined || !/^(?:obl|nmod)/u.test(token.relation)) return false;
    if (!openedBy(sentence, k).some((t) => WITHIN.test(key(t)))) return false;
    // "dans l'exercice de ses fonctions".
    const isOfOther = childrenBy(sentence, k, /^nmod/u).some((c) => c.upos === "NOUN");
    const isNamed = !holds(drills, token) && names(sentence, drills, k);
    return (
      names(sentence, fictions, k) ||
      (isPresent && holds(plays, token)) ||
      (PLAYED.has(relation) && (isNamed || (holds(drills, token) && !isOfOther)))
    );
  });
}

/** "Le roman raconte l'assassinat de …", "a doctored video shows soldiers shooting …": what a work or a forged picture shows. */
function ofShown(sentence: Sentence, trigger: number, words: Words): Status | undefined {
  const shower = [trigger, ...ancestorsOf(sentence, trigger)].find((k, n) => n > 0 && isVerbal(sentence.tokens[k]));
  const verb = shower === undefined ? undefined : sentence.tokens[shower];
  if (shower === undefined || verb === undefined || !holds(words.shows, verb) || shower > trigger) return undefined;
  // "le film montre la ville que l'armée a prise": told in passing, and true.
  const path = [trigger, ...ancestorsOf(sentence, trigger)].map((k) => sentence.tokens[k]);
  const below = path.slice(0, path.indexOf(verb));
  const isShown =
    /^(?:obj|ccomp|xcomp|advcl)/u.test(below.at(-1)?.relation ?? "") && below.every((t) => t?.relation !== "acl:relcl");
  const subject = childrenOf(sentence, shower).find((k) => sentence.tokens[k]?.relation.startsWith("nsubj") === true);
  const noun = sentence.tokens[subject ?? -1];
  if (!isShown || subject === undefined || noun === undefined) return undefined;
  if (holds(words.forgeries, noun)) return "alleged";
  const beside = childrenBy(sentence, subject, /^(?:amod|acl|compound)/u);
  if (holds(words.pictures, noun)) return beside.some((c) => holds(words.doctored, c)) ? "alleged" : undefined;
  return names(sentence, words.depictions, subject) ? "possible" : undefined;
}

/** "Selon le site parodique …", "a spoof news site reported that …": told in jest. */
function isJest(sentence: Sentence, trigger: number, words: Words): boolean {
  const path = [trigger, ...ancestorsOf(sentence, trigger)];
  const passing = path.findIndex((k) => sentence.tokens[k]?.relation.startsWith("acl") === true);
  return path.some((verb, n) => {
    // "ses dessinateurs, arrêtés en mai, …": told in passing.
    if (passing >= 0 && n > passing) return false;
    if (!isVerbal(sentence.tokens[verb]) && sentence.tokens[verb]?.relation !== "root") return false;
    return childrenOf(sentence, verb).some((k) => {
      if (path.includes(k) || !names(sentence, words.satires, k)) return false;
      const isTeller = n > 0 && sentence.tokens[k]?.relation === "nsubj";
      return isTeller || openedBy(sentence, k).some((t) => holds(words.sources, t));
    });
  });
}

/** "possible" for an act whose clause is set in a work of fiction or in a drill, or that a work shows; "alleged" for one in a forged picture. */
export function ofStory(sentence: Sentence, trigger: number, relation: Relation): Effect[] {
  const words = WORDS[sentence.language];
  const shown = ofShown(sentence, trigger, words);
  if (shown !== undefined) return [{ status: shown, predicate: -1 }];
  if (isJest(sentence, trigger, words)) return [{ status: "possible", predicate: -1 }];
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (verb < 0) return [];
  // "la Chine envahit Taïwan et coule deux navires": the second is set where the first is.
  const head = sentence.tokens[verb]?.head ?? -1;
  const isSecond = sentence.tokens[verb]?.relation.startsWith("conj") === true && isVerbal(sentence.tokens[head]);
  // "Dans ce jeu, on incarne un tireur qui abat …": who is in it does it in it.
  const isPresent = hasFeature(sentence, verb, "Tense", "Pres") && childrenBy(sentence, verb, /^aux/u).length === 0;
  const isOfFigure = sentence.tokens[verb]?.relation === "acl:relcl" && isPresent;
  // "take on the role of a sniper who kills …".
  const role = sentence.tokens[sentence.tokens[sentence.tokens[verb]?.head ?? -1]?.head ?? -1];
  if (isOfFigure && role !== undefined && holds(words.roles, role)) return [{ status: "possible", predicate: -1 }];
  const above = isOfFigure
    ? ancestorsOf(sentence, verb)
        .filter((k) => isVerbal(sentence.tokens[k]))
        .slice(0, 1)
    : [];
  const verbs = isSecond ? [verb, head] : [verb, ...above];
  // "lors de manœuvres, un obus a tué deux marins": what does harm in earnest is no act that is played.
  const token = sentence.tokens[trigger];
  const isDoer = trigger !== verb && token?.relation === "nsubj" && !holds(words.occur, sentence.tokens[verb] ?? token);
  if (isDoer && PLAYED.has(relation)) return [];
  return verbs.some((k) => isWithin(sentence, k, relation, words)) ? [{ status: "possible", predicate: -1 }] : [];
}

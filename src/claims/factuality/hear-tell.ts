/** What somebody would have us believe: "À entendre l'émir, la flotte a bombardé …", "To hear the emir tell it, …". */
import type { Sentence } from "../../model/text.js";
import { ancestorsOf, isVerbal } from "../syntax.js";
import type { Effect } from "./effect.js";
import { key } from "./words.js";

const MAIN = /^(?:root|conj|parataxis|ccomp)/u;
const OPENS = {
  fr: /^à (?:entendre|lire (?:l[ae]|les) )/u,
  // "To hear the case, judges …" tells what for.
  en: /^to (?:hear .*\b(?:tell|talk|speak)\b|read the .*\b(?:press|papers)\b)/u,
};

/** "alleged" for the main clause behind such words at the head of the sentence. */
export function ofHearTell(sentence: Sentence, trigger: number): Effect[] {
  const verb = [trigger, ...ancestorsOf(sentence, trigger)].find((k) => isVerbal(sentence.tokens[k])) ?? -1;
  if (!MAIN.test(sentence.tokens[verb]?.relation ?? "")) return [];
  const comma = sentence.tokens.findIndex((t) => t.text === ",");
  if (comma < 2 || comma > verb) return [];
  const opening = sentence.tokens.slice(0, comma).map(key).join(" ");
  return OPENS[sentence.language].test(opening) ? [{ status: "alleged", predicate: -1 }] : [];
}

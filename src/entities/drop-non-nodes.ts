/**
 * Mentions that are no nodes (claims.md, section 1): channels that carry words ("sur Twitter", "à la presse"), acts
 * ("raids américains", "accord"), weapons, adjectives of no state ("sunnite", "anti-terroriste"), and what stands in credits and furniture.
 */
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import type { KnowName } from "./known-name.js";
import { foldName } from "./name-keys.js";

const ACTS = new Set(CHAINS.acts.map(foldName));
const CHANNELS = new Set(CHAINS.channels.map(foldName));
const WEAPONS = new Set(CHAINS.weapons.map(foldName));

/** A single adjective names a state only as its demonym. */
function isForeignAdjective({ form, type }: Mention, word: string, know: KnowName): boolean {
  return form === "adjective" && (type === "state" || type === "country") && !know.isDemonym(word);
}

export function dropNonNodes(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  know: KnowName,
): Mention[] {
  return mentions.filter((mention) => {
    const sentence = sentences[mention.sentence];
    const zone = sentence?.zone;
    const head = sentence?.tokens[mention.head];
    if (zone === "credit" || zone === "furniture") return false;
    if (head?.upos === "NOUN" && /^\p{Ll}/u.test(head.text) && ACTS.has(foldName(head.lemma))) return false;
    if (isForeignAdjective(mention, head?.text ?? "", know)) return false;
    const surface = foldName(text.slice(mention.start, mention.end));
    return !CHANNELS.has(surface) && !WEAPONS.has(surface);
  });
}

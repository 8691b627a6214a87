/**
 * Mentions that are no nodes (claims.md, section 1): channels that carry words ("sur Twitter", "à la presse"), and what
 * stands in credits and furniture.
 */
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import { foldName } from "./name-keys.js";

const CHANNELS = new Set(CHAINS.channels.map(foldName));

export function dropChannels(text: string, sentences: readonly Sentence[], mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention) => {
    const zone = sentences[mention.sentence]?.zone;
    if (zone === "credit" || zone === "furniture") return false;
    return !CHANNELS.has(foldName(text.slice(mention.start, mention.end)));
  });
}

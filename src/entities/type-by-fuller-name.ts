/**
 * Types of short names by the fuller ones of the article: "Shekau", read as a state, is the person of "Abubakar Shekau";
 * "Kallisto", read as a person, the company of "Kallisto Shipping". What the registers know keeps its type.
 */
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import type { KnowName } from "./known-name.js";
import { foldName } from "./name-keys.js";

export function typeByFullerName(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  know: KnowName,
): Mention[] {
  const surnames = new Set<string>();
  const firsts = new Map<string, Set<NodeType>>();
  const ofPersons = new Set<string>();
  for (const { sentence, first, last, type, form } of mentions) {
    const tokens = sentences[sentence]?.tokens.slice(first, last) ?? [];
    if (form !== "name" || tokens.length < 2) continue;
    const [opens, before, ends] = [tokens[0], tokens.at(-2), tokens.at(-1)];
    if (type === "person") {
      for (const t of tokens) if (t.name.endsWith("-PER")) ofPersons.add(foldName(t.text));
      if (before?.name.endsWith("-PER") && ends?.name === "I-PER") surnames.add(foldName(ends.text));
    } else if (KIND_OF_TYPE[type] === "Group" && opens?.upos === "PROPN") {
      const key = foldName(opens.text);
      firsts.set(key, (firsts.get(key) ?? new Set()).add(type));
    }
  }
  return mentions.map((mention) => {
    const { form, type, first, last } = mention;
    if (form !== "name" || last - first !== 1) return mention;
    const surface = text.slice(mention.start, mention.end);
    const key = foldName(surface);
    const ask = { name: surface, form: "name", language: "fr" } as const;
    const isKnown = (as: NodeType) => know.name({ ...ask, type: as }) !== null;
    if (isKnown(type) || isKnown("city") || isKnown("country")) return mention;
    if (type !== "person") return surnames.has(key) ? { ...mention, type: "person" } : mention;
    const [only, ...more] = firsts.get(key) ?? [];
    return only === undefined || more.length > 0 || ofPersons.has(key) ? mention : { ...mention, type: only };
  });
}

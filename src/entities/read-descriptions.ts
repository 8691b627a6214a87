/**
 * "le MNRL, mouvement soutenu par l'Érythrée", "Jund al-Khilafa, la branche tunisienne d'Al-Qaïda": a common noun behind a name says what the
 * name's bearer is, and the name within it is another's. Such a mention has no name of its own, so that it joins the one and not the other.
 */
import { KIND_OF_TYPE } from "../../graph/model.js";
import type { Sentence } from "../model/text.js";
import { type Known, typesMeet } from "./known-mention.js";
import { foldName } from "./name-keys.js";

/** What a mention describes; null where it is no such description. */
function described({ mention, name }: Known, items: readonly Known[], { tokens }: Sentence): Known | null {
  const head = tokens[mention.head];
  const isPlace = KIND_OF_TYPE[mention.type] === "Place";
  if (head === undefined || name.name === null || name.headIsName || isPlace) return null;
  if (!/^appos/u.test(head.relation) || !/^\p{Ll}/u.test(head.text)) return null;
  const bearer = items.find((o) => o.mention.sentence === mention.sentence && o.mention.head === head.head);
  if (bearer === undefined || !bearer.name.headIsName || bearer.mention.last >= mention.first) return null;
  return typesMeet(bearer.mention.type, mention.type) ? bearer : null;
}

/** The mentions, those that describe another one without a name and of its type. */
export function readDescriptions(items: readonly Known[], sentences: readonly Sentence[], text: string): Known[] {
  return items.map((item) => {
    const { mention } = item;
    const sentence = sentences[mention.sentence];
    const bearer = sentence === undefined ? null : described(item, items, sentence);
    if (bearer === null) return item;
    const key = foldName(text.slice(mention.start, mention.end));
    const name = { ...item.name, name: null, key, words: key.split(" ") };
    return { ...item, name, known: null, type: bearer.type };
  });
}

/**
 * Which mention speaks where a source's head stands: its own, that of a name set beside it ("son armateur, la société
 * Kallisto"), or of the person who bears a title in which a body was read ("le ministre de la Défense, Oumar Sidibé").
 */
import { KIND_OF_TYPE } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import LEXICON from "./factuality.json" with { type: "json" };
import { bearerOf } from "./reader/minister-acts.js";
import { type Source, standInsFor } from "./speaker.js";
import { childrenOf, lemmaAt } from "./syntax.js";

export type Indexed = readonly [index: number, mention: Mention];

const isPerson = ([, m]: Indexed): boolean => m.type === "person";

/** The noun behind a comma right after the source, which the parser hung elsewhere ("selon son armateur, la compagnie …"). */
function behindComma({ tokens }: Sentence, head: number): number {
  if (tokens[head + 1]?.text !== ",") return -1;
  const opens = tokens[head + 2];
  const noun = opens?.upos === "DET" ? opens.head : head + 2;
  const token = tokens[noun];
  if (token === undefined || (token.upos !== "NOUN" && token.upos !== "PROPN") || noun - head > 4) return -1;
  return tokens.some((t) => t.head === noun && t.relation === "case") ? -1 : noun;
}

/**
 * Null for an anonymous source ("une source hospitalière"), whose words are kept as the claim's attribution.
 * @param mentions of the source's sentence
 */
export function speakingMention(mentions: readonly Indexed[], { sentence, head }: Source): number | null {
  if (LEXICON[sentence.language].anonymous.includes(lemmaAt(sentence, head))) return null;
  // A place where somebody speaks ("DUBAI – …") does not speak itself, but a hospital or an embassy does.
  const staffed: readonly string[] = LEXICON[sentence.language].staffed;
  const here = mentions.filter(
    ([, m]) => KIND_OF_TYPE[m.type] !== "Place" || staffed.includes(lemmaAt(sentence, m.head)),
  );
  const covers = (k: number) => here.find(([, m]) => m.first <= k && k < m.last);
  const own = here.find(([, m]) => m.head === head) ?? covers(head);
  const beside = standInsFor(sentence, head);
  const heads = new Map(here.map((entry) => [entry[1].head, entry] as const));
  const named = beside.map((k) => heads.get(k)).filter((entry) => entry !== undefined);
  if (own !== undefined) {
    // The bearer of the title speaks, not the body that was read in it.
    const isTitle = own[1].type === "government_body" && own[1].form !== "pronoun";
    if (!isTitle) return own[0];
    const persons = new Map(here.filter(isPerson).map((entry) => [entry[1].head, entry] as const));
    const bearer =
      named.find((entry) => isPerson(entry) && entry[1].head >= own[1].last) ?? bearerOf(sentence, own[1], persons);
    return (bearer ?? own)[0];
  }
  // "son armateur, la société Kallisto": the name, though the mention's head is within the apposition.
  const within = named[0] ?? here.find(([, m]) => beside.some((k) => m.first <= k && k < m.last));
  if (within !== undefined) return within[0];
  const noun = behindComma(sentence, head);
  if (noun < 0) return null;
  const inner = childrenOf(sentence, noun).filter((k) => /^(?:appos|flat)/u.test(sentence.tokens[k]?.relation ?? ""));
  return [noun, ...inner].map(covers).find((entry) => entry !== undefined)?.[0] ?? null;
}

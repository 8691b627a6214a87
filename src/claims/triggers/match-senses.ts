/** Which senses of the trigger lexicon stand in a sentence. */
import type { Sentence, Token } from "../../model/text.js";
import { childrenOf, relationOf } from "../syntax.js";
import type { Sense } from "./sense.js";

export interface SenseMatch {
  /** Token index of the head. */
  readonly token: number;
  readonly sense: Sense;
}

/** Senses by the lemma of their head. */
export type SenseIndex = ReadonlyMap<string, readonly Sense[]>;

/** Words that may stand between two of an expression ("prendre la ville d'assaut"). */
const WIDEST_GAP = 3;

/** Parts of speech that the tagger gives to each of the lexicon's. */
const TAGGED: Record<Sense["pos"], readonly string[]> = {
  VERB: ["VERB", "AUX"],
  NOUN: ["NOUN", "PROPN"],
  // Participles are tagged either way.
  ADJ: ["ADJ", "VERB"],
  ADP: ["ADP"],
};

export function indexSenses(senses: readonly Sense[]): SenseIndex {
  const index = new Map<string, Sense[]>();
  for (const sense of senses) {
    const key = sense.words[sense.head] ?? "";
    const of = index.get(key);
    if (of === undefined) index.set(key, [sense]);
    else of.push(sense);
  }
  return index;
}

const isWord = (token: Token | undefined, word: string) =>
  token !== undefined && (token.lemma.toLowerCase() === word || token.text.toLowerCase() === word);

/** Whether the other words of the expression stand on their sides of its head, in order and near one another. */
function isThere(sentence: Sentence, at: number, { words, head }: Sense): boolean {
  for (const step of [-1, 1]) {
    let from = at;
    for (let k = head + step; k >= 0 && k < words.length; k += step) {
      let next = from + step;
      while (Math.abs(next - from) <= WIDEST_GAP + 1 && !isWord(sentence.tokens[next], words[k] ?? "")) {
        if (sentence.tokens[next]?.upos === "PUNCT") return false;
        next += step;
      }
      if (Math.abs(next - from) > WIDEST_GAP + 1) return false;
      from = next;
    }
  }
  return true;
}

export function matchSenses(sentence: Sentence, index: SenseIndex): SenseMatch[] {
  return sentence.tokens.flatMap((token, at) => {
    const known = index.get(token.lemma.toLowerCase());
    if (known === undefined) return [];
    // Asked only where the lexicon tells the pronominal verb from the plain one.
    const isReflexive =
      known.some((s) => s.reflexive === true) &&
      childrenOf(sentence, at).some((k) => relationOf(sentence, k).startsWith("expl"));
    const found = known.filter(
      (s) => TAGGED[s.pos].includes(token.upos) && (s.reflexive === true) === isReflexive && isThere(sentence, at, s),
    );
    // The longer expression says what the word alone leaves open.
    const longest = Math.max(0, ...found.map((s) => s.words.length));
    return found.filter((s) => s.words.length === longest).map((sense) => ({ token: at, sense }));
  });
}

/**
 * The possessive "'s" and "'" of English: a particle of the word before it, whatever the tagger takes it for ("Mali's army":
 * the tagger may see two names side by side). An auxiliary "'s" stays one.
 */
import type { Token } from "../model/text.js";

const POSSESSIVE = /^['’]s?$/iu;

function isPossessive(token: Token, before: Token | undefined): boolean {
  if (before === undefined || before.end !== token.start || !POSSESSIVE.test(token.text)) return false;
  if (token.upos === "AUX" || token.upos === "VERB") return false;
  // "the rebels' leader", not the mark that closes a quotation.
  if (token.text.length === 1) return token.relation !== "punct" && /s$/iu.test(before.text);
  return /^(?:NOUN|PROPN|ADJ|NUM|X)$/u.test(before.upos);
}

/** The tokens of a sentence with its possessive particles hung on the words before them. */
export function hangPossessives(tokens: readonly Token[]): Token[] {
  const clitics = new Set(tokens.flatMap((token, k) => (isPossessive(token, tokens[k - 1]) ? [k] : [])));
  if (clitics.size === 0) return [...tokens];
  return tokens.map((token, k): Token => {
    if (clitics.has(k) && token.head >= 0)
      return { ...token, lemma: "'s", upos: "PART", feats: {}, head: k - 1, relation: "case", name: "O" };
    const above = tokens[token.head];
    if (!clitics.has(token.head) || above === undefined || above.head < 0) return token;
    // What hung on the particle hangs on its word, and the word where the particle did.
    return token.head === k + 1
      ? { ...token, head: above.head, relation: above.relation }
      : { ...token, head: token.head - 1 };
  });
}

/**
 * "Plusieurs centaines de manifestants" is one group: where the reader takes both the amount and the noun counted for a
 * head, the noun keeps the whole span.
 */
import type { Mention } from "../../model/mention.js";
import type { Language, Sentence } from "../../model/text.js";
import NUMBERS from "../numbers.json" with { type: "json" };

const amountsOf = (language: Language): ReadonlySet<string> => {
  const { about, vague, scale } = NUMBERS[language];
  return new Set([...Object.keys(about), ...vague, ...Object.keys(scale)]);
};
const AMOUNTS: Readonly<Record<Language, ReadonlySet<string>>> = { fr: amountsOf("fr"), en: amountsOf("en") };

function isAmount(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  const amounts = AMOUNTS[sentence.language];
  if (token?.upos !== "NOUN" && token?.upos !== "NUM") return false;
  return amounts.has(token.lemma) || amounts.has(token.text.toLowerCase());
}

/** @param found mentions of one sentence with what goes with them */
export function joinQuantities<T extends { readonly mention: Mention }>(sentence: Sentence, found: readonly T[]): T[] {
  const amountOf = (counted: Mention): Mention | undefined => {
    const head = sentence.tokens[counted.head]?.head ?? -1;
    if (!/^nmod/u.test(sentence.tokens[counted.head]?.relation ?? "") || !isAmount(sentence, head)) return undefined;
    return found.find(({ mention }) => mention.head === head)?.mention;
  };
  const joined = new Set<Mention>();
  const whole = found.map((one) => {
    const amount = amountOf(one.mention);
    if (amount === undefined || amount.first > one.mention.first) return one;
    joined.add(amount);
    return { ...one, mention: { ...one.mention, first: amount.first, start: amount.start } };
  });
  return whole.filter(({ mention }) => !joined.has(mention));
}

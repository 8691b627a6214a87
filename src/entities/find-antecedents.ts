/**
 * Antecedents of third-person pronouns and possessives ("il", "son armée", "ce dernier", "their"): the mention that one most
 * likely goes back to, by agreement, salience (subjects first) and nearness, in the same sentence or the two before. A
 * pronoun without a clear antecedent gets none.
 */
import type { Mention } from "../model/mention.js";
import type { Sentence, Token } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };

export interface Antecedent {
  /** The pronoun as a mention, with its antecedent's type. */
  readonly pronoun: Mention;
  /** Index of the antecedent among the mentions given. */
  readonly mention: number;
}

interface Agreement {
  readonly number?: string;
  readonly gender?: string;
  readonly person?: boolean;
  /** It goes back to what was named last, whatever its part in the sentence. */
  readonly last?: boolean;
}

const SENTENCES_BACK = 2;
const ENOUGH = 2;
const PLURAL_WHEN_SINGULAR = new Set([
  "armed_group",
  "military",
  "party",
  "igo",
  "ngo",
  "company",
  "government_body",
  "crowd",
]);
const POSSESSIVES = new Set(["son", "sa", "ses", "leur", "leurs"]);
const CLAUSE_RELATIONS = /^(?:nsubj|obj|iobj|obl)/u;

const DEMONSTRATIVE = /^(?:ce|cet|cette|ces|the)$/iu;

/** "ce dernier", "the latter", not "ce dernier combat". */
function latterOf(sentence: Sentence, index: number, word: string): Agreement | null {
  const table: Readonly<Record<string, Agreement>> = CHAINS.latter[sentence.language];
  const token = sentence.tokens[index];
  const stands = DEMONSTRATIVE.test(sentence.tokens[index - 1]?.text ?? "") && token?.relation !== "amod";
  return stands && Object.hasOwn(table, word) ? { ...table[word], last: true } : null;
}

function agreementOf(sentence: Sentence, token: Token, index: number): Agreement | null {
  const word = token.text
    .toLowerCase()
    .replace(/^-(?:t-)?/u, "")
    .replace("\u2019", "'");
  const latter = latterOf(sentence, index, word);
  if (latter !== null) return latter;
  // Possessives are determiners in French; articles, which look like object pronouns, are as well.
  if (token.upos !== "PRON" && !(token.upos === "DET" && POSSESSIVES.has(word))) return null;
  const table: Readonly<Record<string, Agreement>> = CHAINS.pronouns[sentence.language];
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}

/** "il faut", "it seems": a subject that stands for nothing. */
function isImpersonal(sentence: Sentence, token: Token): boolean {
  if (token.relation.startsWith("expl")) return true;
  const verb = sentence.tokens[token.head];
  if (verb === undefined) return false;
  if (CHAINS.impersonal.includes(verb.lemma)) return true;
  // "il est possible que", "it is clear that"
  return (
    verb.upos === "ADJ" &&
    sentence.tokens.some((t) => sentence.tokens[t.head] === verb && t.relation.startsWith("csubj"))
  );
}

function agrees(wanted: Agreement, mention: Mention, head: Token): boolean {
  const isPerson = mention.type === "person";
  if (wanted.person === true && !isPerson) return false;
  if (wanted.person === false && isPerson) return false;
  const number = head.feats.Number;
  if (wanted.number === "Plur" && number !== "Plur" && !PLURAL_WHEN_SINGULAR.has(mention.type)) return false;
  if (wanted.number === "Plur" && number !== "Plur" && wanted.gender !== undefined) return false;
  if (wanted.number === "Sing" && number === "Plur") return false;
  const gender = head.feats.Gender;
  return wanted.gender === undefined || gender === undefined || gender === wanted.gender;
}

/** Token index of the verb whose argument the pronoun is, by itself or as the whole of a part ("killed six of them"). */
function verbOf({ tokens }: Sentence, token: Token): number {
  const part = tokens[token.head];
  return part !== undefined && /^nmod(?!:poss)/u.test(token.relation) && /^(?:NUM|PRON)$/u.test(part.upos)
    ? part.head
    : token.head;
}

export function findAntecedents(sentences: readonly Sentence[], mentions: readonly Mention[]): Antecedent[] {
  const bySentence = new Map<number, number[]>();
  mentions.forEach((m, k) => {
    if (m.form !== "pronoun") bySentence.set(m.sentence, [...(bySentence.get(m.sentence) ?? []), k]);
  });
  const found: Antecedent[] = [];
  for (const sentence of sentences) {
    sentence.tokens.forEach((token, index) => {
      const wanted = agreementOf(sentence, token, index);
      if (wanted === null || isImpersonal(sentence, token)) return;
      // "« … », a-t-il déclaré": what stands before it is what he said.
      const isInverted = token.text.startsWith("-");
      const clause = verbOf(sentence, token);
      let best = -1;
      let bestScore = ENOUGH;
      for (let back = 0; back <= SENTENCES_BACK; back++) {
        const other = sentences[sentence.index - back];
        for (const k of bySentence.get(sentence.index - back) ?? []) {
          const mention = mentions[k];
          const head = other?.tokens[mention?.head ?? -1];
          if (mention === undefined || head === undefined || !agrees(wanted, mention, head)) continue;
          if (back === 0 && (mention.head >= index || isInverted)) continue;
          // An argument of the same verb is somebody else.
          if (back === 0 && head.head === clause && CLAUSE_RELATIONS.test(head.relation)) continue;
          const score =
            3 -
            back +
            (head.relation.startsWith("nsubj") && wanted.last !== true ? 2 : 0) +
            (mention.type === "person" ? 1 : 0) +
            (mention.form === "name" ? 0.5 : 0) +
            (mention.form === "adjective" ? -3 : 0) +
            (["country", "region", "city", "facility", "water"].includes(mention.type) ? -1.5 : 0) +
            (head.relation.startsWith("nmod") && wanted.last !== true ? -1 : 0) +
            // What was named last is nearest; else only a tie is settled by nearness.
            (wanted.last === true ? (mention.head - (back === 0 ? index : 0)) / 10 : 0) -
            (back === 0 ? (index - mention.head) / 50 : 0);
          if (score > bestScore) [best, bestScore] = [k, score];
        }
      }
      const antecedent = mentions[best];
      if (antecedent === undefined) return;
      const pronoun: Mention = {
        sentence: sentence.index,
        head: index,
        first: index,
        last: index + 1,
        start: token.text.startsWith("-")
          ? token.start + (/^-(?:t-)?/u.exec(token.text)?.[0].length ?? 0)
          : token.start,
        end: token.end,
        form: "pronoun",
        probability: 1,
        type: antecedent.type,
      };
      found.push({ pronoun, mention: best });
    });
  }
  return found;
}

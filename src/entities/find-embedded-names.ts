/**
 * Names inside a longer expression that are nodes of their own and that the reader of mentions passes over: the ministry of
 * "le ministre yéménite de l'Information", the town of "le camp d'Ayorou". The words are in embedded-names.json.
 */
import { KIND_OF_TYPE, type NodeType } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence, Token } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import EMBEDDED from "./embedded-names.json" with { type: "json" };
import type { KnowName } from "./known-name.js";
import { foldName } from "./name-keys.js";

const MINISTERS = new Set(Object.keys(CHAINS.ministries));
const PORTFOLIOS = new Set(EMBEDDED.portfolios);
const NO_PORTFOLIO = new Set(EMBEDDED.no_portfolio.map(foldName));
const PLACED = new Set(EMBEDDED.placed.map(foldName));
const CAPITAL = /^\p{Lu}/u;
const MOST_WORDS = 8;
/** Probability of a place that nobody knows: below that of a node without a claim (claims/reader/thresholds.json). */
const UNKNOWN = 0.5;

/** A half-open range of tokens with its head. */
interface Range {
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

const wordOf = (token: Token | undefined): string => token?.text.toLowerCase().replace("’", "'") ?? "";

/** The preposition of a complement, lower case; "" where there is none. */
const caseOf = ({ tokens }: Sentence, at: number): string =>
  wordOf(tokens.find((t) => t.head === at && t.relation === "case"));

/** The portfolio behind "ministre de", "minister of": up to a name of a person, a verb or a comma. */
function portfolioBehind(sentence: Sentence, title: number): Range | null {
  const { tokens } = sentence;
  const head = tokens.findIndex((t, k) => k > title && t.head === title && /^nmod/u.test(t.relation));
  const token = tokens[head];
  if (token === undefined || !/^(?:d[eu]s?|d'|of|for)$/u.test(caseOf(sentence, head))) return null;
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return null;
  if (NO_PORTFOLIO.has(foldName(token.lemma)) || /-(?:PER|LOC)$/u.test(token.name)) return null;
  let last = head + 1;
  while (
    last < tokens.length &&
    last - head < MOST_WORDS &&
    /^(?:ADJ|NOUN|ADP|DET|CCONJ|PROPN)$/u.test(tokens[last]?.upos ?? "") &&
    !tokens[last]?.name.endsWith("-PER") &&
    // "ministre de la Défense Hervé Maurin": a name right behind a name is the minister's.
    !(tokens[last]?.upos === "PROPN" && /^(?:NOUN|PROPN)$/u.test(tokens[last - 1]?.upos ?? ""))
  )
    last++;
  const isLoose = (k: number) => /^(?:ADP|DET|CCONJ)$/u.test(tokens[k]?.upos ?? "");
  while (last > head + 1 && isLoose(last - 1)) last--;
  // Only what belongs to the portfolio: "ministre de la Défense du Mali" ends before "du".
  const belongs = (k: number): boolean => {
    for (let at = k, n = 0; at >= 0 && n < MOST_WORDS; at = tokens[at]?.head ?? -1, n++) if (at === head) return true;
    return false;
  };
  while (last > head + 1 && (!belongs(last - 1) || isLoose(last - 1) || tokens[last - 1]?.name.endsWith("-LOC")))
    last--;
  return { head, first: head, last };
}

/** The portfolio before "minister": "defence minister". */
function portfolioBefore({ tokens }: Sentence, title: number): Range | null {
  const head = title - 1;
  return PORTFOLIOS.has(wordOf(tokens[head])) ? { head, first: head, last: title } : null;
}

/** The bare name behind "le camp de", or before "camp". */
function placeBeside(sentence: Sentence, noun: number): Range | null {
  const { tokens } = sentence;
  const isName = (t: Token | undefined) => t !== undefined && CAPITAL.test(t.text) && t.upos === "PROPN";
  const behind = tokens.findIndex(
    (t, k) => k > noun && t.head === noun && /^nmod/u.test(t.relation) && /^(?:de|d'|of)$/u.test(caseOf(sentence, k)),
  );
  const before = tokens.findIndex((t, k) => k === noun - 1 && t.head === noun && t.relation === "compound");
  const head = behind >= 0 && isName(tokens[behind]) ? behind : isName(tokens[before]) ? before : -1;
  if (head < 0) return null;
  // "hôpital de la Timone" bears a name; a single word or a hyphened one is a town.
  const hasMore = tokens.some(
    (t) => t.head === head && /^(?:det|flat|nmod|appos|conj|compound|amod)/u.test(t.relation),
  );
  return hasMore || tokens[head]?.name.endsWith("-PER") ? null : { head, first: head, last: head + 1 };
}

/** Mentions to add to those given; none stands over the head of one that is there. */
export function findEmbeddedNames(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  know: KnowName,
): Mention[] {
  const heads = new Set(mentions.map((m) => `${m.sentence} ${m.head}`));
  const typesByName = new Map<string, NodeType>();
  for (const m of mentions) if (m.form === "name") typesByName.set(foldName(text.slice(m.start, m.end)), m.type);
  const mentionOf = (sentence: Sentence, { head, first, last }: Range, type: NodeType, probability = 1): Mention[] => {
    const [start, end] = [sentence.tokens[first]?.start, sentence.tokens[last - 1]?.end];
    if (start === undefined || end === undefined || heads.has(`${sentence.index} ${head}`)) return [];
    return [{ sentence: sentence.index, head, first, last, start, end, form: "name", type, probability }];
  };
  /** Its type, and whether the article or the registers know the name: a place that nobody knows needs a claim to be a node. */
  const placeType = (sentence: Sentence, { head }: Range): readonly [NodeType, isKnown: boolean] | null => {
    const name = sentence.tokens[head]?.text ?? "";
    const own = typesByName.get(foldName(name));
    if (own !== undefined && own !== "state") return KIND_OF_TYPE[own] === "Place" ? [own, true] : null;
    const known = know.name({
      name,
      type: own === "state" ? "country" : "city",
      form: "name",
      language: sentence.language,
    });
    if (known === null) return ["city", false];
    return KIND_OF_TYPE[known.type] === "Place" ? [known.type, true] : null;
  };
  const zones = new Set(mentions.map((m) => m.sentence));
  return sentences.flatMap((sentence) => {
    if (!zones.has(sentence.index)) return [];
    const here = mentions.filter((m) => m.sentence === sentence.index);
    const bodies = here.filter((m) => m.type === "government_body");
    return sentence.tokens.flatMap((token, k) => {
      if (MINISTERS.has(wordOf(token))) {
        const range = portfolioBefore(sentence, k) ?? portfolioBehind(sentence, k);
        const isRead = range !== null && bodies.some((m) => m.first < range.last && m.last > Math.min(k, range.first));
        return range === null || isRead ? [] : mentionOf(sentence, range, "government_body");
      }
      if (!PLACED.has(foldName(token.lemma)) || CAPITAL.test(token.text)) return [];
      if (!here.some((m) => m.head === k && m.type === "facility")) return [];
      const range = placeBeside(sentence, k);
      const place = range === null ? null : placeType(sentence, range);
      if (range === null || place === null) return [];
      const [type, isKnown] = place;
      return mentionOf(sentence, range, type, isKnown ? 1 : UNKNOWN);
    });
  });
}

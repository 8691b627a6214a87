/** What a mention says of its referent: its name without title, its head, its determiner, gender and number. */
import { KIND_OF_TYPE } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence, Token } from "../model/text.js";
import CHAINS from "./chains.json" with { type: "json" };
import { foldName } from "./name-keys.js";

export interface MentionName {
  /** The proper-name part as in the text, or null where there is none. */
  readonly name: string | null;
  /** Folded name, or folded whole span of a nominal; generic nouns before the name left out ("groupe", "town of"). */
  readonly key: string;
  /** Whether the head itself is a part of the name, rather than a common noun with a name beside it. */
  readonly headIsName: boolean;
  /** Folded words of the key. */
  readonly words: readonly string[];
  readonly headLemma: string;
  /** Folded title words that stand in the span or right before it. */
  readonly titles: readonly string[];
  readonly definite: boolean;
  readonly indefinite: boolean;
  readonly gender: string | null;
  readonly number: string | null;
}

const TITLES = new Set(CHAINS.titles.map((w) => foldName(w)));
const GENERIC = new Set(CHAINS.generic.map((w) => foldName(w)));
const GENERIC_BEHIND = new Set(CHAINS.generic_behind.map((w) => foldName(w)));
const OWNED_GENERIC = new Set(CHAINS.generic_with_adjective.map((w) => foldName(w)));
const DIRECTIONS = new Set(CHAINS.directions.map((w) => foldName(w)));
const PARTICLES = new Set(CHAINS.particles);
const DEFINITE = new Set(CHAINS.determiners.definite);
const INDEFINITE = new Set(CHAINS.determiners.indefinite);
/** With the Arabic article before it: "al-Mourchidi". */
const CAPITAL = /^(?:[ae][lnrstzd]h?[-’'])?[\p{Lu}\p{N}]/u;

export function isTitleWord(token: Token): boolean {
  return TITLES.has(foldName(token.text)) || TITLES.has(foldName(token.lemma));
}

/** Whether a token is a part of a name: capitalised and no determiner, pronoun or preposition. */
function isNamePart(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  if (token === undefined || !CAPITAL.test(token.text)) return false;
  if (["DET", "ADP", "PRON", "PUNCT", "CCONJ", "SCONJ", "NUM", "AUX", "ADV"].includes(token.upos)) return false;
  return token.upos === "PROPN" || token.name !== "O" || index > 0;
}

/** Whether two neighbouring tokens belong to one name in the tree, by way of the tokens [from, to). */
function belongs(sentence: Sentence, index: number, from: number, to: number): boolean {
  const head = sentence.tokens[index]?.head ?? -1;
  if (head >= from && head < to) return true;
  for (let k = from; k < to; k++) if (sentence.tokens[k]?.head === index) return true;
  return false;
}

/**
 * Token range of a person's name within the mention: from its last name part leftwards over parts that hang together
 * in the tree; title words and what belongs to them ("secrétaire à la Défense Mark Esper") are left out.
 */
function personRange(sentence: Sentence, mention: Mention): readonly [number, number] | null {
  const { tokens } = sentence;
  const isPart = (k: number) => {
    const token = tokens[k];
    return token !== undefined && isNamePart(sentence, k) && !isTitleWord(token);
  };
  // Of a common noun's names only the person's own is meant: tagged as one, or set beside the noun ("le colonel Diarra", "chef,
  // Youssouf ag Attaher"), not the body's or the state's ("chef du Pentagone", "Free Coast Army leader").
  const isOwn = (k: number): boolean => {
    const tag = tokens[k]?.name ?? "O";
    if (tag !== "O") return tag.endsWith("-PER");
    let at = k;
    while (/^(?:flat|compound)/u.test(tokens[at]?.relation ?? "") && isPart(tokens[at]?.head ?? -1))
      at = tokens[at]?.head ?? at;
    const { relation = "", head = -1 } = tokens[at] ?? {};
    const isBeside = head === mention.head && at > head && /^(?:flat|appos|nmod)/u.test(relation);
    return isBeside && !tokens.some((t) => t.head === at && t.relation === "case");
  };
  const heads = isPart(mention.head) ? mention.head : -1;
  let to = heads >= 0 ? heads + 1 : mention.last;
  if (heads >= 0) {
    while (
      to < mention.last &&
      (tokens[to]?.name === "I-PER" ||
        ((isPart(to) || PARTICLES.has(tokens[to]?.text.toLowerCase() ?? "")) && belongs(sentence, to, heads, to)))
    )
      to++;
  }
  while (to > mention.first && (!isPart(to - 1) || (heads < 0 && !isOwn(to - 1)))) to--;
  if (to === mention.first) return null;
  let from = to - 1;
  for (let k = from - 1; k >= mention.first; k--) {
    const particle = PARTICLES.has(tokens[k]?.text.toLowerCase() ?? "");
    const isTagged = tokens[k + 1]?.name === "I-PER";
    if (isPart(k) ? !(isTagged || belongs(sentence, k, k + 1, to)) || (heads < 0 && !isOwn(k)) : !particle) break;
    if (isPart(k)) from = k;
  }
  return [from, to];
}

const LINK = /^(?:de|du|des|d['’].*|of)$/u;
/** Words between a generic noun and the name that it introduces at most: "la ville moyenne syrienne de". */
const MOST_BETWEEN = 3;

/** Index of the word where the proper name begins after lower-case words and a preposition; -1 where it does not. */
function afterLink(words: readonly string[], from: number): number {
  for (let k = from; k < Math.min(words.length - 1, from + MOST_BETWEEN + 1); k++) {
    const word = words[k] ?? "";
    if (LINK.test(word)) {
      if (/^d['’]\p{Lu}/u.test(word)) return -1;
      let next = k + 1;
      while (/^(?:la|le|les|the)$/u.test(words[next] ?? "")) next++;
      return /^(?:l['’]|[ae][lnrstzd]h?-)?\p{Lu}/u.test(words[next] ?? "") ? next : -1;
    }
    if (!/^\p{Ll}/u.test(word)) return -1;
  }
  return -1;
}

/** Where the word that says what a place is stands behind its name ("Ghazaliyah district", "Dora quarter of Baghdad", "Kut Province"); the end else. */
function genericBehind(words: readonly string[], from: number): number {
  for (let k = from + 1; k < words.length; k++) {
    const word = foldName((words[k] ?? "").replace(/s$/u, ""));
    const isGeneric = /^\p{Ll}/u.test(words[k] ?? "") ? GENERIC.has(word) : GENERIC_BEHIND.has(word);
    if (isGeneric && (k === words.length - 1 || LINK.test(words[k + 1] ?? ""))) return k;
    if (/^\p{Ll}/u.test(words[k] ?? "") && !/^[ae][lnrstzd]h?-/u.test(words[k] ?? "")) break;
  }
  return words.length;
}

/**
 * The folded name without lower-case generic nouns before it: "groupe État islamique", "town of Qaim", "ville moyenne
 * de Sehwan", and for places without the part of the compass: "nord de la Syrie".
 */
function withoutGeneric(surface: string, isPlace: boolean, isIntroduced = false): string {
  // An elided preposition is a word of its own here: "d'Alep".
  const words = surface
    .replace(/\b([dl]['’])(?=\p{Lu}|[ae][lnrstzd]h?-\p{Lu})/gu, "$1 ")
    .split(/\s+/u)
    .map((w) => w.replace(/^d['’]$/u, "de"));
  const isElided = (w: string) => /^l['’]$/u.test(w);
  let from = 0;
  while (from < words.length - 1) {
    const word = words[from] ?? "";
    const folded = foldName(word);
    // "Nord de la Russie", "État de Bolívar".
    const isDirection = isPlace && (DIRECTIONS.has(folded) || word === "État");
    if (!/^\p{Ll}/u.test(word) && !(isDirection && LINK.test(words[from + 1] ?? ""))) break;
    const isGeneric = GENERIC.has(folded) || (from === 0 && isIntroduced);
    if (!isGeneric && !isDirection) break;
    const linked =
      isPlace || isGeneric
        ? afterLink(
            words.filter((w) => !isElided(w)),
            from + 1,
          )
        : -1;
    if (linked > from) {
      from = linked + words.slice(0, linked + 1).filter(isElided).length;
      break;
    }
    from += ["of", "de", "du"].includes(words[from + 1] ?? "") ? 2 : 1;
    // "centre de la province du Sind".
    if (isDirection && /^(?:la|le|les|the)$/u.test(words[from] ?? "") && GENERIC.has(foldName(words[from + 1] ?? "")))
      from++;
  }
  const rest = words
    .slice(from, isPlace ? genericBehind(words, from) : words.length)
    .filter((w, k) => k > 0 || !isElided(w))
    .join(" ")
    .replace(/(['’]) /gu, "$1");
  return /^["«“]?(?:[ae][lnrstzd]h?-)?\p{Lu}/u.test(rest) ? foldName(rest) : foldName(surface);
}

/**
 * "the Algerian town of Tin Zaouatine", "the Saudi port of Jizan", "le port israélien d'Eilat": a common noun that says of a
 * name that follows what it is. A port is the town where an adjective says whose; else it is the port alone.
 */
function introducesTown(sentence: Sentence, { head, last }: Mention): boolean {
  const noun = sentence.tokens[head];
  if (noun === undefined || !/^\p{Ll}/u.test(noun.text)) return false;
  // "the Dora quarter of Baghdad" has a name of its own.
  const isPartOfTown = GENERIC_BEHIND.has(foldName(noun.lemma));
  if (isPartOfTown && sentence.tokens.some((t, k) => k < head && t.head === head && t.upos === "PROPN")) return false;
  const word = foldName(noun.lemma);
  const hasAdjective = sentence.tokens.some((t) => t.head === head && t.upos === "ADJ" && /^amod/u.test(t.relation));
  if (!GENERIC.has(word) && !(OWNED_GENERIC.has(word) && hasAdjective)) return false;
  return sentence.tokens.slice(head + 1, last).some((t) => LINK.test(t.text));
}

/** What stands before a quotation mark that closes what was opened earlier: "mobilisation populaire » paramilitaires". */
function withinQuotes(surface: string): string {
  const close = surface.search(/[»”]/u);
  const open = surface.search(/[«“]/u);
  return close > 0 && (open < 0 || open > close) ? surface.slice(0, close).trim() : surface;
}

const MINISTRIES: ReadonlyMap<string, string> = new Map(Object.entries(CHAINS.ministries));

/**
 * The name of a body that is known by its minister's title alone: "ministre malien de la | Défense" is "ministère malien
 * de la Défense", "Yemen's information minister" is "Yemen's information ministry"; null for other mentions.
 */
function ministryName(sentence: Sentence, text: string, mention: Mention): string | null {
  const { tokens } = sentence;
  const above = tokens[mention.head]?.head ?? -1;
  const relation = tokens[mention.head]?.relation ?? "";
  // "ministre de la | Défense", "foreign | minister".
  const isComplement = above < mention.first ? /^nmod/u.test(relation) : /^(?:amod|compound)/u.test(relation);
  const title = isComplement ? above : mention.head;
  const ministry = MINISTRIES.get(tokens[title]?.text.toLowerCase() ?? "");
  if (mention.type !== "government_body" || ministry === undefined) return null;
  const [from, to] = [
    tokens[Math.min(title, mention.first)]?.start ?? mention.start,
    tokens[title]?.start ?? mention.start,
  ];
  // "la ministre nigérienne": the ministry is masculine.
  const rest = tokens.slice(title + 1, mention.last).map((t, k) => {
    const gap = text.slice(tokens[title + k]?.end ?? t.start, t.start);
    return gap + (t.head === title && t.upos === "ADJ" && t.feats.Gender === "Fem" ? t.lemma : t.text);
  });
  return text.slice(from, to) + ministry + rest.join("");
}

export function nameOf(sentence: Sentence, text: string, mention: Mention): MentionName {
  const tokens = sentence.tokens;
  const head = tokens[mention.head];
  const ministry = ministryName(sentence, text, mention);
  const range = mention.type === "person" ? personRange(sentence, mention) : null;
  const hasName = range !== null || ministry !== null || (mention.type !== "person" && mention.form === "name");
  const [first, last] = range ?? [mention.first, mention.last];
  const surface =
    ministry ?? withinQuotes(text.slice(tokens[first]?.start ?? mention.start, tokens[last - 1]?.end ?? mention.end));
  const before = tokens.slice(Math.max(0, mention.first - 3), mention.first);
  const dets = [...tokens.slice(mention.first, mention.head), ...before].filter(
    (t) => t.head === mention.head || (t.upos === "DET" && tokens.indexOf(t) >= mention.first - 1),
  );
  const isPlace = KIND_OF_TYPE[mention.type] === "Place";
  const isIntroduced = isPlace && introducesTown(sentence, mention);
  const named = isIntroduced ? text.slice(head?.start ?? mention.start, mention.end) : surface;
  const key = hasName && mention.type !== "person" ? withoutGeneric(named, isPlace, isIntroduced) : foldName(surface);
  return {
    name: hasName ? surface : null,
    key,
    headIsName: head !== undefined && (head.upos === "PROPN" || isNamePart(sentence, mention.head)),
    words: key.split(" ").filter((w) => w !== ""),
    headLemma: foldName(head?.lemma ?? ""),
    titles: [...before, ...tokens.slice(mention.first, first)].filter(isTitleWord).map((t) => foldName(t.lemma)),
    definite: dets.some((t) => DEFINITE.has(t.text.toLowerCase())),
    indefinite: dets.some(
      (t) => INDEFINITE.has(t.text.toLowerCase()) || t.upos === "NUM" || t.relation.startsWith("nummod"),
    ),
    gender: head?.feats.Gender ?? null,
    number: head?.feats.Number ?? null,
  };
}

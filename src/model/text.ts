/** An article as read, and its analysis. Offsets are half-open UTF-16 code units into `text`. */
import type { Zone } from "../../graph/model.js";
import type { Tensor } from "./tensor.js";

export type Language = "fr" | "en";

/** What an article reader found: text after NFC and line-end normalisation, without front matter. */
export interface ArticleText {
  /** `article:` and 16 hex digits over [publisher, published, text]. */
  readonly id: string;
  /** The path as given, relative to the input folder, with forward slashes; or the URL. */
  readonly file: string;
  readonly title: string | null;
  readonly language: Language;
  readonly publisher: string | null;
  /** ISO day or instant. */
  readonly published: string | null;
  readonly text: string;
  /** Zones tile the text in order: [start, end, zone]. */
  readonly zones: readonly (readonly [start: number, end: number, zone: Zone])[];
}

export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

export interface Token {
  readonly start: number;
  readonly end: number;
  /** As in the article: text.slice(start, end). */
  readonly text: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Universal features, e.g. { Mood: "Cnd", Tense: "Past" }. */
  readonly feats: Readonly<Record<string, string>>;
  /** Index of the head token in the sentence; -1 for the root. */
  readonly head: number;
  /** Universal dependency relation, with a subtype where the model has one ("obl:agent"). */
  readonly relation: string;
  /** BIO name tag: O, B-PER, I-PER, B-LOC … */
  readonly name: string;
}

export interface Sentence {
  /** Place among the sentences of the article. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
  readonly language: Language;
  readonly tokens: readonly Token[];
}

export interface Analysis {
  readonly sentences: readonly Sentence[];
  /** The encoder's vectors for the reader by sentence, [N + 1, 384] each. */
  readonly vectors: readonly Tensor[];
  /** Notices of sentences that were cut. */
  readonly problems: readonly Problem[];
}

/** A fault of one article, told to the user with its file and place; reading goes on. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  /** Offset into the text, or null where the whole file is meant. */
  readonly offset: number | null;
  /** A notice does not change the exit code. */
  readonly severity: "error" | "notice";
}

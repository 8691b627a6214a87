/** The learned reader over an article: mentions of every sentence, then the claims between candidates. */
import type { ReadClaim } from "../../model/claim.js";
import type { Mention } from "../../model/mention.js";
import type { Tensor } from "../../model/tensor.js";
import type { Sentence } from "../../model/text.js";
import { type Candidate, findClaims, type Thresholds } from "./find-claims.js";
import { findMentions, type TypeScores } from "./find-mentions.js";
import { type EncodedSentence, encodeSentence, type PairScores, type ReaderModel, scorePairs } from "./reader-model.js";
import { settleTypes } from "./settle-types.js";

/** Zones that are read; credits and furniture claim nothing (claims.md, section 5). */
const READ_ZONES = new Set(["title", "body", "caption"]);
/** More candidates than this in one sentence: the first ones are read, so that a hostile list costs bounded time. */
const MOST_CANDIDATES = 48;

export interface EncodedArticle {
  readonly mentions: readonly Mention[];
  /** By sentence index; null for sentences that are not read. */
  readonly encoded: readonly (EncodedSentence | null)[];
}

export async function readMentions(
  model: ReaderModel,
  text: string,
  sentences: readonly Sentence[],
  vectors: readonly Tensor[],
  thresholds: Thresholds,
): Promise<EncodedArticle> {
  const found: { mention: Mention; scores: TypeScores }[] = [];
  const encoded: (EncodedSentence | null)[] = [];
  for (const sentence of sentences) {
    const own = vectors[sentence.index];
    const readable = READ_ZONES.has(sentence.zone) && sentence.tokens.length > 0 && own !== undefined;
    const one = readable ? await encodeSentence(model, sentence, own) : null;
    encoded.push(one);
    if (one !== null) found.push(...findMentions(sentence, one, model.labels, thresholds.mention));
  }
  return { mentions: settleTypes(text, found, model.labels), encoded };
}

/** What the reader gave the pairs of one sentence. */
export interface Weighed {
  readonly sentence: number;
  readonly candidates: readonly Candidate[];
  readonly scores: PairScores;
}

/** Claims between mentions (pronouns with their antecedent's type among them); ends are indexes into `mentions`. */
export async function readClaims(
  model: ReaderModel,
  sentences: readonly Sentence[],
  encoded: EncodedArticle["encoded"],
  mentions: readonly Mention[],
  thresholds: Thresholds,
  onWeighed?: (weighed: Weighed) => void,
): Promise<ReadClaim[]> {
  const candidatesOf = new Map<number, Candidate[]>();
  mentions.forEach((m, k) => {
    const of = candidatesOf.get(m.sentence) ?? [];
    // One candidate a head: the reader knows positions.
    if (!of.some((c) => c.position === m.head + 1)) of.push({ position: m.head + 1, type: m.type, mention: k });
    candidatesOf.set(m.sentence, of);
  });
  const claims: ReadClaim[] = [];
  for (const sentence of sentences) {
    const one = encoded[sentence.index];
    const candidates = (candidatesOf.get(sentence.index) ?? [])
      .sort((a, b) => a.position - b.position)
      .slice(0, MOST_CANDIDATES);
    if (one === null || one === undefined || candidates.length === 0) continue;
    const scores = await scorePairs(model, sentence, one, candidates);
    onWeighed?.({ sentence: sentence.index, candidates, scores });
    claims.push(...findClaims(sentence, candidates, scores, model.labels, thresholds));
  }
  return claims;
}

/** The learned reader over an article: mentions of every sentence, then the claims between candidates. */
import type { ReadClaim } from "../../model/claim.js";
import type { Mention } from "../../model/mention.js";
import type { Tensor } from "../../model/tensor.js";
import type { Sentence } from "../../model/text.js";
import { matchSenses, type SenseMatch } from "../triggers/match-senses.js";
import type { Candidate } from "./candidate.js";
import { dropOpenAgents } from "./drop-open-agents.js";
import { findElsewhere } from "./elsewhere.js";
import { findClaims, type Thresholds } from "./find-claims.js";
import { findClaimsAcross } from "./find-claims-across.js";
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

/** The vector of a position [H]; null where the sentence was not read. */
function vectorAt(encoded: EncodedSentence | null | undefined, position: number): Float32Array | null {
  const data = encoded?.vectors.data;
  const width = encoded?.vectors.dims.at(-1) ?? 0;
  return data instanceof Float32Array ? data.subarray(position * width, (position + 1) * width) : null;
}

/** What the reader gave the pairs of one sentence; candidates of the sentences before stand at positions beyond its tokens. */
export interface Weighed {
  readonly sentence: number;
  readonly candidates: readonly Candidate[];
  readonly scores: PairScores;
  /** Senses of the trigger lexicon that stand there. */
  readonly senses: readonly SenseMatch[];
}

/** Claims between mentions (pronouns with their antecedent's type among them); ends are indexes into `mentions`. */
export async function readClaims(
  model: ReaderModel,
  text: string,
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
  for (const of of candidatesOf.values()) of.sort((a, b) => a.position - b.position);
  const bySentence = new Map([...candidatesOf].map(([sentence, of]) => [sentence, of.map((c) => c.mention)]));
  const readable = sentences.filter((s) => s.tokens.length > 0);
  const indexes = readable.map((s) => s.index);
  const claims: ReadClaim[] = [];
  for (const [at, sentence] of readable.entries()) {
    const one = encoded[sentence.index];
    const here = (candidatesOf.get(sentence.index) ?? []).slice(0, MOST_CANDIDATES);
    if (one === null || one === undefined || here.length === 0) continue;
    const elsewhere = findElsewhere(text, mentions, bySentence, indexes, at).flatMap(({ mention, place }) => {
      const other = mentions[mention];
      const vector = other === undefined ? null : vectorAt(encoded[other.sentence], other.head + 1);
      return other === undefined || vector === null ? [] : [{ mention, type: other.type, vector, place }];
    });
    const scores = await scorePairs(model, sentence, one, here, elsewhere);
    const beyond = sentence.tokens.length + 1;
    const candidates = [...here, ...elsewhere.map(({ type, mention }, k) => ({ position: beyond + k, type, mention }))];
    onWeighed?.({
      sentence: sentence.index,
      candidates,
      scores,
      senses: matchSenses(sentence, model.senses[sentence.language]),
    });
    const told = findClaims(sentence, here, scores, model.labels, thresholds);
    const across = findClaimsAcross(sentence, candidates, scores, model.labels, thresholds, told);
    claims.push(...dropOpenAgents([...told, ...across]));
  }
  return claims;
}

/** The order of the stages for one article: text to mentions, referents and evidence. */

import { carryDates } from "../claims/carry-dates.js";
import { datesTold } from "../claims/dates-told.js";
import { dropLooseTies } from "../claims/drop-loose-ties.js";
import { dropRepeats } from "../claims/drop-repeats.js";
import { lendAgents } from "../claims/lend-agents.js";
import { type QualifiedClaim, qualifyClaims } from "../claims/qualify-claims.js";
import { calibrate } from "../claims/reader/calibrate.js";
import { dropUnsure } from "../claims/reader/drop-unsure.js";
import { readClaims, readMentions, type Weighed } from "../claims/reader/read-sentences.js";
import { takeSides } from "../claims/reader/take-sides.js";
import THRESHOLDS from "../claims/reader/thresholds.json" with { type: "json" };
import { shareDates } from "../claims/share-dates.js";
import { completeBodies } from "../entities/complete-bodies.js";
import { type Antecedent, findAntecedents } from "../entities/find-antecedents.js";
import { findChains } from "../entities/find-chains.js";
import { KNOW_NOTHING, type KnowName } from "../entities/known-name.js";
import { type Analyze, createAnalyzer } from "../language/analyze.js";
import type { ReadClaim, ReadEvidence } from "../model/claim.js";
import type { Mention } from "../model/mention.js";
import type { Reading } from "../model/reading.js";
import type { ArticleText, Problem, Sentence } from "../model/text.js";
import type { Resources } from "./load-resources.js";
import { offerMentions } from "./offer-mentions.js";

/** What the models see of an article: all that the rules need to settle its claims. */
export interface Perception {
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
  /** Mentions that may be nodes, and pronouns that go back to one. */
  readonly mentions: readonly Mention[];
  readonly antecedents: readonly Antecedent[];
  /** Stretches that the reader took for mentions and that are no nodes. */
  readonly dropped: readonly Mention[];
  /** Their ends are indexes into the mentions and, behind them, the antecedents' pronouns. */
  readonly claims: readonly ReadClaim[];
  readonly weighed: readonly Weighed[];
}

/** What the stages decided on the way, for `explain`. */
export interface ReadingTrace extends Pick<Perception, "sentences" | "antecedents" | "dropped" | "weighed"> {
  /** Mentions that were offered to the reader of claims; pronouns that go back to one stand behind them. */
  readonly candidates: readonly Mention[];
  /** Claims as read, their ends indexes into `candidates`; as qualified, into the reading's mentions. */
  readonly read: readonly ReadClaim[];
  readonly qualified: readonly QualifiedClaim[];
}

/** What may be the end of a claim: the mentions, and behind them the pronouns that go back to one. */
const candidatesOf = ({ mentions, antecedents }: Pick<Perception, "mentions" | "antecedents">): Mention[] => [
  ...mentions,
  ...antecedents.map((a) => a.pronoun),
];

/** @param observe is told once, at the end, what each stage decided */
export type ReadArticle = (article: ArticleText, observe?: (trace: ReadingTrace) => void) => Promise<Reading>;

function evidenceOf(
  claim: QualifiedClaim,
  sentence: Sentence,
  mentions: readonly Mention[],
  referentOf: readonly number[],
): ReadEvidence | null {
  const target = mentions[claim.target];
  const source = claim.source === null ? null : mentions[claim.source];
  const trigger = sentence.tokens[claim.trigger];
  const targetReferent = referentOf[claim.target];
  if (target === undefined || source === undefined || trigger === undefined || targetReferent === undefined)
    return null;
  const sourceReferent = claim.source === null ? null : (referentOf[claim.source] ?? null);
  if (sourceReferent === targetReferent && claim.relation !== "CLASHED_WITH") return null;
  return {
    sentence: claim.sentence,
    source: sourceReferent,
    relation: claim.relation,
    target: targetReferent,
    trigger: [trigger.start, trigger.end],
    sourceSpan: source === null ? null : [source.start, source.end],
    targetSpan: [target.start, target.end],
    status: claim.status,
    by: claim.by === null ? [] : [referentOf[claim.by] ?? -1].filter((r) => r >= 0),
    attribution: claim.attribution,
    when: claim.when,
    where: claim.where === null ? null : (referentOf[claim.where] ?? null),
    toll: claim.toll,
    mode: claim.mode,
    rule: claim.rule,
    score: calibrate(claim.probability),
  };
}

/** @param isWatched whether all that was weighed is kept, for `explain` */
export async function perceiveArticle(
  resources: Resources,
  analyze: Analyze,
  article: ArticleText,
  know: KnowName,
  isWatched = false,
): Promise<Perception> {
  const { sentences, vectors, problems } = await analyze(article);
  const found = await readMentions(resources.reader, article.text, sentences, vectors, THRESHOLDS);
  const { mentions, dropped } = offerMentions(article.text, sentences, found.mentions, know);
  const antecedents = findAntecedents(sentences, mentions);
  const candidates = candidatesOf({ mentions, antecedents });
  const weighed: Weighed[] = [];
  const keep = isWatched ? (w: Weighed) => weighed.push(w) : undefined;
  const claims = await readClaims(
    resources.reader,
    article.text,
    sentences,
    found.encoded,
    candidates,
    THRESHOLDS,
    keep,
  );
  return { sentences, problems, mentions, antecedents, dropped, claims, weighed };
}

/** The rules: chains, status, speaker, day, place and toll of what was perceived. Pure. */
export function settleReading(
  article: ArticleText,
  perception: Perception,
  know: KnowName,
  observe?: (trace: ReadingTrace) => void,
): Reading {
  const { sentences, mentions, antecedents, dropped, claims, weighed, problems } = perception;
  const candidates = candidatesOf(perception);
  const pronouns = antecedents.map(({ mention }, k) => [mentions.length + k, mention] as const);
  const told = datesTold(sentences, article.text, article.published);
  const qualify = (
    ends: readonly Mention[],
    read: readonly ReadClaim[],
    links: readonly (readonly [number, number])[],
  ) => qualifyClaims(sentences, article.text, told, ends, read, new Map(links));
  const speakers = qualify(candidates, claims, pronouns).flatMap((c) => c.by ?? []);
  const sure = dropUnsure(candidates, pronouns, claims, speakers, THRESHOLDS.node, article.text);
  const sided = takeSides(sure.mentions, sure.claims);
  const chained = findChains(sentences, article.text, sided.mentions, sure.links, know);
  const qualified = qualify(sided.mentions, sided.claims, sure.links);
  const completed = carryDates(sentences, shareDates(sentences, lendAgents(qualified), told.dates), told);
  const evidence = completed.flatMap((claim) => {
    const sentence = sentences[claim.sentence];
    return sentence === undefined ? [] : (evidenceOf(claim, sentence, sided.mentions, chained.referentOf) ?? []);
  });
  observe?.({ sentences, candidates, antecedents, dropped, weighed, read: claims, qualified: completed });
  const kept = dropRepeats(dropLooseTies(evidence, chained.referents));
  return {
    article,
    sentences: sentences.map(({ start, end, zone }) => ({ start, end, zone })),
    mentions: sided.mentions,
    referents: completeBodies(chained.referents, kept),
    evidence: kept,
    problems,
  };
}

export function createArticleReader(resources: Resources, know: KnowName = KNOW_NOTHING): ReadArticle {
  const analyze = createAnalyzer(resources.language);
  return async (article, observe) =>
    settleReading(
      article,
      await perceiveArticle(resources, analyze, article, know, observe !== undefined),
      know,
      observe,
    );
}

/**
 * Why a sentence says what it says in the graph, and why not more: what was read, weighed, kept and dropped, stage by stage.
 * The record is what `wiregraph explain --format json` prints; docs/explain.md says what its fields mean.
 */
import type { NodeType, Relation, Status, When } from "../../graph/model.js";
import { effectsOn } from "../claims/factuality.js";
import { mayStand } from "../claims/reader/candidate.js";
import { isElsewhere } from "../claims/reader/elsewhere.js";
import THRESHOLDS from "../claims/reader/thresholds.json" with { type: "json" };
import { reportBeside } from "../claims/report-beside.js";
import { sourcePhrase } from "../claims/speaker.js";
import { fillSlots } from "../claims/triggers/fill-slots.js";
import type { Mention } from "../model/mention.js";
import type { Reading } from "../model/reading.js";
import type { ArticleText, Sentence } from "../model/text.js";
import type { ReadArticle, ReadingTrace } from "./read-article.js";

/** Pairs below this probability are not worth a line. */
const WORTH_TELLING = 0.05;
/** Triggers below this are not seen. */
const SEEN = 0.2;
const MOST_PAIRS = 40;

export type Outcome = "told" | "below the threshold" | "ends of another kind" | "gave way to another" | "dropped later";

export interface ExplainedMention {
  readonly text: string;
  readonly type: NodeType;
  readonly form: Mention["form"];
  readonly probability: number;
  /** Node that it stands for by name; null where it became none. */
  readonly node: string | null;
  /** Of a pronoun: what it goes back to. */
  readonly antecedent: string | null;
}
export interface ExplainedPair {
  /** Null for the open agent. */
  readonly source: string | null;
  readonly relation: Relation;
  readonly target: string;
  readonly probability: number;
  readonly threshold: number;
  readonly outcome: Outcome;
}
/** A sense of the trigger lexicon, and what stands where it has its ends. */
export interface ExplainedSense {
  readonly word: string;
  readonly expression: string;
  readonly relation: Relation;
  readonly status: Status;
  readonly weak: boolean;
  readonly source: readonly string[];
  readonly target: readonly string[];
}
export interface ExplainedClaim {
  readonly source: string | null;
  readonly relation: Relation;
  readonly target: string;
  readonly trigger: string;
  /** Status as the reader gave it, and after factuality and speakers. */
  readonly readStatus: Status;
  readonly status: Status;
  /** What lowers it: the word and the status that it gives. */
  readonly effects: readonly { readonly word: string; readonly status: Status }[];
  readonly by: string | null;
  readonly attribution: string | null;
  readonly when: When | null;
  readonly where: string | null;
  readonly rule: string;
}
export interface ExplainedSentence {
  readonly file: string;
  /** From 1, as `--sentence FILE:N` counts. */
  readonly number: number;
  readonly text: string;
  readonly tokens: readonly {
    readonly text: string;
    readonly lemma: string;
    readonly upos: string;
    readonly head: number;
    readonly relation: string;
  }[];
  readonly mentions: readonly ExplainedMention[];
  readonly noNodes: readonly string[];
  readonly triggers: readonly { readonly word: string; readonly relation: Relation; readonly probability: number }[];
  readonly senses: readonly ExplainedSense[];
  readonly pairs: readonly ExplainedPair[];
  readonly claims: readonly ExplainedClaim[];
}

const rounded = (x: number) => Number(x.toFixed(3));

function explainSentence(
  article: ArticleText,
  reading: Reading,
  trace: ReadingTrace,
  sentence: Sentence,
  relations: readonly Relation[],
): ExplainedSentence {
  const { candidates, antecedents, weighed, read, qualified } = trace;
  const textOf = (m: Mention | undefined) => (m === undefined ? "" : article.text.slice(m.start, m.end));
  const wordAt = (k: number) => sentence.tokens[k]?.text ?? "";
  const nodeOf = (m: Mention): string | null => {
    const k = reading.mentions.findIndex((o) => o.sentence === m.sentence && o.head === m.head);
    return k < 0 ? null : (reading.referents.find((r) => r.mentions.includes(k))?.name ?? null);
  };
  const mentions = candidates
    .filter((m) => m.sentence === sentence.index)
    .map((m): ExplainedMention => {
      const link = antecedents.find((a) => a.pronoun === m);
      const antecedent = link === undefined ? null : textOf(candidates[link.mention]);
      return {
        text: textOf(m),
        type: m.type,
        form: m.form,
        probability: rounded(m.probability),
        node: nodeOf(m),
        antecedent,
      };
    });
  const here = weighed.find((w) => w.sentence === sentence.index);
  const width = relations.length;
  const at = (position: number) => here?.candidates.find((c) => c.position === position);
  const nameAt = (position: number) => textOf(candidates[at(position)?.mention ?? -1]);
  const keptSpans = reading.evidence.filter((e) => e.sentence === sentence.index);
  const isKept = (relation: Relation, source: Mention | undefined, target: Mention | undefined) =>
    keptSpans.some(
      (e) =>
        e.relation === relation &&
        [e.targetSpan[0], e.sourceSpan?.[0]].includes(target?.start) &&
        (source === undefined || [e.targetSpan[0], e.sourceSpan?.[0]].includes(source.start)),
    );
  const outcome = (relation: Relation, i: number, j: number, probability: number, threshold: number): Outcome => {
    const [source, target] = [at(i), at(j)];
    const ends = [source?.mention ?? null, target?.mention ?? null];
    const isRead = read.some(
      (c) =>
        c.relation === relation &&
        ((c.source === ends[0] && c.target === ends[1]) || (c.source === ends[1] && c.target === ends[0])),
    );
    if (isRead)
      return isKept(relation, candidates[source?.mention ?? -1], candidates[target?.mention ?? -1])
        ? "told"
        : "dropped later";
    if (probability < threshold) return "below the threshold";
    const fits =
      target !== undefined &&
      mayStand(relation, 1, target.type) &&
      (source === undefined || mayStand(relation, 0, source.type));
    return fits ? "gave way to another" : "ends of another kind";
  };
  const thresholds: Readonly<Record<string, number>> = THRESHOLDS.relation;
  const pairs = (here?.scores.pairs ?? [])
    .flatMap(([i, j], p) =>
      relations.flatMap((relation, r): ExplainedPair[] => {
        const probability = here?.scores.relation[p * width + r] ?? 0;
        if (probability < WORTH_TELLING) return [];
        const isAcross = isElsewhere(sentence, i) || isElsewhere(sentence, j);
        const threshold = isAcross ? THRESHOLDS.across : (thresholds[relation] ?? THRESHOLDS.relation.default);
        const ends = { source: i === 0 ? null : nameAt(i), relation, target: nameAt(j) };
        return [
          {
            ...ends,
            probability: rounded(probability),
            threshold,
            outcome: outcome(relation, i, j, probability, threshold),
          },
        ];
      }),
    )
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_PAIRS);
  const triggers = sentence.tokens.flatMap((_, t) =>
    relations.flatMap((relation, r) => {
      const probability = here?.scores.fires[(t + 1) * width + r] ?? 0;
      return probability < SEEN ? [] : [{ word: wordAt(t), relation, probability: rounded(probability) }];
    }),
  );
  const senses = (here?.senses ?? []).map((match): ExplainedSense => {
    const { token, sense } = match;
    const wordsOf = (slots: readonly string[]) => fillSlots(sentence, match, slots).map(wordAt);
    return {
      word: wordAt(token),
      expression: sense.words.join(" "),
      relation: sense.relation,
      status: sense.status,
      weak: sense.weak === true,
      source: wordsOf(sense.source),
      target: wordsOf(sense.target),
    };
  });
  const endOf = (k: number | null) => (k === null ? null : textOf(reading.mentions[k]));
  const claims = qualified
    .filter((c) => c.sentence === sentence.index)
    .map((c): ExplainedClaim => {
      const heard = effectsOn(sentence, c.trigger, c.relation).map((e) => ({
        word: wordAt(e.predicate),
        status: e.status,
      }));
      const sources = [sourcePhrase(sentence, c.trigger), reportBeside(sentence, c.trigger)].filter((k) => k >= 0);
      return {
        source: endOf(c.source),
        relation: c.relation,
        target: endOf(c.target) ?? "",
        trigger: wordAt(c.trigger),
        readStatus:
          read.find((o) => o.sentence === c.sentence && o.relation === c.relation && o.trigger === c.trigger)?.status ??
          c.status,
        status: c.status,
        effects: [...heard, ...sources.map((k) => ({ word: wordAt(k), status: "reported" as const }))],
        by: endOf(c.by),
        attribution: c.attribution,
        when: c.when,
        where: endOf(c.where),
        rule: c.rule,
      };
    });
  return {
    file: article.file,
    number: sentence.index + 1,
    text: article.text.slice(sentence.start, sentence.end),
    tokens: sentence.tokens.map(({ text, lemma, upos, head, relation }) => ({ text, lemma, upos, head, relation })),
    mentions,
    noNodes: trace.dropped.filter((m) => m.sentence === sentence.index).map(textOf),
    triggers,
    senses,
    pairs,
    claims,
  };
}

/**
 * Reads the article and explains the sentences asked for.
 * @param wanted indexes of sentences; all where it is null
 * @param relations in the order of the reader's output units
 */
export async function explainArticle(
  read: ReadArticle,
  article: ArticleText,
  wanted: readonly number[] | null,
  relations: readonly Relation[],
): Promise<readonly ExplainedSentence[]> {
  const traces: ReadingTrace[] = [];
  const reading = await read(article, (t) => traces.push(t));
  const [trace] = traces;
  if (trace === undefined) return [];
  return trace.sentences
    .filter((s) => wanted === null || wanted.includes(s.index))
    .map((s) => explainSentence(article, reading, trace, s, relations));
}

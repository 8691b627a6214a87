/** What is said of each claim beside its ends: status after factuality, speaker, day, place, toll and mode. */
import { type Mode, type Span, STANDING, type Status, type Toll, type When } from "../../graph/model.js";
import type { ReadClaim } from "../model/claim.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import type { DatesTold } from "./dates-told.js";
import { isExcepted } from "./factuality/excepted-end.js";
import { effectsOn, weaker } from "./factuality.js";
import { findDates } from "./find-dates.js";
import { incriminates } from "./incriminates.js";
import { modeOf } from "./mode.js";
import { placeOf } from "./place.js";
import { reportBeside, sayerOf, speakerIn, statusBeside } from "./report-beside.js";
import {
  attributionOf,
  findQuotes,
  isQuoted,
  isTitle,
  openingView,
  reportOfQuote,
  type Source,
  sourcePhrase,
  statusOfSource,
} from "./speaker.js";
import { plannerAbove, speakerAbove } from "./speaker-above.js";
import { speakingMention } from "./speaking-mention.js";
import { isOfPast, looksAhead, whenOf } from "./time.js";
import { tollOf } from "./toll.js";

export interface QualifiedClaim extends ReadClaim {
  /** Index of the mention that says so; null where no node does. */
  readonly by: number | null;
  readonly attribution: string | null;
  readonly when: When | null;
  /** Index of a place mention. */
  readonly where: number | null;
  readonly toll: Toll;
  readonly mode: Mode | null;
}

const isReporting = (status: Status) => status === "reported" || status === "alleged";

interface Voice {
  readonly status: Status;
  readonly source: Source | null;
  /** All that were heard, nearest first. */
  readonly heard: readonly Source[];
  /** Who announces, threatens or orders what is told. */
  readonly planner: Source | null;
}

/** Whether somebody speaks who could: the mention at the token is of people or of a body, and no end of the claim given. */
type CanSpeak = (source: Source, besides?: ReadClaim) => boolean;

/** The status after all that stands above the trigger, and the source of the weakest word. */
function voiceOf(
  sentences: readonly Sentence[],
  sentence: Sentence,
  claim: ReadClaim,
  quotes: readonly Span[],
  canSpeak: CanSpeak,
): Voice {
  const { tokens } = sentence;
  let status = claim.status;
  let source: Source | null = null;
  let planner: Source | null = null;
  const heard: Source[] = [];
  const hear = (next: Status, at: number, where: Sentence = sentence) => {
    const lower = weaker(status, next);
    // "« Nous avons ordonné … », a déclaré X": who says "nous" is who is quoted.
    const head = at >= 0 && where.tokens[at]?.feats.Person === "1" && where.tokens[at]?.upos === "PRON" ? -1 : at;
    if (head >= 0) heard.push({ sentence: where, head });
    if (head >= 0 && next === "planned") planner ??= { sentence: where, head };
    // The nearest voice stays unless a weaker one is heard, or none was.
    if (head >= 0 && (source === null || (lower !== status && next === lower))) source = { sentence: where, head };
    status = lower;
  };
  for (const effect of effectsOn(sentence, claim.trigger, claim.relation, claim.source === null))
    hear(effect.status, effect.predicate < 0 ? -1 : sayerOf(sentence, effect.predicate));
  const settle = (isTitle: boolean): Voice => {
    // Nobody is named by a construction: who tells it by a verb above.
    if (source === null) {
      const isOther = (head: number) => head >= 0 && canSpeak({ sentence, head }, claim);
      const head = speakerAbove(sentence, claim.trigger, claim.relation, status, isTitle, isOther);
      if (head >= 0) hear("reported", head);
      else if (status === "planned" && planner === null) {
        const plans = plannerAbove(sentence, claim.trigger, isOther);
        if (plans >= 0) hear("planned", plans);
      }
    }
    return { status, source, heard, planner };
  };
  const offset = tokens[claim.trigger]?.start ?? sentence.start;
  // A title or a tie holds whoever speaks of its bearer.
  if (STANDING.has(claim.relation) && tokens[claim.trigger]?.upos !== "VERB" && !isQuoted(quotes, offset))
    return settle(true);
  if (isTitle(sentence, quotes, offset)) hear("alleged", -1);
  const phrase = sourcePhrase(sentence, claim.trigger);
  if (phrase >= 0) hear(statusOfSource(sentence, phrase), phrase);
  const holder = openingView(sentence);
  if (holder >= 0 && canSpeak({ sentence, head: holder })) hear("reported", holder);
  const beside = reportBeside(sentence, claim.trigger);
  if (beside >= 0) hear(statusBeside(sentence, beside), speakerIn(sentence, beside));
  if (isQuoted(quotes, offset)) {
    const report = reportOfQuote(sentences, sentence, quotes, offset);
    hear("reported", report === null ? -1 : report.head, report?.sentence);
  }
  return settle(false);
}

/** @param antecedents of pronouns among the mentions, by their index */
export function qualifyClaims(
  sentences: readonly Sentence[],
  text: string,
  { anchor, dates: datesOf, told, mentioned }: DatesTold,
  mentions: readonly Mention[],
  claims: readonly ReadClaim[],
  antecedents: ReadonlyMap<number, number> = new Map(),
): QualifiedClaim[] {
  /** What a pronoun goes back to; any other mention itself. */
  const behind = (mention: number | null) => (mention === null ? null : (antecedents.get(mention) ?? mention));
  const quotes = findQuotes(text);
  const bySentence = new Map<number, (readonly [number, Mention])[]>();
  mentions.forEach((m, k) => {
    bySentence.set(m.sentence, [...(bySentence.get(m.sentence) ?? []), [k, m]]);
  });
  const mentionAt = (source: Source): number | null =>
    speakingMention(bySentence.get(source.sentence.index) ?? [], source);
  return claims.flatMap((claim) => {
    const sentence = sentences[claim.sentence];
    if (sentence === undefined) return [];
    const canSpeak = (s: Source, besides?: ReadClaim) => {
      const mention = mentionAt(s);
      const ends = besides === undefined ? [] : [behind(besides.source), behind(besides.target)];
      return mention !== null && !ends.includes(behind(mention));
    };
    const voice = voiceOf(sentences, sentence, claim, quotes, canSpeak);
    const isLeftOut = [claim.source, claim.target].some((end) => {
      const mention = end === null ? undefined : mentions[end];
      return mention?.sentence === sentence.index && isExcepted(sentence, mention.head);
    });
    const heard = isLeftOut ? weaker(voice.status, "denied") : voice.status;
    // Who may do it does not say so ("X says that the rebels may strike"); who plans to does.
    const isDoer = (s: Source) => claim.source !== null && behind(mentionAt(s)) === behind(claim.source);
    const other = voice.heard.find((s) => !isDoer(s)) ?? null;
    const isOfDoer = voice.source !== null && isDoer(voice.source);
    const isOpen = isOfDoer && (heard === "possible" || heard === "planned");
    const source = isOpen ? (other ?? voice.planner ?? (heard === "planned" ? voice.source : null)) : voice.source;
    const speaks = source !== null && heard !== "asserted";
    // "Québec accordera …": what somebody will do and nobody else is cited for, the doer announces.
    const doer = heard === "planned" && !speaks ? claim.source : null;
    const by = speaks && source !== null ? mentionAt(source) : doer;
    const speaker = by === null ? undefined : mentions[by];
    const isAccused =
      speaker !== undefined &&
      incriminates(sentence, claim, heard, { type: speaker.type, isSource: by === claim.source });
    const status = isAccused ? "alleged" : heard;
    const ahead = looksAhead(sentence, claim.trigger) || status === "planned" || status === "possible";
    const back = datesOf[sentence.index] ?? [];
    // What lies ahead turns "lundi" to the next one, but beside a verb of the past; all else the article's dates tell already.
    const words = text.slice(sentence.start, sentence.end);
    const found = ahead
      ? findDates(
          words,
          sentence.language,
          anchor,
          true,
          told[sentence.index] ?? null,
          mentioned[sentence.index] ?? null,
        )
      : back;
    const dates = found.map((date) => {
      const past = ahead ? back.find((b) => b.start === date.start && isOfPast(sentence, b)) : undefined;
      return { ...(past ?? date), start: date.start + sentence.start, end: date.end + sentence.start };
    });
    const target = mentions[claim.target];
    const isHere = target !== undefined && target.sentence === sentence.index;
    return [
      {
        ...claim,
        status,
        by,
        attribution:
          speaks && source !== null && by === null && isReporting(status)
            ? attributionOf((source as Source).sentence, (source as Source).head, text)
            : null,
        when: whenOf(sentence, claim.trigger, claim.relation, dates),
        where: placeOf(sentence, claim.trigger, claim.relation, bySentence.get(sentence.index) ?? [], [
          claim.source,
          claim.target,
        ]),
        toll: tollOf(
          sentence,
          claim.trigger,
          claim.relation,
          isHere && target !== undefined
            ? { ...target, isPerson: target.type === "person" && target.form !== "pronoun" }
            : null,
        ),
        mode: modeOf(sentence, claim.trigger, claim.relation),
      },
    ];
  });
}

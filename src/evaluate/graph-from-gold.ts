/** A graph that says what gold files say: for tests, and to look at gold in the viewer. */

import { mergeScalar } from "../../graph/merge-nodes.js";
import type { Generator, Graph, Kind, Mode, NodeType, Span, Toll, When } from "../../graph/model.js";
import { BASES, MODES, PRECISIONS, TOLL_KEYS, TYPES } from "../../graph/model.js";
import { sortedUnique } from "../../graph/order.js";
import type { ReadEvidence } from "../model/claim.js";
import type { Mention } from "../model/mention.js";
import type { Reading } from "../model/reading.js";
import type { Resolution, ResolvedNode } from "../model/resolution.js";
import type { ArticleText } from "../model/text.js";
import { buildGraph } from "../pipeline/build-graph.js";
import type { Gold, GoldClaim, GoldEntity } from "./gold.js";
import { asList } from "./match-claims.js";

export interface GoldArticle {
  readonly gold: Gold;
  readonly article: ArticleText;
  /** Offsets of the sentences, in order. */
  readonly sentences: readonly Span[];
}

const OPEN_AGENT = "unknown";

const isType = (type: string): type is NodeType => (TYPES as readonly string[]).includes(type);
const FALLBACK_TYPE: Readonly<Record<Kind, NodeType>> = { Actor: "person", Group: "crowd", Place: "region" };

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where a form stands in the text as whole words. */
function occurrences(text: string, form: string): Span[] {
  const found: Span[] = [];
  if (form === "") return found;
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    const end = at + form.length;
    if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[end])) found.push([at, end]);
  }
  return found;
}

/** Mentions of an entity: its aliases, the longest first, none within another. */
function spansOf(text: string, { aliases }: GoldEntity): Span[] {
  const found: Span[] = [];
  for (const form of [...aliases].sort((a, b) => b.length - a.length))
    for (const span of occurrences(text, form))
      if (!found.some(([start, end]) => span[0] < end && start < span[1])) found.push(span);
  return found.sort((a, b) => a[0] - b[0]);
}

function whenOf(when: GoldClaim["when"]): When | null {
  const words = typeof when === "string" ? when : [when?.from ?? "", when?.to ?? when?.from ?? ""].join("/");
  const [first = "", last = first] = words.split("/");
  const pad = (day: string) => day + "-01".repeat(Math.max(0, Math.trunc((10 - day.length) / 3)));
  if (!/^\d{4}/u.test(first)) return null;
  const given = typeof when === "object" ? when : null;
  const from = pad(first);
  const to = pad(last === "" ? first : last);
  return {
    from,
    to: to < from ? from : to,
    precision: PRECISIONS.find((p) => p === given?.precision) ?? (from === to ? "day" : "span"),
    basis: BASES.find((b) => b === given?.basis) ?? "explicit",
  };
}

function tollOf(toll: GoldClaim["toll"]): Toll {
  const counts = new Map(Object.entries(toll ?? {}));
  return Object.fromEntries(
    TOLL_KEYS.flatMap((key) => {
      const count = counts.get(key);
      if (count === undefined) return [];
      if (typeof count === "number") return [[key, { min: count, max: count, words: null }]];
      return [[key, { min: count.min ?? null, max: count.max ?? null, words: count.words ?? null }]];
    }),
  );
}

const modeOf = (mode: GoldClaim["mode"]): Mode | null => MODES.find((m) => m === mode) ?? null;

/** Where the trigger stands: within the cue, else the cue's beginning, else the text's. */
function triggerOf(text: string, { cue, cueSpans, trigger }: GoldClaim): Span {
  const at = cue ? Math.max(0, text.indexOf(cue)) : (cueSpans?.[0]?.[0] ?? 0);
  const within = trigger ? text.indexOf(trigger, at) : -1;
  if (within >= 0 && trigger) return [within, within + trigger.length];
  return [at, Math.min(text.length, at + Math.max(1, /^\S+/u.exec(text.slice(at))?.[0].length ?? 1))];
}

function readingOf({ gold, article, sentences }: GoldArticle): Reading {
  const { text } = article;
  const sentenceAt = (offset: number): number =>
    Math.max(
      0,
      sentences.findLastIndex(([start]) => start <= offset),
    );
  const entities = gold.entities.filter(({ id }) => id !== OPEN_AGENT);
  const indexOf = new Map(entities.map(({ id }, index) => [id, index]));
  const mentions: Mention[] = [];
  const referents = entities.map((entity) => {
    const type = isType(entity.type) ? entity.type : FALLBACK_TYPE[entity.kind];
    const own = spansOf(text, entity).map(([start, end]) => {
      const form = entity.named === false ? ("nominal" as const) : ("name" as const);
      const sentence = sentenceAt(start);
      return mentions.push({ sentence, head: 0, first: 0, last: 1, start, end, form, type, probability: 1 }) - 1;
    });
    return { entity, type, mentions: own };
  });
  const nearest = (referent: number, offset: number): Span | null => {
    const spans = (referents[referent]?.mentions ?? []).flatMap((m): Span[] => {
      const mention = mentions[m];
      return mention === undefined ? [] : [[mention.start, mention.end]];
    });
    const [first, ...rest] = spans;
    const far = ([start]: Span) => Math.abs(start - offset);
    return first === undefined ? null : rest.reduce((best, span) => (far(span) < far(best) ? span : best), first);
  };
  const evidence = gold.claims.flatMap((claim): ReadEvidence[] => {
    const referentsOf = (ids: GoldClaim["by"]) => asList(ids).flatMap((id) => indexOf.get(id) ?? []);
    const [sourceId] = asList(claim.source);
    const source = sourceId === OPEN_AGENT ? null : (referentsOf(claim.source)[0] ?? null);
    const [target] = referentsOf(claim.target);
    if (target === undefined) return [];
    const trigger = triggerOf(text, claim);
    return [
      {
        sentence: sentenceAt(trigger[0]),
        source,
        relation: claim.relation,
        target,
        trigger,
        sourceSpan: source === null ? null : nearest(source, trigger[0]),
        targetSpan: nearest(target, trigger[0]) ?? trigger,
        status: claim.status,
        by: referentsOf(claim.by).slice(0, 1),
        attribution: claim.attribution ?? null,
        when: whenOf(claim.when),
        where: referentsOf(claim.where)[0] ?? null,
        toll: tollOf(claim.toll),
        mode: modeOf(claim.mode),
        rule: "gold",
        score: null,
      },
    ];
  });
  return {
    article,
    sentences: sentences.map(([start, end]) => ({ start, end, zone: "body" })),
    mentions,
    referents: referents.map(({ entity, type, mentions: own }) => ({
      kind: entity.kind,
      type,
      named: entity.named !== false,
      name: entity.name,
      register: entity.wikidata ?? null,
      country: null,
      subtype: null,
      mentions: own,
    })),
    evidence,
    problems: [],
  };
}

/** Things with one Wikidata key are one, called by the smallest of their names; all others stay in their article. */
function resolve(readings: readonly Reading[]): Resolution {
  const nodes: ResolvedNode[] = [];
  const known = new Map<string, number>();
  const nodeOf = readings.map(({ article, referents }) =>
    referents.map(({ kind, type, named, name, register }) => {
      const key = register === null ? null : `${kind} ${register}`;
      const place = (key === null ? undefined : known.get(key)) ?? nodes.length;
      if (key !== null) known.set(key, place);
      const before = nodes[place];
      const names = new Map(Object.entries(before?.names ?? {}));
      if (named) names.set(article.language, sortedUnique([...(names.get(article.language) ?? []), name]));
      nodes[place] = {
        kind,
        type: mergeScalar(before?.type ?? null, type) ?? type,
        subtype: null,
        named,
        name: mergeScalar(before?.name ?? null, name) ?? name,
        names: Object.fromEntries(names),
        country: null,
        sameAs: register === null ? [] : [`wikidata:${register}`],
        registerKey: register,
      };
      return place;
    }),
  );
  return { nodeOf, nodes };
}

const GENERATOR: Generator = { name: "gold", version: "1", model: null, runtime: null };

/** Where gold allows several ends or speakers, the first is taken. */
export function graphFromGold(articles: readonly GoldArticle[]): Graph {
  const readings = articles.map(readingOf);
  return buildGraph(readings, resolve(readings), GENERATOR);
}

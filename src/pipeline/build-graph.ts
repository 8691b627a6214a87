/** Readings of all articles to one graph: the same bytes whatever the order of the readings. */

import { derive } from "../../graph/derive.js";
import { WiregraphError } from "../../graph/errors.js";
import { compareEvidenceKeys, type EvidenceKey, eventId, evidenceKey, openAgentId } from "../../graph/ids.js";
import type { Article, Evidence, Generator, Graph, GraphNode } from "../../graph/model.js";
import { compareCodePoints, compareIds, sortedUnique } from "../../graph/order.js";
import { findHappenings } from "../claims/find-happenings.js";
import { gatherClaims, type PlacedEvidence } from "../claims/gather-claims.js";
import type { ReadEvidence } from "../model/claim.js";
import type { Reading } from "../model/reading.js";
import type { Resolution } from "../model/resolution.js";
import { nameNodes, openAgent } from "./name-nodes.js";

interface Placed {
  readonly reading: Reading;
  /** Ids of the nodes of the article's referents. */
  readonly nodeOf: readonly string[];
}

/** Readings by article id, one each: of two with the same id that with the smallest file. */
function onePerArticle(readings: readonly Reading[]): (readonly [place: number, reading: Reading])[] {
  const keyOf = ({ article }: Reading) => JSON.stringify([article.title, article.language]);
  const kept = new Map<string, readonly [number, Reading]>();
  readings.forEach((reading, place) => {
    const rival = kept.get(reading.article.id)?.[1];
    const order =
      rival === undefined
        ? -1
        : compareCodePoints(reading.article.file, rival.article.file) ||
          compareCodePoints(keyOf(reading), keyOf(rival));
    if (order < 0) kept.set(reading.article.id, [place, reading]);
  });
  return [...kept.values()].sort(([, a], [, b]) => compareCodePoints(a.article.id, b.article.id));
}

function articleOf({ article, sentences }: Reading): Article {
  return {
    id: article.id,
    file: article.file,
    title: article.title,
    language: article.language,
    publisher: article.publisher,
    published: article.published,
    text: article.text,
    sentences: sentences.map(({ start, end, zone }) => [start, end, zone] as const),
    copyOf: null,
    corrects: [],
  };
}

function evidenceOf(read: ReadEvidence, { reading, nodeOf }: Placed): Evidence {
  const { article, sentences } = reading;
  const sentence = sentences[read.sentence];
  if (sentence === undefined)
    throw new WiregraphError(
      "reading",
      `${article.file}: evidence names sentence ${read.sentence}, which is not there`,
    );
  const idOf = (referent: number): string => {
    const id = nodeOf[referent];
    if (id === undefined)
      throw new WiregraphError("reading", `${article.file}: evidence names referent ${referent}, which is not there`);
    return id;
  };
  return {
    article: article.id,
    sentence: read.sentence,
    start: sentence.start,
    end: sentence.end,
    quote: article.text.slice(sentence.start, sentence.end),
    trigger: read.trigger,
    sourceSpan: read.sourceSpan,
    targetSpan: read.targetSpan,
    status: read.status,
    by: sortedUnique(read.by.map(idOf)),
    attribution: read.attribution,
    when: read.when,
    where: read.where === null ? null : idOf(read.where),
    toll: read.toll,
    mode: read.mode,
    rule: read.rule,
    score: read.score,
  };
}

/** The evidence of one article with its ends and events named. */
function placeEvidence(placed: Placed): PlacedEvidence[] {
  const { reading, nodeOf } = placed;
  const items = reading.evidence.map((read) => {
    const evidence = evidenceOf(read, placed);
    const source = read.source === null ? null : (nodeOf[read.source] ?? null);
    const target = nodeOf[read.target];
    if (target === undefined)
      throw new WiregraphError("reading", `${reading.article.file}: evidence without a target that is there`);
    const { relation } = read;
    return { source, relation, target, evidence, key: evidenceKey(relation, evidence) };
  });
  const happenings = findHappenings(items.map(({ evidence, ...ends }) => ({ ...evidence, ...ends })));
  const first = new Map<number, EvidenceKey>();
  items.forEach(({ key }, place) => {
    const happening = happenings[place] ?? null;
    const known = happening === null ? undefined : first.get(happening);
    if (happening !== null && (known === undefined || compareEvidenceKeys(key, known) < 0)) first.set(happening, key);
  });
  return items.map(({ source, relation, target, evidence, key }, place) => {
    const happening = happenings[place] ?? null;
    const opening = happening === null ? key : (first.get(happening) ?? key);
    return {
      source: source ?? openAgentId(opening),
      relation,
      target,
      event: happening === null ? null : eventId(opening),
      evidence,
    };
  });
}

/** Named nodes, and whatever the evidence speaks of. */
function keepUsed(nodes: readonly GraphNode[], placed: readonly PlacedEvidence[]): GraphNode[] {
  const used = new Set(
    placed.flatMap(({ source, target, evidence: e }) => [source, target, ...e.by, e.where ?? source]),
  );
  const known = new Set(nodes.map(({ id }) => id));
  const agents = [...used].filter((id) => !known.has(id)).map(openAgent);
  return [...nodes.filter(({ id, named }) => named || used.has(id)), ...agents].sort(compareIds);
}

/**
 * @param readings one for each article; of two with the same article id one is kept
 * @param resolution in the order of the readings
 * @throws {WiregraphError} `reading` when evidence points to what is not there
 */
export function buildGraph(readings: readonly Reading[], resolution: Resolution, generator: Generator): Graph {
  const kept = onePerArticle(readings);
  const named = nameNodes(kept, resolution);
  const placed = kept.flatMap(([, reading], k) => placeEvidence({ reading, nodeOf: named.idsOf[k] ?? [] }));
  const articles = kept.map(([, reading]) => articleOf(reading));
  const nodes = keepUsed(named.nodes, placed);
  return {
    format: "wiregraph/1",
    generators: [generator],
    articles,
    nodes,
    ...derive(gatherClaims(placed), articles, nodes),
  };
}

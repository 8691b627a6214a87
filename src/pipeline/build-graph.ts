/** Readings and their resolution to a graph. The same articles in any order give the same graph. */
import { deriveClaims, deriveEdges } from "../../graph/derive.js";
import { eventId, evidenceKey, nodeId, openAgentId } from "../../graph/ids.js";
import {
  type Article,
  type Generator,
  type Graph,
  type GraphNode,
  type NodeMention,
  type Span,
  SYMMETRIC,
} from "../../graph/model.js";
import { byId, compareLists, compareText, sortedTexts } from "../../graph/order.js";
import { findHappenings } from "../claims/find-happenings.js";
import { gatherClaims, type PlacedEvidence } from "../claims/gather-claims.js";
import type { ReadEvidence } from "../model/claim.js";
import type { Reading } from "../model/reading.js";
import type { Resolution, ResolvedNode } from "../model/resolution.js";

/** One reading with the index that the resolution knows it by. */
interface Numbered {
  readonly reading: Reading;
  readonly index: number;
}

/** Articles by id, each once: of two files with the same article the smaller name is kept. */
function distinct(readings: readonly Reading[]): Numbered[] {
  const kept = new Map<string, Numbered>();
  readings.forEach((reading, index) => {
    const known = kept.get(reading.article.id);
    if (known === undefined || compareText(reading.article.file, known.reading.article.file) < 0)
      kept.set(reading.article.id, { reading, index });
  });
  return [...kept.values()].sort((a, b) => compareText(a.reading.article.id, b.reading.article.id));
}

const articleOf = ({ article, sentences }: Reading): Article => ({
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
});

/** Mentions of each resolved node, in the order of (article, start, end, form). */
function mentionsOf(numbered: readonly Numbered[], resolution: Resolution): NodeMention[][] {
  const out: NodeMention[][] = resolution.nodes.map(() => []);
  for (const { reading, index } of numbered) {
    reading.referents.forEach((referent, r) => {
      const node = resolution.nodeOf[index]?.[r];
      if (node === undefined) return;
      for (const m of referent.mentions) {
        const mention = reading.mentions[m];
        if (mention !== undefined)
          out[node]?.push({ article: reading.article.id, start: mention.start, end: mention.end, form: mention.form });
      }
    });
  }
  const key = (m: NodeMention) => [m.article, m.start, m.end, m.form];
  return out.map((mentions) => {
    const sorted = mentions.sort((a, b) => compareLists(key(a), key(b)));
    return sorted.filter((m, k) => k === 0 || compareLists(key(m), key(sorted[k - 1] as NodeMention)) !== 0);
  });
}

/** The first mention: by the article's day (none last), its id, and the offset. */
function firstMention(mentions: readonly NodeMention[], published: ReadonlyMap<string, string | null>) {
  const key = (m: NodeMention) => [published.get(m.article) ?? "9999", m.article, m.start, m.end];
  return mentions.reduce((a, b) => (compareLists(key(b), key(a)) < 0 ? b : a));
}

function nodeOf(id: string, node: ResolvedNode, mentions: readonly NodeMention[]): GraphNode {
  return {
    id,
    kind: node.kind,
    type: node.type,
    subtype: node.subtype,
    named: node.named,
    name: node.name,
    names: Object.fromEntries(
      Object.entries(node.names)
        .map(([language, names]) => [language, sortedTexts(names)] as const)
        .sort(([a], [b]) => compareText(a, b)),
    ),
    country: node.country,
    lat: null,
    lon: null,
    sameAs: sortedTexts(node.sameAs),
    formerIds: [],
    mentions,
  };
}

const openAgent = (event: string): GraphNode => ({
  id: openAgentId(event),
  kind: "Actor",
  type: "unknown",
  subtype: null,
  named: false,
  name: "?",
  names: {},
  country: null,
  lat: null,
  lon: null,
  sameAs: [],
  formerIds: [],
  mentions: [],
});

/** Evidence of one article with node ids in place of referents. */
function placeEvidence({ reading, index }: Numbered, resolution: Resolution, ids: readonly string[]): PlacedEvidence[] {
  const { article, sentences, evidence } = reading;
  const idOf = (referent: number): string => ids[resolution.nodeOf[index]?.[referent] ?? -1] ?? "";
  const nodeIndex = (referent: number | null) =>
    referent === null ? null : (resolution.nodeOf[index]?.[referent] ?? null);
  const happenings = findHappenings(
    evidence.map((e) => ({
      ...e,
      source: nodeIndex(e.source),
      target: nodeIndex(e.target) ?? -1,
      where: nodeIndex(e.where),
    })),
  );
  const key = (e: ReadEvidence) => evidenceKey(article.id, e.trigger[0], e.relation, e.sourceSpan, e.targetSpan);
  const order = (e: ReadEvidence): (string | number)[] => [e.trigger[0], key(e)];
  /** The first evidence of each happening, by place in the text. */
  const firsts = new Map<number, ReadEvidence>();
  evidence.forEach((e, k) => {
    const h = happenings[k];
    if (h === null || h === undefined) return;
    const known = firsts.get(h);
    if (known === undefined || compareLists(order(e), order(known)) < 0) firsts.set(h, e);
  });
  return evidence.flatMap((e, k): PlacedEvidence[] => {
    const sentence = sentences[e.sentence];
    const h = happenings[k] ?? null;
    const first = h === null ? undefined : firsts.get(h);
    const event = first === undefined ? null : eventId(key(first));
    if (sentence === undefined || (e.source === null && event === null)) return [];
    const source = e.source === null ? openAgentId(event ?? "") : idOf(e.source);
    const target = idOf(e.target);
    if (source === target && e.relation !== "CLASHED_WITH") return [];
    const flip = SYMMETRIC.has(e.relation) && compareText(source, target) > 0;
    const spans: readonly [Span | null, Span | null] = flip
      ? [e.targetSpan, e.sourceSpan]
      : [e.sourceSpan, e.targetSpan];
    return [
      {
        source: flip ? target : source,
        relation: e.relation,
        target: flip ? source : target,
        event,
        evidence: {
          article: article.id,
          sentence: e.sentence,
          start: sentence.start,
          end: sentence.end,
          quote: article.text.slice(sentence.start, sentence.end),
          trigger: e.trigger,
          sourceSpan: spans[0],
          targetSpan: spans[1],
          status: e.status,
          by: sortedTexts(e.by.map(idOf)),
          attribution: e.attribution,
          when: e.when,
          where: e.where === null ? null : idOf(e.where),
          toll: e.toll,
          mode: e.mode,
          rule: e.rule,
          score: null,
        },
      },
    ];
  });
}

/** Two resolved nodes with one id (a register key found twice) are one. */
function mergeSame(nodes: readonly GraphNode[]): GraphNode[] {
  const out = new Map<string, GraphNode>();
  for (const node of nodes) {
    const known = out.get(node.id);
    const mentions = [...(known?.mentions ?? []), ...node.mentions].sort((a, b) =>
      compareLists([a.article, a.start, a.end, a.form], [b.article, b.start, b.end, b.form]),
    );
    out.set(node.id, { ...(known ?? node), mentions });
  }
  return [...out.values()];
}

export function buildGraph(readings: readonly Reading[], resolution: Resolution, generator: Generator): Graph {
  const numbered = distinct(readings);
  const articles = numbered.map(({ reading }) => articleOf(reading));
  const published = new Map(articles.map((a) => [a.id, a.published]));
  const mentions = mentionsOf(numbered, resolution);
  const ids = resolution.nodes.map((node, k) => {
    const own = mentions[k] ?? [];
    if (own.length === 0) return "";
    const first = firstMention(own, published);
    return nodeId(node.kind, node.registerKey, node.name, [first.article, first.start, first.end]);
  });
  const bare = gatherClaims(numbered.flatMap((n) => placeEvidence(n, resolution, ids)));
  const used = new Set(
    bare.flatMap((c) => [
      c.source,
      c.target,
      ...c.evidence.flatMap((e) => [...e.by, ...(e.where === null ? [] : [e.where])]),
    ]),
  );
  const known = resolution.nodes.flatMap((node, k) => {
    const id = ids[k] ?? "";
    return id !== "" && (node.named || used.has(id)) ? [nodeOf(id, node, mentions[k] ?? [])] : [];
  });
  const open = [
    ...new Set(bare.flatMap((c) => (c.event !== null && c.source === openAgentId(c.event) ? [c.event] : []))),
  ];
  const nodes = [...mergeSame(known), ...open.map(openAgent)].sort(byId);
  const claims = deriveClaims(articles, nodes, bare);
  return {
    format: "wiregraph/1",
    generators: [generator],
    articles,
    nodes,
    claims,
    edges: deriveEdges(articles, claims),
  };
}

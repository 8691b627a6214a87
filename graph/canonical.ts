/** Records with their keys in the order of the model, so that equal records are equal as JSON. */
import {
  type Article,
  type Claim,
  type Count,
  type Edge,
  type Evidence,
  type Generator,
  type GraphNode,
  type Link,
  type NodeMention,
  TOLL_KEYS,
  type Toll,
  type When,
} from "./model.js";
import { compareCodePoints } from "./order.js";

export const canonicalGenerator = ({ name, version, model, runtime }: Generator): Generator => ({
  name,
  version,
  model,
  runtime,
});

export const canonicalArticle = (a: Article): Article => ({
  id: a.id,
  file: a.file,
  title: a.title,
  language: a.language,
  publisher: a.publisher,
  published: a.published,
  text: a.text,
  sentences: a.sentences,
  copyOf: a.copyOf,
  corrects: a.corrects,
});

const canonicalMention = ({ article, start, end, form }: NodeMention): NodeMention => ({ article, start, end, form });

export const canonicalNode = (n: GraphNode): GraphNode => ({
  id: n.id,
  kind: n.kind,
  type: n.type,
  subtype: n.subtype,
  named: n.named,
  name: n.name,
  names: Object.fromEntries(Object.entries(n.names).sort(([a], [b]) => compareCodePoints(a, b))),
  country: n.country,
  lat: n.lat,
  lon: n.lon,
  sameAs: n.sameAs,
  formerIds: n.formerIds,
  mentions: n.mentions.map(canonicalMention),
});

const canonicalWhen = (when: When | null): When | null =>
  when === null ? null : { from: when.from, to: when.to, precision: when.precision, basis: when.basis };

const canonicalCount = ({ min, max, words }: Count): Count => ({ min, max, words });

const canonicalToll = (toll: Toll): Toll =>
  Object.fromEntries(
    TOLL_KEYS.flatMap((key) => {
      const count = toll[key];
      return count === undefined ? [] : [[key, canonicalCount(count)]];
    }),
  );

export const canonicalEvidence = (e: Evidence): Evidence => ({
  article: e.article,
  sentence: e.sentence,
  start: e.start,
  end: e.end,
  quote: e.quote,
  trigger: e.trigger,
  sourceSpan: e.sourceSpan,
  targetSpan: e.targetSpan,
  status: e.status,
  by: e.by,
  attribution: e.attribution,
  when: canonicalWhen(e.when),
  where: e.where,
  toll: canonicalToll(e.toll),
  mode: e.mode,
  rule: e.rule,
  score: e.score,
});

const canonicalLink = ({ claim, kind }: Link): Link => ({ claim, kind });

export const canonicalClaim = (c: Claim): Claim => ({
  id: c.id,
  source: c.source,
  relation: c.relation,
  target: c.target,
  class: c.class,
  event: c.event,
  status: c.status,
  by: c.by,
  when: canonicalWhen(c.when),
  where: c.where,
  toll: canonicalToll(c.toll),
  modes: c.modes,
  contested: c.contested,
  links: c.links.map(canonicalLink),
  score: c.score,
  evidence: c.evidence.map(canonicalEvidence),
});

export const canonicalEdge = (e: Edge): Edge => ({
  id: e.id,
  relation: e.relation,
  source: e.source,
  target: e.target,
  status: e.status,
  by: e.by,
  contested: e.contested,
  deniedBy: e.deniedBy,
  withdrawn: e.withdrawn,
  claims: e.claims,
  articles: e.articles,
  independentSources: e.independentSources,
  firstDay: e.firstDay,
  lastDay: e.lastDay,
});

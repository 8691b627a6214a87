/**
 * A graph as one or two dispatches give it: an embassy attacked by a group that is called by two names, a state that sponsors
 * the group by the word of a minister, and nobody who denies anything.
 */
import {
  type Article,
  CLASS_OF_STATUS,
  type Claim,
  type Edge,
  type Graph,
  type Relation,
  STANDING,
  type Status,
} from "../../graph/model.js";
import { nodeOf } from "../node-of.js";

const SENTENCES = [
  "Les Brigades du Cap ont attaqué l'ambassade de Nordie à Portville cette semaine.",
  "« Les Cape Brigades sont parrainées par l'Ostrie », a déclaré la ministre Ada Keller.",
  "L'armée nordienne avait frappé dimanche une base des Brigades du Cap.",
  "Des manifestants ont attaqué mardi l'ambassade.",
  "Ils se sont retirés mercredi de l'ambassade.",
  "La Nordie pourrait frapper les Brigades du Cap, selon Ada Keller.",
] as const;
const starts = SENTENCES.map((_, k) => SENTENCES.slice(0, k).join(" ").length + (k > 0 ? 1 : 0));

const article: Article = {
  id: "article:cap",
  file: "cap.txt",
  title: null,
  language: "fr",
  publisher: null,
  published: "2020-01-02",
  text: SENTENCES.join(" "),
  sentences: SENTENCES.map((sentence, k) => [starts[k] ?? 0, (starts[k] ?? 0) + sentence.length, "body"]),
  copyOf: null,
  corrects: [],
};

interface Said {
  readonly by?: string;
  /** A day, or the first and the last of those between which it was. */
  readonly days?: readonly [string, string?];
}

function claim(
  source: string,
  relation: Relation,
  target: string,
  status: Status,
  sentence: number,
  trigger: string,
  { by, days }: Said = {},
): Claim {
  const quote = SENTENCES[sentence] ?? "";
  const at = quote.indexOf(trigger);
  const start = starts[sentence] ?? 0;
  const [from, to = from] = days ?? [];
  const when =
    from === undefined || to === undefined
      ? null
      : ({ from, to, precision: from === to ? "day" : "span", basis: "relative" } as const);
  const said = { status, by: by === undefined ? [] : [by], when, where: null, toll: {} };
  return {
    ...said,
    id: `claim:${source}-${relation}-${target}-${status}`,
    source,
    relation,
    target,
    class: CLASS_OF_STATUS[status],
    event: STANDING.has(relation) ? null : `event:${source}-${relation}-${target}-${status}`,
    modes: [],
    contested: [],
    links: [],
    score: null,
    evidence: [
      {
        ...said,
        article: article.id,
        sentence,
        start,
        end: start + quote.length,
        quote,
        trigger: [start + at, start + at + trigger.length],
        sourceSpan: null,
        targetSpan: null,
        attribution: null,
        mode: null,
        rule: "test",
        score: null,
      },
    ],
  };
}

const claims: readonly Claim[] = [
  claim("group:cap", "ATTACKED", "place:embassy", "asserted", 0, "attaqué", { days: ["2019-12-30", "2020-01-05"] }),
  claim("actor:ostria", "SPONSORS", "group:cap", "reported", 1, "parrainées", { by: "actor:keller" }),
  claim("group:army", "STRUCK", "place:base", "asserted", 2, "frappé", { days: ["2019-12-29"] }),
  claim("group:crowd", "ATTACKED", "place:embassy", "asserted", 3, "attaqué", { days: ["2019-12-31"] }),
  claim("group:crowd", "WITHDREW_FROM", "place:embassy", "asserted", 4, "retirés", { days: ["2020-01-01"] }),
  claim("actor:nord", "STRUCK", "group:cap", "possible", 5, "frapper", { by: "actor:keller" }),
  claim("actor:keller", "MEMBER_OF", "actor:nord", "asserted", 5, "Nordie"),
  claim("group:army", "PART_OF", "actor:nord", "asserted", 2, "nordienne"),
  claim("place:embassy", "LOCATED_IN", "place:portville", "asserted", 0, "à"),
  claim("place:embassy", "PART_OF", "actor:nord", "asserted", 0, "de"),
];

const edges: readonly Edge[] = claims
  .filter((c) => c.class === "happened")
  .map((c) => ({
    id: `edge:${c.source}-${c.relation}-${c.target}`,
    relation: c.relation,
    source: c.source,
    target: c.target,
    status: c.status,
    by: c.by,
    contested: false,
    deniedBy: [],
    withdrawn: false,
    claims: [c.id],
    articles: 1,
    independentSources: 1,
    firstDay: c.when?.from ?? null,
    lastDay: c.when?.to ?? null,
  }));

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

export const EMBASSY_GRAPH: Graph = {
  format: "wiregraph/1",
  generators: [],
  articles: [article],
  nodes: [
    nodeOf("actor:nord", "state", "Nordie"),
    nodeOf("actor:ostria", "state", "Ostrie"),
    nodeOf("actor:keller", "person", "Ada Keller"),
    nodeOf("group:cap", "armed_group", "Brigades du Cap", {
      names: { fr: ["Brigades du Cap"], en: ["Cape Brigades"] },
    }),
    nodeOf("group:army", "military", "armée nordienne"),
    nodeOf("group:crowd", "crowd", "manifestants", { named: false }),
    nodeOf("place:embassy", "facility", "ambassade de Nordie à Portville", { subtype: "embassy" }),
    nodeOf("place:base", "facility", "base des Brigades du Cap"),
    nodeOf("place:portville", "city", "Portville"),
  ].sort(byId),
  claims: [...claims].sort(byId),
  edges: [...edges].sort(byId),
};

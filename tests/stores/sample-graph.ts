/**
 * A small graph of our own making for the stores: an embassy stormed by a sponsored group, a contested claim, an
 * accusation, a denial, a threat that comes true, names that try to break out of a query. Values of claims and edges are
 * put in by hand; ids are plain words.
 */
import {
  type Article,
  CLASS_OF_STATUS,
  type Claim,
  type Edge,
  type Evidence,
  type Graph,
  type Relation,
  STANDING,
  type Status,
} from "../../graph/model.js";
import { nodeOf } from "../node-of.js";

/** Names as a hostile article might hold them. */
export const HOSTILE_NAMES: readonly string[] = [
  `L'"Armée" des \`ombres\``,
  "__proto__",
  "constructor",
  "<script>alert(1)</script>",
  `"}) DETACH DELETE n //`,
  "x' OR 1=1 MATCH (n) DETACH DELETE n RETURN '",
  "`]->() DELETE r //",
  "\\u0027 \\ \\\\ ${name} $rows",
  "line one\nline two\ttab",
  '=HYPERLINK("http://example")',
  "Кидаль 😀 e\u0301",
];

const SENTENCES = [
  "Des combattants du Front ont pris d'assaut l'ambassade du Nord à Portville.",
  "Le Nord accuse le Sud d'armer le Front.",
  "Le Sud dément.",
  "Le Front avait promis de frapper la base, puis l'a bombardée, tuant douze soldats.",
  "Le Sud menace de bombarder le Nord.",
] as const;

const article = (id: string, file: string, published: string): Article => {
  const starts = SENTENCES.map((_, index) => SENTENCES.slice(0, index).join(" ").length + (index > 0 ? 1 : 0));
  return {
    id,
    file,
    title: null,
    language: "fr",
    publisher: file.slice(0, 4),
    published,
    text: SENTENCES.join(" "),
    sentences: SENTENCES.map((sentence, index) => [starts[index] ?? 0, (starts[index] ?? 0) + sentence.length, "body"]),
    copyOf: null,
    corrects: [],
  };
};

interface Said {
  readonly by?: string;
  readonly day?: string;
  readonly where?: string;
  readonly dead?: number;
  readonly event?: string;
  readonly in?: readonly string[];
  readonly contested?: Claim["contested"];
  readonly links?: Claim["links"];
}

const claim = (
  source: string,
  relation: Relation,
  target: string,
  status: Status,
  sentence: number,
  trigger: string,
  said: Said = {},
): Claim => {
  const when =
    said.day === undefined ? null : ({ from: said.day, to: said.day, precision: "day", basis: "explicit" } as const);
  const toll = said.dead === undefined ? {} : { dead: { min: said.dead, max: said.dead, words: null } };
  const by = said.by === undefined ? [] : [said.by];
  const evidence = (said.in ?? ["article:a"]).map((id): Evidence => {
    const { text, sentences } = article(id, "", "");
    const [start = 0, end = 0] = sentences[sentence] ?? [];
    const at = (text ?? "").indexOf(trigger, start);
    return {
      article: id,
      sentence,
      start,
      end,
      quote: SENTENCES[sentence] ?? "",
      trigger: [at, at + trigger.length],
      sourceSpan: null,
      targetSpan: null,
      status,
      by,
      attribution: null,
      when,
      where: said.where ?? null,
      toll,
      mode: null,
      rule: "test",
      score: null,
    };
  });
  return {
    id: `claim:${source}-${relation}-${target}-${CLASS_OF_STATUS[status]}`,
    source,
    relation,
    target,
    class: CLASS_OF_STATUS[status],
    event: STANDING.has(relation) ? null : (said.event ?? `event:${relation}-${target}`),
    status,
    by,
    when,
    where: said.where ?? null,
    toll,
    modes: [],
    contested: said.contested ?? [],
    links: said.links ?? [],
    score: null,
    evidence,
  };
};

const CLAIMS: readonly Claim[] = [
  claim("group:front", "ATTACKED", "place:embassy", "asserted", 0, "pris d'assaut", {
    day: "2026-03-02",
    where: "place:portville",
    in: ["article:a", "article:b"],
  }),
  claim("actor:north", "ACCUSED", "actor:south", "asserted", 1, "accuse"),
  claim("actor:north", "ACCUSED", "group:front", "asserted", 1, "accuse"),
  claim("actor:south", "SPONSORS", "group:front", "alleged", 1, "armer", { by: "actor:north", contested: ["denied"] }),
  claim("actor:south", "SPONSORS", "group:front", "denied", 2, "dément", { by: "actor:south" }),
  claim("group:front", "THREATENED", "place:base", "asserted", 3, "promis", {
    day: "2026-03-01",
    links: [{ claim: "claim:group:front-STRUCK-place:base-intended", kind: "threatens" }],
  }),
  claim("group:front", "STRUCK", "place:base", "planned", 3, "frapper", { by: "group:front", event: "event:strike-1" }),
  claim("group:front", "STRUCK", "place:base", "reported", 3, "bombardée", {
    by: "group:front",
    day: "2026-03-03",
    event: "event:strike",
    where: "place:portville",
    links: [{ claim: "claim:group:front-STRUCK-place:base-intended", kind: "carriesOut" }],
  }),
  claim("group:front", "KILLED", "group:soldiers", "asserted", 3, "tuant", {
    day: "2026-03-03",
    dead: 12,
    event: "event:strike",
    where: "place:portville",
  }),
  claim("actor:unknown-1", "WOUNDED", "group:soldiers", "asserted", 3, "bombardée", { event: "event:strike" }),
  claim("actor:south", "THREATENED", "actor:north", "asserted", 4, "menace"),
  claim("actor:south", "STRUCK", "actor:north", "planned", 4, "bombarder", { by: "actor:south" }),
  claim("actor:chief", "LEADS", "group:front", "asserted", 0, "Front"),
  claim("actor:north", "MET_WITH", "actor:south", "asserted", 1, "Sud"),
  claim("group:front", "ABDUCTED", "actor:hostile-0", "asserted", 0, "Front", { day: "2026-03-02" }),
];

/** Happened before alleged; intended and denied claims are no edges. */
const edges: readonly Edge[] = CLAIMS.filter(({ class: kind }) => kind === "happened" || kind === "alleged").map(
  (one) => ({
    id: `edge:${one.source}-${one.relation}-${one.target}`,
    relation: one.relation,
    source: one.source,
    target: one.target,
    status: one.status,
    by: one.by,
    contested: one.contested.includes("denied"),
    deniedBy: one.contested.includes("denied") ? ["actor:south"] : [],
    withdrawn: false,
    claims: [one.id],
    articles: one.evidence.length,
    independentSources: one.evidence.length,
    firstDay: one.when?.from ?? null,
    lastDay: one.when?.to ?? null,
  }),
);

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

export const SAMPLE_GRAPH: Graph = {
  format: "wiregraph/1",
  generators: [],
  articles: [article("article:a", "north/a.txt", "2026-03-03"), article("article:b", "south/b.txt", "2026-03-04")],
  nodes: [
    nodeOf("actor:north", "state", "Nord", {
      names: { en: ["North"], fr: ["Le Nord", "Nord"] },
      sameAs: ["wikidata:Q1"],
    }),
    nodeOf("actor:south", "state", "Sud", { names: { en: ["South"], fr: ["Sud"] } }),
    nodeOf("actor:chief", "person", "Ada Chef"),
    nodeOf("actor:unknown-1", "unknown", "?", { named: false, names: {} }),
    nodeOf("group:front", "armed_group", "Front"),
    nodeOf("group:soldiers", "military", "douze soldats", { named: false, names: {} }),
    nodeOf("place:embassy", "facility", "ambassade du Nord", { subtype: "embassy" }),
    nodeOf("place:base", "facility", "base"),
    nodeOf("place:portville", "city", "Portville", { country: "XP", lat: 36, lon: -4.5 }),
    ...HOSTILE_NAMES.map((name, index) => nodeOf(`actor:hostile-${index}`, "person", name)),
  ].sort(byId),
  claims: [...CLAIMS].sort(byId),
  edges: [...edges].sort(byId),
};

/** The sample without the claim and the edge of the strike, and without the node that only it holds. */
export const SMALLER_GRAPH: Graph = {
  ...SAMPLE_GRAPH,
  nodes: SAMPLE_GRAPH.nodes.filter(({ id }) => id !== "place:base"),
  claims: SAMPLE_GRAPH.claims.filter(({ source, target }) => source !== "place:base" && target !== "place:base"),
  edges: SAMPLE_GRAPH.edges.filter(({ source, target }) => source !== "place:base" && target !== "place:base"),
};

/** Parameters of the example questions that fit the sample. */
export const SAMPLE_PARAMETERS = { group: "Front", place: "Portville", speaker: "Nord", source: "Nord", target: "Sud" };

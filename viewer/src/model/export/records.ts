/** Nodes, edges and claims as flat records for GEXF, GraphML and CSV: the standing in words stands in each edge's label. */
import type { Graph } from "../../../../graph/model.js";
import type { Say } from "../../strings/strings.js";
import { type GraphIndex, nameIn } from "../graph-index.js";
import { isFact, placeOfClaim } from "../standing.js";
import { edgeCaveat, voicesText } from "../wording.js";
import type { Cell } from "./csv.js";

export type Flat = Readonly<Record<string, Cell>>;
export interface FlatGraph {
  readonly nodes: readonly Flat[];
  readonly edges: readonly Flat[];
  readonly claims: readonly Flat[];
}

/** @param part the graph to write; names and claims are looked up in `index` */
export function flatten(part: Graph, index: GraphIndex, language: string, t: Say): FlatGraph {
  const name = (id: string | null) => (id === null ? null : nameIn(index.nodes.get(id), language));
  return {
    nodes: part.nodes.map((n) => ({
      id: n.id,
      label: nameIn(n, language),
      kind: n.kind,
      type: n.type,
      subtype: n.subtype,
      named: n.named,
      country: n.country,
      lat: n.lat,
      lon: n.lon,
      names: [...new Set(Object.values(n.names).flat())].join("; "),
      sameAs: n.sameAs.join("; "),
    })),
    edges: part.edges.map((e) => {
      const caveat = edgeCaveat(index, e, language, t);
      return {
        id: e.id,
        source: e.source,
        target: e.target,
        label: caveat === "" ? t(e.relation) : `${t(e.relation)} (${caveat})`,
        sourceName: name(e.source),
        relation: e.relation,
        targetName: name(e.target),
        fact: isFact(e),
        status: e.status,
        by: e.by.map(name).join("; "),
        contested: e.contested,
        deniedBy: e.deniedBy.map(name).join("; "),
        withdrawn: e.withdrawn,
        firstDay: e.firstDay,
        lastDay: e.lastDay,
        sources: e.independentSources,
        quote: e.claims.flatMap((id) => index.claims.get(id)?.evidence ?? [])[0]?.quote ?? null,
      };
    }),
    claims: part.claims.map((c) => ({
      id: c.id,
      place: t(`place_${placeOfClaim(c)}`),
      status: c.status,
      by: voicesText(index, c, language),
      source: name(c.source),
      relation: c.relation,
      target: name(c.target),
      firstDay: c.when?.from ?? null,
      lastDay: c.when?.to ?? null,
      where: name(c.where),
      toll: Object.entries(c.toll)
        .map(([key, count]) => `${key} ${count.words ?? [...new Set([count.min, count.max])].join("–")}`)
        .join("; "),
      contested: c.contested.join("; "),
      articles: new Set(c.evidence.map((e) => e.article)).size,
      quote: c.evidence[0]?.quote ?? null,
    })),
  };
}

/** One kind of records as rows, the first with the names of the columns. */
export function rowsOf(records: readonly Flat[]): Cell[][] {
  const [first] = records;
  if (first === undefined) return [];
  const keys = Object.keys(first);
  return [keys, ...records.map((r) => keys.map((k) => r[k] ?? null))];
}

/** The type of a column in GEXF and GraphML: text where values are mixed. */
export function typeOfColumn(records: readonly Flat[], key: string): "boolean" | "double" | "string" {
  const kinds = new Set(records.flatMap((r) => (r[key] == null ? [] : [typeof r[key]])));
  if (kinds.size !== 1) return "string";
  return kinds.has("boolean") ? "boolean" : kinds.has("number") ? "double" : "string";
}

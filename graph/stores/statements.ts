/**
 * A graph as Cypher statements, the same for every store: one statement for each label or relationship type, with its
 * rows as the parameter `$rows`. Labels and types come from the closed lists of the model, never from text; all values
 * are parameters. Every statement is a MERGE on an id, so writing twice is writing once. Shape: docs/graph-json.md, "In
 * Cypher".
 */
import { type Graph, LINK_KINDS, RELATIONS } from "../model.js";
import { ENTITY_LABELS, entityLabels, type KeyedLabel } from "./labels.js";
import {
  articleProperties,
  claimProperties,
  edgeProperties,
  evidenceProperties,
  nodeProperties,
  type Properties,
  sentenceProperties,
} from "./properties.js";
import { StoreError } from "./store.js";

export interface NodeRow {
  readonly id: string;
  readonly properties: Properties;
}
export interface RelationshipRow {
  /** What tells it from others of its type between the same two nodes; null where there is one at most. */
  readonly key: string | null;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties;
}
export type Row = NodeRow | RelationshipRow;

export interface Statement {
  readonly cypher: string;
  /** `ids`: the label of nodes, `type`: of relationships; for constraints and removal. */
  readonly writes: { readonly label: KeyedLabel } | { readonly type: string; readonly keyed: boolean };
  readonly rows: readonly Row[];
}

/** Rows in one statement; 1,000 to 5,000 are usual, and claims carry sentences. */
const BATCH = 1_000;

/** Nodes first, so that every relationship finds its ends. */
export function statementsOf(graph: Graph): readonly Statement[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const articles = new Map(graph.articles.map((article) => [article.id, article]));
  const node = lookUp(nodes, "node");
  const claimById = lookUp(claims, "claim");
  const batches = new Batches();

  for (const one of graph.nodes) {
    const labels = entityLabels(one.kind, one.type);
    if (labels === null) throw new StoreError("graph", `Node ${one.id} has a kind or type that is not in the model.`);
    batches.addNode("Entity", labels, { id: one.id, properties: nodeProperties(one) });
  }
  for (const article of graph.articles) {
    batches.addNode("Article", [], { id: article.id, properties: articleProperties(article) });
  }
  for (const edge of graph.edges) {
    if (!RELATIONS.includes(edge.relation)) {
      throw new StoreError("graph", `Edge ${edge.id} has a relation that is not in the model.`);
    }
    batches.addRelationship(edge.relation, "Entity", "Entity", {
      key: edge.id,
      source: node(edge.source).id,
      target: node(edge.target).id,
      properties: edgeProperties(edge, claims, nodes),
    });
  }
  for (const claim of graph.claims) {
    batches.addNode("Claim", [], { id: claim.id, properties: claimProperties(claim, nodes) });
    const tie = (type: string, id: string) =>
      batches.addRelationship(type, "Claim", "Entity", {
        key: null,
        source: claim.id,
        target: node(id).id,
        properties: {},
      });
    tie("SOURCE", claim.source);
    tie("TARGET", claim.target);
    if (claim.where !== null) tie("AT", claim.where);
    for (const speaker of new Set(claim.by)) tie("BY", speaker);
    for (const link of claim.links) {
      if (!LINK_KINDS.includes(link.kind)) {
        throw new StoreError("graph", `Claim ${claim.id} has a link whose kind is not in the model.`);
      }
      const target = claimById(link.claim).id;
      const properties = { kind: link.kind };
      batches.addRelationship("LINK", "Claim", "Claim", { key: link.kind, source: claim.id, target, properties });
    }
    for (const evidence of claim.evidence) {
      const article = lookUp(articles, "article")(evidence.article);
      const sentence = sentenceProperties(evidence, article);
      if (batches.addNode("Sentence", [], { id: sentence.id, properties: sentence })) {
        const ends = { key: null, source: sentence.id, target: article.id, properties: {} };
        batches.addRelationship("IN_ARTICLE", "Sentence", "Article", ends);
      }
      const said = evidenceProperties(claim, evidence, nodes);
      const row = { key: said.id, source: claim.id, target: sentence.id, properties: said };
      batches.addRelationship("SAID_IN", "Claim", "Sentence", row);
    }
  }
  return batches.statements();
}

function lookUp<Record>(records: ReadonlyMap<string, Record>, what: string): (id: string) => Record {
  return (id) => {
    const found = records.get(id);
    if (found === undefined) throw new StoreError("graph", `The graph names the ${what} ${id} and does not hold it.`);
    return found;
  };
}

/** Rows gathered by statement. */
class Batches {
  readonly #nodes = new Map<string, { readonly label: KeyedLabel; readonly rows: Map<string, NodeRow> }>();
  readonly #relationships = new Map<
    string,
    { readonly type: string; readonly keyed: boolean; readonly rows: RelationshipRow[] }
  >();

  /** False when the node is there already. */
  addNode(label: KeyedLabel, labels: readonly string[], row: NodeRow): boolean {
    const cypher = nodeStatement(label, labels);
    const batch = this.#nodes.get(cypher) ?? { label, rows: new Map() };
    this.#nodes.set(cypher, batch);
    if (batch.rows.has(row.id)) return false;
    batch.rows.set(row.id, row);
    return true;
  }

  addRelationship(type: string, from: KeyedLabel, to: KeyedLabel, row: RelationshipRow): void {
    const cypher = relationshipStatement(type, from, to, row.key !== null);
    const batch = this.#relationships.get(cypher) ?? { type, keyed: type !== "LINK" && row.key !== null, rows: [] };
    this.#relationships.set(cypher, batch);
    batch.rows.push(row);
  }

  statements(): readonly Statement[] {
    const statements: Statement[] = [];
    for (const [cypher, { label, rows }] of this.#nodes) {
      for (const some of inBatches([...rows.values()])) statements.push({ cypher, writes: { label }, rows: some });
    }
    for (const [cypher, { type, keyed, rows }] of this.#relationships) {
      for (const some of inBatches(rows)) statements.push({ cypher, writes: { type, keyed }, rows: some });
    }
    return statements;
  }
}

function* inBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}

function nodeStatement(label: KeyedLabel, labels: readonly string[]): string {
  const others = label === "Entity" ? ENTITY_LABELS.filter((one) => !labels.includes(one)) : [];
  const floats = FLOATS_OF[label] ?? [];
  return [
    "UNWIND $rows AS row",
    `MERGE (n:${label} {id: row.id})`,
    "SET n += row.properties",
    ...floats.map((key) => `SET n.${key} = toFloat(row.properties.${key})`),
    ...(others.length > 0 ? [`REMOVE n:${others.join(":")}`] : []),
    ...(labels.length > 0 ? [`SET n:${labels.join(":")}`] : []),
  ].join("\n");
}

const FLOATS_OF: Readonly<Partial<Record<KeyedLabel, readonly string[]>>> = {
  Entity: ["lat", "lon"],
  Claim: ["score"],
};

function relationshipStatement(type: string, from: KeyedLabel, to: KeyedLabel, keyed: boolean): string {
  const key = type === "LINK" ? " {kind: row.key}" : keyed ? " {id: row.key}" : "";
  return [
    "UNWIND $rows AS row",
    `MATCH (a:${from} {id: row.source})`,
    `MATCH (b:${to} {id: row.target})`,
    `MERGE (a)-[r:${type}${key}]->(b)`,
    "SET r += row.properties",
  ].join("\n");
}

/**
 * Lists every fault of a graph with its path: its shape, then order, references, offsets, ids and derived values of those
 * records whose shape is right. Source: docs/graph-json.md.
 */
import { checkDerived } from "./check/derived.js";
import { checkIdentity } from "./check/identity.js";
import { checkOffsets } from "./check/offsets.js";
import { checkLists } from "./check/order.js";
import type { Fault, Placed, Records, Report } from "./check/records.js";
import { checkReferences } from "./check/references.js";
import type { Article, Claim, Edge, Generator, GraphNode } from "./model.js";
import {
  articleSchema,
  claimSchema,
  edgeSchema,
  generatorSchema,
  headerSchema,
  nodeSchema,
  shapeFaults,
} from "./schema.js";

export type { Fault } from "./check/records.js";

type Schema = Parameters<typeof shapeFaults>[0];

/** The records of a list that have the shape of its schema; the others are reported. */
function takeList<T>(value: unknown, list: string, schema: Schema, report: Report): Placed<T> {
  const taken = new Map<number, T>();
  if (!Array.isArray(value)) {
    report(list, value === undefined ? "is missing" : "is not a list");
    return taken;
  }
  for (const [place, record] of value.entries()) {
    const faults = shapeFaults(schema, record);
    for (const { path, message } of faults)
      report(`${list}[${place}]${path === "" || path.startsWith("[") ? path : `.${path}`}`, message);
    if (faults.length === 0) taken.set(place, record as T);
  }
  return taken;
}

function byId<T extends { readonly id: string }>(records: Placed<T>): Map<string, T> {
  const found = new Map<string, T>();
  for (const record of records.values()) if (!found.has(record.id)) found.set(record.id, record);
  return found;
}

const KEYS = new Set(["format", "generators", "articles", "nodes", "claims", "edges"]);

function takeApart(value: object, report: Report): Records {
  const given = new Map<string, unknown>(Object.entries(value));
  for (const key of given.keys())
    if (!KEYS.has(key)) report("", `has a key that graphs do not have: ${JSON.stringify(key)}`);
  for (const { message } of shapeFaults(headerSchema.shape.format, given.get("format"))) report("format", message);
  const articles = takeList<Article>(given.get("articles"), "articles", articleSchema, report);
  const nodes = takeList<GraphNode>(given.get("nodes"), "nodes", nodeSchema, report);
  const claims = takeList<Claim>(given.get("claims"), "claims", claimSchema, report);
  return {
    generators: takeList<Generator>(given.get("generators"), "generators", generatorSchema, report),
    articles,
    nodes,
    claims,
    edges: takeList<Edge>(given.get("edges"), "edges", edgeSchema, report),
    articleOf: byId(articles),
    nodeOf: byId(nodes),
    claimIds: new Set([...claims.values()].map(({ id }) => id)),
  };
}

/** @param value anything, as `JSON.parse` gives it; never throws */
export function checkGraph(value: unknown): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => {
    faults.push({ path, message, severity: "error" });
  };
  const notice: Report = (path, message) => {
    faults.push({ path, message, severity: "notice" });
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report("", "is not an object");
    return faults;
  }
  const records = takeApart(value, report);
  const isWhole = faults.length === 0;
  checkLists(records, report);
  checkReferences(records, report);
  checkOffsets(records, report);
  checkIdentity(records, report);
  if (isWhole) checkDerived(records, report);
  else notice("", "The values of claims and edges were not derived again, as some records have not the right shape.");
  const silent = [...records.articles].filter(([, { text }]) => text === null);
  const [first] = silent;
  if (first !== undefined)
    notice(
      `articles[${first[0]}].text`,
      `is null, as in ${silent.length} of ${records.articles.size} articles: their ids, quotes and the ends of offsets were not checked.`,
    );
  return faults;
}

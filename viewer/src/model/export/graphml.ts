/** GraphML: http://graphml.graphdrawing.org/specification.html. */
import type { Flat, FlatGraph } from "./records.js";
import { xmlText } from "./xml.js";

const NOT_DATA: ReadonlySet<string> = new Set(["id", "source", "target"]);

function typeOf(records: readonly Flat[], key: string): "boolean" | "double" | "string" {
  const kinds = new Set(records.flatMap((r) => (r[key] == null ? [] : [typeof r[key]])));
  return kinds.size === 1 && kinds.has("boolean")
    ? "boolean"
    : kinds.size === 1 && kinds.has("number")
      ? "double"
      : "string";
}

function keysOf(records: readonly Flat[], domain: "node" | "edge"): { key: string; xml: string }[] {
  return Object.keys(records[0] ?? {})
    .filter((key) => !NOT_DATA.has(key))
    .map((key) => ({
      key,
      xml: `  <key id="${domain}-${key}" for="${domain}" attr.name="${key}" attr.type="${typeOf(records, key)}"/>`,
    }));
}

const dataOf = (record: Flat, keys: readonly { key: string }[], domain: string): string =>
  keys
    .flatMap(({ key }) =>
      record[key] == null ? [] : [`<data key="${domain}-${key}">${xmlText(String(record[key]))}</data>`],
    )
    .join("");

export function writeGraphml({ nodes, edges }: FlatGraph): string {
  const nodeKeys = keysOf(nodes, "node");
  const edgeKeys = keysOf(edges, "edge");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[...nodeKeys, ...edgeKeys].map(({ xml }) => xml),
    '  <graph edgedefault="directed">',
    ...nodes.map((n) => `    <node id="${xmlText(String(n.id))}">${dataOf(n, nodeKeys, "node")}</node>`),
    ...edges.map(
      (e) =>
        `    <edge id="${xmlText(String(e.id))}" source="${xmlText(String(e.source))}" target="${xmlText(String(e.target))}">${dataOf(e, edgeKeys, "edge")}</edge>`,
    ),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

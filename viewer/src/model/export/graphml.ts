/** GraphML: http://graphml.graphdrawing.org/specification.html. */
import { type Flat, type FlatGraph, typeOfColumn } from "./records.js";
import { xmlText } from "./xml.js";

const NOT_DATA: ReadonlySet<string> = new Set(["id", "source", "target"]);

function keysOf(records: readonly Flat[], domain: "node" | "edge"): { key: string; xml: string }[] {
  return Object.keys(records[0] ?? {})
    .filter((key) => !NOT_DATA.has(key))
    .map((key) => ({
      key,
      xml: `  <key id="${domain}-${key}" for="${domain}" attr.name="${key}" attr.type="${typeOfColumn(records, key)}"/>`,
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

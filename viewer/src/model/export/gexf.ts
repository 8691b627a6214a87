/** GEXF 1.3 for Gephi: https://gexf.net. Places of the canvas travel with it. */
import { type Flat, type FlatGraph, typeOfColumn } from "./records.js";
import { xmlText } from "./xml.js";

const NOT_DATA: ReadonlySet<string> = new Set(["id", "source", "target", "label"]);

const keysOf = (records: readonly Flat[]): string[] => Object.keys(records[0] ?? {}).filter((k) => !NOT_DATA.has(k));

function attributes(records: readonly Flat[], of: "node" | "edge"): string {
  const rows = keysOf(records).map(
    (key) => `      <attribute id="${key}" title="${key}" type="${typeOfColumn(records, key)}"/>`,
  );
  return [`    <attributes class="${of}">`, ...rows, "    </attributes>"].join("\n");
}
const values = (record: Flat, keys: readonly string[]): string =>
  `<attvalues>${keys
    .flatMap((key) => (record[key] == null ? [] : [`<attvalue for="${key}" value="${xmlText(String(record[key]))}"/>`]))
    .join("")}</attvalues>`;

/** @param places x and y of nodes, where they have one */
export function writeGexf(
  { nodes, edges }: FlatGraph,
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): string {
  const nodeKeys = keysOf(nodes);
  const edgeKeys = keysOf(edges);
  const position = (id: string) => {
    const place = places.get(id);
    return place === undefined ? "" : `<viz:position x="${place.x.toFixed(2)}" y="${place.y.toFixed(2)}" z="0"/>`;
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '  <graph defaultedgetype="directed" mode="static">',
    attributes(nodes, "node"),
    attributes(edges, "edge"),
    "    <nodes>",
    ...nodes.map(
      (n) =>
        `      <node id="${xmlText(String(n.id))}" label="${xmlText(String(n.label))}">${values(n, nodeKeys)}${position(String(n.id))}</node>`,
    ),
    "    </nodes>",
    "    <edges>",
    ...edges.map(
      (e) =>
        `      <edge id="${xmlText(String(e.id))}" source="${xmlText(String(e.source))}" target="${xmlText(String(e.target))}" label="${xmlText(String(e.label))}">${values(e, edgeKeys)}</edge>`,
    ),
    "    </edges>",
    "  </graph>",
    "</gexf>",
    "",
  ].join("\n");
}

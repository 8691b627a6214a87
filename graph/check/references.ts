/** Whether ids name records that are there. */
import type { Claim, Evidence } from "../model.js";
import type { Records, Report } from "./records.js";

export function checkReferences(records: Records, report: Report): void {
  const { articles, nodes, claims, edges, articleOf, nodeOf, claimIds } = records;
  const need = (known: { has(id: string): boolean }, what: string) => (id: string | null, path: string) => {
    if (id !== null && !known.has(id)) report(path, `names no ${what} of this graph: ${JSON.stringify(id)}`);
  };
  const article = need(articleOf, "article");
  const node = need(nodeOf, "node");
  const claim = need(claimIds, "claim");
  const nodeList = (ids: readonly string[], path: string) => {
    ids.forEach((id, k) => {
      node(id, `${path}[${k}]`);
    });
  };
  const ends = ({ source, target }: Pick<Claim, "source" | "target">, path: string) => {
    node(source, `${path}.source`);
    node(target, `${path}.target`);
  };
  const evidence = (e: Evidence, path: string) => {
    article(e.article, `${path}.article`);
    nodeList(e.by, `${path}.by`);
    node(e.where, `${path}.where`);
  };
  for (const [k, { copyOf, corrects }] of articles) {
    article(copyOf, `articles[${k}].copyOf`);
    corrects.forEach((id, i) => {
      article(id, `articles[${k}].corrects[${i}]`);
    });
  }
  for (const [k, { mentions }] of nodes)
    mentions.forEach((m, i) => {
      article(m.article, `nodes[${k}].mentions[${i}].article`);
    });
  for (const [k, c] of claims) {
    const path = `claims[${k}]`;
    ends(c, path);
    nodeList(c.by, `${path}.by`);
    node(c.where, `${path}.where`);
    c.links.forEach((link, i) => {
      claim(link.claim, `${path}.links[${i}].claim`);
    });
    c.evidence.forEach((e, i) => {
      evidence(e, `${path}.evidence[${i}]`);
    });
  }
  for (const [k, edge] of edges) {
    ends(edge, `edges[${k}]`);
    nodeList(edge.by, `edges[${k}].by`);
    nodeList(edge.deniedBy, `edges[${k}].deniedBy`);
    edge.claims.forEach((id, i) => {
      claim(id, `edges[${k}].claims[${i}]`);
    });
  }
}

/** The stores' sample with its mentions and spans found in the text, as a build would have them. */
import type { Graph, NodeMention, Span } from "../../graph/model.js";
import { SAMPLE_GRAPH } from "../stores/sample-graph.js";

/** Names as the sentences have them. */
const FORMS: Readonly<Record<string, string>> = {
  "actor:north": "Nord",
  "actor:south": "Sud",
  "group:front": "Front",
  "place:embassy": "l'ambassade du Nord",
  "place:base": "la base",
  "place:portville": "Portville",
  "group:soldiers": "douze soldats",
};

function spansOf(text: string, form: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) spans.push([at, at + form.length]);
  return spans;
}

const texts = new Map(SAMPLE_GRAPH.articles.map((a) => [a.id, a.text ?? ""]));
const spanIn = (id: string, article: string, start: number, end: number): Span | null => {
  const form = FORMS[id];
  if (form === undefined) return null;
  return spansOf(texts.get(article) ?? "", form).find(([from, to]) => from >= start && to <= end) ?? null;
};

export const TOLD_GRAPH: Graph = {
  ...SAMPLE_GRAPH,
  articles: SAMPLE_GRAPH.articles.map((a, k) => ({ ...a, title: `Title ${k + 1}` })),
  nodes: SAMPLE_GRAPH.nodes.map((node) => {
    const form = FORMS[node.id];
    if (form === undefined) return node;
    const mentions = SAMPLE_GRAPH.articles.flatMap((a) =>
      spansOf(a.text ?? "", form).map(([start, end]): NodeMention => ({ article: a.id, start, end, form: "name" })),
    );
    return { ...node, mentions };
  }),
  claims: SAMPLE_GRAPH.claims.map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((e) => ({
      ...e,
      sourceSpan: spanIn(claim.source, e.article, e.start, e.end),
      targetSpan: spanIn(claim.target, e.article, e.start, e.end),
    })),
  })),
};

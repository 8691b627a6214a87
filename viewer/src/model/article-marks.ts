/** The pieces of an article's text: plain, mentions of nodes, triggers of claims. */
import type { Article, Claim } from "../../../graph/model.js";
import type { GraphIndex, Said } from "./graph-index.js";

export interface ArticlePiece {
  readonly text: string;
  readonly start: number;
  /** The node that is named here. */
  readonly node: string | null;
  /** Claims whose trigger this is. */
  readonly claims: readonly Claim[];
}
export interface ArticleSentence {
  readonly number: number;
  readonly zone: string;
  readonly said: readonly Said[];
  readonly pieces: readonly ArticlePiece[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly node: string | null;
  readonly claims: readonly Claim[];
}

/** Mentions of each article, in the order of its text; of nested ones the longest. */
export function mentionsIn(index: GraphIndex, article: string): Mark[] {
  const marks = index.graph.nodes.flatMap((node) =>
    node.mentions
      .filter((m) => m.article === article)
      .map((m): Mark => ({ start: m.start, end: m.end, node: node.id, claims: [] })),
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end || ((a.node ?? "") < (b.node ?? "") ? -1 : 1));
  return marks;
}

function triggersOf(said: readonly Said[]): Mark[] {
  const byPlace = new Map<string, { start: number; end: number; claims: Claim[] }>();
  for (const { claim, evidence } of said) {
    const [start, end] = evidence.trigger;
    const key = `${start} ${end}`;
    const mark = byPlace.get(key) ?? { start, end, claims: [] };
    if (!mark.claims.includes(claim)) mark.claims.push(claim);
    byPlace.set(key, mark);
  }
  return [...byPlace.values()].map((m) => ({ ...m, node: null })).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Marks that overlap are cut: every place of the text stands in one piece, with all that it is. */
function cutPieces(text: string, from: number, to: number, marks: readonly Mark[]): ArticlePiece[] {
  const inside = marks.filter((m) => m.start < to && m.end > from);
  const cuts = new Set([from, to]);
  for (const m of inside) {
    cuts.add(Math.max(from, m.start));
    cuts.add(Math.min(to, m.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, k) => {
    const end = places[k + 1] ?? to;
    const here = inside.filter((m) => m.start <= start && end <= m.end);
    // The shortest mention is the most precise.
    const [node] = here.filter((m) => m.node !== null).sort((a, b) => a.end - a.start - (b.end - b.start));
    return { text: text.slice(start, end), start, node: node?.node ?? null, claims: here.flatMap((m) => m.claims) };
  });
}

/** Sentences with their pieces, and what lies between them as sentences without a number (-1). */
export function markArticle(index: GraphIndex, article: Article): ArticleSentence[] {
  const text = article.text ?? "";
  const mentions = mentionsIn(index, article.id);
  const said = index.saidIn.get(article.id) ?? [];
  const out: ArticleSentence[] = [];
  let at = 0;
  const gap = (to: number) => {
    if (to > at) out.push({ number: -1, zone: "", said: [], pieces: cutPieces(text, at, to, []) });
  };
  for (const [number, [start, end, zone]] of article.sentences.entries()) {
    gap(start);
    const own = said.filter((s) => s.evidence.sentence === number);
    out.push({ number, zone, said: own, pieces: cutPieces(text, start, end, [...mentions, ...triggersOf(own)]) });
    at = end;
  }
  gap(text.length);
  return out;
}

/** Unigram pieces of words: the most probable cut of a word into pieces of the vocabulary (Viterbi). */
import { remembering } from "./remembering.js";

export interface PieceData {
  readonly unk: number;
  readonly pieces: readonly (readonly [piece: string, score: number])[];
}

export interface Pieces {
  /** Piece ids of one token; `spaced` where white space or nothing stands before it. Never empty. */
  (word: string, spaced: boolean): readonly number[];
}

/** How much worse an unknown character is than the worst piece: as in SentencePiece. */
const UNKNOWN_PENALTY = 10;

export function createPieces(data: PieceData): Pieces {
  const ids = new Map<string, number>();
  const scores = new Float64Array(data.pieces.length);
  let longest = 1;
  let worst = 0;
  data.pieces.forEach(([piece, score], id) => {
    if (!ids.has(piece)) ids.set(piece, id);
    scores[id] = score;
    longest = Math.max(longest, [...piece].length);
    worst = Math.min(worst, score);
  });
  const unknown = worst - UNKNOWN_PENALTY;

  function cut(text: string): number[] {
    const chars = [...text];
    const n = chars.length;
    const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(n + 1);
    const id = new Int32Array(n + 1);
    best[0] = 0;
    for (let start = 0; start < n; start++) {
      const base = best[start] ?? 0;
      let piece = "";
      let single = false;
      for (let end = start + 1; end <= Math.min(n, start + longest); end++) {
        piece += chars[end - 1];
        const found = ids.get(piece);
        if (found === undefined) continue;
        if (end === start + 1) single = true;
        const score = base + (scores[found] ?? 0);
        if (score > (best[end] ?? 0)) {
          best[end] = score;
          from[end] = start;
          id[end] = found;
        }
      }
      if (!single && base + unknown > (best[start + 1] ?? 0)) {
        best[start + 1] = base + unknown;
        from[start + 1] = start;
        id[start + 1] = data.unk;
      }
    }
    const out: number[] = [];
    for (let end = n; end > 0; end = from[end] ?? 0) {
      const piece = id[end] ?? data.unk;
      // Neighbouring unknown characters are one unknown piece.
      if (!(piece === data.unk && out.at(-1) === data.unk)) out.push(piece);
    }
    return out.reverse();
  }

  const piecesBehind = (before: string) =>
    remembering((word): readonly number[] => {
      const found = cut(before + word.replaceAll("’", "'").normalize("NFKC").replaceAll(" ", "▁"));
      return found.length > 0 ? found : [data.unk];
    });
  const [afterSpace, tight] = [piecesBehind("▁"), piecesBehind("")];
  return (word, spaced) => (spaced ? afterSpace(word) : tight(word));
}

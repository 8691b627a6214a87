/** A pure function of words that keeps what it said of each: few words make up most of a text. */
const MOST_KEPT = 20_000;

export function remembering<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const found = of(word);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(word, found);
    return found;
  };
}

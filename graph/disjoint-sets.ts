/** Sets that only ever join (union-find with path halving). */
export class DisjointSets {
  readonly #parent: number[];
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, item) => item);
  }

  /** The item that stands for the set; the smallest of its items. */
  find(item: number): number {
    let at = item;
    for (;;) {
      const parent = this.#parent[at] ?? at;
      if (parent === at) return at;
      const grandparent = this.#parent[parent] ?? parent;
      this.#parent[at] = grandparent;
      at = grandparent;
    }
  }

  join(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)];
    this.#parent[Math.max(left, right)] = Math.min(left, right);
  }
}

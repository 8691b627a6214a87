/** Asks the renderer to draw anew: everything, or what changed. */
import type Sigma from "sigma";

export interface Changed {
  readonly nodes: string[];
  readonly edges: string[];
}

/**
 * Between a whole refresh and the frame that follows it the renderer (sigma 4.0.4) has no place for any line, and breaks on
 * one that is asked for by name. What changes then is evaluated anew and gets its place in that frame.
 */
export class Redraw {
  #isWholeDue = false;

  all(sigma: Sigma): void {
    this.#isWholeDue = true;
    sigma.scheduleRefresh();
  }
  part(sigma: Sigma, partialGraph: Changed): void {
    sigma.scheduleRefresh({ partialGraph, skipIndexation: !this.#isWholeDue });
  }
  /** The frame stands. */
  done(): void {
    this.#isWholeDue = false;
  }
}

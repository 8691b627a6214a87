/** Asks the renderer to draw anew what changed. */
import type Sigma from "sigma";

export interface Changed {
  readonly nodes: string[];
  readonly edges: string[];
}

/**
 * Between a whole refresh, which the renderer (sigma 4.0.4) asks itself for at a new size, and the frame that follows it there is no place for
 * any line, and it breaks on one that is asked for by name. What changes then is evaluated anew and gets its place in that frame.
 */
export function redrawPart(sigma: Sigma, partialGraph: Changed): void {
  const { pendingProcess } = sigma as unknown as { pendingProcess: string };
  sigma.scheduleRefresh({ partialGraph, skipIndexation: pendingProcess !== "full" });
}

/** A sample of how an edge of this status is drawn, in the legend and beside claims. */
import type { Status } from "../../graph/model.js";

/** Dash and gap in pixels; whole lines have no gap. Intended and denied claims are no edges: they have no line. */
export const DASHES: Readonly<Record<Status, readonly [dash: number, gap: number] | null>> = {
  asserted: [12, 0],
  reported: [10, 5],
  alleged: [3, 5],
  planned: null,
  possible: null,
  denied: null,
};

export function StatusLine({ status, colour }: { readonly status: Status; readonly colour: string }) {
  const dashes = DASHES[status];
  return (
    <svg class="line" width="34" height="8" aria-hidden="true">
      {dashes !== null && (
        <line
          x1="1"
          y1="4"
          x2="33"
          y2="4"
          stroke={colour}
          stroke-width="2.5"
          stroke-dasharray={dashes[1] === 0 ? undefined : dashes.join(" ")}
        />
      )}
    </svg>
  );
}

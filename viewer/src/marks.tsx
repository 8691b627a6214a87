/** Samples of what the canvas draws: the line of a standing, the shape of a kind. */
import { KIND_OF_TYPE, type Kind, type NodeType } from "../../graph/model.js";
import { kindColour } from "./model/families.js";
import { DASHES, type Line } from "./model/standing.js";
import { theme } from "./state.js";

export function LineMark({ line, colour = "currentColor" }: { readonly line: Line | null; readonly colour?: string }) {
  const dashes = line === null ? null : DASHES[line];
  return (
    <svg class="line" width="34" height="12" aria-hidden="true">
      {dashes === null ? (
        <path d="M12 2l8 8M20 2l-8 8" stroke={colour} stroke-width="1.6" fill="none" />
      ) : (
        <path
          d={line === "alleged" ? "M1 10 Q17 -2 33 10" : "M1 6 H33"}
          stroke={colour}
          stroke-width="2.2"
          fill="none"
          stroke-dasharray={dashes[1] === 0 ? undefined : dashes.join(" ")}
        />
      )}
    </svg>
  );
}

/** Hollow where the node has no name. */
export function KindMark({ kind, isHollow = false }: { readonly kind: Kind; readonly isHollow?: boolean }) {
  const colour = kindColour(kind, theme.value);
  const paint = { fill: isHollow ? "none" : colour, stroke: colour, "stroke-width": 1.5 };
  return (
    <svg class="mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {kind === "Actor" && <circle cx="7" cy="7" r="5.2" {...paint} />}
      {kind === "Group" && <rect x="2" y="2" width="10" height="10" rx="1.5" {...paint} />}
      {kind === "Place" && <path d="M7 1.2L12.8 7 7 12.8 1.2 7z" {...paint} />}
    </svg>
  );
}

export const TypeMark = ({ type, isHollow }: { readonly type: NodeType; readonly isHollow?: boolean }) => (
  <KindMark kind={KIND_OF_TYPE[type]} isHollow={isHollow === true} />
);

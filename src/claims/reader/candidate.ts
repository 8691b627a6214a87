/** What may be an end of a claim in a sentence, and at which end of which relation. */
import { KIND_OF_TYPE, type Kind, type NodeType, type Relation } from "../../../graph/model.js";
import ENDS from "./ends.json" with { type: "json" };

/** A candidate end: its 1-based head position, its type, and the mention it stands for. */
export interface Candidate {
  readonly position: number;
  readonly type: NodeType;
  readonly mention: number;
}

/** Countries that act are states; states where things happen are countries: these two may change places. */
const OTHER_SIDE: Partial<Record<NodeType, Kind>> = { country: "Actor", state: "Place" };

/** Whether a node of this type may stand at this end of the relation, by itself or as the other side of its country. */
export function mayStand(relation: Relation, end: 0 | 1, type: NodeType): boolean {
  const role = ENDS.relations[relation][end];
  const kinds: readonly string[] = role === "agent" ? ENDS.agent : role === "any" ? ENDS.any : [role ?? ""];
  const other = OTHER_SIDE[type];
  return kinds.includes(KIND_OF_TYPE[type]) || (other !== undefined && kinds.includes(other));
}

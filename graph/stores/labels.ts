/** Labels and relationship types of the graph in Cypher: all that statements may name. */
import { KINDS, type Kind, type NodeType, RELATIONS, TYPES } from "../model.js";

/** Labels with an `id` of their own. */
export const KEYED_LABELS = ["Entity", "Claim", "Sentence", "Article"] as const;
export type KeyedLabel = (typeof KEYED_LABELS)[number];

/** Relationships between claims and what they speak of. */
export const CLAIM_RELATIONSHIPS = ["SOURCE", "TARGET", "AT", "BY", "LINK", "SAID_IN", "IN_ARTICLE"] as const;

export const RELATIONSHIP_TYPES: readonly string[] = [...RELATIONS, ...CLAIM_RELATIONSHIPS];

/** `armed_group` → `ArmedGroup`. */
function upperCamel(type: NodeType): string {
  return type
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

const TYPE_LABELS: ReadonlyMap<NodeType, string> = new Map(TYPES.map((type) => [type, upperCamel(type)]));

/** Kinds and types as labels, all of them. */
export const ENTITY_LABELS: readonly string[] = [...KINDS, ...TYPE_LABELS.values()];

/** The two labels of an entity beside `Entity`; null when kind or type is not in the model. */
export function entityLabels(kind: Kind, type: NodeType): readonly [string, string] | null {
  const typeLabel = TYPE_LABELS.get(type);
  return KINDS.includes(kind) && typeLabel !== undefined ? [kind, typeLabel] : null;
}

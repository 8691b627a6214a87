/** A node of a graph made by hand, of which a test says only what matters. */
import { type GraphNode, KIND_OF_TYPE, type NodeType } from "../graph/model.js";

export const nodeOf = (id: string, type: NodeType, name: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: KIND_OF_TYPE[type],
  type,
  subtype: null,
  named: true,
  name,
  names: { fr: [name] },
  country: null,
  lat: null,
  lon: null,
  sameAs: [],
  formerIds: [],
  mentions: [],
  ...more,
});

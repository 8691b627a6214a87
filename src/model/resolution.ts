/** Which referents of all articles are one thing: made by src/entities/, applied by src/pipeline/build-graph.ts. */
import type { Kind, NodeType } from "../../graph/model.js";

/** A thing that referents of one or more articles are, without its id: that follows when the graph is built. */
export interface ResolvedNode {
  readonly kind: Kind;
  readonly type: NodeType;
  readonly subtype: string | null;
  readonly named: boolean;
  /** Display name. */
  readonly name: string;
  /** Names by language ("fr", "en"), each list sorted and without repeats. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  /** "wikidata:Q30", sorted. */
  readonly sameAs: readonly string[];
  /** Key in the registers ("Q30"), which makes the id; null where no register knows the thing. */
  readonly registerKey: string | null;
}

export interface Resolution {
  /** `nodeOf[article][referent]` is an index into `nodes`; articles in the order of the readings. */
  readonly nodeOf: readonly (readonly number[])[];
  readonly nodes: readonly ResolvedNode[];
}

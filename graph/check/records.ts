/** A graph taken apart for checking: the records whose shape is right, with their places. */
import type { Article, Claim, Edge, Generator, GraphNode } from "../model.js";

export interface Fault {
  /** `claims[3].evidence[0].quote`; "" for the whole. */
  readonly path: string;
  readonly message: string;
  /** A notice tells of a check that was left out; the graph may be right. */
  readonly severity: "error" | "notice";
}

export type Report = (path: string, message: string) => void;

/** Records by their place in the list. */
export type Placed<T> = ReadonlyMap<number, T>;

export interface Records {
  readonly generators: Placed<Generator>;
  readonly articles: Placed<Article>;
  readonly nodes: Placed<GraphNode>;
  readonly claims: Placed<Claim>;
  readonly edges: Placed<Edge>;
  readonly articleOf: ReadonlyMap<string, Article>;
  readonly nodeOf: ReadonlyMap<string, GraphNode>;
  readonly claimIds: ReadonlySet<string>;
}

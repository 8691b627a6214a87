/**
 * What a graph store can do. Two stores keep it, the embedded engine (embedded.ts) and Neo4j (neo4j.ts), with the same
 * answers to the same Cypher; tests/stores/store-suite.ts holds both to it.
 */
import { WiregraphError } from "../errors.js";
import type { Graph } from "../model.js";

/** A value of a row. Dates and times are ISO strings; integers past 2^53 are strings of digits. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/**
 * Query parameters by name, without the `$`. Whole numbers are integers in Cypher, others floats.
 */
export type Parameters = Readonly<Record<string, Value>>;

export interface Rows {
  readonly columns: readonly string[];
  /**
   * One list a row, in the order of `columns`. A node is `{labels, properties}`, a relationship `{type, properties}`, a
   * path `{nodes, relationships}`.
   */
  readonly rows: readonly (readonly Value[])[];
  /** True when the query had more rows than `maxRows`. */
  readonly truncated: boolean;
}

export interface QueryLimits {
  /** Milliseconds until the query is stopped; 10,000 by default. */
  readonly timeoutMs?: number;
  /** Rows that are given back at most; 10,000 by default. */
  readonly maxRows?: number;
}
export const DEFAULT_LIMITS: Required<QueryLimits> = { timeoutMs: 10_000, maxRows: 10_000 };

/** Called after each batch: records written so far, of how many. */
export type Progress = (done: number, total: number) => void;

export interface Store {
  /** Adds the graph, by id: writing twice is writing once. What the store holds beside it stays. */
  write(graph: Graph, progress?: Progress): Promise<void>;
  /** Writes the graph and removes what an earlier write left that this graph no longer holds. */
  replace(graph: Graph, progress?: Progress): Promise<void>;
  /**
   * Answers a reading query. The text may come from a stranger: writing, reading files and calling procedures are refused
   * (read-only.ts), time and rows are bounded.
   * @throws {StoreError}
   */
  query(cypher: string, parameters?: Parameters, limits?: QueryLimits): Promise<Rows>;
  close(): Promise<void>;
}

/**
 * - `refused`: not a reading query, see read-only.ts
 * - `query`: the engine does not understand the query, or it fails on the data
 * - `timeout`, `memory`: the query was stopped
 * - `missing`: there is no database at that place
 * - `unavailable`: the server does not answer
 * - `unauthorized`: wrong user or password
 * - `graph`: the graph cannot be written (an id that nothing has, a type that is not in the model)
 */
export type StoreErrorCode =
  | "refused"
  | "query"
  | "timeout"
  | "memory"
  | "missing"
  | "unavailable"
  | "unauthorized"
  | "graph";

export class StoreError extends WiregraphError {
  declare readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.name = "StoreError";
  }
}

/** The graph on a Neo4j server, 4.4 or newer, Community or Enterprise, over Bolt. */
import { createHash } from "node:crypto";
import neo4j, { type Driver, type Session } from "neo4j-driver";
import type { Graph } from "../model.js";
import { KEYED_LABELS, RELATIONSHIP_TYPES } from "./labels.js";
import { plainValue, storeErrorOf, toDriver, twins } from "./neo4j-values.js";
import { refusalOf } from "./read-only.js";
import { type Statement, statementsOf } from "./statements.js";
import { DEFAULT_LIMITS, type Progress, type Rows, type Store, StoreError, type Value } from "./store.js";

export interface Neo4jAccess {
  /** bolt://host:7687, neo4j+s://… */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** "neo4j" by default. */
  readonly database?: string;
}

/**
 * Marks what a push wrote: a digest of the graph. `replace` removes nodes and relationships that bear another mark, and
 * nothing that bears none, so a database may hold other data beside the graph.
 */
export const RUN_PROPERTY = "wiregraphRun";

/** Nodes or relationships that one transaction removes. */
const REMOVED_AT_ONCE = 5_000;

/**
 * Connects and asks the database for an answer, so that a wrong password or database is told at once.
 * @throws {StoreError} `unavailable`, `unauthorized`
 */
export async function openNeo4j(access: Neo4jAccess): Promise<Store> {
  const database = access.database ?? "neo4j";
  let driver: Driver;
  try {
    driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password), {
      useBigInt: true,
      userAgent: "wiregraph",
      connectionTimeout: 10_000,
      maxTransactionRetryTime: 15_000,
    });
  } catch (error) {
    throw new StoreError("unavailable", `${access.uri} is not an address of a Neo4j server.`, { cause: error });
  }
  const inSession = async <Result>(work: (session: Session) => Promise<Result>): Promise<Result> => {
    const session = driver.session({ database });
    try {
      return await work(session);
    } catch (error) {
      throw storeErrorOf(error);
    } finally {
      await session.close();
    }
  };
  try {
    await inSession((session) => session.run("RETURN 1"));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return {
    async write(graph, progress) {
      await inSession((session) => writeGraph(session, graph, progress));
    },
    async replace(graph, progress) {
      await inSession(async (session) => {
        const run = await writeGraph(session, graph, progress);
        await removeOthers(session, run);
      });
    },
    query: (cypher, parameters = {}, limits = {}) =>
      inSession((session) => answer(session, cypher, parameters, { ...DEFAULT_LIMITS, ...limits })),
    close: () => driver.close(),
  };
}

/** Batches one after another: parallel writes of relationships lock each other out. */
async function writeGraph(session: Session, graph: Graph, progress?: Progress): Promise<string> {
  const statements = statementsOf(graph);
  const total = statements.reduce((sum, statement) => sum + statement.rows.length, 0);
  const run = runOf(statements);
  for (const label of KEYED_LABELS) {
    await session.run(`CREATE CONSTRAINT wiregraph${label} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  }
  let done = 0;
  for (const { cypher, rows } of statements) {
    const marked = rows.map((row) => ({
      ...row,
      properties: { ...toDriver(row.properties), ...twins(row.properties), [RUN_PROPERTY]: run },
    }));
    await session.executeWrite((transaction) => transaction.run(cypher, { rows: marked }));
    done += rows.length;
    progress?.(done, total);
  }
  return run;
}

function runOf(statements: readonly Statement[]): string {
  const hash = createHash("sha256");
  for (const { cypher, rows } of statements) hash.update(JSON.stringify([cypher, rows]));
  return hash.digest("hex").slice(0, 16);
}

async function removeOthers(session: Session, run: string): Promise<void> {
  const known = await session.run("CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS type");
  const present = new Set(known.records.map((record) => String(record.get("type"))));
  const relationships = RELATIONSHIP_TYPES.filter((type) => present.has(type)).map(
    (type) => `MATCH ()-[x:${type}]->() WHERE x.${RUN_PROPERTY} <> $run WITH x LIMIT ${REMOVED_AT_ONCE} DELETE x`,
  );
  const nodes = KEYED_LABELS.map(
    (label) => `MATCH (x:${label}) WHERE x.${RUN_PROPERTY} <> $run WITH x LIMIT ${REMOVED_AT_ONCE} DETACH DELETE x`,
  );
  for (const cypher of [...relationships, ...nodes]) {
    for (let removed = REMOVED_AT_ONCE; removed === REMOVED_AT_ONCE; ) {
      removed = await session.executeWrite(async (transaction) => {
        const result = await transaction.run(`${cypher} RETURN count(*) AS removed`, { run });
        return Number(result.records[0]?.get("removed") ?? 0);
      });
    }
  }
}

/** Every query runs in a transaction that is rolled back, after the planner has said that it only reads. */
async function answer(
  session: Session,
  cypher: string,
  parameters: Readonly<Record<string, Value>>,
  limits: { readonly timeoutMs: number; readonly maxRows: number },
): Promise<Rows> {
  const refusal = refusalOf(cypher);
  if (refusal !== null) throw new StoreError("refused", refusal);
  const values = toDriver(parameters);
  const transaction = await session.beginTransaction({ timeout: limits.timeoutMs });
  try {
    const plan = await transaction.run(`EXPLAIN ${cypher}`, values);
    if (plan.summary.queryType !== "r") throw new StoreError("refused", "Only reading queries are allowed.");
    const result = transaction.run(cypher, values);
    const columns = await result.keys();
    const rows: Value[][] = [];
    for await (const record of result) {
      if (rows.length === limits.maxRows) return { columns, rows, truncated: true };
      rows.push(columns.map((column) => plainValue(record.get(column))));
    }
    return { columns, rows, truncated: false };
  } finally {
    await transaction.close();
  }
}

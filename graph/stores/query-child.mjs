/**
 * Answers queries on one embedded database, opened read-only, in a process of its own that can be killed: the engine
 * knows no time limit, and a thread of it cannot be stopped. Plain JavaScript, since tests run it from its source.
 *
 * In: {cypher, parameters, maxRows}. Out: {columns, rows, truncated} or {error: {code, message}}, one for each.
 */
import process from "node:process";
import grafeo from "@grafeo-db/js";

/** Bytes of memory at which the process ends itself. */
const MAX_MEMORY = 2 * 1024 ** 3;

let database = null;

setInterval(() => {
  if (process.memoryUsage.rss() < MAX_MEMORY) return;
  const message = "The query needs too much memory; narrow it down or add a LIMIT.";
  process.send?.({ error: { code: "memory", message } }, () => process.exit(1));
}, 100).unref();

process.on("disconnect", () => process.exit(0));
process.on("message", async ({ cypher, parameters, maxRows }) => {
  process.send?.(await answer(cypher, parameters, maxRows));
});

async function answer(cypher, parameters, maxRows) {
  try {
    database ??= grafeo.GrafeoDB.openReadOnly(process.argv[2]);
  } catch (error) {
    return { error: { code: "missing", message: `The database cannot be opened: ${readable(error)}` } };
  }
  try {
    const result = await database.executeCypher(cypher, parameters);
    const { columns, length } = result;
    return { columns, rows: firstRows(result, columns, maxRows), truncated: length > maxRows };
  } catch (error) {
    return { error: { code: "query", message: readable(error) } };
  }
}

function firstRows(result, columns, maxRows) {
  if (result.length <= maxRows) return result.rows();
  return Array.from({ length: maxRows }, (_, index) => {
    const row = result.get(index);
    return columns.map((column) => row[column]);
  });
}

/** The engine's message without its code and picture of the query. */
function readable(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes("panicked")) {
    return "The query's intermediate result is too large for the embedded engine; use one relationship in each MATCH.";
  }
  const [first = message] = message.split("\n");
  const place = /--> query:(\d+):(\d+)/.exec(message);
  const text = first
    .replace(/^[A-Z]\w* error: /, "")
    .replace(/^GRAFEO-\w+: /, "")
    .replace("[Cypher] ", "");
  return place === null ? text : `${text} (line ${place[1]}, column ${place[2]})`;
}

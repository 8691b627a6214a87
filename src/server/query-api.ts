/** Cypher over HTTP for the viewer's console: one reading statement, a time and row limit, never from another page. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { listQueries } from "../../graph/queries/list-queries.js";
import { keepToEntities } from "../../graph/stores/entity-patterns.js";
import { type Store, StoreError } from "../../graph/stores/store.js";

/** Rows and milliseconds of an answer at most. */
const LIMITS = { maxRows: 1_000, timeoutMs: 10_000 };
const MAX_BODY = 64 * 1024;

const QUESTION = z.object({
  cypher: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  entitiesOnly: z.boolean().default(false),
});

/** Not 408 for a query that took too long: browsers send the same question once more then, and it runs twice. */
const STATUS = { refused: 400, query: 400, timeout: 504, memory: 413, missing: 404 } as const;

/** @param openStore called at the first question; the same store answers the next ones */
export function queryApi(openStore: () => Promise<Store>): Hono {
  let opened: Promise<Store> | null = null;
  const api = new Hono();
  api.get("/questions", (c) =>
    c.json(
      listQueries().map(({ name, question, questionFr, parameters, text }) => ({
        name,
        question,
        questionFr,
        parameters: Object.fromEntries(parameters),
        text,
      })),
    ),
  );
  api.post(
    "/query",
    bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.json({ error: "The question is too long." }, 413) }),
    async (c) => {
      // A page elsewhere can send a form without asking, JSON only after asking; nobody is given leave.
      if (!(c.req.header("content-type") ?? "").toLowerCase().startsWith("application/json"))
        return c.json({ error: "Send the question as JSON." }, 415);
      const question = QUESTION.safeParse(await c.req.json().catch(() => null));
      if (!question.success) return c.json({ error: "The question is not {cypher, parameters}." }, 400);
      const { cypher, parameters, entitiesOnly } = question.data;
      const ran = entitiesOnly ? keepToEntities(cypher) : cypher;
      try {
        opened ??= openStore();
        const rows = await (await opened).query(ran, parameters, LIMITS);
        return c.json(ran === cypher ? rows : { ...rows, ran });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (error.code === "missing") opened = null;
        const status = Object.hasOwn(STATUS, error.code) ? STATUS[error.code as keyof typeof STATUS] : 500;
        return c.json({ error: error.message, code: error.code }, status);
      }
    },
  );
  return api;
}

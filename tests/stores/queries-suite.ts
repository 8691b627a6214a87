/** Every example question on both stores: the same columns, the same rows in the same order. */
import { describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { listQueries } from "../../graph/queries/list-queries.js";
import type { Parameters, Store } from "../../graph/stores/store.js";

/**
 * @param graphName for the test's title
 * @param parameters in place of the questions' own, by name
 */
export function describeQueries(
  graphName: string,
  graph: () => Graph,
  openStores: () => readonly Store[],
  parameters: Parameters = {},
): void {
  describe(`example questions on ${graphName}`, () => {
    it("are written to both stores", { timeout: 120_000 }, async () => {
      for (const store of openStores()) await store.replace(graph());
      const [one, other] = await answers("MATCH (n:Entity) RETURN count(n) AS n", {});
      expect(one).toEqual(other);
      expect(one?.rows).toEqual([[graph().nodes.length]]);
    });

    for (const query of listQueries()) {
      it(query.name, async () => {
        const [one, other] = await answers(query.text, { ...Object.fromEntries(query.parameters), ...parameters });
        expect(one).toEqual(other);
        expect(
          one?.rows.flat().every((value) => Array.isArray(value) || typeof value !== "object" || value === null),
        ).toBe(true);
      });
    }
  });

  const answers = (text: string, given: Parameters) =>
    Promise.all(openStores().map((store) => store.query(text, given, { timeoutMs: 30_000 })));
}

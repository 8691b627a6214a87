import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findJava } from "../../deploy/java.mjs";
import { openEmbedded } from "../../graph/stores/embedded.js";
import { openNeo4j } from "../../graph/stores/neo4j.js";
import type { Store } from "../../graph/stores/store.js";
import { pushCommand } from "../../src/cli/push.js";
import { type Neo4jServer, startNeo4j } from "./neo4j-server.js";
import { describeQueries } from "./queries-suite.js";
import { runCommand } from "./run-command.js";
import { SAMPLE_GRAPH, SAMPLE_PARAMETERS, SMALLER_GRAPH } from "./sample-graph.js";
import { describeStore } from "./store-suite.js";

const java = findJava();
/** Jars from Maven Central, a start of the server. */
const START_LIMIT_MS = 300_000;

if (java.missing !== null) {
  console.warn(
    `The Neo4j tests are left out: no ${java.missing} here (node deploy/java.mjs installs them where it can).`,
  );
  it.skipIf(process.env.CI !== "true")("has what the Neo4j tests need", () => expect(java.missing).toBeNull());
} else {
  describe("a real Neo4j server", () => {
    let server: Neo4jServer;
    let store: Store;
    const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-both-"));
    const embedded = openEmbedded(folder);
    beforeAll(async () => {
      server = await startNeo4j(java);
      store = await openNeo4j(server);
    }, START_LIMIT_MS);
    afterAll(async () => {
      await Promise.all([store?.close(), embedded.close()]);
      await server?.stop();
      rmSync(folder, { recursive: true });
    });

    describeStore("neo4j", () => store);
    describeQueries(
      "the sample",
      () => SAMPLE_GRAPH,
      () => [embedded, store],
      SAMPLE_PARAMETERS,
    );

    describe("wiregraph push", () => {
      const build = path.join(folder, "build");
      const push = (password: string, ...more: string[]) =>
        runCommand(pushCommand(), [build, "--uri", server.uri, "--user", server.user, ...more], {
          WIREGRAPH_NEO4J_PASSWORD: password,
        });

      it("writes the graph of a build, and takes away what the next build no longer holds", async () => {
        mkdirSync(build, { recursive: true });
        for (const graph of [SAMPLE_GRAPH, SMALLER_GRAPH]) {
          writeFileSync(path.join(build, "graph.json"), JSON.stringify(graph));
          const { exitCode, output } = await push(server.password);
          expect(exitCode).toBe(0);
          expect(output).toContain(`${graph.nodes.length} nodes, ${graph.edges.length} edges`);
          const { rows } = await store.query("MATCH (n:Entity) RETURN count(n)");
          expect(rows).toEqual([[graph.nodes.length]]);
        }
      });

      it("ends with 2 where the user can put it right", async () => {
        const wrong = await push("wrong password");
        expect([wrong.exitCode, wrong.errors]).toEqual([2, "The server does not accept this user and password.\n"]);
        const elsewhere = await push(server.password, "--database", "nowhere");
        expect([elsewhere.exitCode, elsewhere.errors]).toEqual([2, "The server has no database of this name.\n"]);
      });
    });

    describe("Neo4j beside the shared shape", () => {
      it("has dates beside days and a point beside latitude and longitude", async () => {
        await store.replace(SAMPLE_GRAPH);
        const { rows } = await store.query(
          "MATCH (c:Claim {relation: 'ATTACKED'})-[:AT]->(p:Place) RETURN c.firstDate, c.firstDate.month, p.location.latitude",
        );
        expect(rows).toEqual([["2026-03-02", 3, 36]]);
      });

      it("removes nothing that it did not write, and keeps what others added to its nodes", async () => {
        const { default: neo4j } = await import("neo4j-driver");
        const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
        await store.replace(SAMPLE_GRAPH);
        await driver.executeQuery("CREATE (:Entity {id: 'mine'})-[:ATTACKED {note: 'mine'}]->(:Other)");
        await driver.executeQuery("MATCH (n:Entity {id: 'group:front'}) SET n.note = 'seen'");
        await store.replace(SMALLER_GRAPH);
        const mine = await driver.executeQuery("MATCH (:Entity {id: 'mine'})-[r]->(:Other) DETACH DELETE r RETURN 1");
        expect(mine.records).toHaveLength(1);
        const note = await store.query("MATCH (n:Entity {id: 'group:front'}) RETURN n.note");
        expect(note.rows).toEqual([["seen"]]);
        await driver.executeQuery("MATCH (n) WHERE n.id = 'mine' OR n:Other DETACH DELETE n");
        await driver.close();
      });

      it("says when the password, the database or the server is wrong", async () => {
        await expect(openNeo4j({ ...server, password: "wrong" })).rejects.toMatchObject({ code: "unauthorized" });
        await expect(openNeo4j({ ...server, database: "nowhere" })).rejects.toMatchObject({ code: "missing" });
        await expect(openNeo4j({ ...server, uri: "bolt://127.0.0.1:1" })).rejects.toMatchObject({
          code: "unavailable",
        });
        await expect(openNeo4j({ ...server, uri: "not an address" })).rejects.toMatchObject({ code: "unavailable" });
      });
    });
  });
}

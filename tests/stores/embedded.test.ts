import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  EMBEDDED_FILE,
  EMBEDDED_STAMP,
  isEmbeddedCurrent,
  openEmbedded,
  writeEmbedded,
} from "../../graph/stores/embedded.js";
import { SAMPLE_GRAPH, SMALLER_GRAPH } from "./sample-graph.js";
import { describeStore } from "./store-suite.js";

const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-embedded-"));
const store = openEmbedded(folder);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describeStore("embedded", () => store);

describe("embedded database in its folder", () => {
  it("leaves nothing beside the database and its stamp", () => {
    expect(readdirSync(folder).sort()).toEqual([EMBEDDED_FILE, EMBEDDED_STAMP]);
  });

  it("is stale when graph.json is another one", async () => {
    writeFileSync(path.join(folder, "graph.json"), "{}");
    await writeEmbedded(SAMPLE_GRAPH, folder);
    expect(await isEmbeddedCurrent(folder)).toBe(true);
    writeFileSync(path.join(folder, "graph.json"), "{ }");
    expect(await isEmbeddedCurrent(folder)).toBe(false);
  });

  it("serves readers the old graph or the new one while it is written anew", async () => {
    const other = openEmbedded(folder);
    const count = async () => (await other.query("MATCH (n:Entity) RETURN count(n)")).rows[0]?.[0];
    const before = await count();
    const writing = writeEmbedded(SMALLER_GRAPH, folder);
    expect(await count()).toBe(before);
    await writing;
    await other.close();
    const after = openEmbedded(folder);
    expect((await after.query("MATCH (n:Entity) RETURN count(n)")).rows).toEqual([[SMALLER_GRAPH.nodes.length]]);
    await after.close();
  });

  it("says when there is no database, and when the file is none", async () => {
    const empty = mkdtempSync(path.join(tmpdir(), "wiregraph-embedded-"));
    const nothing = openEmbedded(empty);
    await expect(nothing.query("RETURN 1")).rejects.toMatchObject({ code: "missing" });
    writeFileSync(path.join(empty, EMBEDDED_FILE), "not a database");
    await expect(nothing.query("RETURN 1")).rejects.toMatchObject({ code: "missing" });
    await nothing.close();
    rmSync(empty, { recursive: true });
  });
});

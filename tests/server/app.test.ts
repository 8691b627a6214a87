import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { WiregraphError } from "../../graph/errors.js";
import type { Store } from "../../graph/stores/store.js";
import { openBuild } from "../../src/cli/open-build.js";
import { createApp } from "../../src/server/app.js";
import { ROOT } from "../cli/run-wiregraph.js";
import { SAMPLE_GRAPH } from "../stores/sample-graph.js";

describe("the server", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-server-"));
  const graphFile = path.join(folder, "graph.json");
  writeFileSync(graphFile, '{"format":"wiregraph/1"}');
  writeFileSync(path.join(folder, "index.html"), "<title>Wiregraph</title>");
  const app = createApp(graphFile, path.join(folder, "index.html"));
  const ask = (url: string, host = "127.0.0.1:8420") => app.request(url, { headers: { host } });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gives the page and the graph", async () => {
    const page = await ask("/");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Wiregraph");
    expect(await (await ask("/graph.json")).json()).toEqual({ format: "wiregraph/1" });
  });
  it.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])(
    "answers no one who calls it %s",
    async (host) => {
      expect((await ask("/graph.json", host)).status).toBe(403);
    },
  );
  it("offers nothing to other origins, and nothing else of the disk", async () => {
    const { headers } = await ask("/graph.json");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    for (const url of ["/../package.json", "/index.html", "/etc/passwd"]) expect((await ask(url)).status).toBe(404);
  });
  it("explains a claim as plain text, and says which it does not know", async () => {
    const explain = async (claim: string) => {
      if (claim !== "claim:1") throw new WiregraphError("usage", `the graph holds no claim ${claim}`);
      return "<b>told</b>";
    };
    const explaining = createApp(graphFile, path.join(folder, "index.html"), { explain });
    const headers = { host: "127.0.0.1:8420" };
    const told = await explaining.request("/api/explain?claim=claim:1", { headers });
    expect([told.status, await told.text()]).toEqual([200, "<b>told</b>"]);
    expect(told.headers.get("content-type")).toContain("text/plain");
    expect((await explaining.request("/api/explain?claim=x", { headers })).status).toBe(404);
    expect((await explaining.request("/api/explain?claim=claim:1", { headers: { host: "evil.example" } })).status).toBe(
      403,
    );
    expect(await (await explaining.request("/api", { headers })).json()).toMatchObject({ explain: true });
  });
  it("answers its own page and no other", async () => {
    const from = (headers: Record<string, string>, url = "/graph.json") =>
      app.request(url, { headers: { host: "127.0.0.1:8420", ...headers } });
    expect((await from({ origin: "http://127.0.0.1:8420", "sec-fetch-site": "same-origin" })).status).toBe(200);
    for (const headers of [
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: "http://127.0.0.1:9999" },
      { origin: "https://127.0.0.1:8420" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ])
      expect((await from(headers)).status).toBe(403);
    // A person may come to the page from anywhere; nobody may frame it.
    const page = await from({ "sec-fetch-site": "cross-site" }, "/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
  it("says that it has no console without a database", async () => {
    expect(await (await ask("/api")).json()).toEqual({ query: false, explain: false });
    expect((await ask("/api/questions")).status).toBe(404);
  });
  it("serves a build on a loopback port until it is stopped", async () => {
    const main = path.join(ROOT, "dist", "src", "cli", "main.js");
    const child = spawn(process.execPath, [main, "serve", folder, "--port", "0"]);
    const address = await new Promise<string>((resolve, reject) => {
      let out = "";
      child.stdout.on("data", (data) => {
        out += String(data);
        const found = /http:\/\/127\.0\.0\.1:\d+\//u.exec(out);
        if (found !== null) resolve(found[0]);
      });
      child.on("exit", () => reject(new Error(out)));
    });
    const response = await fetch(`${address}graph.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ format: "wiregraph/1" });
    child.kill();
  });
});

describe("the console's server", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-console-"));
  const graphFile = path.join(folder, "graph.json");
  writeFileSync(graphFile, JSON.stringify(SAMPLE_GRAPH));
  writeFileSync(path.join(folder, "index.html"), "<title>Wiregraph</title>");
  let store: Store | null = null;
  const app = createApp(graphFile, path.join(folder, "index.html"), {
    openStore: async () => {
      store = await openBuild(folder, () => {});
      return store;
    },
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const post = (body: string, headers: Record<string, string> = {}) =>
    app.request("/api/query", {
      method: "POST",
      headers: { host: "127.0.0.1:8420", "content-type": "application/json", ...headers },
      body,
    });
  const query = (cypher: string, more: object = {}) => post(JSON.stringify({ cypher, ...more }));

  it("answers a reading statement, with parameters", async () => {
    const response = await query("MATCH (a:Entity) WHERE a.name = $name RETURN a.type AS type", {
      parameters: { name: "Front" },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ columns: ["type"], rows: [["armed_group"]], truncated: false });
  });
  it("keeps a bare pattern to entities when asked, and says what it ran", async () => {
    const bare = "MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS type ORDER BY type";
    const all = (await (await query(bare)).json()) as { rows: string[][] };
    expect(all.rows.flat()).toContain("SAID_IN");
    const kept = (await (await query(bare, { entitiesOnly: true })).json()) as { rows: string[][]; ran: string };
    expect(kept.rows.flat()).not.toContain("SAID_IN");
    expect(kept.rows.flat()).toContain("ATTACKED");
    expect(kept.ran).toContain("(a:Entity)");
  });
  it.each([
    "MATCH (n) DETACH DELETE n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CALL apoc.load.json('http://evil.example')",
    "MATCH (n) RETURN n; MATCH (m) RETURN m",
    "CREATE (n:Entity) RETURN n",
  ])("refuses %s", async (cypher) => {
    const response = await query(cypher);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "refused" });
  });
  it("gives no more than a thousand rows, and says that there were more", async () => {
    const response = await query("UNWIND range(1, 3000) AS n RETURN n");
    const { rows, truncated } = (await response.json()) as { rows: unknown[]; truncated: boolean };
    expect([rows.length, truncated]).toEqual([1_000, true]);
  });
  it("takes JSON of a bounded size alone, from its own page alone", async () => {
    const question = JSON.stringify({ cypher: "RETURN 1" });
    expect((await post(question, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post("{ not JSON")).status).toBe(400);
    expect((await post(JSON.stringify({ cypher: 1 }))).status).toBe(400);
    expect((await post(question, { origin: "http://evil.example" })).status).toBe(403);
    expect((await post(JSON.stringify({ cypher: " ".repeat(70_000) }))).status).toBe(413);
  });
  it("tells the example questions in both languages", async () => {
    const response = await app.request("/api/questions", { headers: { host: "127.0.0.1:8420" } });
    const questions = (await response.json()) as { question: string; questionFr: string; text: string }[];
    expect(questions.length).toBeGreaterThan(20);
    for (const q of questions) expect([q.question, q.questionFr, q.text].every((text) => text.length > 10)).toBe(true);
  });
});

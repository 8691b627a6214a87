/** The served viewer: its console under a person's hands, what it refuses and how it says so, and the account of a claim. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { serve } from "@hono/node-server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { type Store, StoreError } from "../../graph/stores/store.js";
import { openBuild } from "../../src/cli/open-build.js";
import { VIEWER_FILE } from "../../src/cli/serve.js";
import { type AppOptions, createApp } from "../../src/server/app.js";
import { axe, violationsOn } from "./axe-on.js";
import { executable, type OpenOptions, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

const HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";
const HOSTILE_GRAPH: Graph = {
  ...TOLD_GRAPH,
  nodes: TOLD_GRAPH.nodes.map((n) =>
    n.id === "group:front" ? { ...n, name: HOSTILE, names: { fr: [HOSTILE] }, sameAs: [] } : n,
  ),
};

describe.skipIf(executable === null && process.env.CI !== "true")("the served viewer", () => {
  const browser = new ViewerBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-console-"));
  const graphFile = path.join(folder, "graph.json");
  let server: Server | null = null;
  let store: Store | null = null;
  const stop = async () => {
    server?.close();
    await store?.close();
    [server, store] = [null, null];
  };
  beforeAll(() => browser.start(), 60_000);
  afterEach(stop);
  afterAll(async () => {
    await browser.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const openBuilt = async () => {
    store = await openBuild(folder, () => {});
    return store;
  };
  const serveGraph = async (graph: Graph, options: AppOptions, hash = "#view=console", screen: OpenOptions = {}) => {
    writeFileSync(graphFile, JSON.stringify(graph));
    const address = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: createApp(graphFile, VIEWER_FILE, options).fetch, hostname: "127.0.0.1", port: 0 },
        ({ port }) => resolve(`http://127.0.0.1:${port}/`),
      ) as Server;
    });
    const page = await browser.openAddress(address, { ...screen, hash });
    const elsewhere: string[] = [];
    page.on("request", (r) => {
      if (!r.url().startsWith(address) && !/^(?:blob|data):/u.test(r.url())) elsewhere.push(r.url());
    });
    return { page, elsewhere };
  };
  const ask = async (cypher: string) => {
    await browser.page.fill("[data-testid=cypher]", cypher);
    await browser.page.keyboard.press("Control+Enter");
    await browser.page.waitForSelector("[data-testid=ask]:not(:disabled)");
  };

  it("a path and a relation choose the nodes that they name, and read as what was walked", async () => {
    const { page, elsewhere } = await serveGraph(TOLD_GRAPH, { openStore: openBuilt });
    await page.waitForSelector("[data-testid=question] option:nth-child(5)", { state: "attached" });
    for (const [returned, text] of [
      ["p", "Sud – SPONSORS – Front"],
      ["r", "SPONSORS"],
    ] as const) {
      await ask(`MATCH p = (a)-[r:SPONSORS]->(b) RETURN ${returned}`);
      await page.waitForFunction(
        (wanted) => document.querySelector("[data-testid=answer] tbody")?.textContent === wanted,
        text,
      );
      await page.click("[data-testid=select-rows]");
      await page.waitForFunction(() => location.hash.includes("only="));
      expect(browser.hash()).toContain("only=actor:south group:front");
      await browser.ready();
      await browser.placeOf("node", "group:front");
      await page.click("[data-testid=view-console]");
    }
    expect(elsewhere).toEqual([]);
  });

  it("refuses to write, to read files, and procedures, and says so in words", async () => {
    const { page } = await serveGraph(TOLD_GRAPH, { openStore: openBuilt });
    for (const cypher of [
      "CREATE (n:Entity) RETURN n",
      "MATCH (n) SET n.name = 'x' RETURN n",
      "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
      "MATCH (n) LOAD /* */ CSV FROM 'file:///etc/passwd' AS row RETURN row",
      "CALL apoc.load.json('file:///etc/passwd')",
      "MATCH (n) RETURN n; MATCH (m) DELETE m",
    ]) {
      await ask(cypher);
      await page.waitForSelector("[data-testid=query-error]");
      expect(await browser.text("query-error")).toMatch(/Only reading|Procedures are not|One statement/u);
      expect(await browser.count("answer")).toBe(0);
      await ask("MATCH (n:Entity) RETURN count(n) AS nodes");
      await page.waitForSelector("[data-testid=answer]");
      expect(await browser.text("answer")).toBe(`nodes${TOLD_GRAPH.nodes.length}`);
    }
  });

  it("a query that takes too long is run once, and said to have been stopped", async () => {
    let runs = 0;
    const query = async () => {
      runs++;
      throw new StoreError("timeout", "The query was stopped after 10 s.");
    };
    const { page } = await serveGraph(TOLD_GRAPH, { openStore: async () => ({ query }) as unknown as Store });
    // The example questions came over the same connection before.
    await page.waitForSelector("[data-testid=question] option:nth-child(5)", { state: "attached" });
    await ask("MATCH (a), (b), (c), (d) RETURN count(*)");
    await page.getByText("stopped after 10 s").waitFor();
    expect(runs).toBe(1);
  });

  it("all views, the console too, have room at the foot of a phone in either language", async () => {
    for (const locale of ["fr-FR", "en-GB"]) {
      const screen = { width: 390, height: 844, hasTouch: true, locale };
      const { page } = await serveGraph(TOLD_GRAPH, { openStore: openBuilt }, "#view=claims", screen);
      const tab = page.locator(".bottom-tabs [data-testid=view-console]");
      const box = await tab.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 400)).toBeLessThanOrEqual(390);
      await tab.tap();
      await page.waitForSelector("[data-testid=console]");
      await stop();
    }
  });

  it.skipIf(axe === null).each(["light", "dark"] as const)("axe-core finds nothing on an answer, %s", async (theme) => {
    const screen = { colorScheme: theme, bypassCSP: true };
    const { page } = await serveGraph(TOLD_GRAPH, { openStore: openBuilt }, "#view=console", screen);
    await ask("MATCH (a)-[r]->(b) RETURN a.name, type(r), b.name");
    await page.waitForSelector("[data-testid=answer]");
    expect(await violationsOn(page)).toEqual([]);
    await ask("CREATE (n)");
    await page.waitForSelector("[data-testid=query-error]");
    expect(await violationsOn(page)).toEqual([]);
  });

  it("hostile names in an answer are text", async () => {
    const { page } = await serveGraph(HOSTILE_GRAPH, { openStore: openBuilt });
    await ask("MATCH (a:Entity)-[r:SPONSORS]->(b:Entity) RETURN a.name, b, '<b>bold</b>' AS bold");
    await page.waitForSelector("[data-testid=answer]");
    expect(await browser.text("answer")).toContain(HOSTILE);
    expect(await page.locator("[data-testid=answer] :is(img, script, b)").count()).toBe(0);
    expect(browser.troubles).toEqual([]);
  });

  it("tells the whole account of a claim as plain text, and that it is being asked for", async () => {
    let answer = (_: string) => {};
    const told = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const { page } = await serveGraph(TOLD_GRAPH, { explain: () => told }, "#node=place%3Abase");
    await page.locator("[data-testid=explain] summary").first().click();
    await page.getByRole("button", { name: "The whole account" }).first().click();
    await page.getByRole("button", { name: "Asking" }).waitFor();
    answer(`tree\n  <b>${HOSTILE}</b>`);
    await page.waitForSelector("[data-testid=account]");
    expect(await browser.text("account")).toBe(`tree\n  <b>${HOSTILE}</b>`);
    expect(browser.troubles).toEqual([]);
  });
});

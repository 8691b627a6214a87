/** The viewer in a real Chromium: one file from disk, without a network. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../deploy/chromium.mjs";
import { embedGraph } from "../../graph/formats/html.js";
import type { Graph } from "../../graph/model.js";
import { SAMPLE_GRAPH } from "../stores/sample-graph.js";

const PAGE = path.resolve(import.meta.dirname, "../../dist/viewer/index.html");
const executable = findChromium(false);
const ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

const HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script> __proto__ `\"'";

/** The sample with a hostile name for its first named node. */
function hostileGraph(): Graph {
  const at = SAMPLE_GRAPH.nodes.findIndex((n) => n.named);
  return {
    ...SAMPLE_GRAPH,
    nodes: SAMPLE_GRAPH.nodes.map((n, k) => (k === at ? { ...n, name: HOSTILE, names: {}, sameAs: [] } : n)),
  };
}

if (executable === null) {
  console.warn(
    "The viewer's browser tests are left out: no Chromium here (node deploy/chromium.mjs installs it where it can).",
  );
  it.skipIf(process.env.CI !== "true")("has a Chromium", () => expect(executable).not.toBeNull());
} else {
  describe("the viewer in Chromium", () => {
    let browser: Browser;
    let page: Page;
    const troubles: string[] = [];
    const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-viewer-"));

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executable, args: ARGUMENTS });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });
    afterEach(async () => {
      await page?.context().close();
    });

    async function open(
      graph: Graph | string,
      options: { width?: number; height?: number; colorScheme?: "light" | "dark"; locale?: string; hash?: string } = {},
    ): Promise<void> {
      const file = path.join(folder, "graph.html");
      writeFileSync(
        file,
        embedGraph(readFileSync(PAGE, "utf8"), typeof graph === "string" ? graph : JSON.stringify(graph)),
      );
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        colorScheme: options.colorScheme ?? "light",
        locale: options.locale ?? "en-GB",
        offline: true,
      });
      troubles.length = 0;
      page = await context.newPage();
      page.on("console", (m) => {
        if (m.type() === "error") troubles.push(m.text());
      });
      page.on("pageerror", (e) => troubles.push(e.message));
      page.on("dialog", (d) => {
        troubles.push(`dialog: ${d.message()}`);
        void d.dismiss();
      });
      await page.goto(pathToFileURL(file).href + (options.hash ?? ""));
    }
    const ready = () =>
      page.waitForFunction(() => (window as { wiregraph?: { ready(): boolean } }).wiregraph?.ready() === true);
    const textOf = (id: string) => page.textContent(`[data-testid=${id}]`);

    it("opens from disk without a network, an error or a breach of its policy", async () => {
      await open(SAMPLE_GRAPH);
      await ready();
      expect(await textOf("shown")).toContain(`${SAMPLE_GRAPH.edges.length} relations`);
      expect(troubles).toEqual([]);
    });

    it("a click on a node shows what is said of it", async () => {
      await open(SAMPLE_GRAPH);
      await ready();
      const [edge] = SAMPLE_GRAPH.edges;
      const node = SAMPLE_GRAPH.nodes.find((n) => n.id === edge?.source);
      const at = await page.evaluate(
        (id) => (window as { wiregraph?: { position(id: string): { x: number; y: number } } }).wiregraph?.position(id),
        node?.id ?? "",
      );
      if (at === undefined) throw new Error("the node is not on the canvas");
      await page.mouse.move(at.x, at.y);
      await page.waitForTimeout(200);
      await page.mouse.click(at.x, at.y);
      await page.waitForSelector("[data-testid=claim]");
      const own = SAMPLE_GRAPH.claims.filter((c) => c.source === node?.id || c.target === node?.id);
      expect(await page.locator("[data-testid=claim]").count()).toBe(own.length);
      expect(new URL(page.url()).hash).toContain(encodeURIComponent(node?.id ?? "?"));
    });

    it("search finds a node by keyboard, and marks in its sentences are the graph's offsets", async () => {
      await open(SAMPLE_GRAPH);
      const claim = SAMPLE_GRAPH.claims.find((c) => SAMPLE_GRAPH.nodes.some((n) => n.id === c.source && n.named));
      const node = SAMPLE_GRAPH.nodes.find((n) => n.id === claim?.source);
      await page.fill("[data-testid=search]", node?.name ?? "");
      await page.keyboard.press("Enter");
      const card = page.locator(`[data-claim="${claim?.id}"]`);
      await card.waitFor();
      const [evidence] = claim?.evidence ?? [];
      if (evidence === undefined) throw new Error("the claim has no evidence");
      const trigger = await card.locator("mark[data-part~=trigger]").first().textContent();
      expect(
        evidence.quote.slice(evidence.trigger[0] - evidence.start, evidence.trigger[1] - evidence.start),
      ).toContain(trigger);
      expect(await card.locator("blockquote p").first().textContent()).toBe(evidence.quote);
    });

    it("claims that are no edge are shown in words", async () => {
      const claim = SAMPLE_GRAPH.claims.find((c) => c.class === "intended" || c.class === "denied");
      await open(SAMPLE_GRAPH, { hash: `#node=${encodeURIComponent(claim?.target ?? "")}` });
      const card = page.locator(`[data-claim="${claim?.id}"]`);
      await card.waitFor();
      expect(await card.locator("[data-testid=claim-status]").textContent()).toBe(claim?.status);
      expect(await card.textContent()).toContain("kept as a claim");
    });

    it("filters change what is shown, and the list has every claim", async () => {
      await open(SAMPLE_GRAPH, { hash: "#view=list" });
      await page.waitForSelector("[data-testid=row]");
      expect(await page.locator("[data-testid=row]").count()).toBe(SAMPLE_GRAPH.claims.length);
      await page.click("[data-testid=filters-toggle]");
      const status = SAMPLE_GRAPH.claims[0]?.status ?? "asserted";
      await page.uncheck(`[data-testid=status-${status}]`);
      const left = SAMPLE_GRAPH.claims.filter((c) => c.status !== status).length;
      await page.waitForFunction((n) => document.querySelectorAll("[data-testid=row]").length === n, left);
      await page.click("[data-testid=reset]");
      await page.waitForFunction(
        (n) => document.querySelectorAll("[data-testid=row]").length === n,
        SAMPLE_GRAPH.claims.length,
      );
    });

    it("a relation in the list opens its claims", async () => {
      await open(SAMPLE_GRAPH, { hash: "#view=list" });
      await page.locator("[data-testid=relation-link]").first().click();
      await page.waitForSelector("[data-testid=panel] [data-testid=claim]");
      expect(await textOf("panel-title")).toMatch(/\S/u);
    });

    it("hostile names are text", async () => {
      const graph = hostileGraph();
      const node = graph.nodes.find((n) => n.name === HOSTILE);
      await open(graph, { hash: `#node=${encodeURIComponent(node?.id ?? "")}` });
      await page.waitForSelector("[data-testid=panel-title]");
      expect(await textOf("panel-title")).toContain(HOSTILE);
      expect(await page.locator("img").count()).toBe(0);
      expect(troubles).toEqual([]);
    });

    it("both themes and both languages", async () => {
      await open(SAMPLE_GRAPH, { colorScheme: "dark", locale: "fr-FR", hash: "#view=list" });
      await page.waitForSelector("[data-testid=row]");
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      expect(await page.getAttribute("html", "lang")).toBe("fr");
      expect(await textOf("view-list")).toBe("Liste");
      await page.click("[data-testid=theme]");
      expect(await page.getAttribute("html", "data-theme")).toBe("light");
      await page.click("[data-testid=language]");
      expect(await textOf("view-list")).toBe("List");
    });

    it("fits a small screen", async () => {
      const node = SAMPLE_GRAPH.nodes.find((n) => n.id === SAMPLE_GRAPH.edges[0]?.source);
      await open(SAMPLE_GRAPH, { width: 390, height: 844, hash: `#node=${encodeURIComponent(node?.id ?? "")}` });
      await page.waitForSelector("[data-testid=panel]");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.click("[data-testid=close-panel]");
      expect(await page.locator("[data-testid=panel]").count()).toBe(0);
    });

    it("says what is wrong with broken data and with an empty graph", async () => {
      await open("{ not JSON");
      await page.waitForSelector("[data-testid=problem]");
      expect(await textOf("problem")).toContain("cannot be read");
      await page.context().close();
      await open({ ...SAMPLE_GRAPH, articles: [], nodes: [], claims: [], edges: [] });
      await page.waitForSelector("[data-testid=shown]");
      expect(await page.textContent("main")).toContain("no relations");
    });
  });
}

/** Large graphs in a real Chromium: what opens, what is asked for, and a layout that can be stopped. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { largeGraph } from "../../bench/large-graph.mjs";
import { STRONGEST } from "../../viewer/src/model/drawn.js";
import { executable, ViewerBrowser } from "./chromium-page.js";

describe.skipIf(executable === null && process.env.CI !== "true")("large graphs", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);

  it("open on their core, say so, and show what is looked for and expanded", async () => {
    const graph = largeGraph(3_200, 9_000);
    const page = await browser.open(graph);
    await browser.ready();
    expect(await browser.text("shown")).toContain(`${STRONGEST} nodes`);
    expect(await browser.text("shown")).toContain("strongest");
    expect(await browser.count("hidden-count")).toBe(1);
    expect(await browser.count("reset")).toBe(0);
    const degree = new Map<string, number>();
    for (const { source, target } of graph.edges)
      for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
    const weak = graph.nodes.find((n) => degree.get(n.id) === 2 && n.named && /\d/u.test(n.name));
    if (weak === undefined) throw new Error("the graph has no weak node");
    await page.fill("[data-testid=search]", weak.name);
    await page.locator("[data-testid=hit]", { hasText: weak.name }).first().click();
    await page.waitForSelector("[data-testid=act-expand]");
    await browser.ready();
    expect(await browser.text("shown")).toContain(`${STRONGEST + 1} nodes`);
    await page.click("[data-testid=act-expand]");
    await page.waitForFunction(
      (n) => !document.querySelector("[data-testid=shown]")?.textContent?.startsWith(`${n} nodes`),
      STRONGEST + 1,
    );
    await browser.ready();
    await browser.placeOf("node", weak.id);
    expect(browser.troubles).toEqual([]);
  });

  it("a long layout can be stopped, and the picture stands as it is", async () => {
    const page = await browser.open(largeGraph(2_450, 12_000));
    await page.waitForSelector("[data-testid=stop-layout]");
    await page.click("[data-testid=stop-layout]");
    await page.waitForSelector("[data-testid=arrange]");
    await browser.ready();
    expect(await browser.text("shown")).toContain("12000 relations");
    expect(browser.troubles).toEqual([]);
  });
});

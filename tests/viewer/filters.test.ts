/** What filters, the legend and the days leave on screen, as a person uses them in a real Chromium. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim, Graph } from "../../graph/model.js";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

describe.skipIf(executable === null && process.env.CI !== "true")("filters, legend and days", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = (hash = "", options = {}) => browser.open(TOLD_GRAPH, { hash, ...options });

  it("filters take what they hide out of graph and list, and say how much", async () => {
    const page = await open();
    await browser.ready();
    expect(await browser.count("hidden-count")).toBe(0);
    await page.uncheck("[data-testid=status-asserted]");
    await page.waitForSelector("[data-testid=hidden-count]");
    const left = TOLD_GRAPH.edges.filter((e) => e.status !== "asserted").length;
    expect(await browser.text("shown")).toContain(`${left} relations`);
    await page.click("[data-testid=view-claims]");
    await page.waitForSelector("[data-testid=row]");
    expect(await browser.count("row")).toBe(TOLD_GRAPH.claims.filter((c) => c.status !== "asserted").length);
    await page.click("[data-testid=reset]");
    await page.waitForFunction(
      (n) => document.querySelectorAll("[data-testid=row]").length === n,
      TOLD_GRAPH.claims.length,
    );
    await page.selectOption("[data-testid=article-filter]", "article:b");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length === 1);
    await page.selectOption("[data-testid=article-filter]", "");
    await page.check("[data-testid=facts-only]");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length < 12);
    for (const row of await page.locator("[data-testid=row]").all())
      expect(await row.getAttribute("class")).toContain("fact");
  });

  it("the panel keeps to the filters, and counts what they leave out", async () => {
    const page = await open("#node=group%3Afront&from=2026-03-03&dated=1");
    await page.waitForSelector("[data-testid=left-out]");
    const own = TOLD_GRAPH.claims.filter((c) => c.source === "group:front" || c.target === "group:front");
    const late = own.filter((c) => (c.when?.to ?? "") >= "2026-03-03").length;
    expect(await browser.text("left-out")).toContain(`${own.length - late} claims`);
    expect(await page.locator("[data-testid=claim]:visible").count()).toBe(late);
    await page.click("[data-testid=left-out] summary");
    expect(await page.locator("[data-testid=claim]:visible").count()).toBe(own.length);
  });

  it("the legend filters by relation and kind, and brings forward what the pointer rests on", async () => {
    const page = await open();
    await browser.ready();
    await page.click("[data-testid=unfold-violence]");
    await page.uncheck("[data-testid=relation-KILLED]");
    await page.click("[data-testid=view-table]");
    await page.click("[data-testid=table-relations]");
    const rows = () => page.locator("[data-testid=row]").allTextContents();
    expect((await rows()).join()).not.toContain("killed");
    await page.uncheck("[data-testid=kind-Place]");
    expect((await rows()).join()).not.toContain("ambassade");
    await page.click("[data-testid=view-graph]");
    await browser.ready();
    const canvas = page.locator("[data-testid=canvas]");
    const before = await canvas.screenshot();
    await page.hover("[data-testid=family-support]");
    await page.waitForTimeout(500);
    expect(before.equals(await canvas.screenshot())).toBe(false);
    await page.hover("h1");
    await page.waitForTimeout(500);
    expect(before.equals(await canvas.screenshot())).toBe(true);
    expect(browser.troubles).toEqual([]);
  });

  it("days: both thumbs by keyboard, the undated, both clocks, play", async () => {
    const page = await open("#view=claims");
    await page.waitForSelector("[data-testid=time-from]");
    expect(await page.inputValue("[data-testid=from-day]")).toBe("2026-03-01");
    await page.uncheck("[data-testid=undated]");
    const dated = TOLD_GRAPH.claims.filter((c) => c.when !== null);
    await page.waitForFunction((n) => document.querySelectorAll("[data-testid=row]").length === n, dated.length);
    await page.focus("[data-testid=time-from]");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const late = dated.filter((c) => (c.when?.to ?? "") >= "2026-03-03").length;
    await page.waitForFunction((n) => document.querySelectorAll("[data-testid=row]").length === n, late);
    expect(browser.hash()).toContain("from=2026-03-03");
    // By hand: the first thumb back to the left end, and the list grows again with it.
    const thumb = await page.locator("[data-testid=time-from]").boundingBox();
    if (thumb === null) throw new Error("there is no thumb");
    const y = thumb.y + thumb.height / 2;
    const left = thumb.x + 7;
    await page.mouse.move(left + ((thumb.width - 14) * 2) / 3, y);
    await page.mouse.down();
    await page.mouse.move(left, y, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction((n) => document.querySelectorAll("[data-testid=row]").length === n, dated.length);
    await page.click("[data-testid=undo]");
    await page.waitForFunction((n) => document.querySelectorAll("[data-testid=row]").length === n, late);
    await page.fill("[data-testid=from-day]", "03/02/2026");
    await page.keyboard.press("Enter");
    expect(await page.inputValue("[data-testid=from-day]")).toBe("2026-03-03");
    expect(await page.locator("[role=status]").first().textContent()).toContain("2026-02-25");
    await page.fill("[data-testid=from-day]", "2026-03-02");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("from=2026-03-02"));
    await page.selectOption("[data-testid=clock]", "published");
    await page.waitForFunction(
      (n) => document.querySelectorAll("[data-testid=row]").length === n,
      TOLD_GRAPH.claims.length,
    );
    await page.selectOption("[data-testid=clock]", "event");
    await page.click("[data-testid=play]");
    await page.waitForFunction(() => location.hash.includes("to=2026-03-02"));
    await page.waitForFunction(() => !location.hash.includes("to=2026-03-02"));
  });

  it("what the days leave out is left out of what is chosen and exported too", async () => {
    const page = await open("#from=2026-03-03&dated=1&node=group%3Afront");
    await browser.ready();
    const late = TOLD_GRAPH.claims.filter((c) => (c.when?.to ?? "") >= "2026-03-03");
    await page.click("[data-testid=export]");
    const csv = (await browser.saved("export-claims")).bytes.toString();
    expect(csv.split("\r\n").filter((line) => line !== "")).toHaveLength(late.length + 1);
    await page.click("[data-testid=export]");
    const svg = (await browser.saved("export-svg")).bytes.toString();
    expect(svg).toContain("Front");
    // Who leads whom has no day.
    expect(svg).not.toContain("Ada Chef");
  });

  it('"only" leaves one status, and asked again all', async () => {
    const page = await open("#view=claims");
    const rows = (n: number) =>
      page.waitForFunction((count) => document.querySelectorAll("[data-testid=row]").length === count, n);
    await page.hover("[data-testid=status-denied]");
    await page.click("[data-testid=only-status-denied]");
    await rows(TOLD_GRAPH.claims.filter((c) => c.status === "denied").length);
    expect(await page.locator("[data-testid=row]").first().textContent()).toContain("Sud");
    await page.click("[data-testid=only-status-denied]");
    await rows(TOLD_GRAPH.claims.length);
    await page.click("[data-testid=only-family-support]");
    await rows(TOLD_GRAPH.claims.filter((c) => c.relation === "SPONSORS").length);
  });

  it("that nothing was denied is one click away, and said in words", async () => {
    const graph: Graph = { ...TOLD_GRAPH, claims: TOLD_GRAPH.claims.filter((c) => c.status !== "denied") };
    const page = await browser.open(graph, { hash: "#view=claims" });
    await page.hover("[data-testid=status-denied]");
    await page.click("[data-testid=only-status-denied]");
    await page.waitForSelector("[data-testid=claims-table] .hint");
    expect(await browser.text("claims-table")).toContain(`None of the ${graph.claims.length} claims`);
  });

  it("publisher, country, and least numbers of sources, of relations and of probability", async () => {
    const COUNTRY: Readonly<Record<string, string>> = { "actor:north": "XN", "actor:south": "XS" };
    const graph: Graph = {
      ...TOLD_GRAPH,
      nodes: TOLD_GRAPH.nodes.map((n) => ({ ...n, country: COUNTRY[n.id] ?? n.country })),
      claims: TOLD_GRAPH.claims.map((c) => ({ ...c, score: c.status === "alleged" ? 0.9 : 0.4 })),
    };
    const page = await browser.open(graph, { hash: "#view=claims" });
    const shown = async (wanted: (c: Claim) => boolean) => {
      const count = graph.claims.filter(wanted).length;
      await page.waitForFunction((n) => document.querySelectorAll("[data-testid=row]").length === n, count);
      expect(await browser.text("shown")).toContain(`${graph.claims.length - count} not shown`);
      await page.click("[data-testid=reset]");
    };
    await page.waitForSelector("[data-testid=row]");
    await page.locator("summary", { hasText: "Publishers" }).click();
    await page.locator("[data-testid=publisher]").first().uncheck();
    await shown((c) => c.evidence.some((e) => e.article === "article:b"));
    await page.selectOption("[data-testid=country-filter]", "XS");
    await shown((c) => c.source === "actor:south" || c.target === "actor:south");
    await page.fill("[data-testid=minScore]", "0.5");
    await page.keyboard.press("Enter");
    await shown((c) => c.score === 0.9);
    await page.click("[data-testid=view-table]");
    await page.click("[data-testid=table-relations]");
    await page.fill("[data-testid=minSources]", "2");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length === 1);
    expect(await page.locator("[data-testid=row]").textContent()).toContain("attacked");
    await page.click("[data-testid=reset]");
    await page.click("[data-testid=table-entities]");
    await page.fill("[data-testid=minDegree]", "3");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length === 3);
    const names = (await page.locator("[data-testid=row]").allTextContents()).join();
    for (const name of ["Front", "North", "Sud"]) expect(names).toContain(name);
  });
});

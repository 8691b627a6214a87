/** Articles, claims, timeline, dossier, exports and the console, in a real Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../../src/cli/serve.js";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

describe.skipIf(executable === null && process.env.CI !== "true")("views and exports", () => {
  const browser = new ViewerBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-served-"));
  beforeAll(() => browser.start(), 60_000);
  afterAll(async () => {
    await browser.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it("the article has every mention and claim marked, statuses apart, and leads to the graph and back in one click", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#view=read&read=article%3Aa" });
    const text = page.locator("[data-testid=article-text] .text");
    await text.waitFor();
    expect((await text.textContent())?.replace(/[?×]/gu, "")).toBe(TOLD_GRAPH.articles[0]?.text);
    const denied = page.locator("[data-testid=trigger].notDone", { hasText: "dément" });
    expect(await denied.count()).toBe(1);
    const triggers = new Set(TOLD_GRAPH.claims.flatMap((c) => c.evidence.map((e) => e.trigger.join())));
    expect(await browser.count("trigger")).toBeGreaterThanOrEqual(triggers.size - 2);
    await page.locator("[data-testid=mention]", { hasText: "Front" }).first().click();
    await page.waitForSelector("[data-testid=panel]");
    expect(await browser.text("panel-title")).toContain("Front");
    await page.click("[data-testid=view-graph]");
    await browser.ready();
    await page.locator("[data-testid=read-here]").first().click();
    await page.waitForSelector(".sentence.here");
  });

  it("claims sort by any head, denied and planned ones too, with speaker, day, place and toll", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#view=claims" });
    await page.waitForSelector("[data-testid=row]");
    expect(await browser.count("row")).toBe(TOLD_GRAPH.claims.length);
    const rows = page.locator("[data-testid=row]");
    expect(await rows.first().getAttribute("class")).toContain("fact");
    expect(await rows.last().getAttribute("class")).toContain("notDone");
    await page.click("[data-testid=sort-when]");
    expect(await rows.first().textContent()).toContain("2026-03-01");
    await page.click("[data-testid=sort-toll]");
    expect(await rows.first().textContent()).toContain("12 dead");
    expect(await rows.first().textContent()).toContain("Portville");
    await page.click("[data-testid=sort-by]");
    expect(await rows.first().textContent()).toMatch(/Front|North/u);
  });

  it("claims beside an open panel are cards, whose names never break within a word", async () => {
    for (const { width, hash } of [
      { width: 1440, hash: "#view=claims&node=group%3Afront" },
      { width: 1024, hash: "#view=claims&node=group%3Afront" },
      { width: 390, hash: "#view=claims" },
    ]) {
      const page = await browser.open(TOLD_GRAPH, { width, height: 844, hash });
      await page.waitForSelector(".cards [data-testid=row]");
      const lines = await page
        .locator("td.col-source button", { hasText: /^(?:North|Sud|Front)$/u })
        .evaluateAll((all) => all.map((name) => name.getClientRects().length));
      expect(lines.length).toBeGreaterThan(3);
      expect(new Set(lines)).toEqual(new Set([1]));
      await page.click("[data-testid=sort-toll]");
      expect(await page.locator("[data-testid=row]").first().textContent()).toContain("12 dead");
      const outside = await page
        .locator("[data-testid=claims-table]")
        .evaluate((table) => table.scrollWidth - table.clientWidth);
      expect(outside).toBeLessThanOrEqual(0);
    }
    const page = await browser.open(TOLD_GRAPH, { hash: "#view=claims" });
    await page.waitForSelector("[data-testid=row]");
    expect(await page.locator(".cards").count()).toBe(0);
  });

  it("the timeline has each dated happening in its day, and that of the chosen actor alone", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#view=timeline" });
    await page.waitForSelector("[data-testid=day]");
    const days = await page
      .locator("[data-testid=day]")
      .evaluateAll((all) => all.map((d) => d.getAttribute("data-day")));
    expect(days.slice(0, 3)).toEqual(["2026-03-01", "2026-03-02", "2026-03-03"]);
    const third = page.locator("[data-day='2026-03-03']");
    expect(await third.textContent()).toContain("12 dead");
    expect(await page.locator("[data-testid=lanes] text", { hasText: "Front" }).count()).toBe(1);
    const all = await browser.count("happening");
    await page.locator("[data-testid=lanes] text", { hasText: "Ada" }).waitFor({ state: "detached" });
    await page.locator("[data-testid=lanes] text", { hasText: "Front" }).click();
    await page.waitForFunction((n) => document.querySelectorAll("[data-testid=happening]").length < n, all);
  });

  it("a dossier is one page with every quote and source, and nothing else on paper", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#view=dossier&node=group%3Afront" });
    await page.waitForSelector("[data-testid=dossier]");
    const own = TOLD_GRAPH.claims.filter((c) => c.source === "group:front" || c.target === "group:front");
    expect(await browser.count("claim")).toBe(own.length);
    for (const { evidence } of own) for (const e of evidence) expect(await browser.text("dossier")).toContain(e.quote);
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible("[data-testid=search]")).toBe(false);
    expect(await page.isVisible("[data-testid=print]")).toBe(false);
    expect(await page.isVisible("[data-testid=panel-title]")).toBe(true);
  });

  it("explains a claim by what the graph holds", async () => {
    const page = await browser.open(TOLD_GRAPH, {
      hash: `#claim=${encodeURIComponent("claim:group:front-STRUCK-place:base-intended")}`,
    });
    await page.click("[data-testid=explain] summary");
    const text = await browser.text("explain");
    for (const part of ["frapper", "test", "not done"]) expect(text).toContain(part);
  });

  it("exports the picture with the party's name on what it only claims", async () => {
    const page = await browser.open(TOLD_GRAPH);
    await browser.ready();
    const save = async (format: string) => {
      await page.click("[data-testid=export]");
      return browser.saved(`export-${format}`);
    };
    const svg = (await save("svg")).bytes.toString();
    expect(svg).toContain("sponsors · alleged by North");
    expect(svg).toContain('stroke-dasharray="2 5"');
    expect(await browser.isXml(svg)).toBe(true);
    const png = (await save("png")).bytes;
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(png.length).toBeGreaterThan(10_000);
    expect(browser.troubles).toEqual([]);
  });

  it("exports what is shown as GEXF, GraphML, JSON and CSV", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#without=KILLED" });
    await browser.ready();
    const save = async (format: string) => {
      await page.click("[data-testid=export]");
      return (await browser.saved(`export-${format}`)).bytes.toString();
    };
    for (const format of ["gexf", "graphml"]) {
      const xml = await save(format);
      expect(await browser.isXml(xml)).toBe(true);
      expect(xml).toContain("sponsors (alleged by North, denied by Sud)");
      expect(xml).not.toContain("KILLED");
      expect(xml.match(/<edge /gu)).toHaveLength(TOLD_GRAPH.edges.length - 1);
    }
    const json = JSON.parse(await save("json")) as { edges: unknown[]; claims: { class: string }[] };
    expect(json.edges).toHaveLength(TOLD_GRAPH.edges.length - 1);
    expect(json.claims.some((c) => c.class === "denied")).toBe(true);
    const csv = await save("claims");
    expect(csv.split("\r\n")[0]).toContain("place,status,by,source");
    expect(csv).toContain("Only claimed");
    const entities = (await save("entities")).split("\r\n");
    expect(entities[0]).toContain("name");
    expect(entities.join()).toContain("ambassade du Nord");
    const relations = (await save("relations")).split("\r\n").filter((line) => line !== "");
    expect(relations).toHaveLength(TOLD_GRAPH.edges.length);
    expect(relations.join()).toContain("alleged by North");
  });

  it("the page hands itself on as one file that opens without a network", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#named=1" });
    await browser.ready();
    await page.click("[data-testid=export]");
    await page.check("[data-testid=export-whole]");
    const { bytes } = await browser.saved("export-html");
    const file = path.join(folder, "again.html");
    writeFileSync(file, bytes);
    await browser.openFile(file);
    await browser.ready();
    expect(await browser.text("shown")).toContain(`${TOLD_GRAPH.edges.length} relations`);
    expect(browser.troubles).toEqual([]);
  });

  it("served, the console asks in Cypher and its rows choose nodes; writing is refused", async () => {
    writeFileSync(path.join(folder, "graph.json"), JSON.stringify(TOLD_GRAPH));
    const address = await serveFolder(folder, 0);
    const page = await browser.openAddress(address);
    await page.click("[data-testid=view-console]");
    await page.click("[data-testid=ask]");
    await page.waitForSelector("[data-testid=answer]");
    const answer = (await browser.text("answer")) ?? "";
    expect(answer).toContain("ATTACKED");
    for (const type of ["SAID_IN", "SOURCE", "TARGET"]) expect(answer).not.toContain(type);
    await page.selectOption("[data-testid=question]", "sponsors-of-embassy-attackers");
    await page.click("[data-testid=ask]");
    await page.waitForFunction(() =>
      document.querySelector("[data-testid=answer]")?.textContent?.includes("sponsorStatus"),
    );
    expect(await browser.text("answer")).toContain("alleged");
    await page.click("[data-testid=select-rows]");
    await browser.ready();
    expect(await browser.text("shown")).toContain("Only the chosen nodes");
    await browser.placeOf("node", "group:front");
    await page.click("[data-testid=view-console]");
    await page.fill("[data-testid=cypher]", "MATCH (n) DETACH DELETE n");
    await page.click("[data-testid=ask]");
    await page.waitForSelector("[data-testid=query-error]");
    expect(await browser.text("query-error")).toContain("Only reading queries");
    expect(browser.troubles.filter((t) => !t.includes("400"))).toEqual([]);
  });
});

/** The graph under the hands: folding, surroundings, chains, places, the table beside it, history; in a real Chromium. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

describe.skipIf(executable === null && process.env.CI !== "true")("the graph under the hands", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = (hash = "", options = {}) => browser.open(TOLD_GRAPH, { hash, ...options });

  it("a node folds, is pinned, hidden and brought back, and keeps to its surroundings by steps", async () => {
    const page = await open("#node=group%3Afront");
    await browser.ready();
    const nodes = async () => Number(/^(\d+) nodes?/u.exec((await browser.text("shown")) ?? "")?.[1]);
    const all = await nodes();
    expect(await browser.text("relation-counts")).toContain("attacked 1");
    await page.click("[data-testid=act-collapse]");
    await page.waitForFunction(
      (n) => !document.querySelector("[data-testid=shown]")?.textContent?.startsWith(`${n} nodes`),
      all,
    );
    expect(await nodes()).toBeLessThan(all);
    await page.click("[data-testid=act-expand]");
    await page.waitForFunction(
      (n) => document.querySelector("[data-testid=shown]")?.textContent?.startsWith(`${n} nodes`),
      all,
    );
    await page.click("[data-testid=act-pin]");
    await page.waitForFunction(() => location.hash.includes("pin="));
    await page.click("[data-testid=act-around]");
    await page.waitForSelector("[data-testid=depth-2]");
    const near = await nodes();
    expect(near).toBeLessThanOrEqual(all);
    await page.click("[data-testid=act-around]");
    await page.click("[data-testid=act-hide]");
    await page.waitForSelector("[data-testid=unhide]");
    expect(await nodes()).toBe(all - 1);
    await page.click("[data-testid=unhide]");
    expect(await nodes()).toBe(all);
  });

  it("surroundings grow with the depth, and a neighbour is expanded from its counts", async () => {
    const page = await open("#around=place%3Aembassy&node=group%3Afront");
    await browser.ready();
    expect(await browser.text("shown")).toContain("2 nodes");
    expect(await browser.text("relation-counts")).toContain("not on screen");
    await page.click("[data-testid=act-expand]");
    await page.waitForFunction(
      () => !document.querySelector("[data-testid=shown]")?.textContent?.startsWith("2 nodes"),
    );
    await page.click("[data-testid=undo]");
    await page.waitForFunction(() => document.querySelector("[data-testid=shown]")?.textContent?.startsWith("2 nodes"));
    await page.click("[data-testid=depth-2]");
    await page.waitForFunction(
      () => !document.querySelector("[data-testid=shown]")?.textContent?.startsWith("2 nodes"),
    );
  });

  it("tells how two are linked, step by step with evidence, and names the weakest link", async () => {
    const page = await open();
    await browser.ready();
    await page.click("[data-testid=paths-toggle]");
    await page.fill("[data-testid=path-from]", "sud");
    await page.keyboard.press("Enter");
    await page.fill("[data-testid=path-to]", "ambassade");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=step]");
    expect(await browser.count("step")).toBe(2);
    expect(await browser.text("weakest-link")).toContain("alleged by North");
    expect(await page.locator("[data-testid=step] [data-testid=evidence]").count()).toBe(2);
    expect(browser.hash()).toContain("path=actor:south place:embassy");
    await page.check("[data-testid=facts-only]");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=step]").length === 3);
    expect(await browser.text("panel")).not.toContain("alleged by");
    await page.fill("[data-testid=path-to]", "Portville");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=no-path]");
  });

  it("of several chains the one that is told is the one on the canvas", async () => {
    const [front, south] = ["edge:group:front-ATTACKED-place:embassy", "edge:south-attacked"];
    const attacked = TOLD_GRAPH.edges.filter((e) => e.id === front);
    const again = TOLD_GRAPH.claims.filter((c) => attacked[0]?.claims.includes(c.id));
    const page = await browser.open(
      {
        ...TOLD_GRAPH,
        claims: [...TOLD_GRAPH.claims, ...again.map((c) => ({ ...c, id: `${c.id}-south`, source: "actor:south" }))],
        edges: [
          ...TOLD_GRAPH.edges,
          ...attacked.map((e) => ({
            ...e,
            id: south,
            source: "actor:south",
            claims: e.claims.map((id) => `${id}-south`),
          })),
        ],
      },
      { hash: "#path=actor%3Anorth+place%3Aembassy" },
    );
    await browser.ready();
    const seen: string[] = [];
    for (const chain of ["Chain 1", "Chain 2"]) {
      await page.getByRole("button", { name: chain }).click();
      await page.waitForTimeout(600);
      const isBySouth = (await page.locator("[data-testid=step]").last().textContent())?.startsWith("Sud") === true;
      seen.push(isBySouth ? south : front);
      expect(await browser.wordsOn(isBySouth ? south : front)).toBe("attacked");
      expect(await browser.wordsOn(isBySouth ? front : south)).toBeNull();
    }
    expect(seen.sort()).toEqual([front, south].sort());
  });

  it("the same graph lies the same way; arranging can be asked for, and hands move nodes", async () => {
    const page = await open();
    await browser.ready();
    const first = await browser.placeOf("node", "group:front");
    await open();
    await browser.ready();
    expect(await browser.placeOf("node", "group:front")).toEqual(first);
    const from = await browser.placeOf("node", "actor:chief");
    await browser.drag("actor:chief", 60, 40);
    await browser.page.waitForFunction(() => location.hash.includes("pin="));
    const moved = await browser.placeOf("node", "actor:chief");
    expect(Math.hypot(moved.x - from.x - 60, moved.y - from.y - 40)).toBeLessThan(20);
    await browser.page.click("[data-testid=arrange]");
    await browser.ready();
    const after = await browser.placeOf("node", "actor:chief");
    expect(after.x).toBeTypeOf("number");
    expect(page.isClosed()).toBe(true);
  });

  it("the table holds what the canvas holds", async () => {
    const page = await open("#view=table&facts=1");
    await page.waitForSelector("[data-testid=row]");
    const facts = TOLD_GRAPH.edges.filter((e) => e.status === "asserted" || (e.status === "reported" && !e.contested));
    const ends = new Set(facts.flatMap((e) => [e.source, e.target]));
    expect(await browser.count("row")).toBe(ends.size);
    expect(await browser.text("shown")).toContain(`${ends.size} nodes, ${facts.length} relations`);
    await page.click("[data-testid=sort-relations]");
    await page.click("[data-testid=sort-relations]");
    expect(await page.locator("[data-testid=row]").first().textContent()).toContain("Front");
    await page.click("[data-testid=table-relations]");
    expect(await browser.count("row")).toBe(facts.length);
    await page.locator("[data-testid=relation-link]").first().click();
    await page.waitForSelector("[data-testid=panel] [data-testid=claim]");
  });

  it("undo, redo and the browser's own way back go through what was done; a link opens it again", async () => {
    const page = await open();
    await browser.ready();
    await page.check("[data-testid=named-only]");
    await page.fill("[data-testid=search]", "Front");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=panel]");
    const link = page.url();
    await page.click("[data-testid=undo]");
    await page.waitForSelector("[data-testid=panel]", { state: "detached" });
    expect(await page.isChecked("[data-testid=named-only]")).toBe(true);
    await page.click("[data-testid=redo]");
    await page.waitForSelector("[data-testid=panel]");
    await page.goBack();
    await page.waitForSelector("[data-testid=panel]", { state: "detached" });
    await page.keyboard.press("Control+z");
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>("[data-testid=named-only]")?.checked === false,
    );
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForSelector("[data-testid=panel]");
    expect(await page.isChecked("[data-testid=named-only]")).toBe(true);
  });

  it("a table opens on the strongest, keeps what is missing last either way, and is copied as it is sorted", async () => {
    const page = await open("#view=table");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const rows = page.locator("[data-testid=row]");
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toContain("Front");
    await page.click("[data-testid=table-relations]");
    for (let k = 0; k < 2; k++) {
      await page.click("[data-testid=sort-first]");
      expect(await rows.first().textContent()).toMatch(/2026-03-0\d/u);
      expect(await rows.last().textContent()).not.toMatch(/2026/u);
    }
    expect(await rows.first().textContent()).toContain("2026-03-03");
    await page.click("[data-testid=relations-table-copy]");
    await page.waitForFunction(
      (n) => document.querySelector("[role=status]")?.textContent?.startsWith(`${n} rows`) === true,
      TOLD_GRAPH.edges.length,
    );
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split("\r\n");
    expect(copied[0]).toBe("Status,Who,Relation,Whom,First day,Last day,Sources");
    expect(copied[1]).toContain("2026-03-03");
    expect(copied.filter((line) => line !== "")).toHaveLength(TOLD_GRAPH.edges.length + 1);
  });

  it("stands hands that are quicker than its frames", async () => {
    const page = await open();
    await browser.ready();
    // What the pointer lights and what a click hides come to the renderer between two frames.
    await page.evaluate(async () => {
      const only = document.querySelector<HTMLElement>("[data-testid=only-family-violence]");
      const row = only?.closest(".legend-row");
      for (let k = 0; k < 24; k++) {
        row?.dispatchEvent(new MouseEvent("mouseenter"));
        await new Promise(k % 2 === 0 ? requestAnimationFrame : (done) => setTimeout(done, k));
        row?.dispatchEvent(new MouseEvent("mouseleave"));
        await new Promise((done) => setTimeout(done, k % 5));
        only?.click();
        window.dispatchEvent(new Event("resize"));
        await new Promise((done) => setTimeout(done, k % 3));
      }
    });
    await browser.ready();
    expect(browser.troubles).toEqual([]);
  });
});

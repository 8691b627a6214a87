/** The canvas once its scope changed, and what a link brings back of it: hands, lines, words, camera; in a real Chromium. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

const SPONSORS = "edge:actor:south-SPONSORS-group:front";
const between = (a: string, b: string) =>
  TOLD_GRAPH.edges.filter((e) => [e.source, e.target].sort().join() === [a, b].sort().join());

describe.skipIf(executable === null && process.env.CI !== "true")("the canvas in another scope", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = (hash = "", options = {}) => browser.open(TOLD_GRAPH, { hash, ...options });
  /** From the whole graph to the surroundings of what is chosen, as a click does it. */
  const keepAround = async (id: string) => {
    await open(`#node=${encodeURIComponent(id)}`);
    await browser.ready();
    await browser.page.click("[data-testid=act-around]");
    await browser.page.waitForSelector("[data-testid=depth-1]");
    await browser.page.click("[data-testid=close-panel]");
    await browser.page.waitForSelector("[data-testid=panel]", { state: "detached" });
    await browser.ready();
  };

  it("a hand moves a node of it, its lines come along, nothing else moves, and a link opens it where it was put", async () => {
    await keepAround("actor:north");
    const [edge] = between("actor:north", "actor:south");
    if (edge === undefined) throw new Error("the two have no relation");
    const at = () =>
      Promise.all([
        browser.placeOf("node", "actor:south"),
        browser.placeOf("node", "actor:north"),
        browser.placeOf("edge", edge.id),
      ]);
    const before = await at();
    await browser.drag("actor:south", 70, -50);
    await browser.page.waitForFunction(() => location.hash.includes("pin="));
    const after = await at();
    const moved = before.map(({ x, y }, k) => [(after[k]?.x ?? 0) - x, (after[k]?.y ?? 0) - y]);
    expect(Math.hypot((moved[0]?.[0] ?? 0) - 70, (moved[0]?.[1] ?? 0) + 50)).toBeLessThan(20);
    expect(Math.hypot(...(moved[1] ?? []))).toBeLessThan(1);
    expect(Math.hypot(...(moved[2] ?? []))).toBeGreaterThan(20);
    const link = browser.page.url();
    await browser.page.goto("about:blank");
    await browser.page.goto(link);
    await browser.ready();
    const [south] = await at();
    expect(Math.hypot(south.x - after[0].x, south.y - after[0].y)).toBeLessThan(3);
    expect(browser.troubles).toEqual([]);
  });

  it("lines between the same two stay apart, either way and after the filters too, and each opens what it stands for", async () => {
    await keepAround("actor:north");
    const lines = between("actor:north", "actor:south");
    expect(new Set(lines.map((e) => e.source)).size).toBe(2);
    const apart = async () => {
      const middles = await Promise.all(lines.map((e) => browser.placeOf("edge", e.id)));
      for (const [k, a] of middles.entries())
        for (const b of middles.slice(k + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(8);
      return middles;
    };
    const first = await apart();
    await browser.page.uncheck("[data-testid=family-words]");
    await browser.page.waitForSelector("[data-testid=hidden-count]");
    await browser.page.check("[data-testid=family-words]");
    await browser.page.waitForTimeout(300);
    expect(await apart()).toEqual(first);
    for (const { id, relation } of lines) {
      await browser.clickOn("edge", id);
      await browser.page.waitForFunction((edge) => location.hash.includes(encodeURIComponent(edge)), id);
      expect(relation).not.toBe("");
      await browser.page.keyboard.press("Escape");
      await browser.page.waitForSelector("[data-testid=panel]", { state: "detached" });
      await browser.ready();
    }
  });

  it("a chosen accusation bears the party's name on its line, in the whole graph and in its surroundings", async () => {
    await open(`#edge=${encodeURIComponent(SPONSORS)}`);
    await browser.ready();
    expect(await browser.wordsOn(SPONSORS)).toContain("alleged by North");
    await keepAround("group:front");
    await browser.page.fill("[data-testid=search]", "Front");
    await browser.page.keyboard.press("Enter");
    await browser.page.waitForSelector("[data-testid=relation-counts]");
    await browser.page.waitForTimeout(400);
    expect(await browser.wordsOn(SPONSORS)).toContain("alleged by North");
  });

  it("a relation that the panel keeps to comes forward alone, until another node is chosen", async () => {
    const page = await open("#node=group%3Afront");
    await browser.ready();
    const attacked = "edge:group:front-ATTACKED-place:embassy";
    expect(await browser.wordsOn(attacked)).toBe("attacked");
    const sponsors = page.locator("[data-testid=relation-counts] button", { hasText: "sponsors" });
    // A count must not make a fact of what a party claims.
    expect(await sponsors.textContent()).toMatch(/sponsors 1 · only claimed/u);
    expect(await browser.text("relation-counts")).not.toMatch(/attacked \d+ ·/u);
    await sponsors.click();
    await page.waitForTimeout(400);
    expect(await browser.wordsOn(attacked)).toBeNull();
    expect(await browser.wordsOn(SPONSORS)).toContain("alleged by North");
    await browser.clickOn("node", "actor:north");
    await page.waitForFunction(
      () => document.querySelector("[data-testid=panel-title]")?.textContent?.includes("North") === true,
    );
    expect(await page.locator("[data-testid=relation-counts] [aria-pressed=true]").count()).toBe(0);
  });

  it("what is at the other end of a relation that is asked for comes into view", async () => {
    const page = await open("#node=group%3Afront&camera=0.5,0.5,1");
    await browser.ready();
    await browser.clickOn("node", "group:front");
    for (let k = 0; k < 5; k++) await page.getByRole("button", { name: "Zoom in" }).click();
    await page.waitForTimeout(600);
    const canvas = await page.locator("[data-testid=canvas]").boundingBox();
    const isInView = async () => {
      const { x, y } = await browser.placeOf("node", "actor:south");
      const { x: left, y: top, width, height } = canvas ?? { x: 0, y: 0, width: 0, height: 0 };
      return x > left && x < left + width && y > top && y < top + height;
    };
    expect(await isInView()).toBe(false);
    await page.locator("[data-testid=relation-counts] button", { hasText: "sponsors" }).click();
    await page.waitForTimeout(600);
    expect(await isInView()).toBe(true);
  });

  it("two clicks on a node bring its neighbours", async () => {
    await open("#around=place%3Aembassy");
    await browser.ready();
    expect(await browser.text("shown")).toContain("2 nodes");
    const { x, y } = await browser.placeOf("node", "group:front");
    await browser.page.mouse.move(x - 3, y - 3);
    await browser.page.mouse.move(x, y);
    await browser.page.waitForTimeout(200);
    await browser.page.mouse.dblclick(x, y);
    await browser.page.waitForFunction(() => location.hash.includes("open="));
    await browser.ready();
    expect(await browser.text("shown")).not.toContain("2 nodes");
  });

  it("another scope is shown as a whole however near the camera stood, and undo goes back to where it stood", async () => {
    const page = await open();
    await browser.ready();
    await page.fill("[data-testid=search]", "North");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=act-around]");
    for (let k = 0; k < 4; k++) await page.getByRole("button", { name: "Zoom in" }).click();
    await page.waitForTimeout(800);
    const near = await browser.placeOf("node", "actor:north");
    const around = ["actor:north", ...between("actor:north", "actor:south").map(() => "actor:south")];
    for (const act of ["act-around", "depth-2"]) {
      await page.click(`[data-testid=${act}]`);
      await browser.ready();
      await page.waitForTimeout(400);
      const canvas = await page.locator("[data-testid=canvas]").boundingBox();
      if (canvas === null) throw new Error("there is no canvas");
      for (const id of around) {
        const { x, y } = await browser.placeOf("node", id);
        expect(x > canvas.x && x < canvas.x + canvas.width && y > canvas.y && y < canvas.y + canvas.height).toBe(true);
      }
    }
    await page.click("[data-testid=undo]");
    await page.click("[data-testid=undo]");
    await browser.ready();
    await page.waitForTimeout(400);
    const again = await browser.placeOf("node", "actor:north");
    expect(Math.hypot(again.x - near.x, again.y - near.y)).toBeLessThan(3);
  });

  it("a link opens the picture as near as it was", async () => {
    const page = await open();
    await browser.ready();
    const far = await browser.placeOf("node", "group:front");
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.waitForFunction(() => location.hash.includes("camera="));
    const near = await browser.placeOf("node", "group:front");
    expect(near).not.toEqual(far);
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    await browser.ready();
    const again = await browser.placeOf("node", "group:front");
    expect(Math.hypot(again.x - near.x, again.y - near.y)).toBeLessThan(3);
    await page.click("[data-testid=fit]");
    await page.waitForTimeout(400);
    expect(await browser.placeOf("node", "group:front")).not.toEqual(again);
  });
});

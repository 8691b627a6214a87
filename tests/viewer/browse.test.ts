/**
 * Browsing the graph as a person does: each row of what a browser of sourced claims must do, in a real Chromium. Over 300
 * lines: the rows are one list, which share one running browser.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

const SPONSORS = "edge:actor:south-SPONSORS-group:front";
const STRUCK = "edge:group:front-STRUCK-place:base";

describe.skipIf(executable === null && process.env.CI !== "true")("browsing the graph", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = async (hash = "", options = {}) => {
    const page = await browser.open(TOLD_GRAPH, { hash, ...options });
    return page;
  };
  const hash = () => decodeURIComponent(new URL(browser.page.url()).hash).replaceAll("+", " ");

  it("search forgives a slip and accents, knows both languages, and Enter chooses", async () => {
    const page = await open();
    await browser.ready();
    for (const [typed, found] of [
      ["fron", "Front"],
      ["Frnt", "Front"],
      ["north", "Nord"],
      ["ambassade du n", "ambassade du Nord"],
      ["armed group", "Front"],
    ] as const) {
      await page.fill("[data-testid=search]", typed);
      await page.waitForSelector("[data-testid=hit]");
      expect(await page.locator("[data-testid=hit]").first().textContent()).toContain(
        typed === "north" ? "North" : found,
      );
    }
    await page.fill("[data-testid=search]", "ada");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=panel-title]");
    expect(await browser.text("panel-title")).toContain("Ada Chef");
    expect(hash()).toContain("node=actor:chief");
  });

  it("a node without relations is found, shown on the canvas, and its sentences are in the panel", async () => {
    const page = await open();
    await browser.ready();
    await page.fill("[data-testid=search]", "Portville");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=mentions]");
    expect(await page.textContent("[data-testid=mentions] mark")).toBe("Portville");
    await browser.ready();
    await browser.placeOf("node", "place:portville");
  });

  it("a click on a node and on a line opens what is said, with the words marked where the graph has them", async () => {
    const page = await open();
    await browser.ready();
    await browser.clickAt(await browser.placeOf("node", "group:front"));
    await page.waitForSelector("[data-testid=claim]");
    expect(await browser.text("panel-title")).toContain("Front");
    await page.keyboard.press("Escape");
    await open(`#edge=${encodeURIComponent(STRUCK)}`);
    const claim = TOLD_GRAPH.claims.find((c) => c.id === "claim:group:front-STRUCK-place:base-happened");
    const card = page.context().pages()[0] ?? browser.page;
    const shown = browser.page.locator(`[data-claim="${claim?.id}"]`);
    await shown.waitFor();
    expect(card).toBeDefined();
    const [evidence] = claim?.evidence ?? [];
    if (evidence === undefined) throw new Error("the claim has no evidence");
    expect(await shown.locator("blockquote p").first().textContent()).toBe(evidence.quote);
    expect(await shown.locator("mark[data-part~=trigger]").textContent()).toBe("bombardée");
    expect(await shown.locator("mark[data-part~=source]").textContent()).toBe("Front");
    expect(await shown.textContent()).toContain("nort");
  });

  it("a click on a line's middle opens the relation", async () => {
    const page = await open("#only=group%3Afront+place%3Aembassy");
    await browser.ready();
    await browser.clickAt(await browser.placeOf("edge", "edge:group:front-ATTACKED-place:embassy"));
    await page.waitForSelector("[data-testid=verdict]");
    expect(await browser.text("panel-title")).toContain("attacked");
    expect(await browser.text("verdict")).toContain("May be shown as a fact");
  });

  it("an accusation is told apart by place, word and the party's name", async () => {
    const page = await open(`#edge=${encodeURIComponent(SPONSORS)}`);
    await page.waitForSelector("[data-testid=verdict]");
    expect(await browser.text("verdict")).toMatch(/No fact.*alleged by North.*denied by Sud/u);
    expect(await page.locator("[data-testid=place-claimed] [data-testid=claim]").count()).toBe(1);
    expect(await page.locator("[data-testid=place-notDone] [data-testid=claim]").count()).toBe(1);
    expect(await browser.count("place-fact")).toBe(0);
  });

  it("claims that are no relation are shown in words", async () => {
    const page = await open("#node=place%3Abase");
    const card = page.locator(
      "[data-testid=place-notDone] [data-claim='claim:group:front-STRUCK-place:base-intended']",
    );
    await card.waitFor();
    expect(await card.locator("[data-testid=claim-status]").textContent()).toBe("planned");
    expect(await card.textContent()).toContain("kept as a claim");
  });

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
    expect(hash()).toContain("from=2026-03-03");
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
    expect(hash()).toContain("path=actor:south place:embassy");
    await page.check("[data-testid=facts-only]");
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=step]").length === 3);
    expect(await browser.text("panel")).not.toContain("alleged by");
    await page.fill("[data-testid=path-to]", "Portville");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=no-path]");
  });

  it("the same graph lies the same way; arranging can be asked for, and hands move nodes", async () => {
    const page = await open();
    await browser.ready();
    const first = await browser.placeOf("node", "group:front");
    await open();
    await browser.ready();
    expect(await browser.placeOf("node", "group:front")).toEqual(first);
    const from = await browser.placeOf("node", "actor:chief");
    await browser.page.mouse.move(from.x, from.y);
    await browser.page.waitForTimeout(200);
    await browser.page.mouse.down();
    await browser.page.mouse.move(from.x + 60, from.y + 40, { steps: 6 });
    await browser.page.mouse.up();
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
});

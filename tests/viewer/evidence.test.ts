/** Finding a name, and the sentences behind a node and a line, as a person does it in a real Chromium. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

const SPONSORS = "edge:actor:south-SPONSORS-group:front";
const STRUCK = "edge:group:front-STRUCK-place:base";

describe.skipIf(executable === null && process.env.CI !== "true")("finding and evidence", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = (hash = "", options = {}) => browser.open(TOLD_GRAPH, { hash, ...options });

  it("search forgives a slip and accents, knows both languages, and Enter chooses", async () => {
    const page = await open();
    await browser.ready();
    for (const [typed, found] of [
      ["fron", "Front"],
      ["Frnt", "Front"],
      ["north", "Nord"],
      ["ambassade du n", "ambassade du Nord"],
      ["armed group", "Front"],
      ["Fornt", "Front"],
      ["l'ambassade", "ambassade du Nord"],
      ["the embassy", "ambassade du Nord"],
    ] as const) {
      await page.fill("[data-testid=search]", typed);
      await page.waitForSelector("[data-testid=hit]");
      expect(await page.locator("[data-testid=hit]").first().textContent()).toContain(
        typed === "north" ? "North" : found,
      );
    }
    // The list by its keys: down, up, and away.
    await page.fill("[data-testid=search]", "nord");
    const chosen = () => page.locator("[data-testid=hit][aria-selected=true]").textContent();
    const first = await chosen();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(
      () => document.querySelector("[data-testid=search]")?.getAttribute("aria-activedescendant") === "search-hit-1",
    );
    expect(await chosen()).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-testid=hit]", { state: "detached" });
    await page.fill("[data-testid=search]", "ada");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=panel-title]");
    expect(await browser.text("panel-title")).toContain("Ada Chef");
    expect(browser.hash()).toContain("node=actor:chief");
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
    await browser.clickOn("node", "group:front");
    await page.waitForSelector("[data-testid=claim]");
    expect(await browser.text("panel-title")).toContain("Front");
    await page.keyboard.press("Escape");
    const sure = { ...TOLD_GRAPH, claims: TOLD_GRAPH.claims.map((c) => ({ ...c, score: 0.7 })) };
    await browser.open(sure, { hash: `#edge=${encodeURIComponent(STRUCK)}` });
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
    const article = TOLD_GRAPH.articles.find((a) => a.id === evidence.article);
    const footer = (await shown.locator("blockquote footer").first().textContent()) ?? "";
    for (const part of [article?.publisher, article?.title, article?.published?.slice(0, 10)])
      expect(footer).toContain(part ?? "");
    expect(await shown.locator("[data-testid=claim-score]").textContent()).toBe("probability 70 %");
  });

  it("a click on a line's middle opens the relation", async () => {
    const page = await open("#only=group%3Afront+place%3Aembassy");
    await browser.ready();
    await browser.clickOn("edge", "edge:group:front-ATTACKED-place:embassy");
    await page.waitForSelector("[data-testid=verdict]");
    expect(await browser.text("panel-title")).toContain("attacked");
    expect(await browser.text("verdict")).toContain("May be shown as a fact");
  });

  it("one line stands for all claims of a relation between two, says of how many, and opens to them", async () => {
    const attacked = "edge:group:front-ATTACKED-place:embassy";
    const [first] = TOLD_GRAPH.edges.find((e) => e.id === attacked)?.claims ?? [];
    const again = TOLD_GRAPH.claims.filter((c) => c.id === first).map((c) => ({ ...c, id: `${c.id}-again` }));
    const graph = {
      ...TOLD_GRAPH,
      claims: [...TOLD_GRAPH.claims, ...again],
      edges: TOLD_GRAPH.edges.map((e) =>
        e.id === attacked ? { ...e, claims: [...e.claims, ...again.map((c) => c.id)] } : e,
      ),
    };
    const page = await browser.open(graph, { hash: "#only=group%3Afront+place%3Aembassy" });
    await browser.ready();
    await page.waitForTimeout(400);
    expect(await browser.wordsOn(attacked)).toBe("attacked ×2");
    await browser.clickOn("edge", attacked);
    await page.waitForSelector("[data-testid=verdict]");
    expect(await page.locator("[data-testid=place-fact] [data-testid=claim]").count()).toBe(2);
    await page.click("[data-testid=view-table]");
    await page.click("[data-testid=table-relations]");
    expect(await page.locator("[data-testid=row]").allTextContents()).toEqual([expect.stringContaining("attacked ×2")]);
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
    expect(await card.textContent()).toContain("not a fact");
  });

  it("lines between the same two part, and each opens what it stands for", async () => {
    const page = await open("#only=actor%3Anorth+actor%3Asouth");
    await browser.ready();
    const between = TOLD_GRAPH.edges.filter((e) =>
      [e.source, e.target].every((id) => id === "actor:north" || id === "actor:south"),
    );
    expect(between.map((e) => e.relation).sort()).toEqual(["ACCUSED", "MET_WITH", "THREATENED"]);
    const words: Readonly<Record<string, string>> = {
      ACCUSED: "accused",
      MET_WITH: "met with",
      THREATENED: "threatened",
    };
    for (const { id, relation } of between) {
      await browser.clickOn("edge", id);
      await page.waitForFunction(
        (word) => document.querySelector("[data-testid=panel-title]")?.textContent?.includes(word) === true,
        words[relation] ?? "",
      );
      await page.keyboard.press("Escape");
      await page.waitForSelector("[data-testid=panel]", { state: "detached" });
      await browser.ready();
    }
  });

  it("a finger opens a node's evidence", async () => {
    const page = await open("", { width: 390, height: 844, hasTouch: true });
    await browser.ready();
    const { x, y } = await browser.placeOf("node", "group:front");
    await page.touchscreen.tap(x, y);
    await page.waitForSelector("[data-testid=panel] [data-testid=claim]");
    expect(await browser.text("panel-title")).toContain("Front");
  });

  it("two fingers bring the picture nearer", async () => {
    const page = await open("", { width: 390, height: 844, hasTouch: true });
    await browser.ready();
    const apart = async () => {
      const [a, b] = [await browser.placeOf("node", "group:front"), await browser.placeOf("node", "actor:north")];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    const before = await apart();
    const fingers = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", spread: number | null) =>
      fingers.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: spread === null ? [] : [195 - spread, 195 + spread].map((x, id) => ({ x, y: 400, id })),
      });
    await touch("touchStart", 40);
    for (let spread = 50; spread <= 120; spread += 10) await touch("touchMove", spread);
    await touch("touchEnd", null);
    await page.waitForFunction(() => location.hash.includes("camera="));
    await page.waitForTimeout(400);
    expect(await apart()).toBeGreaterThan(before * 1.5);
  });
});

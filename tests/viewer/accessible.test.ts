/** The viewer without a mouse and for a screen reader, in a real Chromium; axe-core on every view. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, violationsOn } from "./axe-on.js";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

describe.skipIf(executable === null && process.env.CI !== "true")("the viewer for everybody", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);

  const VIEWS = [
    "#",
    "#node=group%3Afront",
    "#edge=edge%3Aactor%3Asouth-SPONSORS-group%3Afront",
    "#path=actor%3Asouth+place%3Aembassy",
    "#view=table",
    "#view=claims",
    "#view=timeline",
    "#view=read&node=group%3Afront",
    "#view=dossier&node=group%3Afront",
    "#view=console",
  ];
  const cases = VIEWS.flatMap((hash) => (["light", "dark"] as const).map((theme) => ({ hash, theme })));

  it.skipIf(axe === null).each(cases)("axe-core finds nothing on $hash, $theme", async ({ hash, theme }) => {
    const page = await browser.open(TOLD_GRAPH, { hash, colorScheme: theme, bypassCSP: true });
    await page.waitForSelector("main.stage");
    await page.waitForTimeout(300);
    expect(await violationsOn(page)).toEqual([]);
  });

  it.skipIf(axe === null)("axe-core finds nothing on a small screen with filters, panel and exports open", async () => {
    const page = await browser.open(TOLD_GRAPH, {
      hash: "#node=group%3Afront",
      width: 390,
      height: 844,
      bypassCSP: true,
    });
    await page.waitForSelector("[data-testid=panel]");
    await page.click("[data-testid=filters-toggle]");
    await page.click("[data-testid=export]");
    expect(await violationsOn(page)).toEqual([]);
  });

  it.skipIf(axe === null)("axe-core finds nothing on the form that links two, with what it found", async () => {
    const page = await browser.open(TOLD_GRAPH, { bypassCSP: true });
    await browser.ready();
    await page.click("[data-testid=paths-toggle]");
    await page.fill("[data-testid=path-from]", "nor");
    await page.waitForSelector("[data-testid=hit]");
    expect(await violationsOn(page)).toEqual([]);
  });

  it("the canvas by keyboard: from node to node, its evidence, and what can be done with it", async () => {
    const page = await browser.open(TOLD_GRAPH);
    await browser.ready();
    await page.focus("[data-testid=canvas]");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("[data-testid=panel]");
    const first = await browser.text("panel-title");
    expect(await page.locator("[role=status]").first().textContent()).not.toBe("");
    let moved = false;
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(80);
      moved ||= (await browser.text("panel-title")) !== first;
    }
    expect(moved).toBe(true);
    await page.keyboard.press("p");
    await page.waitForFunction(() => location.hash.includes("pin="));
    await page.keyboard.press("n");
    await page.waitForSelector("[data-testid=depth-1]");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-panel"))).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-testid=panel]", { state: "detached" });
  });

  it("every button and field is reached by Tab, is named, and its focus is seen", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#node=group%3Afront" });
    await browser.ready();
    const wanted = await page
      .locator("button:visible:not(:disabled), input:visible, select:visible, summary:visible")
      .count();
    const seen = new Set<string>();
    for (let k = 0; k < wanted + 40; k++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement | null;
        if (e === null || e === document.body) return null;
        const style = getComputedStyle(e);
        const name =
          e.getAttribute("aria-label") ?? (e as HTMLInputElement).labels?.[0]?.textContent ?? e.textContent ?? "";
        const all = [...document.querySelectorAll("button, input, select, summary, [tabindex]")];
        const isRange = (e as HTMLInputElement).type === "range";
        return { key: String(all.indexOf(e)), name: name.trim(), outline: isRange || style.outlineStyle !== "none" };
      });
      if (at === null) continue;
      expect(at.name).not.toBe("");
      expect(at.outline).toBe(true);
      seen.add(at.key);
    }
    expect(seen.size).toBeGreaterThanOrEqual(wanted);
  });

  it("the graph says in words what it shows", async () => {
    const page = await browser.open(TOLD_GRAPH);
    await browser.ready();
    const label = await page.getAttribute("[data-testid=canvas]", "aria-label");
    expect(label).toContain(`${TOLD_GRAPH.edges.length} relations`);
    expect(label).toContain("table");
    const described = await page.getAttribute("[data-testid=canvas]", "aria-describedby");
    expect(await page.textContent(`#${described}`)).toContain("Arrow keys");
  });
});

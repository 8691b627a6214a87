/** Where lines break: no word is cut in two, no name loses its article; at each size, in a real Chromium. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

/** Words of the elements that stand on more than one line. */
const brokenWords = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((elements) => {
    const broken: string[] = [];
    for (const element of elements) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text !== null; text = walker.nextNode())
        for (const { index, 0: word } of (text.textContent ?? "").matchAll(/[\p{L}\d-]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) broken.push(word);
        }
    }
    return broken;
  });

describe.skipIf(executable === null && process.env.CI !== "true")("lines of text", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);

  it("tables cut no word, with and without a panel, in both languages", async () => {
    const long = {
      ...TOLD_GRAPH,
      nodes: TOLD_GRAPH.nodes.map((n) => ({ ...n, name: `${n.name} Démocratique Internationale` })),
    };
    for (const { width, locale, panel } of [
      { width: 1440, locale: "en-GB", panel: "&node=group%3Afront" },
      { width: 1440, locale: "fr-FR", panel: "" },
      { width: 1024, locale: "fr-FR", panel: "" },
      { width: 390, locale: "fr-FR", panel: "" },
    ]) {
      const page = await browser.open(long, { width, height: 844, locale, hash: `#view=claims${panel}` });
      await page.waitForSelector("[data-testid=row]");
      await page.waitForTimeout(200);
      expect({ width, locale, broken: await brokenWords(page, "[data-testid=row] td") }).toEqual({
        width,
        locale,
        broken: [],
      });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#view=table${panel}`);
      await page.click("[data-testid=table-relations]");
      await page.waitForTimeout(200);
      expect({ width, locale, broken: await brokenWords(page, "[data-testid=row] td") }).toEqual({
        width,
        locale,
        broken: [],
      });
    }
  });

  it("an article before a marked word stays with it, wherever the line ends", async () => {
    const page = await browser.open(TOLD_GRAPH, { hash: "#view=read&read=article%3Aa" });
    const word = page.locator(".whole", { has: page.locator("[data-testid=trigger]", { hasText: "armer" }) });
    await word.waitFor();
    expect(await word.textContent()).toMatch(/^d'armer/u);
    for (let width = 340; width <= 700; width += 20) {
      await page.setViewportSize({ width, height: 800 });
      const tops = await word.evaluate((element) => {
        const range = document.createRange();
        range.selectNode(element.firstChild ?? element);
        return [range, element.querySelector("button")].map((part) => part?.getBoundingClientRect().bottom ?? 0);
      });
      expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0))).toBeLessThan(12);
    }
  });
});

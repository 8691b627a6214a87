/**
 * What a person who never saw the viewer asks of it, by what stands on the screen: the five questions of the order, in few
 * steps each, in a real Chromium.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

describe.skipIf(executable === null && process.env.CI !== "true")("the five questions", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const button = (name: string | RegExp) => browser.page.getByRole("button", { name });

  it("who sponsors the group that attacked the embassy, the sentence that says so, who denied it", async () => {
    const page = await browser.open(TOLD_GRAPH);
    await browser.ready();
    await page.getByRole("combobox", { name: /Search/u }).fill("embassy");
    await page.keyboard.press("Enter");
    const panel = page.locator("[data-testid=panel]");
    await button("attacked 1").click();
    await panel.locator("[data-testid=claim]").getByRole("button", { name: "Front" }).first().click();
    await page.waitForFunction(() =>
      document.querySelector("[data-testid=panel-title]")?.textContent?.includes("Front"),
    );
    await button("sponsors 1").click();
    const claimed = panel.locator("[data-testid=place-claimed]");
    expect(await claimed.textContent()).toMatch(/Sud sponsors Front/u);
    expect(await claimed.textContent()).toContain("North");
    expect(await claimed.locator("blockquote").textContent()).toContain("Le Nord accuse le Sud d'armer le Front.");
    const denied = panel.locator("[data-testid=place-notDone]");
    expect(await denied.textContent()).toMatch(/denied.*Sud/su);
    expect(await denied.locator("blockquote").textContent()).toContain("Le Sud dément.");
    await claimed.locator("[data-testid=read-here]").click();
    expect(await page.textContent(".sentence.here")).toContain("armer");
  });

  it("who denied anything, and what happened between two days", async () => {
    const page = await browser.open(TOLD_GRAPH);
    await browser.ready();
    await button("Claims").first().click();
    await page.getByText("denied", { exact: true }).first().hover();
    await button("Only: denied").click();
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length === 1);
    expect(await page.textContent("[data-testid=row]")).toContain("Sud");
    await button("Show all").first().click();
    await button("Timeline").first().click();
    for (const [name, day] of [
      ["First day", "2026-03-01"],
      ["Last day", "2026-03-02"],
    ] as const) {
      await page.getByRole("textbox", { name }).fill(day);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("checkbox", { name: /undated/u }).uncheck();
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=day]").length === 2);
    const days = await browser.text("timeline");
    expect(days).toMatch(/2026-03-01.*threatened.*2026-03-02.*attacked/su);
    expect(days).not.toContain("killed");
  });

  it("how two actors are linked", async () => {
    const page = await browser.open(TOLD_GRAPH);
    await browser.ready();
    await button("Link two").click();
    await page.getByRole("combobox", { name: "From" }).fill("south");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "To" }).fill("embassy");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=step]");
    expect(await browser.text("weakest-link")).toMatch(/2 steps.*alleged by North, denied by Sud/u);
    expect(await page.locator("[data-testid=step]").first().textContent()).toContain("d'armer le Front");
  });
});

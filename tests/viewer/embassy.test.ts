/**
 * The five questions on a graph like that of two dispatches: the group has two names, its sponsor is reported by a minister,
 * nobody denies anything. In a real Chromium, by what stands on the screen.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { EMBASSY_GRAPH } from "./embassy-graph.js";

describe.skipIf(executable === null && process.env.CI !== "true")("an attacked embassy", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = async (options = {}) => {
    const page = await browser.open(EMBASSY_GRAPH, options);
    await browser.ready();
    return page;
  };
  const button = (name: string | RegExp) => browser.page.getByRole("button", { name });
  const seek = async (words: string) => {
    await browser.page.getByRole("combobox", { name: /Search|Chercher/u }).fill(words);
    await browser.page.keyboard.press("Enter");
  };
  const rows = () => browser.page.locator("[data-testid=row]");

  it("tells who sponsors the group, whichever of its names is typed, and the sentence that says so", async () => {
    const page = await open();
    await seek("embassy");
    await button("attacked 2").click();
    const panel = page.locator("[data-testid=panel]");
    await panel.locator("[data-testid=claim]").getByRole("button", { name: "Brigades du Cap" }).click();
    await page.waitForFunction(() =>
      document.querySelector("[data-testid=panel-title]")?.textContent?.includes("Brigades du Cap"),
    );
    expect(await panel.textContent()).toContain("Also: Cape Brigades");
    await button("sponsors 1").click();
    const card = panel.locator("[data-testid=place-fact] [data-testid=claim]");
    expect(await card.textContent()).toMatch(/reported.*says.*Ada Keller.*Ostrie sponsors Brigades du Cap/su);
    expect(await card.locator("blockquote").textContent()).toContain("sont parrainées par l'Ostrie");
    await seek("cape brigades");
    await page.waitForFunction(() =>
      document.querySelector("[data-testid=panel-title]")?.textContent?.includes("Brigades du Cap"),
    );
  });

  it("finds a relation by its word, in either language, and lists its claims", async () => {
    const page = await open();
    for (const word of ["sponsor", "parraine", "who sponsors"]) {
      await seek(word);
      await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length === 1);
      expect(await rows().textContent()).toMatch(/reported.*Ostrie.*sponsors.*Brigades du Cap.*Ada Keller/su);
      await button("Show all").first().click();
      await page.waitForFunction(() => document.querySelectorAll("[data-testid=row]").length > 1);
    }
    await button("Link two").click();
    await page.getByRole("combobox", { name: "From" }).fill("sponsor");
    await page.getByText("Nothing by that name").waitFor();
  });

  it("says that nobody denied anything, in the claims and on the canvas", async () => {
    const page = await open();
    await page.getByRole("combobox", { name: /Search/u }).fill("denied");
    expect(await page.locator("[data-testid=hit]").first().textContent()).toBe("deniedstatus · 0 claims");
    await page.keyboard.press("Enter");
    const nobody = "None of the 10 claims read in 1 article has the status “denied”.";
    await page.getByText(nobody).waitFor();
    await page.click("[data-testid=view-graph]:visible");
    await page.getByText(nobody).waitFor();
  });

  it("leads from a canvas without lines to what is only possible, also where a node is chosen", async () => {
    const page = await open();
    await seek("cape brigades");
    await page.getByText("possible", { exact: true }).first().hover();
    await button("Only: possible").click();
    const note = page.locator("[data-testid=no-lines]");
    await note.waitFor();
    expect(await note.textContent()).toContain("1 claim passes the filters; what is planned, possible or denied");
    await note.getByRole("button", { name: "Claims" }).click();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(1);
    expect(await rows().textContent()).toMatch(/possible.*Nordie.*struck.*Brigades du Cap/su);
    expect(await page.locator("[data-testid=place-notDone]").first().textContent()).toMatch(/says.*Ada Keller/su);
    await page.goBack();
    await note.waitFor();
  });

  it("tells what happened between two days, and never a week as a day", async () => {
    const page = await open();
    await button("Timeline").first().click();
    for (const [name, day] of [
      ["First day", "2019-12-29"],
      ["Last day", "2019-12-31"],
    ] as const) {
      await page.getByRole("textbox", { name }).fill(day);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("checkbox", { name: /undated/u }).uncheck();
    await page.waitForFunction(() => document.querySelectorAll("[data-testid=day]").length === 3);
    const text = await browser.text("timeline");
    expect(text).toMatch(
      /2019-12-29.*armée nordienne struck.*between 2019-12-30 and 2020-01-05.*Brigades du Cap attacked/su,
    );
    expect(text).toMatch(/2019-12-31.*manifestants attacked/su);
    expect(text).not.toContain("withdrew");
    const span = page.locator("[data-testid=lanes] g.mark", { has: page.locator("[data-testid=span]") });
    expect(await span.count()).toBe(1);
    expect(await span.locator("title").textContent()).toContain("between 2019-12-30 and 2020-01-05");
    const [bar, mark] = [await span.locator("line").boundingBox(), await span.locator("circle").boundingBox()];
    if (bar === null || mark === null) throw new Error("no span on the lanes");
    expect(mark.x + mark.width / 2).toBeCloseTo(bar.x + bar.width / 2, 0);
  });

  it("tells how two are linked, and who says the link that is no assertion", async () => {
    const page = await open();
    await button("Link two").click();
    await page.getByRole("combobox", { name: "From" }).fill("ostrie");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "To" }).fill("embassy");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-testid=step]");
    expect(await browser.text("weakest-link")).toMatch(/2 steps.*reported by Ada Keller/u);
    const steps = page.locator("[data-testid=step]");
    expect(await steps.first().textContent()).toMatch(/Ostrie.*sponsors.*Brigades du Cap.*parrainées/su);
    expect(await steps.last().textContent()).toMatch(/Brigades du Cap.*attacked.*ambassade/su);
  });

  it("speaks French throughout where the browser does", async () => {
    const page = await open({ locale: "fr-FR" });
    await seek("ambassade");
    const panel = page.locator("[data-testid=panel]");
    await panel.getByText("bâtiment ou site · ambassade").waitFor();
    expect(await panel.textContent()).toContain("entre le 2019-12-30 et le 2020-01-05");
    expect(await panel.textContent()).not.toMatch(/embassy|between/u);
    expect(browser.troubles).toEqual([]);
  });
});

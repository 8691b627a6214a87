/** An accusation never looks like a fact: its line, place and word in every view, with the party's name; in a real Chromium. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

const ALLEGED = "claim:actor:south-SPONSORS-group:front-alleged";
const PLANNED = "claim:actor:south-STRUCK-actor:north-intended";
/** The killing told by a party alone. */
const KILLING_ALLEGED: Graph = {
  ...TOLD_GRAPH,
  claims: TOLD_GRAPH.claims.map((c) =>
    c.relation === "KILLED"
      ? { ...c, status: "alleged", class: "alleged", by: ["actor:north"], event: "event:alone" }
      : c,
  ),
};
/** Dots of the bowed line. */
const DOTS = "path[stroke-dasharray]";

describe.skipIf(executable === null && process.env.CI !== "true")("an accusation in every view", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);
  const open = (hash: string) => browser.open(TOLD_GRAPH, { hash });

  it("on the canvas: the party's name on a dotted line", async () => {
    const page = await open("#only=actor%3Asouth+group%3Afront");
    await browser.ready();
    await page.click("[data-testid=export]");
    const svg = (await browser.saved("export-svg")).bytes.toString();
    expect(svg).toContain("alleged by North, denied by Sud");
    const line = /<path d="M([\d.]+) ([\d.]+)Q([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"[^>]*stroke-dasharray="2 5"/u.exec(
      svg,
    );
    const [x1 = 0, y1 = 0, cx = 0, cy = 0, x2 = 0, y2 = 0] = (line ?? []).slice(1).map(Number);
    const offTheStraightWay = Math.abs((x2 - x1) * (y1 - cy) - (x1 - cx) * (y2 - y1)) / Math.hypot(x2 - x1, y2 - y1);
    expect(offTheStraightWay).toBeGreaterThan(20);
  });

  it("in the claims and the tables: apart from what is established, with its word and who says so", async () => {
    let page = await open("#view=claims");
    const alleged = page.locator(`[data-id="${ALLEGED}"]`);
    await alleged.waitFor();
    expect(await alleged.getAttribute("class")).toContain("claimed");
    for (const word of ["alleged", "North"]) expect(await alleged.textContent()).toContain(word);
    const planned = page.locator(`[data-id="${PLANNED}"]`);
    expect(await planned.getAttribute("class")).toContain("notDone");
    expect(await planned.textContent()).toContain("planned");
    const marks = await page.locator("[data-testid=row]").evaluateAll((rows) => rows.map((r) => r.className.trim()));
    expect(marks.lastIndexOf("fact")).toBeLessThan(marks.indexOf("claimed"));
    expect(marks.lastIndexOf("claimed")).toBeLessThan(marks.indexOf("notDone"));
    page = await open("#view=table");
    await page.click("[data-testid=table-relations]");
    const row = page.locator("[data-testid=row]", { hasText: "sponsors" });
    expect(await row.getAttribute("class")).toContain("claimed");
    expect(await row.textContent()).toContain("alleged by North, denied by Sud");
    expect(await row.locator(DOTS).count()).toBe(1);
  });

  it("in the timeline and the article: the same", async () => {
    let page = await browser.open(KILLING_ALLEGED, { hash: "#view=timeline" });
    const line = page.locator("[data-testid=happening] li.claimed", { hasText: "killed" });
    await line.waitFor();
    expect(await line.textContent()).toMatch(/alleged.*North/u);
    expect(await line.locator(DOTS).count()).toBe(1);
    expect(await page.locator("[data-testid=lanes] .mark circle[fill=none][stroke-dasharray]").count()).toBeGreaterThan(
      0,
    );
    const planned = page.locator("[data-testid=happening].notDone", { hasText: "struck" }).first();
    await planned.waitFor();
    expect(await planned.textContent()).toContain("planned");
    page = await open("#view=read&read=article%3Aa");
    const trigger = page.locator("[data-testid=trigger]", { hasText: "armer" });
    await trigger.waitFor();
    expect(await trigger.getAttribute("class")).toContain("claimed");
    expect(await trigger.getAttribute("title")).toContain("alleged");
    expect(await page.locator("[data-testid=trigger].notDone", { hasText: "bombarder" }).count()).toBe(1);
    const said = page.locator(".margin li", { hasText: "sponsors" }).first();
    expect(await said.textContent()).toContain("North");
  });

  it("in the dossier of a relation, on paper too", async () => {
    const page = await open(`#view=dossier&edge=${encodeURIComponent("edge:actor:south-SPONSORS-group:front")}`);
    await page.waitForSelector("[data-testid=dossier]");
    expect(await browser.text("verdict")).toMatch(/No fact.*alleged by North.*denied by Sud/u);
    expect(await browser.count("place-fact")).toBe(0);
    for (const { evidence } of TOLD_GRAPH.claims.filter((c) => c.relation === "SPONSORS"))
      for (const e of evidence) expect(await browser.text("dossier")).toContain(e.quote);
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible("[data-testid=verdict]")).toBe(true);
    expect(await page.isVisible("[data-testid=place-claimed]")).toBe(true);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });
});

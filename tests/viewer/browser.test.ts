/** The viewer in a real Chromium: how it opens, what it keeps out, themes, languages, small screens. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../graph/model.js";
import { HOSTILE_NAMES, SAMPLE_GRAPH } from "../stores/sample-graph.js";
import { executable, ViewerBrowser } from "./chromium-page.js";
import { TOLD_GRAPH } from "./told-graph.js";

const HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script> __proto__ `\"'";

/** Hostile text wherever an article or a name could bring it in. */
function hostileGraph(): Graph {
  const at = TOLD_GRAPH.nodes.findIndex((n) => n.id === "group:front");
  return {
    ...TOLD_GRAPH,
    articles: TOLD_GRAPH.articles.map((a) => ({
      ...a,
      title: HOSTILE,
      publisher: HOSTILE,
      file: HOSTILE,
      text: `${a.text} ${HOSTILE}`,
    })),
    nodes: TOLD_GRAPH.nodes.map((n, k) =>
      k === at ? { ...n, name: HOSTILE, names: { fr: [HOSTILE] }, sameAs: [] } : n,
    ),
    claims: TOLD_GRAPH.claims.map((c) => ({
      ...c,
      evidence: c.evidence.map((e) => ({ ...e, attribution: HOSTILE, rule: HOSTILE })),
    })),
  };
}

describe.skipIf(executable === null && process.env.CI !== "true")("the viewer in Chromium", () => {
  const browser = new ViewerBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop(), 60_000);

  it("opens from disk without a network, an error or a breach of its policy", async () => {
    await browser.open(SAMPLE_GRAPH);
    await browser.ready();
    expect(await browser.text("shown")).toContain(`${SAMPLE_GRAPH.edges.length} relations`);
    expect(browser.troubles).toEqual([]);
    const policy = await browser.page.getAttribute("meta[http-equiv]", "content");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("connect-src 'none'");
  });

  it("runs no script and no style that a text brings in", async () => {
    const page = await browser.open(SAMPLE_GRAPH);
    await browser.ready();
    await page
      .evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.broken = true";
        document.body.append(script);
      })
      .catch(() => undefined);
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    expect(
      await page.evaluate(() =>
        fetch("https://example.org").then(
          () => "sent",
          () => "refused",
        ),
      ),
    ).toBe("refused");
  });

  it.each(["graph", "table", "claims", "timeline", "read", "dossier"])(
    "hostile names are text in the view %s",
    async (view) => {
      const page = await browser.open(hostileGraph(), { hash: `#view=${view}&node=group%3Afront` });
      await page.waitForSelector(view === "dossier" ? "[data-testid=dossier]" : "[data-testid=panel-title]");
      await page.waitForTimeout(200);
      expect(await browser.text("panel-title")).toContain(HOSTILE);
      expect(await page.locator("img, script:not([type])").count()).toBe(0);
      expect(browser.troubles).toEqual([]);
    },
  );

  it("every hostile name of the stores' sample is found and shown as it is", async () => {
    const page = await browser.open(SAMPLE_GRAPH);
    for (const [k, name] of HOSTILE_NAMES.entries()) {
      if (name.includes("\n") || /^\W+$/u.test(name)) continue;
      await page.evaluate((id) => {
        location.hash = `#node=${encodeURIComponent(id)}`;
      }, `actor:hostile-${k}`);
      await page.waitForFunction(
        (text) => document.querySelector("[data-testid=panel-title]")?.textContent?.includes(text) === true,
        name,
      );
    }
    expect(browser.troubles).toEqual([]);
  });

  it("both themes and both languages, the language in the address", async () => {
    const page = await browser.open(SAMPLE_GRAPH, { colorScheme: "dark", locale: "fr-FR", hash: "#view=claims" });
    await page.waitForSelector("[data-testid=row]");
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    expect(await page.getAttribute("html", "lang")).toBe("fr");
    expect(await browser.text("view-table")).toBe("Tableau");
    await page.click("[data-testid=theme]");
    expect(await page.getAttribute("html", "data-theme")).toBe("light");
    await page.click("[data-testid=language]");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    expect(await browser.text("view-table")).toBe("Table");
    expect(new URL(page.url()).hash).toContain("lang=en");
  });

  it("fits a small screen: the panel is a sheet, the chosen node stays in sight, filters open and close by touch", async () => {
    const page = await browser.open(SAMPLE_GRAPH, {
      width: 390,
      height: 844,
      hasTouch: true,
      hash: "#node=group%3Afront",
    });
    await page.waitForSelector("[data-testid=panel]");
    await browser.ready();
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const sheet = await page.locator("[data-testid=panel]").boundingBox();
    const node = await browser.placeOf("node", "group:front");
    expect(node.y).toBeLessThan(sheet?.y ?? 0);
    await page.tap("[data-testid=close-panel]");
    await page.waitForSelector("[data-testid=panel]", { state: "detached" });
    expect(await page.isVisible("[data-testid=filters]")).toBe(false);
    await page.tap("[data-testid=filters-toggle]");
    expect(await page.isVisible("[data-testid=filters]")).toBe(true);
  });

  it("shows no motion where none is wanted", async () => {
    const page = await browser.open(SAMPLE_GRAPH, { reducedMotion: "reduce" });
    await browser.ready();
    // A jump is at one place and then at another; a move passes many.
    const places = await page.evaluate(async () => {
      const { wiregraph } = window as unknown as { wiregraph: { position: (id: string) => unknown } };
      const seen = new Set([JSON.stringify(wiregraph.position("actor:chief"))]);
      document.querySelector<HTMLButtonElement>(".zoom button")?.click();
      for (const end = performance.now() + 800; performance.now() < end; ) {
        await new Promise((next) => requestAnimationFrame(next));
        seen.add(JSON.stringify(wiregraph.position("actor:chief")));
      }
      return seen.size;
    });
    expect(places).toBe(2);
  });

  it("says so where the browser cannot draw, and leads to the table", async () => {
    const page = await browser.open(SAMPLE_GRAPH, { isWithoutWebGl: true });
    await page.waitForSelector("[data-testid=no-canvas]");
    await page.click("[data-testid=no-canvas] button");
    await page.waitForSelector("[data-testid=row]");
    expect(await browser.text("shown")).toContain(`${SAMPLE_GRAPH.edges.length} relations`);
  });

  it("says what is wrong with broken data and with an empty graph", async () => {
    let page = await browser.open("{ not JSON");
    await page.waitForSelector("[data-testid=problem]");
    expect(await browser.text("problem")).toContain("cannot be read");
    page = await browser.open({ ...SAMPLE_GRAPH, articles: [], nodes: [], claims: [], edges: [] });
    await page.waitForSelector("main.stage");
    expect(await page.textContent("main")).toContain("no relations");
  });
});

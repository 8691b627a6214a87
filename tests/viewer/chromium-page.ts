/** The viewer in a real Chromium, as a person has it: one file from disk without a network, or served. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../deploy/chromium.mjs";
import { embedGraph } from "../../graph/formats/html.js";
import type { Graph } from "../../graph/model.js";

const PAGE = path.resolve(import.meta.dirname, "../../dist/viewer/index.html");
const ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

export const executable = findChromium(false);

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly locale?: string;
  readonly hash?: string;
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly hasTouch?: boolean;
  readonly isWithoutWebGl?: boolean;
  /** For axe alone, which is brought into the page. */
  readonly bypassCSP?: boolean;
}

interface Positions {
  readonly ready: () => boolean;
  readonly position: (id: string) => { x: number; y: number } | null;
  readonly middle: (id: string) => { x: number; y: number } | null;
  readonly words: (id: string) => string | null;
}

/** One browser; each opening is a fresh context. */
export class ViewerBrowser {
  #browser: Browser | null = null;
  #context: BrowserContext | null = null;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "wiregraph-viewer-"));
  /** Errors, breaches of the policy and dialogs since the page was opened. */
  readonly troubles: string[] = [];
  page!: Page;

  async start(): Promise<void> {
    if (executable === null) throw new Error("There is no Chromium.");
    this.#browser = await chromium.launch({ executablePath: executable, args: ARGUMENTS });
  }

  async #newPage(offline: boolean, options: OpenOptions): Promise<Page> {
    if (this.#browser === null) throw new Error("The browser was not started.");
    await this.#context?.close();
    this.#context = await this.#browser.newContext({
      viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
      colorScheme: options.colorScheme ?? "light",
      locale: options.locale ?? "en-GB",
      reducedMotion: options.reducedMotion ?? "reduce",
      hasTouch: options.hasTouch ?? false,
      bypassCSP: options.bypassCSP ?? false,
      acceptDownloads: true,
      offline,
    });
    this.troubles.length = 0;
    const page = await this.#context.newPage();
    if (options.isWithoutWebGl === true)
      await page.addInitScript(() => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
          return kind.startsWith("webgl") ? null : Reflect.apply(getContext, this, [kind, ...more]);
        } as typeof getContext;
      });
    page.on("console", (m) => {
      if (m.type() === "error") this.troubles.push(m.text());
    });
    page.on("pageerror", (e) => this.troubles.push(e.message));
    page.on("request", (r) => {
      if (offline && !/^(?:file|blob|data):/u.test(r.url())) this.troubles.push(`request: ${r.url()}`);
    });
    page.on("dialog", (d) => {
      this.troubles.push(`dialog: ${d.message()}`);
      void d.dismiss();
    });
    this.page = page;
    return page;
  }

  /** @param graph a graph, or the text that stands in its place */
  async open(graph: Graph | string, options: OpenOptions = {}): Promise<Page> {
    const file = path.join(this.#folder, "graph.html");
    const text = typeof graph === "string" ? graph : JSON.stringify(graph);
    writeFileSync(file, embedGraph(readFileSync(PAGE, "utf8"), text));
    return this.openFile(file, options);
  }

  async openFile(file: string, options: OpenOptions = {}): Promise<Page> {
    const page = await this.#newPage(true, options);
    await page.goto(pathToFileURL(file).href + (options.hash ?? ""));
    return page;
  }

  async openAddress(address: string, options: OpenOptions = {}): Promise<Page> {
    const page = await this.#newPage(false, options);
    await page.goto(address + (options.hash ?? ""));
    return page;
  }

  /** Waits until the layout is done and the picture stands. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => (window as { wiregraph?: Positions }).wiregraph?.ready() === true);
    await this.page.waitForTimeout(250);
  }

  /** Where a node, or the middle of an edge, is on the page. */
  async placeOf(what: "node" | "edge", id: string): Promise<{ x: number; y: number }> {
    const place = await this.page.evaluate(
      ([kind, key]) => {
        const { wiregraph } = window as { wiregraph?: Positions };
        return (kind === "node" ? wiregraph?.position(key ?? "") : wiregraph?.middle(key ?? "")) ?? null;
      },
      [what, id],
    );
    if (place === null) throw new Error(`${id} is not on the canvas`);
    return place;
  }

  /** What is written on an edge; null where nothing is. */
  wordsOn(id: string): Promise<string | null> {
    return this.page.evaluate((key) => (window as { wiregraph?: Positions }).wiregraph?.words(key) ?? null, id);
  }

  /** Takes hold of a node, moves it so far, and lets go. */
  async drag(id: string, dx: number, dy: number): Promise<void> {
    const { x, y } = await this.placeOf("node", id);
    await this.page.mouse.move(x - 3, y - 3);
    await this.page.mouse.move(x, y);
    await this.page.waitForTimeout(200);
    await this.page.mouse.down();
    await this.page.mouse.move(x + dx, y + dy, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Clicks a node, or a line at its middle, as a hand does: where it stands still, once the pointer shows that there is something to click. */
  async clickOn(what: "node" | "edge", id: string): Promise<void> {
    const isPointing = (x: number, y: number) =>
      this.page.evaluate(
        (at) => {
          const above = document.elementFromPoint(at[0] ?? 0, at[1] ?? 0);
          return above !== null && getComputedStyle(above).cursor === "pointer";
        },
        [x, y],
      );
    // On a busy machine the picture still moves, or the renderer has not yet looked for what is under the pointer.
    for (let tries = 0; tries < 20; tries++) {
      const { x, y } = await this.placeOf(what, id);
      await this.page.mouse.move(x - 30 - tries, y - 30);
      await this.page.mouse.move(x - 3, y - 3);
      await this.page.mouse.move(x, y);
      await this.page.waitForTimeout(200);
      const now = await this.placeOf(what, id);
      if (Math.hypot(now.x - x, now.y - y) > 1 || !(await isPointing(x, y))) continue;
      await this.page.mouse.click(x, y);
      return;
    }
    throw new Error(`nothing to click where ${id} is`);
  }

  /** Clicks something that saves a file, and gives its text. */
  async saved(testId: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.click(`[data-testid=${testId}]`),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** Whether the browser reads a text as XML without an error. */
  async isXml(text: string): Promise<boolean> {
    const page = await this.page.context().newPage();
    const error = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent ?? null,
      text,
    );
    await page.close();
    return error === null;
  }

  /** The state that the address holds, as a person would read it. */
  hash(): string {
    return decodeURIComponent(new URL(this.page.url()).hash).replaceAll("+", " ");
  }
  text(testId: string): Promise<string | null> {
    return this.page.textContent(`[data-testid=${testId}]`);
  }
  count(testId: string): Promise<number> {
    return this.page.locator(`[data-testid=${testId}]`).count();
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

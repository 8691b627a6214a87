/** axe-core on a page that is open, brought in by hand: the page must be opened with `bypassCSP`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** axe-core's script: the package's, or a file that WIREGRAPH_AXE names. */
function axeScript(): string | null {
  try {
    return readFileSync(
      process.env.WIREGRAPH_AXE ?? createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
      "utf8",
    );
  } catch {
    return null;
  }
}
export const axe = axeScript();
if (axe === null) console.warn("axe-core is not installed: the viewer's views are not checked by it.");

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe-core finds, in short. */
export async function violationsOn(page: Page): Promise<unknown[]> {
  await page.evaluate(axe ?? "");
  const { violations } = await page.evaluate(
    () => (window as unknown as { axe: { run(): Promise<unknown> } }).axe.run() as Promise<AxeResults>,
  );
  return violations.map((v) => ({
    id: v.id,
    where: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)),
    why: v.nodes[0]?.failureSummary,
  }));
}

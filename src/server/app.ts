/**
 * The viewer and the graph over HTTP, for this machine alone: requests must name a loopback host, so that a page
 * elsewhere cannot reach them by a name of its own (DNS rebinding), and come from this page; nothing is offered to other
 * origins.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { WiregraphError } from "../../graph/errors.js";
import type { Store } from "../../graph/stores/store.js";
import { queryApi } from "./query-api.js";

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/u;

export interface AppOptions {
  /** Opens the database of the build; without it the viewer has no console. */
  readonly openStore?: () => Promise<Store>;
  /** Why a claim says what it says, as plain text; throws a WiregraphError for a claim that is not there. */
  readonly explain?: (claim: string) => Promise<string>;
}

/** Whether a request comes from the page of this server, from a person's own navigation, or from no browser at all. */
function isFromHere(c: Context): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined) return origin === `http://${c.req.header("host")}`;
  const site = c.req.header("sec-fetch-site");
  return site === undefined || site === "same-origin" || site === "none";
}

/**
 * @param graphFile graph.json of the build
 * @param viewerFile the viewer's one HTML file
 */
export function createApp(graphFile: string, viewerFile: string, { openStore, explain }: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (!LOOPBACK.test(c.req.header("host") ?? "")) return c.text("This server answers to this machine only.", 403);
    return next();
  });
  // The page brings its own policy for scripts, which are inside it; who may frame it is said by the header alone.
  app.use(
    secureHeaders({
      contentSecurityPolicy: { frameAncestors: ["'none'"] },
      crossOriginResourcePolicy: "same-origin",
      xFrameOptions: "DENY",
      referrerPolicy: "no-referrer",
    }),
  );
  app.get("/", async (c) => c.html(await readFile(viewerFile, "utf8")));
  app.use(async (c, next) => {
    if (!isFromHere(c)) return c.text("This server answers to its own page only.", 403);
    return next();
  });
  app.get("/graph.json", async (c) => {
    const { size } = await stat(graphFile);
    c.header("content-type", "application/json; charset=utf-8");
    c.header("content-length", String(size));
    c.header("cache-control", "no-store");
    return c.body(Readable.toWeb(createReadStream(graphFile)) as ReadableStream);
  });
  app.get("/api", (c) => c.json({ query: openStore !== undefined, explain: explain !== undefined }));
  if (explain !== undefined)
    app.get("/api/explain", async (c) => {
      try {
        return c.text(await explain(c.req.query("claim") ?? ""));
      } catch (error) {
        if (!(error instanceof WiregraphError)) throw error;
        return c.text(error.message, 404);
      }
    });
  if (openStore !== undefined) app.route("/api", queryApi(openStore));
  app.notFound((c) => c.text("There is nothing here.", 404));
  app.onError((error, c) => c.text(`${path.basename(graphFile)}: ${error.message}`, 500));
  return app;
}

/**
 * The viewer and the graph over HTTP, for this machine alone: requests must name a loopback host, so that a page
 * elsewhere cannot reach them by a name of its own (DNS rebinding); nothing is offered to other origins.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/u;

/**
 * @param graphFile graph.json of the build
 * @param viewerFile the viewer's one HTML file
 */
export function createApp(graphFile: string, viewerFile: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (!LOOPBACK.test(c.req.header("host") ?? "")) return c.text("This server answers to this machine only.", 403);
    return next();
  });
  // The page brings its own policy for scripts, which are inside it.
  app.use(
    secureHeaders({ crossOriginResourcePolicy: "same-origin", xFrameOptions: "DENY", referrerPolicy: "no-referrer" }),
  );
  app.get("/", async (c) => c.html(await readFile(viewerFile, "utf8")));
  app.get("/graph.json", async (c) => {
    const { size } = await stat(graphFile);
    c.header("content-type", "application/json; charset=utf-8");
    c.header("content-length", String(size));
    c.header("cache-control", "no-store");
    return c.body(Readable.toWeb(createReadStream(graphFile)) as ReadableStream);
  });
  app.notFound((c) => c.text("There is nothing here.", 404));
  app.onError((error, c) => c.text(`${path.basename(graphFile)}: ${error.message}`, 500));
  return app;
}

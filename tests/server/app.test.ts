import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/server/app.js";
import { ROOT } from "../cli/run-wiregraph.js";

describe("the server", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "wiregraph-server-"));
  const graphFile = path.join(folder, "graph.json");
  writeFileSync(graphFile, '{"format":"wiregraph/1"}');
  writeFileSync(path.join(folder, "index.html"), "<title>Wiregraph</title>");
  const app = createApp(graphFile, path.join(folder, "index.html"));
  const ask = (url: string, host = "127.0.0.1:8420") => app.request(url, { headers: { host } });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gives the page and the graph", async () => {
    const page = await ask("/");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Wiregraph");
    expect(await (await ask("/graph.json")).json()).toEqual({ format: "wiregraph/1" });
  });
  it.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])(
    "answers no one who calls it %s",
    async (host) => {
      expect((await ask("/graph.json", host)).status).toBe(403);
    },
  );
  it("offers nothing to other origins, and nothing else of the disk", async () => {
    const { headers } = await ask("/graph.json");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    for (const url of ["/../package.json", "/index.html", "/etc/passwd"]) expect((await ask(url)).status).toBe(404);
  });
  it("serves a build on a loopback port until it is stopped", async () => {
    const main = path.join(ROOT, "dist", "src", "cli", "main.js");
    const child = spawn(process.execPath, [main, "serve", folder, "--port", "0"]);
    const address = await new Promise<string>((resolve, reject) => {
      let out = "";
      child.stdout.on("data", (data) => {
        out += String(data);
        const found = /http:\/\/127\.0\.0\.1:\d+\//u.exec(out);
        if (found !== null) resolve(found[0]);
      });
      child.on("exit", () => reject(new Error(out)));
    });
    const response = await fetch(`${address}graph.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ format: "wiregraph/1" });
    child.kill();
  });
});

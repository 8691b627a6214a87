/**
 * One HTML file: scripts and styles go inside the page, so that it opens from disk as from the server. The page's policy
 * names them by their hashes: no other script or style runs, whatever a text brings in.
 */
import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function inlined(): Plugin {
  return {
    name: "inlined",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = Object.values(bundle).find((f) => f.fileName === "index.html");
      if (page?.type !== "asset") throw new Error("the build has no index.html");
      let html = String(page.source);
      const scripts: string[] = [];
      const styles: string[] = [];
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") {
          // A script ends at the first "</script", wherever it stands; a page holds no NUL, no CR and no half of a pair.
          const code = file.code
            .replace(/<\/(script)/giu, "<\\/$1")
            .replace(/<!--/gu, "<\\!--")
            .replace(
              /[\u0000\r]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu,
              (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
            );
          scripts.push(hashOf(code));
          const tag = new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`, "u");
          html = html.replace(tag, "").replace("</body>", () => `<script type="module">${code}</script>\n  </body>`);
        } else if (name.endsWith(".css")) {
          const tag = new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`, "u");
          const css = String(file.source);
          styles.push(hashOf(css));
          html = html.replace(tag, () => `<style>${css}</style>`);
        } else continue;
        delete bundle[name];
      }
      if (!html.includes("SCRIPT-HASHES") || !html.includes("STYLE-HASHES"))
        throw new Error("index.html has no policy that names its scripts and styles");
      page.source = html.replace("SCRIPT-HASHES", scripts.join(" ")).replace("STYLE-HASHES", styles.join(" "));
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [inlined()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist/viewer",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 1_000_000,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1_500,
  },
});

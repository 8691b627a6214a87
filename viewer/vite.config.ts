/** One HTML file: scripts and styles go inside the page, so that it opens from disk as from the server. */
import { defineConfig, type Plugin } from "vite";

function inlined(): Plugin {
  return {
    name: "inlined",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = Object.values(bundle).find((f) => f.fileName === "index.html");
      if (page?.type !== "asset") throw new Error("the build has no index.html");
      let html = String(page.source);
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") {
          // A script ends at the first "</script", wherever it stands.
          const code = file.code.replace(/<\/(script)/giu, "<\\/$1").replace(/<!--/gu, "<\\!--");
          const tag = new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`, "u");
          html = html.replace(tag, "").replace("</body>", () => `<script type="module">${code}</script>\n  </body>`);
        } else if (name.endsWith(".css")) {
          const tag = new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`, "u");
          html = html.replace(tag, () => `<style>${String(file.source)}</style>`);
        } else continue;
        delete bundle[name];
      }
      page.source = html;
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

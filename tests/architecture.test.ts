/** The rules of docs/design.md on who may import whom. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.tsx?$/u.test(file) && statSync(path.join(ROOT, file)).isFile());
}

/** Imported modules of a file: project files as paths from the root, libraries by name. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/gu)].map(([, name = ""]) =>
    name.startsWith(".") ? path.join(path.dirname(file), name) : name,
  );
}

const STAGES = ["articles", "language", "claims", "entities"].map((s) => `src/${s}/`);
/** Loaders and edges: the only places that touch files, network, console or the clock. */
const MAY_TOUCH =
  /^(?:src\/(?:cli|server)\/|graph\/(?:stores|queries)\/|graph\/(?:json|jsonl)\.ts|src\/pipeline\/(?:load-|package-root|read-articles|reading-worker)|src\/language\/session|src\/(?:articles\/find-article-files|claims\/triggers\/load-senses|entities\/load-registers|evaluate\/gold)\.ts)/u;
const OUTSIDE =
  /^(?:node:(?:fs|net|http|https|child_process|process|readline|dns|tls)|hono|@hono|commander|piscina|neo4j-driver|@grafeo)/u;

describe("architecture", () => {
  it("graph/ imports nothing of the project outside itself", () => {
    const bad = sourcesIn("graph").flatMap((f) =>
      importsOf(f)
        .filter((i) => /^(?:src|viewer|tests|deploy)\//u.test(i))
        .map((i) => `${f} → ${i}`),
    );
    expect(bad).toEqual([]);
  });

  it("stages do not import each other", () => {
    const bad = STAGES.flatMap((stage) =>
      sourcesIn(stage).flatMap((f) =>
        importsOf(f)
          .filter((i) => i.startsWith("src/") && !i.startsWith(stage) && !i.startsWith("src/model/"))
          .map((i) => `${f} → ${i}`),
      ),
    );
    expect(bad).toEqual([]);
  });

  it("the viewer needs the contract alone", () => {
    const bad = sourcesIn("viewer").flatMap((f) =>
      importsOf(f)
        .filter((i) => /^(?:src|tests|deploy)\//u.test(i))
        .map((i) => `${f} → ${i}`),
    );
    expect(bad).toEqual([]);
  });

  it("files, network, console and clock are touched at the edges alone", () => {
    const bad = [...sourcesIn("graph"), ...sourcesIn("src")]
      .filter((f) => !MAY_TOUCH.test(f))
      .flatMap((f) => {
        const text = readFileSync(path.join(ROOT, f), "utf8");
        const touches =
          /\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|stdout|stderr)/u.exec(text);
        return [...importsOf(f).filter((i) => OUTSIDE.test(i)), ...(touches === null ? [] : [touches[0]])].map(
          (i) => `${f} → ${i}`,
        );
      });
    expect(bad).toEqual([]);
  });

  it("no file is over 300 lines without saying why", () => {
    const bad = [...sourcesIn("graph"), ...sourcesIn("src"), ...sourcesIn("viewer")].filter((f) => {
      const text = readFileSync(path.join(ROOT, f), "utf8");
      return text.split("\n").length > 300 && !/Over 300 lines/u.test(text);
    });
    expect(bad).toEqual([]);
  });
});

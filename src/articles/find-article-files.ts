/** The article files that inputs name: files as given, folders walked in order. Touches the disk. */
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { WiregraphError } from "../../graph/errors.js";
import type { Problem } from "../model/text.js";

export interface ArticleFile {
  readonly path: string;
  /** The name in the graph: relative to the input folder, with forward slashes. */
  readonly name: string;
}

const EXTENSIONS: ReadonlySet<string> = new Set([".txt", ".md", ".text"]);

/** @throws {WiregraphError} `usage` where an input is not there */
export async function findArticleFiles(
  inputs: readonly string[],
): Promise<{ readonly files: readonly ArticleFile[]; readonly problems: readonly Problem[] }> {
  const files: ArticleFile[] = [];
  const problems: Problem[] = [];
  const fail = (file: string, code: string, message: string) =>
    problems.push({ code, message, file, offset: null, severity: "error" });

  async function walk(root: string, folder: string, above: ReadonlySet<string>): Promise<number> {
    const real = await realpath(folder);
    if (above.has(real)) return 0;
    let found = 0;
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const at = path.join(folder, entry.name);
      const name = path.relative(root, at).split(path.sep).join("/");
      if (entry.name.startsWith(".")) continue;
      try {
        const info = await stat(at);
        if (info.isDirectory()) found += await walk(root, at, new Set([...above, real]));
        else if (info.isFile() && EXTENSIONS.has(path.extname(entry.name).toLowerCase())) {
          files.push({ path: at, name });
          found++;
        }
      } catch (error) {
        fail(name, "unreadable", error instanceof Error ? error.message : String(error));
      }
    }
    return found;
  }

  for (const input of inputs) {
    const info = await stat(input).catch(() => {
      throw new WiregraphError("usage", `${input}: there is no such file or folder`);
    });
    if (info.isDirectory()) {
      const found = await walk(input, input, new Set());
      if (found === 0)
        fail(input, "no-articles", `no articles in this folder (${[...EXTENSIONS].join(", ")} are read)`);
    } else files.push({ path: input, name: path.basename(input) });
  }
  return { files, problems };
}

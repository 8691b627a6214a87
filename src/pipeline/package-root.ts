/** Where the package lies, with its models and registers. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WiregraphError } from "../../graph/errors.js";

/** The package's own folder, from src/ (TypeScript, in tests) as from dist/src/. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 6; up++) {
    try {
      readFileSync(join(folder, "models", "manifest.json"));
      return folder;
    } catch {
      folder = dirname(folder);
    }
  }
  throw new WiregraphError("model-missing", "models/manifest.json is missing: install the package again");
}

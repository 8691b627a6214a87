// Writes models/manifest.json: size and SHA-256 of every file that the program loads. Run after a training.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const models = new URL("../models/", import.meta.url).pathname;
const files = {};
for (const folder of ["encoder", "lexicon", "reader"]) {
  for (const name of readdirSync(join(models, folder))
    .filter((name) => !name.endsWith(".md"))
    .sort()) {
    const bytes = readFileSync(join(models, folder, name));
    files[`${folder}/${name}`] = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  }
}
writeFileSync(join(models, "manifest.json"), `${JSON.stringify({ files }, null, 2)}\n`);

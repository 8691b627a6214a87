import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLanguage } from "../../src/pipeline/load-resources.js";

const MODELS = path.resolve(import.meta.dirname, "../../models");

describe("model files", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "wiregraph-models-"));
    cpSync(MODELS, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("load from a whole folder", async () => {
    expect((await loadLanguage(undefined, folder)).language.labels.UP).toContain("VERB");
  });

  it("that are damaged are named", async () => {
    const file = path.join(folder, "encoder", "heads.onnx");
    const bytes = readFileSync(file);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(loadLanguage(undefined, folder)).rejects.toMatchObject({
      code: "model-damaged",
      message: expect.stringContaining("heads.onnx"),
    });
  });

  it("that are missing are named", async () => {
    rmSync(path.join(folder, "encoder", "heads.onnx"));
    await expect(loadLanguage(undefined, folder)).rejects.toMatchObject({
      code: "model-missing",
      message: expect.stringContaining("heads.onnx"),
    });
  });
});

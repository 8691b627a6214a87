/** `wiregraph … | head`: a reader that closes the pipe is no error. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ROOT } from "./run-wiregraph.js";

it("ends quietly where its output is read no further", async () => {
  const main = path.join(ROOT, "dist", "src", "cli", "main.js");
  const { stdout, stderr } = await promisify(execFile)(
    "sh",
    ["-c", '"$1" "$2" analyze examples/articles --format conllu | head -n 1', "sh", process.execPath, main],
    { cwd: ROOT },
  );
  expect(stdout).toMatch(/^# .+\n$/u);
  expect(stderr).not.toMatch(/EPIPE|Error/u);
}, 60_000);

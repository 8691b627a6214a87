/** `npm start [-- INPUT…]`: installs and builds what is missing, then reads articles and serves the viewer. */
import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { ensureBuilt, ensureInstalled, ensureNode, ROOT } from "./install.mjs";

ensureNode();
ensureInstalled();
ensureBuilt();
const main = path.join(ROOT, "dist", "src", "cli", "main.js");
// npm runs scripts in the project's folder; paths are meant from where the user stands.
const from = process.env.INIT_CWD ?? process.cwd();
const child = spawn(process.execPath, [main, "start", ...process.argv.slice(2)], { cwd: from, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 0));

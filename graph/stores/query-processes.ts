/** Child processes that answer queries on an embedded database, and are killed when a query takes too long. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { type Parameters, StoreError, type StoreErrorCode } from "./store.js";

/** Queries that run at the same time; more wait. */
const MAX_PROCESSES = 2;

export interface RawRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
}
type Answer = RawRows | { readonly error: { readonly code: StoreErrorCode; readonly message: string } };

/** Beside this file in the sources, or in the sources of the project that this file was compiled from. */
function childFile(): string {
  const name = "query-child.mjs";
  const places = [import.meta.dirname, path.join(import.meta.dirname, "../../../graph/stores")];
  const place = places.find((folder) => existsSync(path.join(folder, name)));
  if (place === undefined) throw new StoreError("missing", `${name} is not beside ${import.meta.filename}.`);
  return path.join(place, name);
}

export class QueryProcesses {
  readonly #database: string;
  /** Where the engine puts what does not fit in memory; a killed process leaves it behind. */
  readonly #scratch = mkdtempSync(path.join(tmpdir(), "wiregraph-query-"));
  readonly #removeScratch = () => rmSync(this.#scratch, { recursive: true, force: true });
  readonly #idle: ChildProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #stopped = false;

  /** @param database path of the database file */
  constructor(database: string) {
    this.#database = database;
    process.once("exit", this.#removeScratch);
  }

  async run(cypher: string, parameters: Parameters, limits: { timeoutMs: number; maxRows: number }): Promise<RawRows> {
    while (this.#running >= MAX_PROCESSES) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    const child = this.#idle.pop() ?? this.#start();
    try {
      return await ask(child, { cypher, parameters, maxRows: limits.maxRows }, limits.timeoutMs);
    } finally {
      this.#running--;
      if (child.connected && this.#stopped) child.kill("SIGKILL");
      else if (child.connected) {
        holdProcess(child, false);
        this.#idle.push(child);
      }
      this.#waiting.shift()?.();
    }
  }

  #start(): ChildProcess {
    return fork(childFile(), [this.#database], {
      serialization: "advanced",
      execArgv: [],
      env: { ...process.env, TMPDIR: this.#scratch, TEMP: this.#scratch, TMP: this.#scratch },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  }

  /** Ends the processes; those that answer a query just now end after it. */
  stop(): void {
    this.#stopped = true;
    for (const child of this.#idle.splice(0)) child.kill("SIGKILL");
    this.#removeScratch();
    process.off("exit", this.#removeScratch);
  }
}

/** While it waits for work a child does not keep this process alive. */
function holdProcess(child: ChildProcess, hold: boolean): void {
  if (hold) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function ask(child: ChildProcess, question: object, timeoutMs: number): Promise<RawRows> {
  holdProcess(child, true);
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit).off("error", onExit);
      act();
    };
    const kill = (code: StoreErrorCode, message: string) =>
      settle(() => {
        child.disconnect();
        child.kill("SIGKILL");
        reject(new StoreError(code, message));
      });
    const onMessage = (answer: unknown) => {
      const given = answer as Answer;
      if (!("error" in given)) settle(() => resolve(given));
      else if (given.error.code === "memory") kill("memory", given.error.message);
      else settle(() => reject(new StoreError(given.error.code, given.error.message)));
    };
    const onExit = () =>
      settle(() => reject(new StoreError("unavailable", "The query process ended without an answer.")));
    const timer = setTimeout(() => {
      kill("timeout", `The query was stopped after ${timeoutMs / 1000} s; narrow it down or add a LIMIT.`);
    }, timeoutMs);
    child.on("message", onMessage).on("exit", onExit).on("error", onExit);
    child.send(question);
  });
}

/** Runs a command in this process, as the command line would, and catches what it prints. */
import process from "node:process";
import { type Command, CommanderError } from "commander";

export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

export async function runCommand(
  command: Command,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  let output = "";
  let errors = "";
  const streams = [process.stdout, process.stderr] as const;
  const writers = streams.map((stream) => stream.write);
  const before = { ...process.env };
  process.stdout.write = (chunk: string | Uint8Array) => ((output += chunk), true);
  process.stderr.write = (chunk: string | Uint8Array) => ((errors += chunk), true);
  Object.assign(process.env, environment);
  process.exitCode = 0;
  try {
    await command.exitOverride().parseAsync(args, { from: "user" });
    return { exitCode: Number(process.exitCode), output, errors };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode, output, errors };
  } finally {
    process.exitCode = 0;
    process.env = before;
    for (const [index, stream] of streams.entries()) {
      const write = writers[index];
      if (write !== undefined) stream.write = write;
    }
  }
}

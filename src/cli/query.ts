/** `wiregraph query`: asks the database of a build. */
import process from "node:process";
import { Command, InvalidArgumentError, Option } from "commander";
import { listQueries } from "../../graph/queries/list-queries.js";
import { type Parameters, StoreError, type Value } from "../../graph/stores/store.js";
import { formatRows, ROW_FORMATS, type RowFormat } from "./format-rows.js";
import { openBuild } from "./open-build.js";
import { reportStoreFailure } from "./store-failure.js";

interface QueryOptions {
  readonly format: RowFormat;
  readonly param: Parameters;
  readonly limit: number;
  readonly question?: string;
  readonly list?: true;
}

const EXAMPLES = `
Examples:
  $ wiregraph query out "MATCH (a)-[r:STRUCK]->(b) WHERE r.fact RETURN a.name, b.name, r.firstDay ORDER BY r.firstDay"
  $ wiregraph query out --question place-timeline --param place=Gao
  $ wiregraph query --list

A query reads only. Labels, types and properties are described in docs/graph-json.md, "In Cypher".
In CSV, text that a spreadsheet would take for a formula (= + - @) has an apostrophe before it.
`;

export function queryCommand(): Command {
  return new Command("query")
    .description("ask the graph of a build in Cypher")
    .argument("[dir]", "folder that `wiregraph build` wrote")
    .argument("[cypher]", "the query, or --question")
    .addOption(new Option("--format <format>", "how rows are printed").choices(ROW_FORMATS).default("table"))
    .option("--param <name=value>", "a parameter of the query: $name; JSON or plain text (repeatable)", parameter, {})
    .option("--limit <rows>", "rows that are printed at most", wholeNumber, 1_000)
    .option("--question <name>", "one of the questions that come with wiregraph, see --list")
    .option("--list", "list the questions that come with wiregraph")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, cypher: string | undefined, options: QueryOptions, command: Command) => {
      if (options.list === true) {
        process.stdout.write(questionList());
        return;
      }
      if (folder === undefined || (cypher === undefined) === (options.question === undefined)) {
        command.error(
          'error: give a folder and either a query or --question, e.g. wiregraph query out "MATCH (n) RETURN count(n)"',
          {
            exitCode: 2,
          },
        );
      }
      try {
        await ask(folder, cypher, options);
      } catch (error) {
        reportStoreFailure(error);
      }
    });
}

async function ask(folder: string, cypher: string | undefined, options: QueryOptions): Promise<void> {
  const query = cypher === undefined ? question(options.question ?? "") : { text: cypher, parameters: new Map() };
  const parameters: Parameters = { ...Object.fromEntries(query.parameters), ...options.param };
  const store = await openBuild(folder, (line) => process.stderr.write(`${line}\n`));
  try {
    const rows = await store.query(query.text, parameters, { maxRows: options.limit });
    process.stdout.write(formatRows(rows, options.format));
    if (rows.truncated) process.stderr.write(`Only the first ${options.limit} rows; --limit gives more.\n`);
  } finally {
    await store.close();
  }
}

function question(name: string): { readonly text: string; readonly parameters: ReadonlyMap<string, string> } {
  const found = listQueries().find((query) => query.name === name);
  if (found === undefined)
    throw new StoreError("query", `There is no question "${name}"; wiregraph query --list names them.`);
  return found;
}

function questionList(): string {
  const lines = listQueries().map(({ name, question, parameters }) => {
    const given = [...parameters].map(([parameter, value]) => `\n    --param ${parameter}=${JSON.stringify(value)}`);
    return `${name}\n    ${question}${given.join("")}\n`;
  });
  return lines.join("");
}

/** Adds `name=value`; a value that is not JSON is text. */
function parameter(argument: string, before: Parameters): Parameters {
  const [, name, value] = /^\$?([A-Za-z_]\w*)=(.*)$/s.exec(argument) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError("write it as name=value.");
  return Object.fromEntries([...Object.entries(before), [name, jsonOrText(value)]]);
}

function jsonOrText(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

function wholeNumber(argument: string): number {
  if (!/^[1-9]\d{0,8}$/.test(argument)) throw new InvalidArgumentError("write a whole number of rows, from 1.");
  return Number(argument);
}

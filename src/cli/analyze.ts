/** `wiregraph analyze`: tokens, trees and names of articles, as CoNLL-U or JSON. */
import { readFile } from "node:fs/promises";
import process from "node:process";
import { Command, Option } from "commander";
import { WiregraphError } from "../../graph/errors.js";
import { createAnalyzer, createSentenceAnalyzer } from "../language/analyze.js";
import { readConllu, writeConllu } from "../language/conllu.js";
import type { ArticleText, Language, Sentence } from "../model/text.js";
import { type BackendName, loadLanguage } from "../pipeline/load-resources.js";
import { backendOption } from "./build.js";
import { loadArticles } from "./build-folder.js";
import { printProblem } from "./report.js";

const EXAMPLES = `
Examples:
  $ wiregraph analyze article.txt --format conllu
  $ wiregraph analyze treebank.conllu --conllu --language fr --format conllu   tokens and sentences as given
`;
interface Options {
  readonly format: "conllu" | "json";
  readonly conllu?: true;
  readonly language: Language;
  readonly backend?: BackendName;
}

type Print = (file: string, text: string, sentences: readonly Sentence[]) => void;

const printers: Readonly<Record<Options["format"], Print>> = {
  conllu: (file, text, sentences) => process.stdout.write(writeConllu(file, text, sentences)),
  json: (file, text, sentences) => process.stdout.write(`${JSON.stringify({ file, text, sentences })}\n`),
};

async function analyzeGiven(inputs: readonly string[], options: Options, print: Print): Promise<void> {
  const analyze = createSentenceAnalyzer((await loadLanguage(options.backend)).language);
  for (const file of inputs) {
    const { text, sentences } = readConllu(await readFile(file, "utf8"), file);
    const out: Sentence[] = [];
    for (const offsets of sentences) {
      out.push({
        index: out.length,
        start: offsets[0]?.[0] ?? 0,
        end: offsets.at(-1)?.[1] ?? 0,
        zone: "body",
        language: options.language,
        tokens: (await analyze(text, offsets, options.language)).tokens,
      });
    }
    print(file, text, out);
  }
}

async function analyzeArticles(articles: readonly ArticleText[], options: Options, print: Print): Promise<void> {
  if (articles.length === 0) return;
  const analyze = createAnalyzer((await loadLanguage(options.backend)).language);
  for (const article of articles) {
    const { sentences, problems } = await analyze(article);
    for (const problem of problems) printProblem(problem);
    print(article.file, article.text, sentences);
  }
}

export function analyzeCommand(): Command {
  return new Command("analyze")
    .description("print tokens, trees and names of articles")
    .argument("<input...>", "article files or folders; CoNLL-U files with --conllu")
    .addOption(new Option("--format <format>", "output").choices(["conllu", "json"]).default("conllu"))
    .option("--conllu", "inputs are CoNLL-U whose sentences and tokens are taken as given")
    .addOption(new Option("--language <code>", "language of CoNLL-U inputs").choices(["fr", "en"]).default("fr"))
    .addOption(backendOption())
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options) => {
      const print = printers[options.format];
      try {
        if (options.conllu === true) return await analyzeGiven(inputs, options, print);
        const { articles, problems } = await loadArticles(inputs, null);
        for (const problem of problems) printProblem(problem);
        await analyzeArticles(articles, options, print);
        if (problems.some((p) => p.severity === "error")) process.exitCode = 1;
      } catch (error) {
        const isSystem = error instanceof Error && "syscall" in error;
        if (!(error instanceof WiregraphError) && !isSystem) throw error;
        process.stderr.write(`${(error as Error).message}\n`);
        process.exitCode = 2;
      }
    });
}

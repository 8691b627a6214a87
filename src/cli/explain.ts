/** `wiregraph explain`: why a sentence, a claim or a node says what it says in the graph. */
import process from "node:process";
import { Command, Option } from "commander";
import { WiregraphError } from "../../graph/errors.js";
import type { Article, Graph } from "../../graph/model.js";
import { StoreError } from "../../graph/stores/store.js";
import { findLanguage } from "../articles/find-language.js";
import { plainArticle } from "../articles/plain-article.js";
import type { ArticleText, Language } from "../model/text.js";
import { type ExplainedSentence, explainArticle } from "../pipeline/explain.js";
import { loadKnowledge } from "../pipeline/load-knowledge.js";
import { loadResources } from "../pipeline/load-resources.js";
import { createArticleReader } from "../pipeline/read-article.js";
import { formatExplanation } from "./format-explanation.js";
import { readBuild } from "./open-build.js";
import { plain } from "./report.js";

const EXAMPLES = `
Examples:
  $ wiregraph explain out "Front de libération du Tamesna"     a node, by name or id
  $ wiregraph explain out claim:1f0c…                          a claim
  $ wiregraph explain out --sentence 04-mali-base-toll-17.txt:2         the third sentence of an article
  $ wiregraph explain --text "Les rebelles auraient attaqué Gao." --lang fr
`;

interface Options {
  readonly sentence?: string;
  readonly text?: string;
  readonly lang?: Language;
  readonly published?: string;
  readonly format: "text" | "json";
}

/** An article and the sentences of it that are asked for; null: all. */
type Asked = readonly (readonly [ArticleText, readonly number[] | null])[];

const usage = (message: string) => new WiregraphError("usage", message);

/** The article as it was read; its zones are those of its sentences. */
function articleTextOf(article: Article): ArticleText {
  const { id, file, title, publisher, published, text } = article;
  if (text === null) throw usage(`the graph does not hold the text of ${file}`);
  const zones: [number, number, ArticleText["zones"][number][2]][] = [];
  for (const [start, end, zone] of article.sentences) {
    const last = zones.at(-1);
    if (last !== undefined && last[2] === zone) last[1] = end;
    else zones.push([start, end, zone]);
  }
  return { id, file, title, publisher, published, text, zones, language: article.language === "en" ? "en" : "fr" };
}

function askedBySentence(graph: Graph, sentence: string): Asked {
  const [, file = "", number = ""] = /^(.*):(\d+)$/u.exec(sentence) ?? [];
  if (file === "") throw usage(`${sentence}: not of the form FILE:N`);
  const article = graph.articles.find((a) => a.file === file || a.file.endsWith(`/${file}`));
  if (article === undefined) throw usage(`${file}: the graph holds no such article`);
  const index = Number(number) - 1;
  if (index < 0 || index >= article.sentences.length)
    throw usage(`${file} has ${article.sentences.length} sentences; there is none with the number ${number}`);
  return [[articleTextOf(article), [index]]];
}

/** The evidence of a claim, or of all claims of a node. */
function askedByName(graph: Graph, what: string): Asked {
  const nodes = new Set(graph.nodes.filter((n) => n.id === what || n.name === what).map((n) => n.id));
  const claims = graph.claims.filter((c) => c.id === what || nodes.has(c.source) || nodes.has(c.target));
  const edges = new Set(graph.edges.filter((e) => e.id === what).flatMap((e) => e.claims));
  const evidence = [...claims, ...graph.claims.filter((c) => edges.has(c.id))].flatMap((c) => c.evidence);
  if (evidence.length === 0)
    throw usage(nodes.size > 0 ? `nothing is said of ${what}` : `the graph holds no claim, edge or node ${what}`);
  return graph.articles.flatMap((article) => {
    const sentences = [...new Set(evidence.filter((e) => e.article === article.id).map((e) => e.sentence))];
    return sentences.length === 0 ? [] : [[articleTextOf(article), sentences.sort((a, b) => a - b)] as const];
  });
}

async function asked(folder: string | undefined, what: string | undefined, options: Options): Promise<Asked> {
  if (options.text !== undefined) {
    const language = options.lang ?? findLanguage(options.text).language;
    if (language === null) throw usage("the text is neither French nor English; --lang says which it is to be read as");
    return [[{ ...plainArticle(options.text, language, "text"), published: options.published ?? null }, null]];
  }
  if (folder === undefined) throw usage("name a folder that `wiregraph build` wrote, or give --text");
  const graph = await readBuild(folder);
  if (options.sentence !== undefined) return askedBySentence(graph, options.sentence);
  if (what === undefined) throw usage("name a claim, an edge or a node, or give --sentence FILE:N");
  return askedByName(graph, what);
}

/** Explains articles one after the other; models and registers are loaded with the first. */
export function createExplainer(): (articles: Asked) => Promise<ExplainedSentence[]> {
  const open = async () => {
    const resources = await loadResources();
    return { read: createArticleReader(resources, loadKnowledge().know), relations: resources.reader.labels.relations };
  };
  let opened: ReturnType<typeof open> | undefined;
  return async (articles) => {
    opened ??= open();
    const { read, relations } = await opened;
    const explained: ExplainedSentence[] = [];
    for (const [article, sentences] of articles)
      explained.push(...(await explainArticle(read, article, sentences, relations)));
    return explained;
  };
}

/** For the viewer's panel: an account of the claim's sentences, as plain text. @throws {WiregraphError} for an unknown claim */
export function createClaimExplainer(folder: string): (claim: string) => Promise<string> {
  const explain = createExplainer();
  return async (claim) => {
    const graph = await readBuild(folder);
    if (!graph.claims.some((c) => c.id === claim)) throw usage(`the graph holds no claim ${claim}`);
    return (await explain(askedByName(graph, claim))).map((s) => formatExplanation(s).join("\n")).join("\n\n");
  };
}

export function explainCommand(): Command {
  return new Command("explain")
    .description("tell why a sentence, a claim or a node says what it says")
    .argument("[dir]", "folder that `wiregraph build` wrote")
    .argument("[what]", "id of a claim or an edge, id or name of a node")
    .option("--sentence <file:n>", "the nth sentence of an article")
    .option("--text <text>", "a text of your own")
    .addOption(new Option("--lang <code>", "language of the text (default: found)").choices(["fr", "en"]))
    .option("--published <day>", "day of the text, for its relative dates")
    .addOption(new Option("--format <format>", "output").choices(["text", "json"]).default("text"))
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, what: string | undefined, options: Options) => {
      try {
        const articles = await asked(folder, what, options);
        const explained = await createExplainer()(articles);
        if (options.format === "json") process.stdout.write(`${JSON.stringify(explained, null, 1)}\n`);
        else process.stdout.write(explained.map((s) => `${formatExplanation(s).map(plain).join("\n")}\n`).join("\n"));
      } catch (error) {
        if (!(error instanceof WiregraphError || error instanceof StoreError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 2;
      }
    });
}

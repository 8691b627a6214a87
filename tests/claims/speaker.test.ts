/** Who is cited, by the tree of the real analyser: views that open a sentence, quotes over several sentences. */
import { beforeAll, describe, expect, it } from "vitest";
import type { NodeType, Relation, Status } from "../../graph/model.js";
import { reportBeside, sayerOf, speakerIn } from "../../src/claims/report-beside.js";
import { findQuotes, openingView, reportOfQuote, sourcePhrase } from "../../src/claims/speaker.js";
import { speakerAbove } from "../../src/claims/speaker-above.js";
import { type Indexed, speakingMention } from "../../src/claims/speaking-mention.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Mention } from "../../src/model/mention.js";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";

describe("speaker", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });

  it.each([
    ["Pour le gouverneur, les rebelles ont attaqué la ville.", "gouverneur"],
    ["Pour attaquer la ville, les rebelles ont traversé le fleuve.", null],
    ["Les rebelles ont attaqué la ville pour le gouverneur.", null],
  ])("whose view: %s", async (text, speaker) => {
    const [sentence] = (await analyze(articleOf(text, "fr"))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    expect(sentence.tokens[openingView(sentence)]?.text ?? null).toBe(speaker);
  });

  /** Who is cited for the quote that the word stands in; null where nobody is. */
  async function citedFor(text: string, language: Language, word: string) {
    const { sentences } = await analyze(articleOf(text, language));
    const offset = text.indexOf(word);
    const sentence = sentences.find((s) => s.start <= offset && offset < s.end);
    if (sentence === undefined) throw new Error("no sentence");
    const report = reportOfQuote(sentences, sentence, findQuotes(text), offset);
    return report === null ? null : report.sentence.tokens[report.head]?.text;
  }

  it.each<[Language, string, string, string | null]>([
    [
      "fr",
      "« Les rebelles ont attaqué la ville. Ils ont tué six soldats », a déclaré le gouverneur.",
      "attaqué",
      "gouverneur",
    ],
    [
      "fr",
      "Le gouverneur a déclaré : « Les rebelles ont attaqué la ville. Ils ont tué six soldats. »",
      "tué",
      "gouverneur",
    ],
    ["en", '"The rebels attacked the town. They killed six soldiers," the governor said.', "attacked", "governor"],
  ])("of a quote over two sentences, %s: %s (%s)", async (language, text, word, speaker) => {
    expect(await citedFor(text, language, word)).toBe(speaker);
  });

  it.each<[Language, string, string, string | null]>([
    ["fr", "L'évêque se tait. Le maire impute ces feux à « des bandits payés par le duc ».", "payés", "maire"],
    ["fr", "Le curé a fustigé « une razzia ourdie par les hommes du duc ».", "ourdie", "curé"],
    ["fr", "Le curé a filmé « une razzia ourdie par les hommes du duc ».", "ourdie", null],
    ["en", 'The mayor blamed "a gang of bandits armed by the duke".', "armed", "mayor"],
  ])("of a quoted fragment, %s: %s (%s)", async (language, text, word, speaker) => {
    expect(await citedFor(text, language, word)).toBe(speaker);
  });

  it.each([
    ["Des inconnus ont brûlé la mairie, à en croire le berger.", "brûlé", "berger"],
    ["Le feu a tué douze bergers, si l'on en croit le parquet.", "tué", "parquet"],
    ["Le feu a tué douze bergers, si l'on veut croire le parquet.", "tué", null],
  ])("who is believed: %s", async (text, word, speaker) => {
    const [sentence] = (await analyze(articleOf(text, "fr"))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const head = sourcePhrase(
      sentence,
      sentence.tokens.findIndex((t) => t.text === word),
    );
    expect(sentence.tokens[head]?.text ?? null).toBe(speaker);
  });

  it.each<[Language, string, string, string | null]>([
    ["fr", "La garde a arrêté un berger, accusé d'avoir nourri les rebelles.", "accusé", null],
    ["fr", "La garde a arrêté un berger, accusé par le maire d'avoir nourri les rebelles.", "accusé", "maire"],
    ["fr", "La garde a arrêté un berger accusant le maire d'avoir nourri les rebelles.", "accusant", "berger"],
  ])("who accuses, %s: %s", async (language, text, word, speaker) => {
    const [sentence] = (await analyze(articleOf(text, language))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const head = sayerOf(
      sentence,
      sentence.tokens.findIndex((t) => t.text === word),
    );
    expect(sentence.tokens[head]?.text ?? null).toBe(speaker);
  });

  it.each<[Language, string, string, Relation, Status, string | null]>([
    ["fr", "La préfecture recense douze bergers tués dans la vallée.", "tués", "KILLED", "asserted", "préfecture"],
    ["fr", "La préfecture loge douze bergers blessés dans la vallée.", "blessés", "WOUNDED", "asserted", null],
    ["fr", "La préfecture loge douze bergers blessés dans la vallée.", "blessés", "WOUNDED", "reported", "préfecture"],
    ["fr", "Le curé parle de maisons incendiées par la garde.", "incendiées", "DAMAGED", "asserted", "curé"],
    ["fr", "Le curé parle de bergers tués par la garde.", "bergers", "KILLED", "asserted", "curé"],
    ["fr", "Le consul a confirmé la libération des marins.", "libération", "RELEASED", "asserted", "consul"],
    ["fr", "Le consul n'a pas confirmé la libération des marins.", "libération", "RELEASED", "asserted", null],
    ["fr", "La mairie fait état de neuf morts.", "morts", "KILLED", "asserted", "mairie"],
    ["en", "The union counts nine drivers arrested since March.", "drivers", "ARRESTED", "asserted", "union"],
    ["en", "The union feeds nine drivers arrested since March.", "drivers", "ARRESTED", "asserted", null],
    ["en", "The bishop confirmed the abduction of two nuns.", "abduction", "ABDUCTED", "asserted", "bishop"],
    [
      "en",
      "The miners say that the Scorpions, armed by the emir, must leave.",
      "armed",
      "SPONSORS",
      "asserted",
      "miners",
    ],
  ])("who tells it by a verb above, %s: %s (%s, %s, %s)", async (language, text, word, relation, status, speaker) => {
    const [sentence] = (await analyze(articleOf(text, language))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const trigger = sentence.tokens.findIndex((t) => t.text === word);
    const head = speakerAbove(sentence, trigger, relation, status, false, (k) => k >= 0);
    expect(sentence.tokens[head]?.text ?? null).toBe(speaker);
  });

  it.each<[Language, string, string, string | null]>([
    ["fr", "Des inconnus ont brûlé la mairie, a-t-on appris auprès de la gendarmerie.", "brûlé", "gendarmerie"],
    ["fr", "Des inconnus, affirment les voisins, ont brûlé la mairie.", "brûlé", "voisins"],
    ["fr", "Des inconnus, venus de la côte, ont brûlé la mairie.", "brûlé", null],
    ["en", "Masked men burned the school, the mayor told reporters.", "burned", "mayor"],
    ["en", "SANAA – Masked men burned the school on Monday, the governor said.", "burned", "governor"],
  ])("who reports beside it, %s: %s (%s)", async (language, text, word, speaker) => {
    const [sentence] = (await analyze(articleOf(text, language))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const trigger = sentence.tokens.findIndex((t) => t.text === word);
    const beside = reportBeside(sentence, trigger);
    const above = sentence.tokens.findIndex((t) => t.relation === "root");
    const head = beside >= 0 ? speakerIn(sentence, beside) : above === trigger ? -1 : sayerOf(sentence, above);
    expect(sentence.tokens[head]?.text ?? null).toBe(speaker);
  });

  it.each([
    [
      "Deux marins sont morts, selon son armateur, la compagnie grecque Naxos.",
      "armateur",
      ["Naxos", "company"],
      "Naxos",
    ],
    ["Le pont est détruit, a dit le ministre de la Santé, Karim Haddad.", "ministre", ["Karim", "person"], "Karim"],
    [
      "Le pont est détruit, a dit le ministre de la Santé, Karim Haddad.",
      "ministre",
      ["Santé", "government_body"],
      "Santé",
    ],
    ["Le pont est détruit, a dit le garde, et Naxos le confirme.", "garde", ["Naxos", "company"], null],
    ["Le pont est détruit, a dit une source médicale.", "source", ["source", "person"], null],
    ["Le feu a fait dix morts, selon l'hôpital.", "hôpital", ["hôpital", "facility"], "hôpital"],
    ["Le feu a fait dix morts, selon le port.", "port", ["port", "facility"], null],
  ] as const)("whose mention speaks: %s", async (text, source, [word, type], speaker) => {
    const [sentence] = (await analyze(articleOf(text, "fr"))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const at = (w: string) => sentence.tokens.findIndex((t) => t.text === w);
    const mentionOf = (head: number, first: number, of: NodeType): Mention => {
      const [start, end] = [sentence.tokens[first]?.start ?? 0, sentence.tokens[head]?.end ?? 0];
      return { sentence: 0, head, first, last: head + 1, start, end, form: "name", type: of, probability: 1 };
    };
    // A ministry read in its minister's title covers the title.
    const first = type === "government_body" ? at("ministre") : at(word);
    const mentions: Indexed[] = [[0, mentionOf(at(word), first, type)]];
    const found = speakingMention(mentions, { sentence, head: at(source) });
    expect(found === null ? null : word).toBe(speaker);
  });
});

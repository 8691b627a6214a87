/** Claims that the words exclude whatever the reader weighs, by the tree of the real analyser. */
import { beforeAll, describe, expect, it } from "vitest";
import type { NodeType, Relation } from "../../graph/model.js";
import type { Candidate } from "../../src/claims/reader/candidate.js";
import { relationToldBy } from "../../src/claims/reader/followers.js";
import { tellOfMinisters } from "../../src/claims/reader/minister-acts.js";
import { isAmongVictims, isRuledOut } from "../../src/claims/reader/rule-out.js";
import type { Language, Sentence } from "../../src/model/text.js";
import { createSentenceOf, type SentenceOf } from "../sentence-of.js";

let sentenceOf: SentenceOf;
beforeAll(async () => {
  sentenceOf = await createSentenceOf();
});
const at = (sentence: Sentence, word: string) => sentence.tokens.findIndex((t) => t.text === word);

type End = [word: string, type: NodeType];
type Ruled = [Language, string, Relation, trigger: string, source: End | null, target: End, isOut: boolean];
describe("whereabouts and ties", () => {
  it.each<Ruled>([
    [
      "fr",
      "Des paysans de Tarsine ont barré la route.",
      "LOCATED_IN",
      "de",
      ["paysans", "crowd"],
      ["Tarsine", "city"],
      true,
    ],
    [
      "fr",
      "Des médiateurs venus de Tarsine ont vu les deux camps.",
      "LOCATED_IN",
      "venus",
      ["médiateurs", "crowd"],
      ["Tarsine", "city"],
      true,
    ],
    ["fr", "L'hôpital de Tarsine a brûlé.", "LOCATED_IN", "de", ["hôpital", "facility"], ["Tarsine", "city"], false],
    [
      "en",
      "Fighters based in Tarsin fled.",
      "LOCATED_IN",
      "based",
      ["Fighters", "armed_group"],
      ["Tarsin", "city"],
      false,
    ],
    [
      "fr",
      "Les présidents du Kenya et du Tchad se sont vus.",
      "LEADS",
      "présidents",
      ["présidents", "crowd"],
      ["Kenya", "state"],
      true,
    ],
    ["fr", "Le président du Kenya a parlé.", "LEADS", "président", ["président", "person"], ["Kenya", "state"], false],
    ["fr", "Des blessés ont été évacués.", "AIDED", "évacués", null, ["blessés", "crowd"], true],
    [
      "fr",
      "La foule a défilé contre le préfet à Tarsine.",
      "PROTESTED_AGAINST",
      "défilé",
      ["foule", "crowd"],
      ["Tarsine", "city"],
      true,
    ],
    [
      "fr",
      "La foule a défilé contre le préfet à Tarsine.",
      "PROTESTED_AGAINST",
      "défilé",
      ["foule", "crowd"],
      ["préfet", "person"],
      false,
    ],
    [
      "fr",
      "La milice irakienne a fui.",
      "PART_OF",
      "irakienne",
      ["milice", "armed_group"],
      ["irakienne", "state"],
      true,
    ],
    ["fr", "L'armée irakienne a fui.", "PART_OF", "irakienne", ["armée", "military"], ["irakienne", "state"], false],
    ["fr", "Des civils ont été tués.", "KILLED", "tués", null, ["civils", "crowd"], false],
  ])("%s: %s (%s)", async (language, text, relation, trigger, source, target, isOut) => {
    const sentence = await sentenceOf(text, language);
    const end = ([word, type]: End) => ({ head: at(sentence, word), type });
    const ends = [source === null ? null : end(source), end(target)] as const;
    expect(isRuledOut(sentence, relation, at(sentence, trigger), ...ends)).toBe(isOut);
  });
});

describe("victims among themselves", () => {
  it.each<[Language, string, trigger: string, source: string, target: string, boolean]>([
    [
      "fr",
      "Trente villageois (pour moitié des assaillants) et deux soldats ont péri dans ces attaques.",
      "péri",
      "assaillants",
      "soldats",
      true,
    ],
    ["en", "Thirty people, most of them attackers, died in the raid.", "died", "attackers", "people", true],
    ["fr", "Deux soldats ont péri sous les balles des rebelles.", "péri", "rebelles", "soldats", false],
    ["fr", "Les rebelles ont tué deux soldats.", "tué", "rebelles", "soldats", false],
  ])("%s: %s", async (language, text, trigger, source, target, expected) => {
    const sentence = await sentenceOf(text, language);
    const [t, s, v] = [trigger, source, target].map((word) => at(sentence, word)) as [number, number, number];
    expect(isAmongVictims(sentence, "KILLED", t, s, v)).toBe(expected);
  });
});

describe("acts of ministers", () => {
  const candidates = (sentence: Sentence, ends: readonly End[]): Candidate[] =>
    ends.map(([word, type], mention) => ({ position: at(sentence, word) + 1, type, mention }));
  const claim = (source: number, relation: Relation, target: number) =>
    ({ sentence: 0, source, relation, target, trigger: 0, status: "asserted", probability: 0.9, rule: "" }) as const;

  it.each<[Language, string, body: string, bearer: string, other: string]>([
    ["fr", "Le ministre de la Défense, Kalla Ide, a reçu vendredi Rosa Pinetti.", "Défense", "Kalla", "Rosa"],
    ["en", "The defence minister, Kalla Ide, met Rosa Pinetti on Friday.", "defence", "Kalla", "Rosa"],
  ])("%s: %s", async (language, text, body, bearer, other) => {
    const sentence = await sentenceOf(text, language);
    const found = candidates(sentence, [
      [body, "government_body"],
      [bearer, "person"],
      [other, "person"],
    ]);
    expect(tellOfMinisters(sentence, found, [claim(0, "MET_WITH", 2)])).toEqual([claim(1, "MET_WITH", 2)]);
    expect(tellOfMinisters(sentence, found, [claim(0, "MET_WITH", 2), claim(1, "MET_WITH", 2)])).toHaveLength(1);
    expect(tellOfMinisters(sentence, found, [claim(1, "LEADS", 0)])).toEqual([claim(1, "LEADS", 0)]);
  });

  it("a ministry that acts itself keeps its act", async () => {
    const sentence = await sentenceOf("Le ministère de la Défense a accusé Rosa Pinetti.", "fr");
    const found = candidates(sentence, [
      ["ministère", "government_body"],
      ["Rosa", "person"],
    ]);
    expect(tellOfMinisters(sentence, found, [claim(0, "ACCUSED", 1)])).toEqual([claim(0, "ACCUSED", 1)]);
  });
});

describe("who stands by somebody", () => {
  it.each<[Language, string, trigger: string, Relation]>([
    ["fr", "Les partisans de Raul Khint ont défilé.", "partisans", "ALLIED_WITH"],
    ["en", "His supporters marched on Monday.", "supporters", "ALLIED_WITH"],
    ["fr", "La France a soutenu le gouvernement.", "soutenu", "BACKED"],
    ["fr", "Le soutien de la France au gouvernement est acquis.", "soutien", "BACKED"],
  ])("%s: %s", async (language, text, trigger, relation) => {
    const sentence = await sentenceOf(text, language);
    expect(relationToldBy(sentence, at(sentence, trigger), "BACKED")).toBe(relation);
  });
});

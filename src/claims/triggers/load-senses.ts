/** Reads the trigger lexicon of knowledge/triggers/ and checks its form. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { WiregraphError } from "../../../graph/errors.js";
import { MODES, RELATIONS, STATUSES } from "../../../graph/model.js";
import type { Language } from "../../model/text.js";
import { indexSenses, type SenseIndex } from "./match-senses.js";
import type { Sense } from "./sense.js";

const words = z.array(z.string().min(1));
const sense: z.ZodType<Sense> = z
  .strictObject({
    words: words.min(1),
    head: z.int().min(0),
    pos: z.enum(["VERB", "NOUN", "ADJ", "ADP"]),
    reflexive: z.boolean().optional(),
    relation: z.enum(RELATIONS),
    source: words,
    target: words,
    place: words.optional(),
    instrument: words.optional(),
    mode: z.enum(MODES).optional(),
    status: z.enum(STATUSES),
    presupposes: z.boolean().optional(),
    weak: z.boolean().optional(),
  })
  .refine((s) => s.head < s.words.length, "the head is none of the words");
const senses = z.array(sense);

const LANGUAGES: readonly Language[] = ["fr", "en"];

/** The senses of one language, in the order of the file. @throws WiregraphError that names file and line */
export function readSenses(folder: string, language: Language): Sense[] {
  const file = `triggers/${language}.jsonl`;
  const fail = (line: number, message: string) =>
    new WiregraphError("lexicon", `knowledge/${file}, line ${line}: ${message}`);
  let text: string;
  try {
    text = readFileSync(join(folder, file), "utf8");
  } catch (error) {
    throw new WiregraphError("lexicon", `knowledge/${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lines = text.split("\n").flatMap((line, k) => (line === "" ? [] : [{ line, number: k + 1 }]));
  const values = lines.map(({ line, number }): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      throw fail(number, "no JSON");
    }
  });
  const result = senses.safeParse(values);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  const [at, ...path] = first?.path ?? [];
  throw fail(lines[Number(at)]?.number ?? 0, `${path.join(".")}: ${first?.message}`);
}

export function loadSenses(folder: string): Record<Language, SenseIndex> {
  const [fr, en] = LANGUAGES.map((language) => indexSenses(readSenses(folder, language)));
  return { fr: fr ?? new Map(), en: en ?? new Map() };
}

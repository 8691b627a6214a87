/** Gold files: what an annotator found in one article. Others write them too, so keys that are not known are let be. */
import { z } from "zod";
import { WiregraphError } from "../../graph/errors.js";
import { parseJson, readTextFile } from "../../graph/json.js";
import { KINDS, RELATIONS, STATUSES, TOLL_KEYS } from "../../graph/model.js";
import { shapeFaults } from "../../graph/schema.js";

const word = z.string().min(1);
/** Where a list stands, any of its members is right. */
const anyOf = z.union([word, z.array(word)]);
const count = z.union([
  z.number(),
  z.object({
    min: z.number().nullish(),
    max: z.number().nullish(),
    words: z.string().nullish(),
  }),
]);
const when = z.union([
  z.string(),
  z.object({
    from: z.string().nullable(),
    to: z.string().nullish(),
    precision: z.string().nullish(),
    basis: z.string().nullish(),
  }),
]);

const entity = z.object({
  id: word,
  kind: z.enum(KINDS),
  type: word,
  name: z.string(),
  /** Forms in the text. */
  aliases: z.array(z.string()),
  named: z.boolean().optional(),
  wikidata: word.nullish(),
});

const claim = z.object({
  source: anyOf,
  relation: z.enum(RELATIONS),
  target: anyOf,
  status: z.enum(STATUSES),
  by: anyOf.nullish(),
  attribution: z.string().nullish(),
  where: anyOf.nullish(),
  when: when.nullish(),
  toll: z.partialRecord(z.enum(TOLL_KEYS), count).nullish(),
  mode: z.string().nullish(),
  cue: z.string().nullish(),
  /** Stretches of the article's text, where the licence keeps the words away. */
  cueSpans: z.array(z.tuple([z.int(), z.int()])).nullish(),
  trigger: z.string().nullish(),
  /** Arguable: counts neither for nor against. */
  optional: z.boolean().nullish(),
});

const gold = z.object({
  /** Name of the article's file, without folder. */
  article: word,
  language: z.string(),
  published: z.string().nullish(),
  entities: z.array(entity),
  claims: z.array(claim),
});

export type GoldEntity = z.infer<typeof entity>;
export type GoldClaim = z.infer<typeof claim>;
export type Gold = z.infer<typeof gold>;

const MOST_NAMED = 5;

/**
 * @param name what errors call it, a file's path
 * @throws {WiregraphError} `json` or `gold`, with the paths of the first faults
 */
export function readGold(text: string, name: string): Gold {
  const value = parseJson(text, name);
  const faults = shapeFaults(gold, value);
  if (faults.length === 0) return value as Gold;
  const named = faults.slice(0, MOST_NAMED).map(({ path, message }) => `${path || "the whole"}: ${message}`);
  const more = faults.length > MOST_NAMED ? `; and ${faults.length - MOST_NAMED} more` : "";
  throw new WiregraphError("gold", `${name} is not a gold file. ${named.join("; ")}${more}`);
}

/** @throws {WiregraphError} `missing`, `unreadable`, `json` or `gold` */
export const readGoldFile = async (file: string): Promise<Gold> => readGold(await readTextFile(file), file);

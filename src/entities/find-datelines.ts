/**
 * Datelines: the place where a dispatch was written, at the head of its first paragraph ("BAGDAD (Reuters) – ", "(Gao) – "). The
 * reader of mentions often passes over it, for nothing is said of it; claims.md has it as a Place.
 */
import { KIND_OF_TYPE } from "../../graph/model.js";
import type { Mention } from "../model/mention.js";
import type { Sentence } from "../model/text.js";
import type { KnowName } from "./known-name.js";

const DASH = String.raw`\s*[–—-]{1,2}(?:\s|$)`;
const AGENCY = String.raw`(?:\s\([^)]{2,30}\))?`;
const DATE = String.raw`(?:,\s[^()–—]{1,30}?)?`;
const NAME = String.raw`\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3}`;
const DATELINES = [
  new RegExp(String.raw`^\((${NAME})\)${DASH}`, "u"),
  new RegExp(String.raw`^(${NAME})${DATE}${AGENCY}${DASH}`, "u"),
  new RegExp(String.raw`^(\p{Lu}{3,}(?:\s\p{Lu}{3,})?)${AGENCY}:`, "u"),
];

/** Mentions of datelines whose place the registers know and that no mention covers. */
export function findDatelines(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  know: KnowName,
): Mention[] {
  return sentences.flatMap((sentence): Mention[] => {
    if (sentence.zone !== "body") return [];
    const words = text.slice(sentence.start, sentence.end);
    const found = DATELINES.map((d) => d.exec(words)).find((m) => m !== null);
    const name = found?.[1];
    if (found === undefined || found === null || name === undefined) return [];
    const start = sentence.start + found[0].indexOf(name);
    const end = start + name.length;
    const known = know.name({ name, type: "city", form: "name", language: sentence.language });
    if (known === null || KIND_OF_TYPE[known.type] !== "Place") return [];
    if (mentions.some((m) => m.start < end && m.end > start)) return [];
    const inside = sentence.tokens.flatMap((t, k) => (t.start >= start && t.end <= end ? [k] : []));
    const [first] = inside;
    const last = inside.at(-1);
    if (first === undefined || last === undefined) return [];
    const head = inside.find((k) => !inside.includes(sentence.tokens[k]?.head ?? -1)) ?? first;
    return [
      {
        sentence: sentence.index,
        head,
        first,
        last: last + 1,
        start,
        end,
        form: "name",
        type: known.type,
        probability: 1,
      },
    ];
  });
}

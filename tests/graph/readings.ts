/** Readings of small articles, made by hand: mentions by their words, claims between them. */
import { articleId } from "../../graph/ids.js";
import { KIND_OF_TYPE, type NodeType, type Relation, type Span, type Status, type When } from "../../graph/model.js";
import type { ReadEvidence } from "../../src/model/claim.js";
import type { Reading } from "../../src/model/reading.js";
import type { Resolution, ResolvedNode } from "../../src/model/resolution.js";

/** A referent: its words in the text (first occurrence), its type, and a register key if it has one. */
export type Thing = readonly [words: string, type: NodeType, key?: string];

export interface Saying {
  readonly source: string | null;
  readonly relation: Relation;
  readonly target: string;
  readonly trigger: string;
  readonly status?: Status;
  readonly by?: readonly string[];
  readonly attribution?: string;
  readonly day?: string;
  readonly when?: When;
  readonly where?: string;
  readonly dead?: number;
}

export interface Story {
  readonly file: string;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly sentences: readonly string[];
  readonly things: readonly Thing[];
  readonly says: readonly Saying[];
}

export const onDay = (day: string): When => ({ from: day, to: day, precision: "day", basis: "explicit" });

/** A name begins with a capital letter; the rest are nominals. */
const isName = (words: string): boolean => /^\p{Lu}/u.test(words);

export function readingOf(story: Story): Reading {
  const text = story.sentences.join(" ");
  let at = 0;
  const sentences = story.sentences.map((words) => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    return { start, end: at, zone: "body" as const };
  });
  const spanOf = (words: string, from = 0): Span => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new Error(`${story.file}: no "${words}"`);
    return [start, start + words.length];
  };
  const sentenceAt = (offset: number): number => sentences.findIndex((s) => offset >= s.start && offset < s.end);
  const indexOf = (words: string): number => {
    const index = story.things.findIndex(([name]) => name === words);
    if (index < 0) throw new Error(`${story.file}: no thing "${words}"`);
    return index;
  };
  const evidence = story.says.map((say): ReadEvidence => {
    const trigger = spanOf(say.trigger);
    return {
      sentence: sentenceAt(trigger[0]),
      source: say.source === null ? null : indexOf(say.source),
      relation: say.relation,
      target: indexOf(say.target),
      trigger,
      sourceSpan: say.source === null ? null : spanOf(say.source),
      targetSpan: spanOf(say.target),
      status: say.status ?? "asserted",
      by: (say.by ?? []).map(indexOf),
      attribution: say.attribution ?? null,
      when: say.when ?? (say.day === undefined ? null : onDay(say.day)),
      where: say.where === undefined ? null : indexOf(say.where),
      toll: say.dead === undefined ? {} : { dead: { min: say.dead, max: say.dead, words: null } },
      mode: null,
      rule: "test",
      score: null,
    };
  });
  const publisher = story.publisher ?? null;
  const published = story.published ?? null;
  return {
    article: {
      id: articleId(publisher, published, text),
      file: story.file,
      title: null,
      language: "en",
      publisher,
      published,
      text,
      zones: [[0, text.length, "body"]],
    },
    sentences,
    mentions: story.things.map(([words, type]) => {
      const [start, end] = spanOf(words);
      const form = isName(words) ? "name" : "nominal";
      return { sentence: sentenceAt(start), head: 0, first: 0, last: 1, start, end, form, type, probability: 1 };
    }),
    referents: story.things.map(([words, type, key], index) => ({
      kind: KIND_OF_TYPE[type],
      type,
      named: isName(words),
      name: words,
      register: key ?? null,
      country: null,
      subtype: null,
      mentions: [index],
    })),
    evidence,
    problems: [],
  };
}

/** Referents with one register key are one thing; all others stay apart. */
export function resolveByKey(readings: readonly Reading[]): Resolution {
  const nodes: ResolvedNode[] = [];
  const known = new Map<string, number>();
  const nodeOf = readings.map(({ referents }) =>
    referents.map(({ kind, type, named, name, register }) => {
      const key = `${kind} ${register}`;
      const twin = register === null ? undefined : known.get(key);
      if (twin !== undefined) return twin;
      const names: Readonly<Record<string, readonly string[]>> = named ? { en: [name] } : {};
      const sameAs = register === null ? [] : [`wikidata:${register}`];
      nodes.push({ kind, type, subtype: null, named, name, names, country: null, sameAs, registerKey: register });
      if (register !== null) known.set(key, nodes.length - 1);
      return nodes.length - 1;
    }),
  );
  return { nodeOf, nodes };
}

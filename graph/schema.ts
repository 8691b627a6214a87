/**
 * The shape of `wiregraph/1`: every key of every record, closed lists, no key more. What a shape cannot say (order,
 * references, derived values) is check.ts's part. Source: docs/graph-json.md.
 */
import { z } from "zod";
import {
  BASES,
  CLASSES,
  CONTESTED,
  FORMS,
  type Graph,
  KINDS,
  LINK_KINDS,
  MODES,
  PRECISIONS,
  RELATIONS,
  STATUSES,
  TOLL_KEYS,
  TYPES,
  ZONES,
} from "./model.js";

const offset = z.int().nonnegative();
const span = z.tuple([offset, offset]);
const text = z.string();
const word = z.string().min(1);
const score = z.number().min(0).max(1).nullable();
/** A day, or an instant with or without an offset. */
const published = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]).nullable();
const idOf = (...prefixes: string[]) => z.string().regex(new RegExp(`^(?:${prefixes.join("|")}):.`, "su"));
const articleRef = idOf("article");
const nodeRef = idOf(...KINDS.map((kind) => kind.toLowerCase()));
const claimRef = idOf("claim");

const count = z.strictObject({ min: offset.nullable(), max: offset.nullable(), words: text.nullable() });
const toll = z.strictObject(
  Object.fromEntries(TOLL_KEYS.map((key) => [key, z.exactOptional(count)])) as Record<
    (typeof TOLL_KEYS)[number],
    z.ZodExactOptional<typeof count>
  >,
);
const when = z.strictObject({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  precision: z.enum(PRECISIONS),
  basis: z.enum(BASES),
});

export const generatorSchema = z.strictObject({
  name: word,
  version: text,
  model: text.nullable(),
  runtime: text.nullable(),
});

export const articleSchema = z.strictObject({
  id: articleRef,
  file: text,
  title: text.nullable(),
  language: text.nullable(),
  publisher: text.nullable(),
  published,
  text: text.nullable(),
  sentences: z.array(z.tuple([offset, offset, z.enum(ZONES)])),
  copyOf: articleRef.nullable(),
  corrects: z.array(articleRef),
});

const mention = z.strictObject({ article: articleRef, start: offset, end: offset, form: z.enum(FORMS) });

export const nodeSchema = z.strictObject({
  id: nodeRef,
  kind: z.enum(KINDS),
  type: z.enum(TYPES),
  subtype: word.nullable(),
  named: z.boolean(),
  name: text,
  names: z.record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u), z.array(text)),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  sameAs: z.array(word),
  formerIds: z.array(nodeRef),
  mentions: z.array(mention),
});

const evidence = z.strictObject({
  article: articleRef,
  sentence: offset,
  start: offset,
  end: offset,
  quote: text,
  trigger: span,
  sourceSpan: span.nullable(),
  targetSpan: span.nullable(),
  status: z.enum(STATUSES),
  by: z.array(nodeRef),
  attribution: text.nullable(),
  when: when.nullable(),
  where: nodeRef.nullable(),
  toll,
  mode: z.enum(MODES).nullable(),
  rule: text,
  score,
});

export const claimSchema = z.strictObject({
  id: claimRef,
  source: nodeRef,
  relation: z.enum(RELATIONS),
  target: nodeRef,
  class: z.enum(CLASSES),
  event: idOf("event").nullable(),
  status: z.enum(STATUSES),
  by: z.array(nodeRef),
  when: when.nullable(),
  where: nodeRef.nullable(),
  toll,
  modes: z.array(z.enum(MODES)),
  contested: z.array(z.enum(CONTESTED)),
  links: z.array(z.strictObject({ claim: claimRef, kind: z.enum(LINK_KINDS) })),
  score,
  evidence: z.array(evidence).min(1),
});

export const edgeSchema = z.strictObject({
  id: idOf("edge"),
  relation: z.enum(RELATIONS),
  source: nodeRef,
  target: nodeRef,
  status: z.enum(STATUSES),
  by: z.array(nodeRef),
  contested: z.boolean(),
  deniedBy: z.array(nodeRef),
  withdrawn: z.boolean(),
  claims: z.array(claimRef).min(1),
  articles: offset,
  independentSources: offset,
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
});

export const FORMAT = "wiregraph/1";
const format = z.literal(FORMAT);
const generators = z.array(generatorSchema);

/** The first line of JSON Lines. */
export const headerSchema = z.strictObject({ format, generators });

/** The lists of a graph in their order, with the schema of their records and the word that names one. */
export const LISTS = [
  { list: "articles", record: "article", schema: articleSchema },
  { list: "nodes", record: "node", schema: nodeSchema },
  { list: "claims", record: "claim", schema: claimSchema },
  { list: "edges", record: "edge", schema: edgeSchema },
] as const;

export const graphSchema = z.strictObject({
  format,
  generators,
  articles: z.array(articleSchema),
  nodes: z.array(nodeSchema),
  claims: z.array(claimSchema),
  edges: z.array(edgeSchema),
}) satisfies z.ZodType<Graph>;

/** The shape as JSON Schema (draft 2020-12). */
export const jsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(graphSchema),
  title: "wiregraph/1",
  description: "News as a graph of sourced relations",
});

export interface ShapeFault {
  /** `claims[3].evidence[0].quote`; "" for the value itself. */
  readonly path: string;
  readonly message: string;
}

/** `["claims", 3, "quote"]` → `claims[3].quote`. */
export const pathOf = (steps: readonly PropertyKey[]): string =>
  steps
    .map((step, place) => (typeof step === "number" ? `[${step}]` : place === 0 ? String(step) : `.${String(step)}`))
    .join("");

/** zod's records step over a key `__proto__`. */
function protoKeys(value: unknown): ShapeFault[] {
  const names = typeof value === "object" && value !== null && "names" in value ? value.names : null;
  const isHeld = typeof names === "object" && names !== null && Object.hasOwn(names, "__proto__");
  return isHeld ? [{ path: "names", message: 'Invalid key in record: "__proto__"' }] : [];
}

/** Every fault of a value's shape; never throws. */
export function shapeFaults(schema: z.ZodType, value: unknown): ShapeFault[] {
  const read = schema.safeParse(value);
  const issues = read.success ? [] : read.error.issues;
  return [...issues.map(({ path, message }) => ({ path: pathOf(path), message })), ...protoKeys(value)];
}

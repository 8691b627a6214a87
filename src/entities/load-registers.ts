/** Reads the registers of knowledge/ and checks their form. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { WiregraphError } from "../../graph/errors.js";
import { TYPES } from "../../graph/model.js";
import { createRegisters, type RegisterData, type Registers } from "./registers.js";

const key = z.string().regex(/^(?:Q[1-9]\d*|wg:[a-z0-9-]+)$/u);
const names = z.strictObject({ fr: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });
const code = z.string().regex(/^[A-Z]{2}$/u);
const states = z.strictObject({
  comment: z.string(),
  states: z.array(z.strictObject({ key, code, territory: z.boolean(), names, demonyms: names, capitals: names })),
});
const entries = z.strictObject({
  comment: z.string(),
  entries: z.array(
    z.strictObject({ key, type: z.enum(TYPES), names, country: code.nullable(), partOf: key.nullable() }),
  ),
});
const ambiguous = z.strictObject({ comment: z.string(), names: z.record(z.string(), z.string()) });

const ENTRY_FILES = ["groups.json", "bodies.json", "persons.json", "places.json"] as const;

function read<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, file), "utf8"));
  } catch (error) {
    throw new WiregraphError(
      "register",
      `knowledge/${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new WiregraphError("register", `knowledge/${file}: ${first?.path.join(".")}: ${first?.message}`);
}

/** @throws {WiregraphError} `register`, naming the file and the place */
export function readRegisterData(folder: string): RegisterData {
  return {
    states: read(folder, "states.json", states).states,
    entries: ENTRY_FILES.flatMap((file) => read(folder, file, entries).entries),
    ambiguous: Object.keys(read(folder, "ambiguous.json", ambiguous).names),
  };
}

export const loadRegisters = (folder: string): Registers => createRegisters(readRegisterData(folder));

/** The registers as the stages use them. */
import { join } from "node:path";
import { createKnowName } from "../entities/know-name.js";
import type { KnowName } from "../entities/known-name.js";
import { loadRegisters } from "../entities/load-registers.js";
import { createResolver } from "../entities/resolve-entities.js";
import type { Reading } from "../model/reading.js";
import type { Resolution } from "../model/resolution.js";
import { packageRoot } from "./package-root.js";

export interface Knowledge {
  readonly know: KnowName;
  readonly resolve: (readings: readonly Reading[]) => Resolution;
  /** For `doctor`: "640 entries". */
  readonly description: string;
}

export function loadKnowledge(folder = join(packageRoot(), "knowledge")): Knowledge {
  const registers = loadRegisters(folder);
  return {
    know: createKnowName(registers),
    resolve: createResolver(registers.describe),
    description: `${registers.size} entries`,
  };
}

import { beforeAll, describe, expect, it } from "vitest";
import type { Relation, Toll } from "../../graph/model.js";
import { findDates } from "../../src/claims/find-dates.js";
import { modeOf } from "../../src/claims/mode.js";
import { placeOf } from "../../src/claims/place.js";
import { whenOf } from "../../src/claims/time.js";
import { tollOf } from "../../src/claims/toll.js";
import { createAnalyzer } from "../../src/language/analyze.js";
import type { Mention } from "../../src/model/mention.js";
import type { Language } from "../../src/model/text.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { articleOf } from "../article-of.js";
import QUALITIES from "./qualities.json" with { type: "json" };

interface Expected {
  readonly mode: string | null;
  readonly toll: Toll;
  readonly day: string | null;
  readonly place: string | null;
}
type Case = [Language, string, trigger: string, target: string, Relation, Expected];
const CASES = QUALITIES.cases as unknown as Case[];
const THURSDAY = Date.UTC(2020, 0, 2);

describe("mode, toll, day and place of a claim", () => {
  let analyze: ReturnType<typeof createAnalyzer>;
  beforeAll(async () => {
    analyze = createAnalyzer((await loadResources()).language);
  });
  it.each(CASES)("%s: %s (%s %s, %s)", async (language, text, triggerWord, targetWord, relation, expected) => {
    const [sentence] = (await analyze(articleOf(text, language))).sentences;
    if (sentence === undefined) throw new Error("no sentence");
    const at = (word: string) => sentence.tokens.findIndex((t) => t.text === word);
    const [trigger, head] = [at(triggerWord), at(targetWord)];
    const places = sentence.tokens.flatMap((token, k): (readonly [number, Mention])[] =>
      token.upos === "PROPN"
        ? [
            [
              k,
              {
                sentence: 0,
                probability: 1,
                head: k,
                first: k,
                last: k + 1,
                start: token.start,
                end: token.end,
                form: "name",
                type: "city",
              },
            ],
          ]
        : [],
    );
    const where = placeOf(sentence, trigger, relation, places, []);
    expect({
      mode: modeOf(sentence, trigger, relation),
      toll: tollOf(sentence, trigger, relation, { first: head, head, last: head + 1, isPerson: false }),
      day: whenOf(sentence, trigger, relation, findDates(text, language, THURSDAY, false))?.from ?? null,
      place: where === null ? null : (sentence.tokens[where]?.text ?? null),
    }).toEqual(expected);
  });
});

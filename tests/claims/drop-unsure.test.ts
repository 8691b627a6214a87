import { expect, it } from "vitest";
import { dropUnsure } from "../../src/claims/reader/drop-unsure.js";
import type { ReadClaim } from "../../src/model/claim.js";
import type { Mention } from "../../src/model/mention.js";

const mention = (probability: number): Mention => ({
  ...{ sentence: 0, head: 0, first: 0, last: 1, start: 0, end: 1, form: "name", type: "city" },
  probability,
});
const claim = (source: number | null, target: number): ReadClaim => ({
  ...{ sentence: 0, relation: "ATTACKED", trigger: 0, status: "asserted", probability: 1, rule: "" },
  source,
  target,
});

it("keeps sure mentions, those that claims stand on, and antecedents of their pronouns", () => {
  const mentions = [0.4, 0.9, 0.4, 0.4, 1].map(mention);
  const found = dropUnsure(mentions, [[4, 3]], [claim(null, 2), claim(4, 1)], [], 0.65, "X");
  expect(found.mentions).toEqual(mentions.slice(1));
  expect(found.links).toEqual([[3, 2]]);
  expect(found.claims).toEqual([claim(null, 1), claim(3, 0)]);
});

it("keeps what fills the brackets right behind a sure name of its kind", () => {
  const text = "OTL (Organisation du Levant) et FUT (Tarsine)";
  const at = (words: string, probability: number, type: Mention["type"]): Mention => ({
    ...mention(probability),
    ...{ start: text.indexOf(words), end: text.indexOf(words) + words.length, type },
  });
  const mentions = [at("OTL", 0.9, "igo"), at("Organisation du Levant", 0.4, "ngo"), at("FUT", 0.9, "igo")];
  const ofOtherKind = at("Tarsine", 0.4, "city");
  expect(dropUnsure([...mentions, ofOtherKind], [], [], [], 0.65, text).mentions).toEqual(mentions);
});

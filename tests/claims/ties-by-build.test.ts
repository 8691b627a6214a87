/** Ties that a nominal says by its build, and claims that tree and size rule out, by the tree of the real analyser. */
import { beforeAll, describe, expect, it } from "vitest";
import type { NodeType, Relation } from "../../graph/model.js";
import { isRuledOut } from "../../src/claims/reader/rule-out.js";
import { isTiedByBuild } from "../../src/claims/reader/ties-by-build.js";
import type { Language } from "../../src/model/text.js";
import { createSentenceOf, type SentenceOf } from "../sentence-of.js";

type End = [word: string, type: NodeType];
type Tie = [Language, string, Relation, source: End, target: End, holds: boolean];
const TIES: Tie[] = [
  ["fr", "Ils ont attaqué l'aéroport de Kidal.", "LOCATED_IN", ["aéroport", "facility"], ["Kidal", "city"], true],
  ["fr", "Ils ont attaqué le port saoudien.", "LOCATED_IN", ["port", "facility"], ["saoudien", "state"], true],
  ["en", "They attacked Kidal airport.", "LOCATED_IN", ["airport", "facility"], ["Kidal", "city"], true],
  [
    "fr",
    "Des hommes ont attaqué le campus de Garissa, dans l'est du pays.",
    "LOCATED_IN",
    ["campus", "facility"],
    ["pays", "country"],
    true,
  ],
  [
    "fr",
    "La réunion s'est tenue à l'hôtel Amani, à Lomé.",
    "LOCATED_IN",
    ["hôtel", "facility"],
    ["Lomé", "city"],
    true,
  ],
  [
    "fr",
    "Ils ont pris Qousseir, ville de la province de Homs.",
    "LOCATED_IN",
    ["Qousseir", "city"],
    ["Homs", "region"],
    true,
  ],
  ["en", "Gunmen raided Mubi, a town in Adamawa state.", "LOCATED_IN", ["Mubi", "city"], ["Adamawa", "region"], true],
  ["fr", "Une bombe a explosé à Kisumu (Kenya).", "LOCATED_IN", ["Kisumu", "city"], ["Kenya", "country"], true],
  [
    "fr",
    "Un raid a touché le marché de Bajil, à l'est de Hodeïda.",
    "LOCATED_IN",
    ["marché", "facility"],
    ["Hodeïda", "city"],
    false,
  ],
  [
    "fr",
    "Ils ont frappé Boughessa, localité proche de l'Algérie.",
    "LOCATED_IN",
    ["Boughessa", "city"],
    ["Algérie", "country"],
    false,
  ],
  ["fr", "Il a quitté Gao, a visité Lomé et Accra.", "LOCATED_IN", ["Gao", "city"], ["Lomé", "city"], false],
  ["fr", "Ils ont quitté la ville pour Gao.", "LOCATED_IN", ["ville", "city"], ["Gao", "city"], false],
  [
    "fr",
    "Le ministre tchadien de la Santé a démissionné.",
    "PART_OF",
    ["Santé", "government_body"],
    ["tchadien", "state"],
    true,
  ],
  ["fr", "L'armée turque a frappé la ville.", "PART_OF", ["armée", "military"], ["turque", "state"], true],
  [
    "fr",
    "Karim Haddad, porte-parole du Hezbollah, a parlé.",
    "MEMBER_OF",
    ["Karim", "person"],
    ["Hezbollah", "party"],
    true,
  ],
  [
    "fr",
    "Karim Haddad, ancien chef du Hezbollah, a parlé.",
    "LEADS",
    ["Karim", "person"],
    ["Hezbollah", "party"],
    false,
  ],
  ["fr", "Karim Haddad, chef du Hezbollah, a parlé.", "LEADS", ["Karim", "person"], ["Hezbollah", "party"], true],
];

type Ruled = [Language, string, Relation, trigger: string, source: End | null, target: End, isOut: boolean];
const RULED: Ruled[] = [
  [
    "fr",
    "La Turquie a frappé Alep en représailles à l'attaque du camp.",
    "STRUCK",
    "frappé",
    ["Turquie", "state"],
    ["camp", "facility"],
    true,
  ],
  [
    "fr",
    "La Turquie a frappé Alep en représailles à l'attaque du camp.",
    "STRUCK",
    "frappé",
    ["Turquie", "state"],
    ["Alep", "city"],
    false,
  ],
  [
    "en",
    "The firm sanctioned by France sells fuel.",
    "SPONSORS",
    "sanctioned",
    ["France", "state"],
    ["firm", "company"],
    true,
  ],
  [
    "fr",
    "Le président a parlé à Paris, en France.",
    "LEADS",
    "président",
    ["président", "person"],
    ["France", "state"],
    true,
  ],
  [
    "fr",
    "Le ministre tchadien de la Santé a démissionné.",
    "PART_OF",
    "ministre",
    ["ministre", "person"],
    ["tchadien", "state"],
    true,
  ],
  [
    "en",
    "The rebels vowed to avenge the dead of Gao.",
    "THREATENED",
    "avenge",
    ["rebels", "armed_group"],
    ["Gao", "city"],
    true,
  ],
  ["en", "The rebels vowed to shell Gao.", "THREATENED", "vowed", ["rebels", "armed_group"], ["Gao", "city"], false],
  ["fr", "Paris est en France.", "LOCATED_IN", "est", ["France", "country"], ["Paris", "city"], true],
];

describe("ties by build", () => {
  let sentenceOf: SentenceOf;
  beforeAll(async () => {
    sentenceOf = await createSentenceOf();
  });
  it.each(TIES)("%s: %s (%s)", async (language, text, relation, [source, sourceType], [target, targetType], holds) => {
    const sentence = await sentenceOf(text, language);
    const at = (word: string) => sentence.tokens.findIndex((t) => t.text === word);
    const [a, b] = [
      { head: at(source), type: sourceType },
      { head: at(target), type: targetType },
    ];
    expect(isTiedByBuild(sentence, relation, a, b)).toBe(holds);
  });
  it.each(RULED)("%s: %s (%s, %s)", async (language, text, relation, word, source, target, isOut) => {
    const sentence = await sentenceOf(text, language);
    const at = (w: string) => sentence.tokens.findIndex((t) => t.text === w);
    const end = (e: End) => ({ head: at(e[0]), type: e[1] });
    const found = isRuledOut(sentence, relation, at(word), source === null ? null : end(source), end(target));
    expect(found).toBe(isOut);
  });
});

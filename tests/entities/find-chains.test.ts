/** Chains on short texts, read by the real model: which words of an article are one referent. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import type { Language } from "../../src/model/text.js";
import { loadKnowledge } from "../../src/pipeline/load-knowledge.js";
import { loadResources } from "../../src/pipeline/load-resources.js";
import { createArticleReader, type ReadArticle } from "../../src/pipeline/read-article.js";
import { articleOf, titledArticleOf } from "../article-of.js";

/** Referent of the mention that covers the nth occurrence of the words; null where none does. */
function referentOf(reading: Reading, words: string, nth = 1): number | null {
  let at = -1;
  for (let k = 0; k < nth; k++) at = reading.article.text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`"${words}" does not stand there ${nth} times`);
  const found = reading.mentions
    .map((m, index) => ({ index, start: m.start, end: m.end }))
    .filter((m) => m.start <= at && at + words.length <= m.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return found === undefined ? null : reading.referents.findIndex((r) => r.mentions.includes(found.index));
}

type Case = [what: string, language: Language, text: string, a: [string, number?], b: [string, number?], same: boolean];
const CASES: Case[] = [
  [
    "several groups that a demonstrative goes back to",
    "fr",
    "Des milices chiites ont attaqué Tikrit mardi. Ces groupes sont financés par l'Iran.",
    ["milices chiites"],
    ["Ces groupes"],
    true,
  ],
  [
    "a demonstrative after a pronoun",
    "en",
    "Shiite militias attacked Tikrit on Tuesday. They killed ten soldiers. Those militias are funded by Iran.",
    ["Shiite militias"],
    ["Those militias"],
    true,
  ],
  [
    "several groups without a demonstrative are others",
    "fr",
    "Des milices chiites ont attaqué Tikrit mardi. Des groupes sunnites sont financés par le Qatar.",
    ["milices chiites"],
    ["groupes sunnites"],
    false,
  ],
  [
    "a partial name",
    "fr",
    "Donald Trump a menacé l'Iran. Trump a ordonné des frappes.",
    ["Donald Trump"],
    ["Trump", 2],
    true,
  ],
  [
    "an acronym in brackets behind a body and the people that are of it",
    "fr",
    "Les rebelles du Front uni pour le Tamesna (FUT) ont attaqué Gao. Le FUT a tué six soldats.",
    ["Front uni pour le Tamesna"],
    ["FUT", 2],
    true,
  ],
  [
    "the people are not the body that the acronym stands for",
    "fr",
    "Les rebelles du Front uni pour le Tamesna (FUT) ont attaqué Gao. Le FUT a tué six soldats.",
    ["rebelles du Front uni pour le Tamesna"],
    ["FUT", 2],
    false,
  ],
  [
    "an acronym in brackets",
    "fr",
    "Le Front du Tamesna libre (FTL) a attaqué Gao. Le FTL a tué six soldats.",
    ["Front du Tamesna libre"],
    ["FTL", 2],
    true,
  ],
  [
    "an apposition",
    "fr",
    "Le chef du groupe, Youssouf Diallo, a accusé le Mali. Diallo a menacé Bamako.",
    ["Youssouf Diallo"],
    ["Diallo", 2],
    true,
  ],
  [
    "state, demonym and capital",
    "fr",
    "Les États-Unis ont accusé l'Iran. Les frappes américaines ont tué dix combattants.",
    ["États-Unis"],
    ["américaines"],
    true,
  ],
  [
    "a government and its state",
    "fr",
    "Le Mali a rompu avec la France. Le gouvernement malien a expulsé l'ambassadeur.",
    ["Mali"],
    ["gouvernement malien"],
    true,
  ],
  [
    "a pronoun",
    "fr",
    "Le président Oumar Sidibé a accusé l'Algérie. Il a menacé Alger.",
    ["Oumar Sidibé"],
    ["Il"],
    true,
  ],
  [
    "an embassy in other words",
    "fr",
    "Des manifestants ont attaqué l'ambassade des États-Unis à Bagdad. L'ambassade américaine a été incendiée.",
    ["ambassade des États-Unis"],
    ["ambassade américaine"],
    true,
  ],
  ["names over spellings", "fr", "L'EI a attaqué Mossoul. Daech a tué dix soldats.", ["EI"], ["Daech"], true],
  ["two persons", "fr", "Oumar Sidibé a rencontré Awa Diallo à Gao.", ["Oumar Sidibé"], ["Awa Diallo"], false],
  [
    "two armies",
    "fr",
    "L'armée malienne a attaqué l'armée nigérienne.",
    ["armée malienne"],
    ["armée nigérienne"],
    false,
  ],
  [
    "two groups of unnamed",
    "fr",
    "Des hommes armés ont tué six soldats. La police a arrêté six suspects.",
    ["six soldats"],
    ["six suspects"],
    false,
  ],
  [
    "a partial name in English",
    "en",
    "Mark Esper warned Iran on Monday. Esper accused the militia of attacks.",
    ["Mark Esper"],
    ["Esper", 2],
    true,
  ],
  [
    "a demonym in English",
    "en",
    "Iraq condemned the strikes. The Iraqi government called on the United States to leave.",
    ["Iraq"],
    ["Iraqi government"],
    true,
  ],
  [
    "a town that a common noun introduces",
    "en",
    "Rebels attacked the Chadian town of Mongo on Monday. The army left Mongo on Tuesday.",
    ["Chadian town of Mongo"],
    ["Mongo", 2],
    true,
  ],
  [
    "a port told by its country",
    "fr",
    "Un missile a frappé le port ukrainien de Tchornomorsk. La mairie de Tchornomorsk a condamné le tir.",
    ["port ukrainien de Tchornomorsk"],
    ["Tchornomorsk", 2],
    true,
  ],
  [
    "a port beside its town",
    "fr",
    "Un missile a frappé le port de Tchornomorsk. Des habitants ont quitté Tchornomorsk.",
    ["port de Tchornomorsk"],
    ["Tchornomorsk", 2],
    false,
  ],
  [
    "a title within the name",
    "en",
    "The rebels will release the hostages, UN envoy Ingrid Solheim said.",
    ["UN envoy"],
    ["Ingrid Solheim"],
    true,
  ],
  [
    "a name and the noun that introduces it",
    "fr",
    "La société Kalimex a fourni des armes au Niger. Kalimex a accusé la milice.",
    ["société Kalimex"],
    ["Kalimex", 2],
    true,
  ],
  [
    "a newspaper with its adjective",
    "fr",
    "Le quotidien suisse La Tribune a révélé l'affaire. La Tribune accuse le ministre.",
    ["quotidien suisse La Tribune"],
    ["La Tribune", 2],
    true,
  ],
  [
    "an acronym and what it stands for in brackets",
    "fr",
    "L'OTL (Organisation du traité du Levant) a condamné l'attaque. L'OTL a exigé une enquête.",
    ["OTL"],
    ["Organisation du traité du Levant"],
    true,
  ],
  [
    "a regime by its ruler",
    "fr",
    "La Syrie a rejeté l'accusation. Le président Bachar el-Assad a parlé mardi. La France a condamné le régime de Bachar el-Assad.",
    ["Syrie"],
    ["régime de Bachar el-Assad"],
    true,
  ],
  [
    "a capital by its state",
    "en",
    "Two bombs exploded in Baghdad on Monday. Police closed roads in the Iraqi capital.",
    ["Baghdad"],
    ["Iraqi capital"],
    true,
  ],
  [
    "a group by its kind and an adjective",
    "fr",
    "Boko Haram a attaqué un village au Cameroun. L'armée a tué dix membres du groupe terroriste.",
    ["Boko Haram"],
    ["groupe terroriste"],
    true,
  ],
];

describe("chains", () => {
  let read: ReadArticle;
  beforeAll(async () => {
    read = createArticleReader(await loadResources(), loadKnowledge().know);
  });
  it.each(CASES)("%s", async (_, language, text, a, b, same) => {
    const reading = await read(articleOf(text, language));
    const [x, y] = [referentOf(reading, ...a), referentOf(reading, ...b)];
    expect([x, y]).not.toContain(null);
    expect(x === y).toBe(same);
  });

  it.each([
    ["Six mineurs ont été tués mardi à Lubero.", true],
    ["Sept mineurs ont été tués mardi à Lubero.", false],
  ])("counted people of a title and its lead: %s", async (lead, same) => {
    const reading = await read(titledArticleOf("Lubero : six mineurs tués", lead));
    const below = lead.split(" ").slice(0, 2).join(" ");
    const found = [referentOf(reading, "six mineurs"), referentOf(reading, below)];
    expect(found).not.toContain(null);
    expect(found[0] === found[1]).toBe(same);
  });
});

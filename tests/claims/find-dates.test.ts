import { describe, expect, it } from "vitest";
import { findDates } from "../../src/claims/find-dates.js";
import type { Language } from "../../src/model/text.js";

/** Thursday, 2 January 2020. */
const THURSDAY = Date.UTC(2020, 0, 2);

const CASES: [Language, string, string, string, string][] = [
  ["fr", "Le 29 décembre 2019, la base a été touchée.", "2019-12-29", "2019-12-29", "explicit"],
  ["fr", "Dimanche 29 décembre, la base a été touchée.", "2019-12-29", "2019-12-29", "explicit"],
  ["fr", "Le 1er janvier, la foule est partie.", "2020-01-01", "2020-01-01", "explicit"],
  ["fr", "La base a été touchée mardi soir.", "2019-12-31", "2019-12-31", "relative"],
  ["fr", "La base a été touchée jeudi.", "2020-01-02", "2020-01-02", "relative"],
  ["fr", "La base a été touchée hier.", "2020-01-01", "2020-01-01", "relative"],
  ["fr", "Ils se verront lundi prochain.", "2020-01-06", "2020-01-06", "relative"],
  ["fr", "La base a été touchée il y a trois jours.", "2019-12-30", "2019-12-30", "relative"],
  ["fr", "La base a été touchée la semaine dernière.", "2019-12-23", "2019-12-29", "relative"],
  ["fr", "La base a été touchée cette semaine.", "2019-12-30", "2020-01-02", "relative"],
  ["en", "The base was hit earlier this week.", "2019-12-30", "2020-01-02", "relative"],
  ["fr", "Il dirige le groupe depuis juin 2014.", "2014-06-01", "2014-06-30", "explicit"],
  ["fr", "La ville est tombée en novembre.", "2019-11-01", "2019-11-30", "explicit"],
  ["fr", "La ville est tombée en 2016.", "2016-01-01", "2016-12-31", "explicit"],
  ["en", "The base was hit on December 29, 2019.", "2019-12-29", "2019-12-29", "explicit"],
  ["en", "The base was hit on 29 December.", "2019-12-29", "2019-12-29", "explicit"],
  ["en", "The base was hit on Tuesday.", "2019-12-31", "2019-12-31", "relative"],
  ["en", "They will meet next Monday.", "2020-01-06", "2020-01-06", "relative"],
  ["en", "The base was hit two days ago.", "2019-12-31", "2019-12-31", "relative"],
  ["en", "The base was hit last month.", "2019-12-01", "2019-12-31", "relative"],
  ["en", "The town fell in May 2016.", "2016-05-01", "2016-05-31", "explicit"],
  ["fr", "Le dimanche 22, la base a été touchée.", "2019-12-22", "2019-12-22", "relative"],
  ["fr", "Le dimanche, la base a été touchée.", "2019-12-29", "2019-12-29", "relative"],
  ["fr", "En quatre jours, la garde a tué dix bergers.", "2019-12-30", "2020-01-02", "relative"],
  ["en", "Ten shepherds were killed in the past three days.", "2019-12-31", "2020-01-02", "relative"],
  ["fr", "La trêve a tenu du 26 décembre au 1er janvier.", "2019-12-26", "2020-01-01", "explicit"],
  ["fr", "La trêve a tenu du 26 au 29 décembre.", "2019-12-26", "2019-12-29", "explicit"],
  ["fr", "La base a été touchée dans la nuit de lundi à mardi.", "2019-12-30", "2019-12-31", "relative"],
  ["fr", "La ville est tombée il y a à peine un mois.", "2019-12-01", "2019-12-31", "relative"],
  ["fr", "La ville est tombée au début du mois.", "2020-01-01", "2020-01-31", "relative"],
  ["en", "The truce held from 26 to 29 December.", "2019-12-26", "2019-12-29", "explicit"],
  ["en", "The truce held between Monday and Wednesday.", "2019-12-30", "2020-01-01", "relative"],
  ["fr", "La base a été touchée jeudi dernier.", "2019-12-26", "2019-12-26", "relative"],
  ["fr", "Réunie le 21 à Gao, la foule a crié.", "2019-12-21", "2019-12-21", "relative"],
  ["fr", "La base a été touchée dans la nuit du 11 au 12.", "2019-12-11", "2019-12-12", "relative"],
  ["fr", "La base a été touchée les 9 et 12 décembre.", "2019-12-09", "2019-12-12", "explicit"],
  ["fr", "La trêve a tenu entre le 8 et le 19 décembre.", "2019-12-08", "2019-12-19", "explicit"],
  ["fr", "La base a été touchée dans la nuit.", "2020-01-01", "2020-01-02", "relative"],
  ["fr", "La base a été touchée durant le week-end.", "2019-12-28", "2019-12-29", "relative"],
  ["fr", "La ville est assiégée depuis dix jours.", "2019-12-23", "2020-01-02", "relative"],
  ["en", "On the sixteenth the crowd left.", "2019-12-16", "2019-12-16", "relative"],
  ["en", "The base was hit on the 28th.", "2019-12-28", "2019-12-28", "relative"],
  ["en", "The base was hit overnight.", "2020-01-01", "2020-01-02", "relative"],
  ["en", "The base was hit last weekend.", "2019-12-28", "2019-12-29", "relative"],
  ["en", "The town fell the day before yesterday.", "2019-12-31", "2019-12-31", "relative"],
];

/** Days from Monday 30 December 2019, which the text before named. */
const TOLD: [Language, string, string][] = [
  ["fr", "La veille, la base avait été touchée.", "2019-12-29"],
  ["fr", "Le lendemain, la foule est partie.", "2019-12-31"],
  ["fr", "Le même jour, deux obus sont tombés.", "2019-12-30"],
  ["fr", "Deux jours plus tard, la foule est partie.", "2020-01-01"],
  ["fr", "Une semaine plus tôt, la base avait été touchée.", "2019-12-23"],
  ["en", "The following day the crowd left.", "2019-12-31"],
  ["en", "The base had been hit two days earlier.", "2019-12-28"],
  ["en", "Two shells fell later that day.", "2019-12-30"],
];

describe("dates in a sentence", () => {
  it.each(CASES)("%s: %s", (language, text, from, to, basis) => {
    const found = findDates(text, language, THURSDAY, false);
    expect(found.map((d) => [d.when.from, d.when.to, d.when.basis])).toEqual([[from, to, basis]]);
  });

  it.each(TOLD)("%s: %s, from the day told before", (language, text, day) => {
    const found = findDates(text, language, THURSDAY, false, Date.UTC(2019, 11, 30));
    expect(found.map((d) => d.when.from)).toEqual([day]);
    // A day in the sentence itself comes first.
    const [, second] = findDates(
      `28.12. ${text}`.replace("28.12.", language === "fr" ? "Samedi," : "On Saturday,"),
      language,
      THURSDAY,
      false,
      THURSDAY,
    );
    const shift = (Date.parse(day) - Date.UTC(2019, 11, 30)) / 86_400_000;
    expect(second?.when.from).toBe(new Date(Date.UTC(2019, 11, 28 + shift)).toISOString().slice(0, 10));
  });

  it.each([
    ["fr", "Dans la soirée, deux obus sont tombés.", "2019-12-30"],
    ["fr", "À l'aube, deux obus sont tombés.", "2019-12-30"],
    ["fr", "Deux heures plus tard, deux obus sont tombés.", "2019-12-30"],
    ["fr", "Dans la nuit, deux obus sont tombés.", "2019-12-30"],
    ["en", "At dawn two shells fell.", "2019-12-30"],
    ["en", "Two shells fell an hour later.", "2019-12-30"],
  ] as const)("%s: %s, on the day told", (language, text, day) => {
    const days = (told: number | null) => findDates(text, language, THURSDAY, false, told).map((d) => d.when.from);
    expect(days(Date.UTC(2019, 11, 30))).toEqual([day]);
    if (!text.includes("nuit")) expect(days(null)).toEqual([]);
  });

  it("takes no other number for a day", () => {
    for (const text of ["Le 20 heures en a parlé.", "Le 49.3 a servi.", "Il vit au 10 Downing Street."] as const)
      expect(findDates(text, "fr", THURSDAY, false)).toEqual([]);
  });

  it("goes back from the day told or named last", () => {
    const days = [Date.UTC(2019, 11, 30), Date.UTC(2019, 10, 4)] as const;
    const from = (text: string) => findDates(text, "fr", THURSDAY, false, ...days)[0]?.when.from;
    expect(from("La veille, la foule était partie.")).toBe("2019-12-29");
    expect(from("Ce jour-là, la foule était partie.")).toBe("2019-11-04");
  });

  it("dates what stands behind 'a day after'", () => {
    const dates = findDates("On Tuesday Algiers recalled its envoy, a day after the raid.", "en", THURSDAY, false);
    expect(dates.map((d) => [d.when.from, d.isOfWhatFollows === true])).toEqual([
      ["2019-12-31", false],
      ["2019-12-30", true],
    ]);
  });

  it("has no date where there is none", () => {
    expect(findDates("Il marche vers la base, en mars comme en terre.", "fr", null, false)).toEqual([]);
    expect(findDates("They may march on the base.", "en", THURSDAY, false)).toEqual([]);
    expect(findDates("Le 31 avril 2019, rien.", "fr", THURSDAY, false)).not.toContainEqual(
      expect.objectContaining({ when: expect.objectContaining({ precision: "day" }) }),
    );
  });

  it("completes nothing without a day of publication", () => {
    expect(findDates("La base a été touchée mardi, le 29 décembre et en 2016.", "fr", null, false)).toHaveLength(1);
  });

  it("turns to the days ahead where the sentence does", () => {
    const [found] = findDates("Ils se verront samedi.", "fr", THURSDAY, true);
    expect(found?.when.from).toBe("2020-01-04");
  });
});

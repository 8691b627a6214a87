import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticleFile } from "../../src/articles/read-article-file.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const FRENCH = "Le président a reçu la ministre de la Défense au palais. Ils ont parlé de la paix et de la frontière.";
const read = (text: string | Uint8Array, file = "a.txt", published: string | null = null) =>
  readArticleFile(typeof text === "string" ? bytes(text) : text, file, { published });

describe("an article file", () => {
  it("front matter gives title, publisher, day and language", () => {
    const { articles, problems } = read(
      `---\ntitle: "Un titre"\npublisher: Radio\npublished: 2026-02-25T06:40:00Z\nlang: fr\n---\n\n${FRENCH}`,
    );
    expect(problems).toEqual([]);
    expect(articles[0]).toMatchObject({
      title: "Un titre",
      publisher: "Radio",
      published: "2026-02-25T06:40:00Z",
      language: "fr",
      text: FRENCH,
    });
  });
  it.each([
    ["its front matter", `---\npublished: 2020-05-05\n---\n${FRENCH}`, "2019-01-01-x.txt", "2020-05-05"],
    ["its file's name", FRENCH, "2019-01-01-x.txt", "2019-01-01"],
    ["its dateline", `PARIS, 3 janvier 2020 (AFP) – ${FRENCH}`, "x.txt", "2020-01-03"],
    [
      "an English dateline",
      "BAMAKO, March 3, 2026 – The president met the minister of defence at the palace.",
      "x.txt",
      "2026-03-03",
    ],
    ["what was given", FRENCH, "x.txt", "2018-08-08"],
    ["what was given where the name is no day", FRENCH, "2019-02-31-x.txt", "2018-08-08"],
  ])("takes its day from %s", (_, text, file, day) => {
    expect(read(text, file, "2018-08-08").articles[0]?.published).toBe(day);
  });
  it("has no day where nothing names one", () => {
    expect(read(FRENCH).articles[0]?.published).toBeNull();
  });
  it("tells title, body, caption, credit and furniture apart", () => {
    const text = `Un titre sans point\n\n${FRENCH}\n\nPHOTO JEAN DUPONT, AFP\n\nLe palais mardi matin\n\nLire aussi : un autre article`;
    expect(read(text).articles[0]?.zones.map(([, , z]) => z)).toEqual([
      "title",
      "body",
      "credit",
      "caption",
      "furniture",
    ]);
  });
  it("reads UTF-16 and a mark of UTF-8, and folds line ends and accents", () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...FRENCH].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect(read(utf16).articles[0]?.text).toBe(FRENCH);
    expect(read(`\ufeff${FRENCH.normalize("NFD").replace(". ", ".\r\n")}`).articles[0]?.text).toBe(
      FRENCH.replace(". ", ".\n"),
    );
  });
  it.each([
    [
      "de",
      "Der Präsident hat die Ministerin am Montag in Berlin empfangen, wie die Regierung am Abend mitteilte.",
      "German",
    ],
    [
      "es",
      "El presidente recibió a la ministra en Madrid el lunes por la mañana, según informó el gobierno.",
      "Spanish",
    ],
    ["ar", "استقبل الرئيس الوزيرة في القصر صباح يوم الاثنين وتحدثا عن السلام والحدود بين البلدين", "Arabic"],
  ])("refuses %s by its name", (_, text, name) => {
    expect(read(text)).toMatchObject({
      articles: [],
      problems: [{ severity: "error", code: "language", message: expect.stringContaining(name) }],
    });
  });
  it("the same article has the same id wherever it lies", () => {
    expect(read(FRENCH, "a.txt").articles[0]?.id).toBe(read(`${FRENCH}\n\n`, "b/c.md").articles[0]?.id);
  });
  it("any bytes give an article or an error, never an exception, and zones tile the text", () => {
    const words = fc.array(
      fc.constantFrom("Le", "président", "\n\n", "a", "reçu.", "---", "title:", "PHOTO", "\u0000", "é"),
      { maxLength: 60 },
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      words.map((w) => bytes(w.join(" "))),
      fc.string({ unit: "grapheme", maxLength: 200 }).map(bytes),
    );
    fc.assert(
      fc.property(anything, (input) => {
        const { articles, problems } = read(input);
        expect(articles.length > 0 || problems.some((p) => p.severity === "error")).toBe(true);
        for (const { text, zones } of articles) {
          let at = 0;
          for (const [start, end] of zones) {
            expect(start).toBe(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBe(text.length);
        }
      }),
    );
  });
});

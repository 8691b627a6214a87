/** How dates are written: patterns made of the words of dates.json, by language. */
import type { Language } from "../model/text.js";
import DATES from "./dates.json" with { type: "json" };
import NUMBERS from "./numbers.json" with { type: "json" };

const escape = (word: string) =>
  word
    .replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")
    .replace(/'/gu, "['’]")
    .replace(/ /gu, "\\s+");
const oneOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join("|");
const EDGE = { before: "(?<![\\p{L}\\d])", after: "(?![\\p{L}\\d])" };
const pattern = (source: string) => new RegExp(EDGE.before + source + EDGE.after, "giu");

function patternsOf(language: Language) {
  const d = DATES[language];
  const months = oneOf(d.months.flat());
  const weekdays = oneOf(d.weekdays);
  const lead = language === "fr" ? `(?:(?:${weekdays})\\s+)?` : `(?:(?:${weekdays}),?\\s+)?`;
  const day = language === "fr" ? "(1er|\\d{1,2})" : "(\\d{1,2})(?:st|nd|rd|th)?";
  const numbers = `(\\d{1,3}|${oneOf(Object.keys(NUMBERS[language].numbers))})`;
  const counted = (words: string) =>
    escape(words)
      .replace("\\{about\\}", d.about.length > 0 ? `(?:(?:${oneOf(d.about)})\\s+)?` : "")
      .replace("\\{n\\}", numbers)
      .replace("\\{unit\\}", `(${oneOf(Object.keys(d.units))})`);
  const ordinals = `(?:1er|\\d{1,2})(?:st|nd|rd|th)?${d.ordinals.length > 0 ? `|${oneOf(d.ordinals)}` : ""}`;
  const behindBare = `(?=\\s*(?:$|[,;:.!?)»](?!\\d)|\\s(?:${oneOf(d.behind_bare_day)})(?![\\p{L}\\d])))`;
  // "le 8 et le 19 août": both are of the month.
  const noMonth = `(?!\\s+(?:${oneOf(d.to)})\\s+(?:le\\s+)?(?:1er|\\d{1,2})\\s+(?:${months}))`;
  return {
    iso: pattern("((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)"),
    slashed: pattern("(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d\\d)"),
    dayMonth: pattern(`${lead}${day}\\s+(?:of\\s+)?(${months})(?:,?\\s+((?:19|20)\\d\\d))?`),
    monthDay: language === "en" ? pattern(`${lead}(${months})\\s+${day}(?:,?\\s+((?:19|20)\\d\\d))?`) : null,
    monthYear: pattern(`(${months}),?\\s+((?:19|20)\\d\\d)`),
    month: pattern(`(?:${oneOf(d.before_month)})\\s*(${months})`),
    year: pattern(`(?:${oneOf(d.before_year)})\\s+((?:19|20)\\d\\d)`),
    weekday:
      language === "fr"
        ? pattern(`(${weekdays})(?:\\s+(${oneOf([...d.next, ...d.last])}))?`)
        : pattern(`(?:(${oneOf([...d.next, ...d.last])})\\s+)?(${weekdays})`),
    relative: pattern(`(${oneOf(Object.keys(d.relative))})`),
    spans: pattern(`(${oneOf(Object.keys(d.spans))})`),
    // "le 5", "le dimanche 5".
    bareDay: pattern(`(?:${oneOf(d.before_bare_day)})\\s+(?:(?:${weekdays})\\s+)?(${ordinals})${behindBare}${noMonth}`),
    bareDays: pattern(
      `(?:${oneOf(d.before_bare_days)})\\s+(${ordinals})\\s+(?:${oneOf(d.to)})\\s+(${ordinals})${behindBare}`,
    ),
    daysMonth: pattern(
      `${oneOf(d.before_days)}\\s+${day}(?:,\\s+\\d{1,2})*\\s+(?:${oneOf(d.between_days)})\\s+${day}\\s+(${months})(?:\\s+((?:19|20)\\d\\d))?`,
    ),
    nights: pattern(`(${oneOf([...d.nights, ...d.nights_now])})(?!\\s+(?:de|du|des|of)[\\s])(?!\\s+d['’])`),
    weekends: pattern(`(${oneOf(d.weekends)})`),
    sameDay: [
      pattern(`(?:${oneOf(d.same_day)})`),
      ...d.same_day_of.map((words) =>
        pattern(
          escape(words)
            .replace("\\{n\\}", `(?:${oneOf(d.few)}|\\d{1,2}|${oneOf(Object.keys(NUMBERS[language].numbers))})`)
            .replace("\\{hour\\}", `(?:${oneOf(d.hours)})`),
        ),
      ),
    ],
    within: d.within_of.map((words) => pattern(counted(words))),
    since: d.since_of.map((words) => pattern(counted(words))),
    ago: d.ago.map((a) => pattern(counted(a))),
    anaphors: pattern(`(${oneOf(Object.keys(d.anaphors))})`),
    anaphorsOf: Object.entries(d.anaphors_of).map(([words, sign]) => [pattern(counted(words)), sign] as const),
    after: pattern(`(${oneOf(Object.keys(d.after))})`),
    afterOf: Object.entries(d.after_of).map(([words, sign]) => [pattern(counted(words)), sign] as const),
    from: new RegExp(`(?:^|[^\\p{L}])(?:${oneOf(d.from)})\\s*$`, "iu"),
    fromDay: new RegExp(`(?:^|[^\\p{L}])(?:${oneOf(d.from)})\\s+${day}\\s+(?:${oneOf(d.to)})\\s+$`, "iu"),
    to: new RegExp(`^\\s*(?:${oneOf(d.to)})\\s*$`, "iu"),
  };
}
export const PATTERNS = { fr: patternsOf("fr"), en: patternsOf("en") };

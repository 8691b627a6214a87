/**
 * Dates in a sentence: explicit ("29 décembre 2019", "in June 2014"), and relative to the day of publication ("mardi",
 * "last week", "il y a trois jours"). Words are in dates.json. A date that the day of publication must complete has no
 * value without one.
 */
import type { When } from "../../graph/model.js";
import type { Language } from "../model/text.js";
import { PATTERNS } from "./date-patterns.js";
import DATES from "./dates.json" with { type: "json" };
import NUMBERS from "./numbers.json" with { type: "json" };

export interface DateMention {
  /** Offsets into the text given. */
  readonly start: number;
  readonly end: number;
  readonly when: When;
  /** Whether it dates what is named behind it ("a day after the raid"), rather than the clause that it stands in. */
  readonly isOfWhatFollows?: boolean;
}

type Unit = "day" | "week" | "month" | "year";
const DAY = 86_400_000;

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number) => Date.UTC(year, month, day);

function dayWhen(year: number, month: number, day: number, basis: When["basis"]): When | null {
  const time = utc(year, month, day);
  const date = new Date(time);
  // The 31st of April is no day.
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return null;
  return { from: iso(time), to: iso(time), precision: "day", basis };
}
const monthWhen = (year: number, month: number, basis: When["basis"]): When => ({
  from: iso(utc(year, month, 1)),
  to: iso(utc(year, month + 1, 0)),
  precision: "month",
  basis,
});
const yearWhen = (year: number, basis: When["basis"]): When => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  precision: "year",
  basis,
});

const spanOf = (first: number, last: number, basis: When["basis"]): When => ({
  from: iso(first),
  to: iso(last),
  precision: "span",
  basis,
});

/** The weekend before the day, or the one that it lies in; the next where told ahead. */
function weekendWhen(anchor: number, ahead: boolean): When {
  const sinceSaturday = (new Date(anchor).getUTCDay() + 1) % 7;
  const saturday = anchor + (ahead && sinceSaturday > 1 ? 7 - sinceSaturday : -sinceSaturday) * DAY;
  return spanOf(saturday, saturday + DAY, "relative");
}

/** The day of that number nearest to the day told, not after publication (but where told ahead); null where there is none. */
function nearestDay(day: number, near: number, anchor: number, ahead: boolean): number | null {
  const date = new Date(near);
  const days = [-1, 0, 1].flatMap((shift) => {
    const time = utc(date.getUTCFullYear(), date.getUTCMonth() + shift, day);
    const isDay = new Date(time).getUTCDate() === day;
    return isDay && (ahead ? time >= anchor : time <= anchor) ? [time] : [];
  });
  return days.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

function spanWhen(unit: Unit, back: number, anchor: number): When {
  const date = new Date(anchor);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === "year") return yearWhen(year + back, "relative");
  if (unit === "month") return monthWhen(year, month + back, "relative");
  if (unit === "day")
    return { from: iso(anchor + back * DAY), to: iso(anchor + back * DAY), precision: "day", basis: "relative" };
  const monday = anchor - ((date.getUTCDay() + 6) % 7) * DAY + back * 7 * DAY;
  return spanOf(monday, monday + 6 * DAY, "relative");
}

/** The year of a day or month named without one: the last such before the day after publication, the next where told ahead. */
function yearFor(month: number, day: number, anchor: number, ahead: boolean): number {
  const year = new Date(anchor).getUTCFullYear();
  if (ahead) return utc(year, month, day) >= anchor - 31 * DAY ? year : year + 1;
  return utc(year, month, day) <= anchor + DAY ? year : year - 1;
}

/** Day of a mention that names one, as UTC milliseconds; null for months and spans. */
export const dayOf = ({ when }: DateMention): number | null =>
  when.precision === "day" ? Date.parse(`${when.from}T00:00:00Z`) : null;

/** "du 26 février au 7 mars", "in the night from Monday to Tuesday", "du 3 au 5 mai": two days as one span. */
function joinSpans(text: string, language: Language, found: readonly DateMention[]): DateMention[] {
  const { from, fromDay, to } = PATTERNS[language];
  const out: DateMention[] = [];
  for (const mention of found) {
    const last = dayOf(mention);
    const before = out.at(-1);
    const first = before === undefined ? null : dayOf(before);
    const { basis } = mention.when;
    if (last === null) out.push(mention);
    else if (
      before !== undefined &&
      first !== null &&
      first < last &&
      to.test(text.slice(before.end, mention.start)) &&
      from.test(text.slice(0, before.start))
    )
      out[out.length - 1] = { start: before.start, end: mention.end, when: spanOf(first, last, basis) };
    else {
      const lead = fromDay.exec(text.slice(0, mention.start));
      const day = new Date(last).getUTCDate();
      const firstDay = Number.parseInt(lead?.[1] ?? "", 10);
      if (lead !== null && firstDay < day)
        out.push({ start: lead.index, end: mention.end, when: spanOf(last - (day - firstDay) * DAY, last, basis) });
      else out.push(mention);
    }
  }
  return out;
}

/**
 * @param text the sentence
 * @param anchor day of publication as UTC milliseconds, or null
 * @param ahead whether the sentence speaks of what is to come
 * @param told the day that the narration stands on, for "la veille", "dans la soirée"; else the day of publication stands for it
 * @param mentioned the day that the text before named last, be it of something beside: "ce jour-là", "two days later"
 */
export function findDates(
  text: string,
  language: Language,
  anchor: number | null,
  ahead: boolean,
  told: number | null = null,
  mentioned: number | null = told,
): DateMention[] {
  return joinSpans(text, language, findMentions(text, language, anchor, ahead, told, mentioned));
}

function findMentions(
  text: string,
  language: Language,
  anchor: number | null,
  ahead: boolean,
  told: number | null,
  mentioned: number | null,
): DateMention[] {
  const words = DATES[language];
  const patterns = PATTERNS[language];
  const found: DateMention[] = [];
  const take = (match: RegExpExecArray, when: When | null, isOfWhatFollows = false) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (when === null || found.some((f) => f.start < end && start < f.end)) return;
    found.push({ start, end, when, ...(isOfWhatFollows ? { isOfWhatFollows } : {}) });
  };
  const monthIndex = (name: string) => words.months.findIndex((m) => m.includes(name.toLowerCase().replace("’", "'")));
  const dayNumber = (text: string) => (text === words.first_day ? 1 : Number.parseInt(text, 10));
  const dated = (match: RegExpExecArray, day: string, name: string, year: string | undefined) => {
    const [d, m] = [dayNumber(day), monthIndex(name)];
    if (m < 0 || (year === undefined && anchor === null)) return;
    take(match, dayWhen(year === undefined ? yearFor(m, d, anchor ?? 0, ahead) : Number(year), m, d, "explicit"));
  };

  for (const m of text.matchAll(patterns.iso))
    take(m, dayWhen(Number(m[1]), Number(m[2]) - 1, Number(m[3]), "explicit"));
  for (const m of text.matchAll(patterns.slashed))
    take(m, language === "fr" ? dayWhen(Number(m[3]), Number(m[2]) - 1, Number(m[1]), "explicit") : null);
  for (const m of text.matchAll(patterns.daysMonth)) {
    const [first, month] = [dayNumber(m[1] ?? ""), monthIndex(m[3] ?? "")];
    const last = dayNumber(m[2] ?? "");
    if (month < 0 || (m[4] === undefined && anchor === null) || first >= last) continue;
    const year = m[4] === undefined ? yearFor(month, last, anchor ?? 0, ahead) : Number(m[4]);
    take(m, spanOf(utc(year, month, first), utc(year, month, last), "explicit"));
  }
  for (const m of text.matchAll(patterns.dayMonth)) dated(m, m[1] ?? "", m[2] ?? "", m[3]);
  for (const m of patterns.monthDay === null ? [] : text.matchAll(patterns.monthDay))
    dated(m, m[2] ?? "", m[1] ?? "", m[3]);
  for (const m of text.matchAll(patterns.monthYear))
    take(m, monthWhen(Number(m[2]), monthIndex(m[1] ?? ""), "explicit"));
  for (const m of text.matchAll(patterns.year)) take(m, yearWhen(Number(m[1]), "explicit"));
  if (anchor === null) return found.sort((a, b) => a.start - b.start);
  for (const m of text.matchAll(patterns.month)) {
    const month = monthIndex(m[1] ?? "");
    // "may" and "march" are words of their own in English.
    if (month < 0 || (language === "en" && !/\p{Lu}/u.test(m[1] ?? ""))) continue;
    take(m, monthWhen(yearFor(month, 1, anchor, ahead), month, "explicit"));
  }
  const lower = (match: RegExpExecArray) => (match[1] ?? "").toLowerCase().replace(/’/gu, "'").replace(/\s+/gu, " ");
  const spans: Readonly<Record<string, readonly unknown[]>> = words.spans;
  for (const m of text.matchAll(patterns.spans)) {
    const [unit, back] = spans[lower(m)] ?? [];
    const when = spanWhen(unit as Unit, Number(back), anchor);
    // What was done in the week that goes on was done by the day of publication.
    take(m, unit === "week" && back === 0 && !ahead ? { ...when, to: iso(anchor) } : when);
  }
  const relative: Readonly<Record<string, number>> = words.relative;
  for (const m of text.matchAll(patterns.relative)) take(m, spanWhen("day", relative[lower(m)] ?? 0, anchor));
  const counted = (m: RegExpExecArray): readonly [Unit, number] | null => {
    const numbers: Readonly<Record<string, number>> = NUMBERS[language].numbers;
    const units: Readonly<Record<string, string>> = words.units;
    const count = Number.parseInt(m[1] ?? "", 10) || numbers[(m[1] ?? "").toLowerCase()];
    const unit = units[(m[2] ?? "").toLowerCase()];
    return count === undefined || unit === undefined ? null : [unit as Unit, count];
  };
  /** From a day told, weeks are counted in days: "two weeks after". */
  const exact = (unit: Unit): Unit => (unit === "week" ? "day" : unit);
  const times = ([unit, count]: readonly [Unit, number]) => (unit === "week" ? 7 * count : count);
  for (const ago of patterns.ago)
    for (const m of text.matchAll(ago)) {
      const span = counted(m);
      if (span !== null) take(m, spanWhen(span[0], -span[1], anchor));
    }
  const ordinals: readonly string[] = words.ordinals;
  const bareDay = (text: string) => {
    const named = ordinals.indexOf(text.toLowerCase());
    return nearestDay(named >= 0 ? named + 1 : dayNumber(text.toLowerCase()), told ?? anchor, anchor, ahead);
  };
  for (const m of text.matchAll(patterns.bareDays)) {
    const [first, last] = [bareDay(m[1] ?? ""), bareDay(m[2] ?? "")];
    if (first !== null && last !== null && first < last) take(m, spanOf(first, last, "relative"));
  }
  for (const m of text.matchAll(patterns.bareDay)) {
    const day = bareDay(m[1] ?? "");
    if (day !== null) take(m, { ...spanOf(day, day, "relative"), precision: "day" });
  }
  for (const m of text.matchAll(patterns.weekday)) {
    const groups = m.slice(1).map((g) => g?.toLowerCase());
    const name = groups.find((g) => g !== undefined && words.weekdays.includes(g)) ?? "";
    const isNext = ahead || groups.some((g) => g !== undefined && words.next.includes(g));
    const today = (new Date(anchor).getUTCDay() + 6) % 7;
    const back = (today - words.weekdays.indexOf(name) + 7) % 7;
    // "mardi dernier" on a Tuesday is the week before.
    const isLast = groups.some((g) => g !== undefined && words.last.includes(g)) && back === 0;
    take(m, spanWhen("day", isNext && back > 0 ? 7 - back : isLast ? -7 : -back, anchor));
  }
  for (const m of text.matchAll(patterns.weekends)) take(m, weekendWhen(anchor, ahead));
  /** The day told last before this point. */
  const toldBefore = (at: number, last = told): number => {
    const before = found.filter((f) => f.end <= at).sort((a, b) => b.end - a.end);
    return before.map(dayOf).find((d) => d !== null) ?? last ?? anchor;
  };
  const main = found.map(dayOf).find((d) => d !== null) ?? anchor;
  for (const since of patterns.since)
    for (const m of text.matchAll(since)) {
      const span = counted(m);
      if (span !== null) take(m, { ...spanWhen(exact(span[0]), -times(span), main), to: iso(main), precision: "span" });
    }
  for (const within of patterns.within)
    for (const m of text.matchAll(within)) {
      const [unit, count] = counted(m) ?? [];
      // "en trois jours": up to the day told; longer spans say nothing of the day of an act.
      const last = found.map(dayOf).find((d) => d !== null) ?? told ?? anchor;
      if (unit === "day" && count !== undefined && count > 1)
        take(m, spanOf(last - (count - 1) * DAY, last, "relative"));
    }
  const after: Readonly<Record<string, number>> = words.after;
  for (const m of text.matchAll(patterns.after)) take(m, spanWhen("day", after[lower(m)] ?? 0, main), true);
  for (const [pattern, sign] of patterns.afterOf)
    for (const m of text.matchAll(pattern)) {
      const span = counted(m);
      if (span !== null) take(m, spanWhen(exact(span[0]), sign * times(span), main), true);
    }
  const anaphors: Readonly<Record<string, number>> = words.anaphors;
  for (const m of text.matchAll(patterns.anaphors))
    take(
      m,
      spanWhen("day", anaphors[lower(m)] ?? 0, toldBefore(m.index, (anaphors[lower(m)] ?? 0) < 0 ? told : mentioned)),
    );
  for (const [anaphor, sign] of patterns.anaphorsOf)
    for (const m of text.matchAll(anaphor)) {
      const span = counted(m);
      if (span !== null) take(m, spanWhen(exact(span[0]), sign * times(span), toldBefore(m.index, mentioned)));
    }
  const nightsNow: readonly string[] = words.nights_now;
  const hasDay = found.some((f) => dayOf(f) !== null);
  for (const m of text.matchAll(patterns.nights)) {
    const isNow = nightsNow.includes(lower(m));
    const first = isNow ? anchor - DAY : Math.min(hasDay ? toldBefore(m.index) : (told ?? anchor - DAY), anchor - DAY);
    take(m, spanOf(first, first + DAY, "relative"));
  }
  // A time of the day told says nothing where the sentence names a day itself.
  if (!hasDay && told !== null)
    for (const sameDay of patterns.sameDay) for (const m of text.matchAll(sameDay)) take(m, spanWhen("day", 0, told));
  return found.sort((a, b) => a.start - b.start);
}

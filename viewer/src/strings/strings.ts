/** Words of the screen in the chosen language. */
import EN from "./en.json" with { type: "json" };
import FR from "./fr.json" with { type: "json" };

export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type StringKey = keyof typeof EN;
const TABLES: Readonly<Record<Language, Readonly<Record<StringKey, string>>>> = { en: EN, fr: FR };

export type Say = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

/** `{name}` stands for a value, `{name#one/many}` for the form of a word that goes with it: in French nought is one. */
const PLACE = /\{(\w+)(?:#([^/}]*)\/([^}]*))?\}/gu;

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    TABLES[language][key].replace(PLACE, (whole, name: string, one: string | undefined, many: string | undefined) => {
      if (!Object.hasOwn(values, name)) return whole;
      const value = values[name] ?? "";
      if (one === undefined || many === undefined) return String(value);
      const isOne = language === "fr" ? Math.abs(Number(value)) < 2 : Number(value) === 1;
      return isOne ? one : many;
    });

/** A subtype ("embassy") in words; one that no table knows as it is. */
export function subtypeIn(language: Language, subtype: string | null): string | null {
  const key = `subtype_${subtype}`;
  return Object.hasOwn(EN, key) ? TABLES[language][key as StringKey] : subtype;
}

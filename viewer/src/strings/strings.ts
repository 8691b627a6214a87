/** Words of the screen in the chosen language. */
import EN from "./en.json" with { type: "json" };
import FR from "./fr.json" with { type: "json" };

export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type StringKey = keyof typeof EN;
const TABLES: Readonly<Record<Language, Readonly<Record<StringKey, string>>>> = { en: EN, fr: FR };

export type Say = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    TABLES[language][key].replace(/\{(\w+)\}/gu, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );

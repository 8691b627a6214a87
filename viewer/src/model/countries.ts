/** Names of countries by their code, from the browser's own tables. */
const NAMES = new Map<string, Intl.DisplayNames>();

export function countryName(code: string, language: string): string {
  let names = NAMES.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
    NAMES.set(language, names);
  }
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

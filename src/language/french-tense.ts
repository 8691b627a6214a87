/** Future and conditional of French verbs by their form: the stem of the infinitive and an ending that no other tense has. */
import TENSE from "./french-tense.json" with { type: "json" };

const STEMS = Object.entries(TENSE.stems).sort((a, b) => b[0].length - a[0].length);

function stemsOf(lemma: string): string[] {
  const regular = lemma.replace(/e$/u, "");
  const irregular = STEMS.find(([end]) => lemma.endsWith(end));
  return irregular === undefined
    ? [regular]
    : [lemma.slice(0, lemma.length - irregular[0].length) + irregular[1], regular];
}

/** Mood and tense that the form shows, or null where it is neither future nor conditional. */
export function frenchTense(form: string, lemma: string): Readonly<Record<string, string>> | null {
  const word = form.toLowerCase();
  for (const stem of stemsOf(lemma.toLowerCase())) {
    if (!word.startsWith(stem)) continue;
    const ending = word.slice(stem.length);
    if (TENSE.future.includes(ending)) return { Mood: "Ind", Tense: "Fut", VerbForm: "Fin" };
    if (TENSE.conditional.includes(ending)) return { Mood: "Cnd", Tense: "Pres", VerbForm: "Fin" };
  }
  return null;
}

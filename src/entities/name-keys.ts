/** Names as keys: folded forms that are equal for spellings of one name. */

const LEADING_ARTICLE =
  /^(?:les |le |la |l'|un |une |des |du |de la |de l'|de |d'|the |a |an |its |their |his |her |ses |son |sa |leurs? |ces? |cet(?:te)? )+/u;

/** Case, accents, apostrophes, hyphens and quotation marks folded; leading articles dropped. */
export function foldName(name: string): string {
  const plain = name
    .replace(/[’ʼ‘]/gu, "'")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[«»"“”()]/gu, " ")
    .replace(/[\s\u00a0\u2010-\u2015-]+/gu, " ")
    .trim();
  return plain.replace(LEADING_ARTICLE, "").replace(/^[\s.,;:]+|[\s.,;:]+$/gu, "");
}

/** Initials of a name's capitalised words, folded: "Front du Djebel Marra" gives "fdm". */
export function initialsOf(name: string): string {
  return (name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [])
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => foldName(word)[0] ?? "")
    .join("");
}

const SMALL = /^(?:d[eu]s?|la|les?|l|d|of|the|and|et|pour|for|en|in|aux?|à|sur|on)$/u;

/** Initials of all words of a name but articles and prepositions: "Front de libération du Tamesna" gives "flt". */
export function initialsOfAll(name: string): string {
  return foldName(name)
    .split(/[\s']+/u)
    .filter((word) => word !== "" && !SMALL.test(word))
    .map((word) => word[0] ?? "")
    .join("");
}

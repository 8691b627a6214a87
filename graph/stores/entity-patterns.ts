/**
 * Keeps a query to entities. The graph holds claims and sentences as nodes beside them, so that a bare
 * `MATCH (a)-[r]->(b)` gives their bookkeeping (SOURCE, TARGET, SAID_IN …) too. Where a query names no label or type of
 * that kind, each node pattern without a label gets `:Entity`.
 */

/** Labels and types of what stands beside the entities; a query that names one means it. */
const RECORDS: ReadonlySet<string> = new Set([
  "CLAIM",
  "SENTENCE",
  "ARTICLE",
  "SOURCE",
  "TARGET",
  "AT",
  "BY",
  "LINK",
  "SAID_IN",
  "IN_ARTICLE",
]);
/** Words that end the patterns of a MATCH. */
const CLAUSES: ReadonlySet<string> = new Set([
  "WHERE",
  "RETURN",
  "WITH",
  "UNWIND",
  "CALL",
  "ORDER",
  "LIMIT",
  "SKIP",
  "UNION",
]);

const TOKEN =
  /(?<space>\s+|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)|(?<string>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<quoted>`[^`]*`)|(?<word>[\p{L}_][\p{L}\p{N}\p{M}_]*)|(?<sign>[\s\S])/uy;

interface Token {
  readonly kind: "space" | "string" | "quoted" | "word" | "sign";
  readonly text: string;
}

function tokensOf(cypher: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < cypher.length) {
    const groups = TOKEN.exec(cypher)?.groups;
    const kind = (["space", "string", "quoted", "word", "sign"] as const).find((k) => groups?.[k] !== undefined);
    if (kind === undefined) break;
    tokens.push({ kind, text: groups?.[kind] ?? "" });
  }
  return tokens;
}

/** The query with `:Entity` in its bare node patterns; as it was where it speaks of records, or has none. */
export function keepToEntities(cypher: string): string {
  const tokens = tokensOf(cypher);
  const solid = tokens.flatMap((token, at) => (token.kind === "space" ? [] : [{ ...token, at }]));
  const isRecord = solid.some(
    ({ kind, text }, k) =>
      (kind === "word" || kind === "quoted") &&
      RECORDS.has(text.replaceAll("`", "").toUpperCase()) &&
      (solid[k - 1]?.text === ":" || solid[k - 1]?.text === "|"),
  );
  if (isRecord) return cypher;
  const labels = new Set<number>();
  let inMatch = false;
  let inMap = 0;
  for (const [k, { kind, text, at }] of solid.entries()) {
    const isName = solid[k - 1]?.text === "." || solid[k - 1]?.text === ":" || solid[k + 1]?.text === ":";
    if (kind === "word" && inMap === 0 && !isName) {
      if (text.toUpperCase() === "MATCH") inMatch = true;
      else if (CLAUSES.has(text.toUpperCase())) inMatch = false;
    }
    if (text === "{") inMap++;
    else if (text === "}") inMap = Math.max(0, inMap - 1);
    else if (text === "(" && inMatch && inMap === 0 && startsPattern(solid[k - 1])) {
      // What follows the bracket is the node's name, or nothing; then a label, a map, or the end.
      const hasName = solid[k + 1]?.kind === "word" || solid[k + 1]?.kind === "quoted";
      const next = solid[k + (hasName ? 2 : 1)]?.text;
      if (next === ")" || next === "{") labels.add(hasName ? (solid[k + 1]?.at ?? at) : at);
    }
  }
  return tokens.map(({ text }, at) => (labels.has(at) ? `${text}:Entity` : text)).join("");
}

/** A bracket after these begins a node, not the arguments of a function. */
function startsPattern(before: Token | undefined): boolean {
  if (before === undefined) return false;
  if (before.kind === "word") return before.text.toUpperCase() === "MATCH";
  return [",", "-", ">", "=", "("].includes(before.text);
}

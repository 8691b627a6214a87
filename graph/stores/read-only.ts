/**
 * What a user's query may do: read the graph. Engines alone do not hold this (the embedded one reads any file through
 * LOAD CSV even when it is opened read-only, Neo4j counts APOC's loaders as reading), so a query passes this check
 * before an engine sees it; the engine's own read-only mode, time and row limits come on top.
 *
 * The check works on tokens, so that words in strings and comments are free: `WHERE n.name CONTAINS 'CREATE'` is fine.
 * Where engines might part strings and comments from code in different ways, the query is refused: Unicode escapes
 * (Neo4j reads `\u0027` as a quote), control characters, odd names in backticks.
 */

/** Words a query may begin with. */
const FIRST_WORDS: ReadonlySet<string> = new Set(["MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"]);

/** Words that begin something other than reading; fine as names of properties, labels, map keys and parameters. */
const FORBIDDEN_WORDS: ReadonlySet<string> = new Set([
  "ALTER",
  "CREATE",
  "CYPHER",
  "DELETE",
  "DENY",
  "DETACH",
  "DROP",
  "EXPLAIN",
  "FOREACH",
  "GRANT",
  "INSERT",
  "LOAD",
  "MERGE",
  "NODETACH",
  "PROFILE",
  "REMOVE",
  "RENAME",
  "REVOKE",
  "SET",
  "SHOW",
  "TERMINATE",
  "USE",
]);

/** Procedures that tell what the graph holds. */
const PROCEDURES: ReadonlySet<string> = new Set(["db.labels", "db.relationshiptypes", "db.propertykeys"]);

/** First parts of Cypher's own functions with a dot; anything else (apoc…) may run other queries. */
const FUNCTION_SPACES: ReadonlySet<string> = new Set([
  "date",
  "datetime",
  "duration",
  "localdatetime",
  "localtime",
  "point",
  "time",
  "vector",
]);

/** Characters of a query at most. */
const MAX_LENGTH = 20_000;

interface Token {
  readonly kind: "word" | "number" | "string" | "quoted" | "sign";
  /** Words in upper case. */
  readonly text: string;
}

const TOKEN =
  /\s+|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/|(?<string>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<quoted>`[^`]*`)|(?<number>\d+)|(?<word>[\p{L}_][\p{L}\p{N}\p{M}_]*)|(?<sign>\.\.|[\s\S])/uy;

/** Everything that an engine might take for the end of a line or for nothing, except tab, line feed and CR LF. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r(?!\n)/u;

/** Null where a string, comment or name does not end. */
function tokensOf(cypher: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < cypher.length) {
    const groups = TOKEN.exec(cypher)?.groups;
    if (groups === undefined) return null;
    const { string, quoted, number, word, sign } = groups;
    if (word !== undefined) tokens.push({ kind: "word", text: word.toUpperCase() });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (string !== undefined) tokens.push({ kind: "string", text: "" });
    else if (quoted !== undefined) tokens.push({ kind: "quoted", text: quoted.slice(1, -1) });
    else if (sign !== undefined) {
      // A quote sign, or the start of a comment, that no rule above took does not end.
      if (sign === "'" || sign === '"' || sign === "`") return null;
      tokens.push({ kind: "sign", text: sign });
    }
  }
  return tokens;
}

/** Why a query is refused, as a sentence for the user; null when it may run. */
export function refusalOf(cypher: string): string | null {
  if (cypher.length > MAX_LENGTH) return `The query is longer than ${MAX_LENGTH} characters.`;
  if (CONTROL.test(cypher)) return "Control characters are not allowed.";
  if (/\\u/i.test(cypher)) return "Unicode escapes (\\u…) are not allowed: write the character itself.";
  if (cypher.includes("/*/")) return "A comment may not begin with /*/.";
  const tokens = tokensOf(cypher.replace(/[;\s]+$/u, ""));
  if (tokens === null) return "A string or a name in backticks is not closed.";
  const first = tokens[0];
  if (first === undefined) return "The query is empty.";
  if (first.kind !== "word" || !FIRST_WORDS.has(first.text)) {
    return "Only reading queries are allowed: they begin with MATCH, OPTIONAL MATCH, WITH, UNWIND, CALL or RETURN.";
  }
  for (const [index, token] of tokens.entries()) {
    const refusal = refusalOfToken(tokens, index, token);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refusalOfToken(tokens: readonly Token[], index: number, token: Token): string | null {
  const next = tokens[index + 1];
  if (isSign(token, ";")) return "One statement at a time.";
  if (isSign(token, "/") && isSign(next, "*")) return "A comment is not closed.";
  if (token.kind === "quoted" && (isSign(next, "(") || !/^[\p{L}\p{N}\p{M} _.,:;!?+-]*$/u.test(token.text))) {
    return "Names in backticks may hold letters, digits, spaces and plain punctuation, and name no function.";
  }
  if (token.kind !== "word") return null;
  if (token.text === "CALL" && !isName(tokens, index)) return refusalOfCall(tokens, index);
  if (FORBIDDEN_WORDS.has(token.text) && !isName(tokens, index)) {
    return `Only reading queries are allowed, without ${token.text}. (A name can stand in backticks.)`;
  }
  return refusalOfFunction(tokens, index);
}

/** Whether a word is a name: a property, a label or type, a parameter, a map key. */
function isName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (isSign(before, "$")) return true;
  if (isSign(before, ".")) return tokens[index - 2]?.kind !== "number";
  if (isSign(before, ":") || isSign(before, "|")) return true;
  return (isSign(before, "{") || isSign(before, ",")) && isSign(tokens[index + 1], ":");
}

function refusalOfCall(tokens: readonly Token[], index: number): string | null {
  const next = tokens[index + 1];
  if (isSign(next, "{") || isSign(next, "(")) return null;
  const name = tokens.slice(index + 1, index + 4);
  const isProcedure = PROCEDURES.has(name.map((token) => token.text.toLowerCase()).join(""));
  if (isProcedure && isSign(tokens[index + 4], "(")) return null;
  return "Procedures are not allowed, except db.labels(), db.relationshipTypes() and db.propertyKeys().";
}

/** `a.b.c(` calls the function a.b.c; a property is never followed by a bracket. */
function refusalOfFunction(tokens: readonly Token[], index: number): string | null {
  if (!isSign(tokens[index + 1], "(") || !isSign(tokens[index - 1], ".")) return null;
  const space = tokens[index - 2];
  const isWhole = !isSign(tokens[index - 3], ".");
  if (isWhole && space?.kind === "word" && FUNCTION_SPACES.has(space.text.toLowerCase())) return null;
  // The name of a procedure was judged at its CALL.
  if (isWhole && tokens[index - 3]?.text === "CALL") return null;
  return "Functions with a dot in their name are not allowed, except those of dates, durations, points and vectors.";
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.text === sign;
}

/** An explained sentence as lines for a terminal. */
import type { ExplainedSentence } from "../pipeline/explain.js";

const percent = (p: number) => `${Math.round(p * 100)} %`.padStart(5);

/** The tree, a token a line, each under its head. */
function treeLines(tokens: ExplainedSentence["tokens"]): string[] {
  const lines: string[] = [];
  const add = (head: number, depth: number) =>
    tokens.forEach((t, k) => {
      if (t.head !== head || lines.length > tokens.length) return;
      lines.push(
        `  ${"  ".repeat(depth)}${t.text}  ${t.upos} ${t.relation}${t.lemma === t.text ? "" : ` (${t.lemma})`}`,
      );
      add(k, depth + 1);
    });
  add(-1, 0);
  return lines;
}

const block = (title: string, lines: readonly string[], none: string): string[] => [
  title,
  ...(lines.length === 0 ? [`  ${none}`] : lines.map((l) => `  ${l}`)),
];

export function formatExplanation(s: ExplainedSentence): string[] {
  const mentions = s.mentions.map(({ text, type, form, probability, node, antecedent }) => {
    const to = antecedent === null ? "" : `, goes back to “${antecedent}”`;
    return `${percent(probability)}  ${text}  ${type}, ${form}${to}${node === null ? ", no node" : ` → ${node}`}`;
  });
  const pairs = s.pairs.map(
    ({ source, relation, target, probability, threshold, outcome }) =>
      `${percent(probability)}  ${source ?? "?"} ${relation} ${target}: ${outcome}${outcome === "below the threshold" ? ` (${percent(threshold).trim()})` : ""}`,
  );
  const claims = s.claims.flatMap((c) => {
    const why = c.effects.map(({ word, status }) => (word === "" ? status : `“${word}”: ${status}`)).join(", ");
    const when =
      c.when === null
        ? []
        : [`when ${c.when.from ?? "?"} to ${c.when.to ?? "?"} (${c.when.precision}, ${c.when.basis})`];
    const where = c.where === null ? [] : [`where ${c.where}`];
    const by = c.by ?? c.attribution;
    return [
      `${c.source ?? "?"} ${c.relation} ${c.target}, on “${c.trigger}” (${c.rule})`,
      `  ${c.status}${c.status === c.readStatus ? "" : `, read as ${c.readStatus}`}${why === "" ? "" : `; ${why}`}${by === null ? "" : `; says ${by}`}`,
      ...[...when, ...where].map((line) => `  ${line}`),
    ];
  });
  return [
    `${s.file}:${s.number}  ${s.text.replace(/\s+/gu, " ")}`,
    ...block(
      "tree",
      treeLines(s.tokens).map((l) => l.slice(2)),
      "no tokens",
    ),
    ...block("mentions", mentions, "none was seen"),
    ...(s.noNodes.length === 0 ? [] : block("no nodes", s.noNodes, "")),
    ...block(
      "triggers",
      s.triggers.map((t) => `${percent(t.probability)}  ${t.word}: ${t.relation}`),
      "no word was taken for one",
    ),
    ...block(
      "lexicon",
      s.senses.map(
        ({ word, expression, relation, weak, source, target }) =>
          `${word}: ${expression} ${relation}${weak ? ", in some uses" : ""}; ${source.join(", ") || "?"} → ${target.join(", ") || "?"}`,
      ),
      "no word of it stands there",
    ),
    ...block(
      "weighed",
      pairs,
      s.mentions.length === 0 ? "nothing: no mention" : "no pair of mentions came near a relation",
    ),
    ...block("claims", claims, "none"),
  ];
}

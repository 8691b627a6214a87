/** Cypher on the served graph: one reading statement, its rows, and what of them is on the canvas. */
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { nodesInRows, type QueryRows, textOfValue } from "../model/query-rows.js";
import { go, index, language, say, select } from "../state.js";

interface Question {
  readonly name: string;
  readonly question: string;
  readonly questionFr: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly text: string;
}
const questions = signal<readonly Question[]>([]);
const cypher = signal("MATCH (a)-[r]->(b)\nRETURN a.name, type(r), b.name, r.status, r.firstDay\nLIMIT 25");
const parameters = signal<Readonly<Record<string, string>>>({});
const entitiesOnly = signal(true);
const answer = signal<QueryRows | { readonly error: string } | null>(null);

async function loadQuestions(): Promise<void> {
  const response = await fetch("./api/questions").catch(() => null);
  if (response?.ok === true) questions.value = (await response.json()) as Question[];
}

async function ask(): Promise<void> {
  const response = await fetch("./api/query", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ cypher: cypher.peek(), parameters: parameters.peek(), entitiesOnly: entitiesOnly.peek() }),
  }).catch(() => null);
  answer.value =
    response === null ? { error: say.peek()("noAnswer") } : ((await response.json()) as typeof answer.value);
}

function Rows({ rows }: { readonly rows: QueryRows }) {
  const t = say.value;
  const data = index.value;
  const found = data === null ? [] : nodesInRows(data, rows);
  const byText = new Map(found.map(({ id, text }) => [text, id]));
  return (
    <>
      <p class="facts" data-testid="row-count">
        {t("rows", { count: rows.rows.length })} {rows.truncated && t("rowsCut")}
        {found.length > 0 && (
          <button
            type="button"
            data-testid="select-rows"
            onClick={() => go({ view: "graph", scope: { kind: "only", ids: [...new Set(found.map((f) => f.id))] } })}
          >
            {t("showNodes", { count: new Set(found.map((f) => f.id)).size })}
          </button>
        )}
      </p>
      <table data-testid="answer">
        <thead>
          <tr>
            {rows.columns.map((c) => (
              <th key={c} scope="col">
                {c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.rows.map((row, k) => (
            // Rows of an answer have no name of their own.
            <tr key={`${k}`}>
              {row.map((value, c) => {
                const text = textOfValue(value);
                const id = byText.get(text);
                return (
                  <td key={rows.columns[c]} class={/^\S{1,24}$/u.test(text) ? "whole" : undefined}>
                    {id === undefined ? (
                      text
                    ) : (
                      <button type="button" class="link" onClick={() => select("node", id)}>
                        {text}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function ConsoleView() {
  const t = say.value;
  const isAsking = useSignal(false);
  useEffect(() => {
    if (questions.peek().length === 0) void loadQuestions();
  }, []);
  const run = async () => {
    isAsking.value = true;
    await ask();
    isAsking.value = false;
  };
  const take = (name: string) => {
    const question = questions.value.find((q) => q.name === name);
    if (question === undefined) return;
    cypher.value = question.text;
    parameters.value = { ...question.parameters };
  };
  const given = answer.value;
  return (
    <div class="console" data-testid="console">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void run();
        }}
      >
        <label>
          {t("questions")}
          <select data-testid="question" onChange={(e) => take(e.currentTarget.value)}>
            <option value="">{t("ownQuestion")}</option>
            {questions.value.map((q) => (
              <option key={q.name} value={q.name}>
                {language.value === "fr" ? (q.questionFr ?? q.question) : q.question}
              </option>
            ))}
          </select>
        </label>
        {Object.entries(parameters.value).map(([name, value]) => (
          <label key={name}>
            ${name}
            <input
              type="text"
              value={value}
              data-testid={`parameter-${name}`}
              onInput={(e) => {
                parameters.value = { ...parameters.peek(), [name]: e.currentTarget.value };
              }}
            />
          </label>
        ))}
        <label>
          Cypher
          <textarea
            rows={8}
            spellcheck={false}
            value={cypher.value}
            data-testid="cypher"
            onInput={(e) => {
              cypher.value = e.currentTarget.value;
            }}
            onKeyDown={(e) => {
              if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) void run();
            }}
          />
        </label>
        <label class="row">
          <input
            type="checkbox"
            checked={entitiesOnly.value}
            data-testid="entities-only"
            onChange={(e) => {
              entitiesOnly.value = e.currentTarget.checked;
            }}
          />
          <span>{t("entitiesOnly")}</span>
        </label>
        <button type="submit" class="primary" disabled={isAsking.value} data-testid="ask">
          {t(isAsking.value ? "asking" : "ask")}
        </button>
        <p class="facts">{t("consoleHint")}</p>
      </form>
      <div class="answer" aria-live="polite" tabIndex={0} role="region" aria-label={t("answer")}>
        {given === null && <p class="hint">{t("answerHint")}</p>}
        {given !== null && "error" in given && (
          <p class="notice" role="alert" data-testid="query-error">
            {given.error}
          </p>
        )}
        {given !== null && "rows" in given && <Rows rows={given} />}
      </div>
    </div>
  );
}

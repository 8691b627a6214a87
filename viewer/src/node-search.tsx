/** A box that finds a node by name, and what else can be asked for by its word: typing, arrows and Enter, or a click. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { GraphNode } from "../../graph/model.js";
import { LineMark, TypeMark } from "./marks.js";
import { familyColour, familyOf } from "./model/families.js";
import { nameIn, otherNames } from "./model/graph-index.js";
import { fold } from "./model/search.js";
import type { Asked, AskedWord } from "./model/search-words.js";
import { lineOfStatus } from "./model/standing.js";
import { index, language, say, search, theme, wordSearch } from "./state.js";
import type { StringKey } from "./strings/strings.js";

const MOST_HITS = 8;
const MOST_WORDS = 3;

interface Props {
  /** Distinguishes several boxes on one page. */
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  /** What stands in the box until something is typed. */
  readonly value?: string;
  readonly onTake: (id: string) => void;
  /** Where given, relations and statuses are found too. */
  readonly onAsk?: (asked: Asked) => void;
}

/** A relation or a status among what was found. */
function WordHit({ word: { asked, claims } }: { readonly word: AskedWord }) {
  const t = say.value;
  const isStatus = asked.kind === "status";
  return (
    <>
      <LineMark
        line={isStatus ? lineOfStatus(asked.key) : "asserted"}
        {...(!isStatus && { colour: familyColour(familyOf(asked.key), theme.value) })}
      />
      <span>{t(isStatus ? `status_${asked.key}` : asked.key)}</span>
      <small>
        {t(isStatus ? "aStatus" : "aRelation")} · {t("claims", { count: claims })}
      </small>
    </>
  );
}

function NodeHit({ node, typed }: { readonly node: GraphNode; readonly typed: string }) {
  const t = say.value;
  const shown = nameIn(node, language.value);
  const words = fold(typed).trim();
  // The other name that the query meets, where the shown one does not.
  const other = fold(shown).includes(words)
    ? undefined
    : otherNames(node, shown).find((name) => fold(name).includes(words));
  return (
    <>
      <TypeMark type={node.type} isHollow={!node.named} />
      <span>
        {shown}
        {other !== undefined && <small> · {other}</small>}
      </span>
      <small>
        {t(`type_${node.type}` as StringKey)} ·{" "}
        {t("claims", { count: index.value?.claimsOf.get(node.id)?.length ?? 0 })}
      </small>
    </>
  );
}

export function NodeSearch({ id, label, placeholder = label, value = "", onTake, onAsk }: Props) {
  const t = say.value;
  const query = useSignal<string | null>(null);
  const chosen = useSignal(0);
  const closing = useRef(0);
  const text = query.value ?? "";
  const find = (typed: string): readonly (GraphNode | AskedWord)[] => {
    if (typed.trim() === "") return [];
    const words = onAsk === undefined ? [] : wordSearch.value(typed, MOST_WORDS);
    return [...search.value(typed, MOST_HITS - words.length), ...words];
  };
  const hits = find(text);
  const isOpen = text.trim() !== "";
  const take = (hit: GraphNode | AskedWord) => {
    query.value = null;
    if ("asked" in hit) onAsk?.(hit.asked);
    else onTake(hit.id);
    // On a phone the keyboard would stand over what was found.
    if (matchMedia("(pointer: coarse)").matches) (document.activeElement as HTMLElement | null)?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys may come before the list is drawn: they act on what was typed, not on what is seen.
    const found = find(query.peek() ?? "");
    if (found.length === 0 && event.key !== "Escape") return;
    if (event.key === "ArrowDown") chosen.value = Math.min(chosen.value + 1, found.length - 1);
    else if (event.key === "ArrowUp") chosen.value = Math.max(chosen.value - 1, 0);
    else if (event.key === "Escape") query.value = null;
    else if (event.key === "Enter") {
      const hit = found[chosen.value];
      if (hit !== undefined) take(hit);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={isOpen}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${id}-hit-${chosen.value}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        data-testid={id}
        value={query.value ?? value}
        onInput={(e) => {
          query.value = e.currentTarget.value;
          chosen.value = 0;
        }}
        // Whoever comes back at once keeps what is typed then.
        onFocus={() => clearTimeout(closing.current)}
        onBlur={() => {
          closing.current = window.setTimeout(() => (query.value = null), 200);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-hits`} class="hits" role="listbox" aria-label={label} hidden={!isOpen}>
        {hits.map((hit, k) => (
          <div
            role="option"
            id={`${id}-hit-${k}`}
            key={"asked" in hit ? hit.asked.key : hit.id}
            class="hit"
            aria-selected={k === chosen.value}
            data-testid="hit"
            onMouseDown={(e) => e.preventDefault()}
            onClick={() => take(hit)}
          >
            {"asked" in hit ? <WordHit word={hit} /> : <NodeHit node={hit} typed={text} />}
          </div>
        ))}
      </div>
      {isOpen && hits.length === 0 && <p class="hits hint">{t("noHits")}</p>}
    </div>
  );
}

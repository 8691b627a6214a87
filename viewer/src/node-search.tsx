/** A box that finds a node by name: typing, arrows and Enter, or a click. */
import { useSignal } from "@preact/signals";
import { TypeMark } from "./marks.js";
import { nameIn, otherNames } from "./model/graph-index.js";
import { fold } from "./model/search.js";
import { index, language, say, search } from "./state.js";
import type { StringKey } from "./strings/strings.js";

const MOST_HITS = 8;

interface Props {
  /** Distinguishes several boxes on one page. */
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  /** What stands in the box until something is typed. */
  readonly value?: string;
  readonly onTake: (id: string) => void;
}

export function NodeSearch({ id, label, placeholder = label, value = "", onTake }: Props) {
  const t = say.value;
  const query = useSignal<string | null>(null);
  const chosen = useSignal(0);
  const text = query.value ?? "";
  const find = (typed: string) => (typed.trim() === "" ? [] : search.value(typed, MOST_HITS));
  const hits = find(text);
  const isOpen = text.trim() !== "";
  const take = (node: string) => {
    query.value = null;
    onTake(node);
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
    else if (event.key === "Enter" && found[chosen.value] !== undefined) take(found[chosen.value]?.id ?? "");
    else return;
    event.preventDefault();
  };
  /** The other name that the query meets, where the shown one does not. */
  const byName = (names: readonly string[], shown: string) =>
    fold(shown).includes(fold(text).trim()) ? undefined : names.find((n) => fold(n).includes(fold(text).trim()));
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
        onBlur={() => setTimeout(() => (query.value = null), 200)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-hits`} class="hits" role="listbox" aria-label={label} hidden={!isOpen}>
        {hits.map((node, k) => {
          const shown = nameIn(node, language.value);
          const other = byName(otherNames(node, shown), shown);
          return (
            <div
              role="option"
              id={`${id}-hit-${k}`}
              key={node.id}
              class="hit"
              aria-selected={k === chosen.value}
              data-testid="hit"
              onMouseDown={(e) => e.preventDefault()}
              onClick={() => take(node.id)}
            >
              <TypeMark type={node.type} isHollow={!node.named} />
              <span>
                {shown}
                {other !== undefined && <small> · {other}</small>}
              </span>
              <small>
                {t(`type_${node.type}` as StringKey)} ·{" "}
                {t("claims", { count: index.value?.claimsOf.get(node.id)?.length ?? 0 })}
              </small>
            </div>
          );
        })}
      </div>
      {isOpen && hits.length === 0 && <p class="hits hint">{t("noHits")}</p>}
    </div>
  );
}

/** One row of the legend: a box, a sample, a word, a count. */
import type { ComponentChildren } from "preact";
import { highlight, say } from "../state.js";

interface Props {
  readonly id: string;
  readonly isShown: boolean;
  /** Some of what the row stands for is shown. */
  readonly isPart?: boolean;
  readonly count: number;
  readonly light: NonNullable<typeof highlight.value>;
  readonly onChange: (isShown: boolean) => void;
  /** Hides all others of its kind, or shows them again. */
  readonly onOnly: () => void;
  readonly name: string;
  readonly children: ComponentChildren;
}

export function LegendRow({ id, isShown, isPart = false, count, light, onChange, onOnly, name, children }: Props) {
  const t = say.value;
  const bring = (on: boolean) => {
    highlight.value = on ? light : null;
  };
  return (
    <div class="legend-row" onMouseEnter={() => bring(true)} onMouseLeave={() => bring(false)}>
      <label class="row">
        <input
          type="checkbox"
          checked={isShown}
          ref={(box) => {
            if (box !== null) box.indeterminate = isPart;
          }}
          data-testid={id}
          onFocus={() => bring(true)}
          onBlur={() => bring(false)}
          onChange={(e) => onChange(e.currentTarget.checked)}
        />
        {children}
        <small>{count}</small>
      </label>
      <button
        type="button"
        class="only"
        aria-label={t("onlyThis", { name })}
        data-testid={`only-${id}`}
        onClick={onOnly}
      >
        {t("only")}
      </button>
    </div>
  );
}

export function countsOf<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** One row of the legend: a box, a sample, a word, a count. */
import type { ComponentChildren } from "preact";
import { highlight } from "../state.js";

interface Props {
  readonly id: string;
  readonly isShown: boolean;
  /** Some of what the row stands for is shown. */
  readonly isPart?: boolean;
  readonly count: number;
  readonly light: NonNullable<typeof highlight.value>;
  readonly onChange: (isShown: boolean) => void;
  readonly children: ComponentChildren;
}

export function LegendRow({ id, isShown, isPart = false, count, light, onChange, children }: Props) {
  const bring = (on: boolean) => {
    highlight.value = on ? light : null;
  };
  return (
    <label class="row" onMouseEnter={() => bring(true)} onMouseLeave={() => bring(false)}>
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
  );
}

export function countsOf<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

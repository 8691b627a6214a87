/** A row that stands for several, which unfold under it: a family of relations, a kind with its types. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { highlight } from "../state.js";
import { say } from "../state.js";
import { LegendRow } from "./legend-row.js";

type Light = NonNullable<typeof highlight.value>;

interface Props<T extends string> {
  /** Of the row: "family-violence" and "unfold-violence". */
  readonly what: string;
  readonly id: string;
  readonly name: string;
  /** What stands before the name. */
  readonly sample: ComponentChildren;
  readonly light: Light;
  /** Members that the graph has; without any there is no row. */
  readonly members: readonly T[];
  readonly counts: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<T>;
  readonly onChange: (members: readonly T[], hide: boolean) => void;
  readonly onOnly: (members: readonly T[]) => void;
  readonly member: {
    readonly what: string;
    readonly name: (member: T) => string;
    readonly light: (member: T) => Light;
  };
}

export function LegendFamily<T extends string>(props: Props<T>) {
  const { what, id, name, sample, light, members, counts, hidden, onChange, onOnly, member } = props;
  const t = say.value;
  const isOpen = useSignal(false);
  if (members.length === 0) return null;
  const out = members.filter((m) => hidden.has(m)).length;
  return (
    <div class="family">
      <div class="family-head">
        <LegendRow
          id={`${what}-${id}`}
          isShown={out === 0}
          isPart={out > 0 && out < members.length}
          count={members.reduce((sum, m) => sum + (counts.get(m) ?? 0), 0)}
          light={light}
          name={name}
          onChange={(on) => onChange(members, !on)}
          onOnly={() => onOnly(members)}
        >
          {sample}
          <span>{name}</span>
        </LegendRow>
        <button
          type="button"
          class="unfold"
          aria-expanded={isOpen.value}
          aria-label={t("unfold", { name })}
          data-testid={`unfold-${id}`}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? "▾" : "▸"}
        </button>
      </div>
      {isOpen.value &&
        members.map((m) => (
          <LegendRow
            key={m}
            id={`${member.what}-${m}`}
            isShown={!hidden.has(m)}
            count={counts.get(m) ?? 0}
            light={member.light(m)}
            name={member.name(m)}
            onChange={(on) => onChange([m], !on)}
            onOnly={() => onOnly([m])}
          >
            <span class="indent">{member.name(m)}</span>
          </LegendRow>
        ))}
    </div>
  );
}
